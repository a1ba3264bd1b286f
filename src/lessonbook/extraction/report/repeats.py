"""The same statement in several places of one report is one statement, with evidence for each place.

Two readings are one where their words are nearly the same, or where they have one number, one attribution and the words
of the shorter are mostly in the longer. They stay two where number, addressee or list tells them apart: two boards'
recommendations differ in one word only. A list never holds one statement twice, so readings of one list stay apart.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from lessonbook.domain import Passage
from lessonbook.extraction.report.found import Found
from lessonbook.vocabulary import addressees


class Merged(NamedTuple):
    """One statement: its fullest wording, and the words of every place, in reading order."""

    found: Found
    words: tuple[Passage, ...]
    places: int


def put_together(found: Sequence[Found]) -> list[Merged]:
    """The statements, each once, in the order in which they stand in their fullest wording."""
    groups: list[list[Found]] = []
    keys: list[list[str]] = []
    for each in found:
        bare = bare_words(each.text)
        best, score = None, 0.0
        for at, group in enumerate(groups):
            alike = _alike(each, bare, group, keys[at])
            if alike > score:
                best, score = at, alike
        if best is None:
            groups.append([each])
            keys.append([bare])
        else:
            groups[best].append(each)
            keys[best].append(bare)
    place = {id(each): at for at, each in enumerate(found)}
    return [_merged(group) for group in sorted(groups, key=lambda group: place[id(_fullest(group))])]


def _alike(one: Found, bare: str, group: Sequence[Found], keys: Sequence[str]) -> float:
    first = group[0]
    if one.kind != first.kind or _other_review(one, first):
        return 0.0
    return max(_score(one, bare, other, key) for other, key in zip(group, keys, strict=True))


def _other_review(one: Found, other: Found) -> bool:
    if one.whose is None or other.whose is None:
        return (one.whose is None) != (other.whose is None)
    return fuzz.token_set_ratio(one.whose.text, other.whose.text) < _SAME_REVIEW


def _score(one: Found, bare: str, other: Found, key: str) -> float:
    """How sure it is, from 0 to 100, that two readings are one statement; 0 where they are two."""
    numbers = _numbers(one, other)
    if bare == key:
        return 0.0 if numbers == "differ" and _addressed_apart(one, other) else 100.0
    short, long = sorted((bare, key), key=len)
    if len(short) * _LONGEST_RATIO < len(long) and numbers != "same":
        return 0.0
    ratio = fuzz.ratio(bare, key)
    if numbers == "differ":
        return ratio if ratio >= _VERY_ALIKE and not _addressed_apart(one, other) and one.place != other.place else 0.0
    if numbers == "same":
        contained = fuzz.token_set_ratio(short, long)
        return max(ratio, contained) if contained >= _CONTAINED or ratio >= _ALIKE_NUMBERED else 0.0
    begins = len(short.split()) >= _FEWEST_WORDS and long.startswith(short[: max(_STEM, len(short) - 12)])
    if (ratio < _ALIKE and not begins) or _addressed_apart(one, other):
        return 0.0
    return max(ratio, 90.0 if begins else 0.0)


def _numbers(one: Found, other: Found) -> str:
    if one.number is None or other.number is None:
        return "unknown"
    return "same" if one.number.casefold() == other.number.casefold() else "differ"


def _addressed_apart(one: Found, other: Found) -> bool:
    """Whether each of two readings names an addressee that the other does not."""
    mine, theirs = _named(one.text), _named(other.text)
    return bool(mine - theirs) and bool(theirs - mine)


@lru_cache(maxsize=4096)
def _named(text: str) -> frozenset[str]:
    return frozenset(addressees.addressees_in(text))


def bare_words(text: str) -> str:
    """Text for comparison: lower case, words only, the names of the board as one."""
    folded = _BOARD.sub("board", text.casefold().replace("’", "'"))
    return " ".join(_WORD.findall(folded))


def _merged(group: list[Found]) -> Merged:
    fullest = _fullest(group)
    numbered = next((each.number for each in (fullest, *group) if each.number), None)
    told = [each for each in group if each.whom or each.when]
    plan = next((each for each in reversed(told) if each.place in ("action-plan", "appendix")), None)
    whom = (plan.whom if plan else None) or fullest.whom or next((e.whom for e in told if e.whom), None)
    when = (plan.when if plan else None) or fullest.when or next((e.when for e in told if e.when), None)
    reasons = tuple(dict.fromkeys(reason for each in group for reason in each.reasons))
    if len(group) > 1:
        reasons = (*reasons, "repeated")
    found = msgspec.structs.replace(fullest, number=numbered, whom=whom, when=when, reasons=reasons)
    return Merged(found, tuple(passage for each in group for passage in each.words), len(group))


def _fullest(group: Sequence[Found]) -> Found:
    return max(group, key=_fullness)


def _fullness(found: Found) -> tuple[bool, int]:
    return (found.place not in ("executive-summary", "summary"), len(found.text))


_WORD = re.compile(r"[a-z0-9']+")
_BOARD = re.compile(
    r"\b(?:the )?(?:lscb|lscp|scp|sab|csp|mascp|(?:local |multi-agency |\w+ )?(?:safeguarding )?"
    r"(?:children |adults? |community safety )?(?:safety )?(?:board|partnership))\b"
)
_SAME_REVIEW = 60
_ALIKE, _VERY_ALIKE, _ALIKE_NUMBERED, _CONTAINED = 88, 96, 70, 84
_LONGEST_RATIO = 4
_FEWEST_WORDS, _STEM = 6, 24

"""The names of those who wrote or led a review, so that they are stored nowhere.

A name is what stands beside a role ("Author: …", "… , Independent Reviewer") on the cover and in the opening. Names are
known here for as long as a report is read, to keep sentences that hold them out of the record.
"""

import re
from collections.abc import Iterator
from functools import cache

from lessonbook.domain import Passage
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front
from lessonbook.vocabulary.matching import any_of


class Staff:
    """The names found; ``named_in`` says whether a text has one of them."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        parts = {part for name in names for part in name.split()[-1:]} | set(names)
        self._pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, parts), key=len, reverse=True))})\b")

    def named_in(self, text: str) -> bool:
        """Whether a text has the full name or the surname of one of them, or any name with a title of office."""
        return bool(self.names) and self._pattern.search(text) is not None

    def without(self, passage: Passage) -> Passage | None:
        """A sentence without a clause that names one of them at either end; none where the name stands within."""
        if not self.named_in(passage.text):
            return passage
        found = [match.span() for match in self._pattern.finditer(passage.text)]
        after = _CLAUSE.search(passage.text, found[-1][1])
        if after is not None and len(passage.text) - after.end() > _SHORTEST and found[0][0] < len(passage.text) / 2:
            return passage.cut(after.end()).strip()
        return None


def staff_of(front: Front) -> Staff:
    """The names beside roles on the cover, in labelled values, and in the opening sentences."""
    return Staff(frozenset(name for name in _names(front) if len(name.split()) > 1))


def is_staff_line(text: str) -> bool:
    """Whether a line of the cover is of its author: a role with a name behind it, or "By …"."""
    return _role_line().match(text) is not None or _BY.match(text) is not None


def _names(front: Front) -> Iterator[str]:
    for pair in front.pairs_of("reviewer"):
        yield from _persons(pair.value.text)
    lines = [line.passage.text for line in front.cover]
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if is_staff_line(line) or words.within("reviewers", "words").search(line):
            yield from _persons(line)
            if words.within("reviewers", "words").fullmatch(line.strip(" :")):
                yield from (name for name in (before, after) if name and _only_a_name(name) for name in _persons(name))
    for sentence in front.sentences:
        if words.within("reviewers", "words").search(sentence.text):
            yield from _beside_a_role(sentence.text)


def _only_a_name(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and not re.search(r"\d", text)


def _beside_a_role(text: str) -> Iterator[str]:
    """The names right before or behind a role, or behind "by": "the author, …", "…, an independent consultant"."""
    for match in _full_name().finditer(text):
        if _is_no_name(match["name"]):
            continue
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if _role_before().search(before) or _role_after().match(after):
            yield match["name"]


def _persons(text: str) -> Iterator[str]:
    for match in _full_name().finditer(text):
        if not _is_no_name(match["name"]):
            yield match["name"]


def _is_no_name(name: str) -> bool:
    return any(part in _no_names() for part in name.split())


@cache
def _full_name() -> re.Pattern[str]:
    title = rf"(?:(?:{'|'.join(words.content('reviewers', 'people', 'titles'))})\.?\s+)?"
    one = r"[A-Z][a-zà-ÿ]+(?:[’'-][A-Z]?[a-zà-ÿ]+)*|(?:Mc|Mac|O[’'])[A-Z][a-zà-ÿ]+"
    return re.compile(rf"\b{title}(?P<name>(?:{one})(?:\s+[A-Z]\.?(?=\s))?(?:\s+(?:de|van|von|der|{one})){{1,2}})\b")


@cache
def _role_before() -> re.Pattern[str]:
    roles = any_of(words.content("reviewers", "words"))
    return re.compile(
        rf"(?:\b(?:{roles})\b(?:\s+(?:is|was|were|are|will be))?|\bby)[\s,:(–-]*(?:both\s+)?(?:\w+\.?\s+)?$",
        re.IGNORECASE,
    )


@cache
def _role_after() -> re.Pattern[str]:
    roles = any_of(words.content("reviewers", "words"))
    return re.compile(
        rf"\W+(?:(?:who\s+)?(?:is|was|has\s+been|had\s+been|were|both)\s+)?(?:(?:appointed|commissioned|engaged|both)\s+)?"
        rf"(?:(?:as|to\s+be)\s+)?(?:(?:an?|the|two)\s+)?(?:{roles})\b",
        re.IGNORECASE,
    )


@cache
def _role_line() -> re.Pattern[str]:
    roles = any_of(words.content("labels", "reviewer"))
    return re.compile(rf"\W*(?:{roles})(?:\s*[:–—-]|\s*$|\s+(?={_CAPITAL}))", re.IGNORECASE)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(words.content("reviewers", "people", "no_names"))


_CAPITAL = "(?-i:[A-Z])"
_BY = re.compile(r"\W*(?:[Ww]ritten\s+)?[Bb][Yy]:?\s+[A-Z][a-z’'-]+\s+[A-Z]")
_CLAUSE = re.compile(r"[,;]\s+(?:using|who used|and used|which used|with the|by means of)\s*", re.IGNORECASE)
_NEAR = 60
_LONGEST_NAME = 6
_SHORTEST = 25

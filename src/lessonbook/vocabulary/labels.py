"""The labels that stand before the parts of a case, as in "Key learning points:", and the words of links."""

import re
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from lessonbook.vocabulary.matching import any_of
from lessonbook.vocabulary.tables import content_of, entries_of, words_of

Role = Literal[
    "learning",
    "recommendation",
    "key-issue",
    "consideration",
    "action",
    "integrated",
    "no-recommendations",
    "method",
    "keywords",
    "background",
]


class LabelMatch(NamedTuple):
    """A label at the start of a text. It ends before character ``end``, white space behind it included."""

    role: Role
    end: int


class Label(msgspec.Struct, frozen=True):
    """Labels of one role. ``tail``: words may stand before the colon. ``colon``: without one it is no label."""

    role: Role
    heads: tuple[str, ...]
    tail: bool = True
    colon: bool = False


def label_at(text: str) -> LabelMatch | None:
    """The label at the start of a text, or none.

    A label has a colon, or is the whole text. The words that say that there are no recommendations need none, and end
    where the sentence may go on ("Makes no recommendations" in "Makes no recommendations but …"). Where a label has
    lost its head ("includes: …") it is taken for learning.
    """
    if match := _none().match(text):
        return LabelMatch("no-recommendations", match.end())
    for role, with_colon, whole in _patterns():
        if match := with_colon.match(text) or (whole.fullmatch(text) if whole else None):
            return LabelMatch(role, match.end())
    if match := _LOST_HEAD.match(text):
        return LabelMatch("learning", match.end())
    return None


def link_label(text: str) -> bool:
    """Whether a text is the label of a link to a report, or a bare address, and nothing else."""
    return len(text) < _LONGEST_LINK and _link().fullmatch(text) is not None


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str], re.Pattern[str] | None], ...]:
    leads = rf"(?:(?:{any_of(words_of('labels.toml', 'leads'))})\s+)*"
    verb = rf"(?:{any_of(words_of('labels.toml', 'verbs'))})\b[^:;.!?]{{0,120}}"
    preposition = rf"(?:{any_of(words_of('labels.toml', 'prepositions'))})\b(?:\s+[^\s:;.!?]+){{0,8}}?"
    tail = rf"(?:\s*:?\s*includ(?:es?|ed|ing)|\s+{verb}|\s+{preposition}(?:\s+{verb})?)?"
    patterns = []
    for label in entries_of("labels.toml", "label", Label):
        start = rf"{_BULLET}{leads}(?:{any_of(label.heads)})"
        with_colon = re.compile(rf"{start}(?:\s+\d{{1,2}})?{tail if label.tail else _INCLUDE}\s*:\s*", re.IGNORECASE)
        whole = None if label.colon else re.compile(rf"{start}\s*", re.IGNORECASE)
        patterns.append((label.role, with_colon, whole))
    return tuple(patterns)


@cache
def _none() -> re.Pattern[str]:
    none = content_of("labels.toml")["none"]
    return re.compile(
        rf"{_BULLET}(?:(?:{any_of(none['leads'])})\s+)?(?:{any_of(none['heads'])})\b(?!\s+(?:were|was|are|is)\s+(?!made|given))",
        re.IGNORECASE,
    )


@cache
def _link() -> re.Pattern[str]:
    words = content_of("labels.toml")["links"]
    verb, ending = any_of(words["verbs"]), any_of(words["endings"])
    noun = rf"(?:(?:{any_of(words['fillers'])})\s+)*(?:{any_of(words['nouns'])})"
    ending = rf"(?:\s*[(\[,:–-]*\s*(?:{ending}|{_SIZE})[)\]]*)"
    one = rf"(?:(?:{verb})\s+(?:the\s+)?{noun}{ending}*|(?:{noun}){ending}+|full\s+{noun})"
    return re.compile(
        rf"[\s>»•→*]*(?:{one}(?:\s*[:;,|/]\s*|\s+and\s+|\s+|\s*$)[:.]?)+[\s:.;]*|\s*{_ADDRESS}\s*", re.IGNORECASE
    )


_BULLET = r"[\s•·▪◦*>»–-]*"
_INCLUDE = r"(?:\s*:?\s*includ(?:es?|ed|ing))?"
_LOST_HEAD = re.compile(
    r"\s*(?:includ(?:es?|ing)|relates? to|are|focuses on the following(?: themes)?)\s*:\s*", re.IGNORECASE
)
_SIZE = r"[\d.,]+\s*[kKmM]b|\d+\s+pages?"
_ADDRESS = r"(?:https?://|www\.)\S+"
_LONGEST_LINK = 160

"""What a report says of its recommendations as a whole: that it makes none, or how many."""

import re
from collections.abc import Sequence
from functools import cache

from lessonbook.domain import Passage, Table
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.report import words
from lessonbook.extraction.report.sections import Section


def says_none(sections: Sequence[Section]) -> Passage | None:
    """The sentence that says that the review makes no recommendations; nothing where none says so."""
    for passage in _passages(sections):
        if "recommendation" not in passage.text.casefold() or not _none().search(passage.text):
            continue
        for sentence in sentences(passage):
            if _none().search(sentence.text) and not _NARROW.search(sentence.text):
                return sentence
    return None


def counts_said(sections: Sequence[Section]) -> list[tuple[int, Passage]]:
    """The numbers of recommendations that the report gives of itself, each with its sentence."""
    found = []
    for passage in _passages(sections):
        if "recommendations" not in passage.text:
            continue
        match = _count().search(passage.text)
        if match is None or _OTHERS.search(passage.text[: match.end() + 40]):
            continue
        count = match["count"].casefold()
        found.append(
            (int(count) if count.isdigit() else _NUMBERS.index(count) + 1, passage.cut(match.start(), match.end()))
        )
    return found


def _passages(sections: Sequence[Section]) -> list[Passage]:
    return [
        block.passage
        for section in sections
        if section.kind not in ("other-reviews", "glossary", "references", "contents", "response")
        for block in section.blocks
        if not isinstance(block, Table)
    ]


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"\b{words.any_of('none_made')}", re.IGNORECASE)


@cache
def _count() -> re.Pattern[str]:
    source = words.any_of("count_said").replace("COUNT", "|".join(_NUMBERS))
    return re.compile(rf"\b{source}", re.IGNORECASE)


_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NARROW = re.compile(
    r"\b(?:for (?:the )?(?:police|gp|health|school|housing|probation|agency|service|trust)|imrs?|individual management|"
    r"(?:19|20)\d\d review|previous|earlier|of its own|single[- ]agency)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:imrs?|agenc(?:y|ies)|previous|earlier|(?:19|20)\d\d|national|inquiry|panel's|single)\b", re.IGNORECASE
)

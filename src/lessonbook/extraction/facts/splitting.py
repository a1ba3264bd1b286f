"""A passage in sentences or in list items."""

import re

from lessonbook.domain import Passage

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘'“\"(])")
_ITEM_END = re.compile(r"\s*;\s*(?:and\s+)?")


def sentences(passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a passage."""
    return _cut(passage, _SENTENCE_END)


def items(passage: Passage) -> tuple[Passage, ...]:
    """The items of a passage in which semicolons stand between items."""
    return _cut(passage, _ITEM_END)


def _cut(passage: Passage, separator: re.Pattern[str]) -> tuple[Passage, ...]:
    parts, start = [], 0
    for match in separator.finditer(passage.text):
        parts.append(passage.cut(start, match.start()).strip())
        start = match.end()
    parts.append(passage.cut(start).strip())
    return tuple(part for part in parts if part)

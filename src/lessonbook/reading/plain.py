"""Headings of plain text: lines in capitals, and short numbered lines over running text."""

import re

from lessonbook.domain import Block, Heading, ListItem, Paragraph, Passage, Table

_FEWEST = 3
_LONGEST = 80
_RUNNING_TEXT = 100
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z])")
_BEFORE = 20


def with_headings(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a pasted report with its headings; as they were where it has tables, headings or too few of them.

    One line in capitals is a shout; three are the chapters of a report.
    """
    if any(isinstance(block, Table | Heading) for block in blocks):
        return blocks
    found: dict[int, Heading] = {}
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Paragraph | ListItem) and isinstance(following, Paragraph | ListItem):
            heading = _heading(text, block, following)
            if heading is not None:
                found[index] = heading
    if len(found) < _FEWEST:
        return blocks
    return tuple(found.get(index, block) for index, block in enumerate(blocks))


def _heading(text: str, block: Paragraph | ListItem, following: Paragraph | ListItem) -> Heading | None:
    words = block.passage.text
    if len(words) > _LONGEST or words.endswith((".", ";", ",", ":")) or "\n" in words:
        return None
    letters = sum(1 for character in words if character.isalpha())
    if isinstance(block, ListItem):
        over_text = isinstance(following, Paragraph) and len(following.passage) >= _RUNNING_TEXT
        if not block.ordered or block.level or not letters or not (over_text or words.isupper()):
            return None
        return Heading(_with_marker(text, block), 1)
    if match := _NUMBERED.match(words):
        over_text = len(following.passage) >= _RUNNING_TEXT or _NUMBERED.match(following.passage.text) is not None
        return Heading(block.passage, 1 + match[0].rstrip(". ").count(".")) if over_text else None
    return Heading(block.passage, 1) if words.isupper() and letters > 3 else None


def _with_marker(text: str, item: ListItem) -> Passage:
    """The item with its number, which stands before it in the text."""
    spans = item.passage.spans()
    marker = item.marker or ""
    at = text.rfind(marker, max(0, spans[0].start - _BEFORE), spans[0].start) if marker and spans else -1
    return item.passage if at < 0 else Passage.at(marker, at).join(item.passage)

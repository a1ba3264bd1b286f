"""Lists of contents: they say where the wording stands and are no wording themselves."""

import re
from collections import Counter
from collections.abc import Iterable

from lessonbook.domain import Block, Heading, ListItem, Table, TextBlock

_TITLE = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?:(?:table|list|page) of (?:the )?(?:contents|tables|figures|appendices|abbreviations)"
    r"|contents?(?: page| list)?|in this (?:report|document)|on this page|index|cynnwys|tabl cynnwys)\s*:?",
    re.IGNORECASE,
)
_GLOSSARY = re.compile(r"abbreviations", re.IGNORECASE)  # a list of meanings, not of places
_LEADERS = re.compile(r"(?:\.\s?){3,}|…+|_{3,}|·{3,}")
_PAGE = re.compile(r"(?:[\s.…_·]|^)(\d{1,3}|[ivxl]{1,6})$")
_NUMBER = re.compile(
    r"^(?:(?:part|section|chapter|appendix|annex)\s+)?[\dA-Z]{1,2}(?:\.\d{1,2})*[.):]?\s+", re.IGNORECASE
)
_LONGEST = 200
_PLACED_ROWS = 0.6


def is_title(text: str) -> bool:
    """Whether a line is the heading of a list of contents."""
    return len(text) <= 40 and _TITLE.fullmatch(text.strip()) is not None and not _GLOSSARY.search(text)


def without(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without lists of contents.

    A list begins with its title; its entries end in a page number or repeat a heading that comes later. Without a
    title, lines with dots that lead to a page number are one where three or more follow one another.
    """
    left = list(blocks)
    headings = _Later(left)
    kept: list[Block] = []
    index = 0
    while index < len(left):
        end = _end_of_list(left, index, headings)
        if end == index:
            kept.append(left[index])
            end += 1
        for block in left[index:end]:
            headings.passed(block)
        index = end
    # A document that would be nothing but a list of contents is a list of something else.
    return tuple(kept if any(not isinstance(block, Heading) for block in kept) else left)


class _Later:
    """How many headings with the same words are still to come."""

    def __init__(self, blocks: list[Block]) -> None:
        self._count = Counter(_folded(block) for block in blocks if isinstance(block, Heading))

    def passed(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._count[_folded(block)] -= 1

    def repeats(self, block: TextBlock) -> bool:
        """Whether a heading with the block's words comes later than the block."""
        return self._count[_folded(block)] > (1 if isinstance(block, Heading) else 0)


def _end_of_list(blocks: list[Block], start: int, headings: _Later) -> int:
    first = blocks[start]
    if isinstance(first, Table):
        return start
    titled = is_title(first.passage.text)
    if not titled and not _is_led(first):
        return start
    index, placed, repeated = start + titled, 0, 0
    while index < len(blocks):
        step, has_place = _entry(blocks, index, headings)
        if not step or (not titled and not _is_led(blocks[index])):
            break
        placed += has_place
        repeated += not has_place
        index += step
    if titled and index == start + 1:
        empty = index == len(blocks) or (isinstance(first, Heading) and _begins_another(first, blocks[index]))
        return index if empty and start else start
    enough = placed >= 2 or repeated >= 3 or placed + repeated >= 3 if titled else placed >= 3
    return index if enough or isinstance(blocks[index - 1], Table) else start


def _entry(blocks: list[Block], index: int, headings: _Later) -> tuple[int, bool]:
    """How many blocks the next entry takes (none: the list is at its end), and whether it gives a page."""
    block = blocks[index]
    if isinstance(block, Table):
        return (1, True) if _is_table_of_places(block) else (0, False)
    if _is_led(block) or (_has_place(block) and not isinstance(block, Heading)):
        return 1, True
    if headings.repeats(block):
        return 1, False
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    wrapped = (
        len(block.passage) <= _LONGEST
        and not isinstance(block, Heading)
        and not block.passage.text.endswith(".")
        and following is not None
        and not isinstance(following, Table)
        and _has_place(following)
    )
    return (2, True) if wrapped else (0, False)


def _begins_another(title: Heading, block: Block) -> bool:
    return isinstance(block, Heading) and block.level <= title.level


def _is_led(block: Block) -> bool:
    return not isinstance(block, Table) and _has_place(block) and _LEADERS.search(block.passage.text) is not None


def _has_place(block: TextBlock) -> bool:
    text = block.passage.text
    return len(text) <= _LONGEST and _PAGE.search(text) is not None


def _is_table_of_places(table: Table) -> bool:
    placed = 0
    for row in table.rows:
        words = " ".join(block.passage.text for cell in row.cells for block in cell.blocks)
        placed += len(words) <= _LONGEST and _PAGE.search(words) is not None
    return len(table.rows) > 1 and placed >= _PLACED_ROWS * len(table.rows)


def _folded(block: TextBlock) -> str:
    text = block.passage.text[:_LONGEST]
    if isinstance(block, Heading | ListItem):
        text = _NUMBER.sub("", text, count=1)
    return " ".join(_NUMBER.sub("", _PAGE.sub("", text), count=1).casefold().split())

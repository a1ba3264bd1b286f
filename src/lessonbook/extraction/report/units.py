"""A section's blocks as units: one heading, paragraph or list item each, with its number taken off it.

A reader may have made a list item of "4. The board should …" or a paragraph that begins with its number; here both are
an item with a marker. What a page cut in two is one unit again.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from lessonbook.domain import Block, Document, Heading, ListItem, Paragraph, Passage, Table, TextBlock

MarkerKind = Literal["number", "decimal", "letter", "roman", "bullet"]


class Unit(msgspec.Struct, frozen=True):
    """A piece of running text. ``marker`` is its number or bullet without brackets; ``bold`` that all of it is bold."""

    passage: Passage
    heading: bool = False
    marker: str | None = None
    marker_kind: MarkerKind | None = None
    level: int = 0
    boxed: int | None = None
    bold: bool = False
    page: int | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text


def units_of(blocks: Iterable[Block], document: Document) -> list[Unit | Table]:
    """The units of these blocks; tables are left as they are, one that goes on under its repeated header made whole."""
    found: list[Unit | Table] = []
    for block in blocks:
        if isinstance(block, Table):
            last = found[-1] if found else None
            if _is_numbered_list(block):
                found += _rows_as_items(block, document)
            elif isinstance(last, Table) and _header(last) == _header(block):
                found[-1] = msgspec.structs.replace(last, rows=(*last.rows, *block.rows[1:]))
            else:
                found.append(block)
            continue
        for unit in _units(block, document):
            last = found[-1] if found else None
            if isinstance(last, Unit) and _goes_on(last, unit):
                found[-1] = msgspec.structs.replace(last, passage=last.passage.join(unit.passage), page=unit.page)
            else:
                found.append(unit)
    return found


def _is_numbered_list(table: Table) -> bool:
    """Whether a table is a numbered list whose numbers stand in a column of their own, as scans often show one."""
    rows = [[cell for cell in row.cells if cell.blocks] for row in table.rows]
    return len(rows) > 1 and all(
        [cell.column for cell in cells] == [0, 1] and len(cells[0].blocks) == 1 and _is_number(cells[0].blocks[0])
        for cells in rows
    )


def _is_number(block: TextBlock) -> bool:
    return _ALONE.fullmatch(block.passage.text.strip()) is not None


def _rows_as_items(table: Table, document: Document) -> Iterator[Unit]:
    for row in table.rows:
        number, line, *more = [block.passage for cell in row.cells for block in cell.blocks]
        for passage in more:
            line = line.join(passage)
        marker = number.text.strip(" ().:,")
        page = document.page_at(line.runs[-1].at) if line.runs else None
        yield Unit(line, marker=marker, marker_kind=marker_kind(marker), bold=is_bold(line), page=page)


def _header(table: Table) -> list[str]:
    """The words of the first row: a page that cuts a table repeats them."""
    return [block.passage.text for row in table.rows[:1] for cell in row.cells for block in cell.blocks]


def _units(block: Heading | Paragraph | ListItem, document: Document) -> Iterator[Unit]:
    page = document.page_at(block.passage.runs[-1].at) if block.passage.runs else None
    for at, line in enumerate(_lines(block.passage)):
        if isinstance(block, Heading):
            yield Unit(line, heading=True, boxed=block.boxed, page=page)
        elif isinstance(block, ListItem) and at == 0:
            yield _item(block, line, page)
        else:
            yield _typed(line, block.boxed, page)


def _lines(passage: Passage) -> Iterator[Passage]:
    r"""The passage, cut where a line break that the source means (``\n``) has a label or marker behind it."""
    start = 0
    for match in _LINE.finditer(passage.text):
        if part := passage.cut(start, match.start()).strip():
            yield part
        start = match.end()
    if part := passage.cut(start).strip():
        yield part


def _item(block: ListItem, line: Passage, page: int | None) -> Unit:
    marker = (block.marker or "").strip().strip("().:")
    kind = marker_kind(marker) if marker else ("number" if block.ordered else "bullet")
    if kind == "bullet" and (typed := _TYPED.match(line.text)):  # a bullet and a number: the number says more
        return _typed(line, block.boxed, page, level=block.level) if typed else _unit(line, block, page)
    return Unit(
        line,
        marker=marker or None,
        marker_kind=kind,
        level=block.level,
        boxed=block.boxed,
        bold=is_bold(line),
        page=page,
    )


def _unit(line: Passage, block: ListItem, page: int | None) -> Unit:
    return Unit(line, marker_kind="bullet", level=block.level, boxed=block.boxed, bold=is_bold(line), page=page)


def _typed(line: Passage, boxed: int | None, page: int | None, level: int = 0) -> Unit:
    """A paragraph, its typed number or bullet taken off."""
    match = _TYPED.match(line.text)
    if match is None:
        return Unit(line, boxed=boxed, bold=is_bold(line), page=page, level=level)
    marker = (match["marker"] or match["tight"]).strip("().:")
    rest = line.cut(match.end())
    return Unit(
        rest, marker=marker, marker_kind=marker_kind(marker), level=level, boxed=boxed, bold=is_bold(rest), page=page
    )


def marker_kind(marker: str) -> MarkerKind:
    """What kind of marker it is; "i" is taken for roman."""
    if re.fullmatch(r"\d{1,3}", marker):
        return "number"
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3}[a-z]", marker):
        return "decimal"
    if re.fullmatch(r"[ivx]+", marker.casefold()):
        return "roman"
    return "letter" if re.fullmatch(r"[A-Za-z]", marker) else "bullet"


def is_bold(passage: Passage) -> bool:
    """Whether all of a passage is set in bold."""
    covered = sum(mark.end - mark.start for mark in passage.marks if mark.kind == "bold")
    return covered >= len(passage) - 2 and bool(passage)


def _goes_on(last: Unit, unit: Unit) -> bool:
    """Whether a unit is the rest of the one before it, which a page's end cut."""
    if last.heading or unit.heading or unit.marker_kind is not None or last.boxed != unit.boxed:
        return False
    if last.text.endswith((".", "?", "!", ":", ";", ".”", ".’", '."')):
        return False
    if unit.text[:1].islower():
        return last.page != unit.page or last.marker_kind is None or len(last.text) > _SHORTEST_LINE
    # A line that a reader took for a paragraph: long, and not ended.
    return last.marker_kind is None and len(last.text) > _SHORTEST_LINE and last.bold == unit.bold and not last.bold


_SHORTEST_LINE = 45
_LINE = re.compile(
    r"\n+(?=\s*(?:[(]?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s|[•▪◦–-]\s|[A-Z][\w ]{2,30}(?: \d+)?:))"
)
_ALONE = re.compile(r"\(\d{1,2}\)|\d{1,2}[.),]|\d{1,2}\.\d{1,3}\.?|\([a-z]\)")  # a marker that fills its cell
_TYPED = re.compile(
    r"(?:[.,·'’|](?=\d{1,2}[.)]\s))?"  # a speck before the number, which reading a scan made a point
    r"(?P<marker>\(?(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\([A-Z]\)|[A-Z]\))|[•▪◦●])\s+(?=\S)|(?P<tight>\d{1,2}[.)])(?=[A-Z][a-z])"
)

"""The grid of a Word table: which cell stands where, and over how many columns and rows."""

from collections.abc import Iterator

import msgspec
from lxml import etree

from lessonbook.reading.docx.names import Element, number, switch, value, w

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_MOST_COLUMNS = 200


class PlacedCell(msgspec.Struct):
    """A cell's element at a column, over so many columns and rows."""

    element: Element
    column: int
    columns: int = 1
    rows: int = 1


class PlacedRow(msgspec.Struct):
    """A row's cells; ``header`` where Word repeats it on each page."""

    cells: list[PlacedCell]
    header: bool = False


def placed(table: Element) -> list[PlacedRow]:
    """The rows of a table with every cell in its place; rows that a tracked change deleted are gone."""
    rows: list[PlacedRow] = []
    open_cells: dict[int, PlacedCell] = {}
    for element in _children(table, w("tr")):
        properties = element.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            continue
        row = PlacedRow(_cells(element, properties, open_cells))
        row.header = bool(switch(properties, "tblHeader")) and all(earlier.header for earlier in rows)
        rows.append(row)
    return rows


def is_frame(table: Element, rows: list[PlacedRow]) -> bool:
    """Whether a table only frames or places what is in it: a box of one cell, or a column that holds tables."""
    filled = [sum(1 for cell in row.cells if _has_wording(cell.element)) for row in rows]
    if is_box(rows):
        return True
    return max(filled, default=0) <= 1 and next(table.iterdescendants(w("tbl")), None) is not None


def is_box(rows: list[PlacedRow]) -> bool:
    """Whether a table is a box: one cell, or one row in which one cell has wording and the others a picture."""
    if len(rows) != 1:
        return False
    wordless = [cell.element for cell in rows[0].cells if not _has_wording(cell.element)]
    pictures = [cell for cell in wordless if next(cell.iterdescendants(w("drawing"), w("pict")), None) is not None]
    return len(rows[0].cells) - len(pictures) == 1 and len(rows[0].cells) - len(wordless) <= 1


def _cells(row: Element, properties: Element | None, open_cells: dict[int, PlacedCell]) -> list[PlacedCell]:
    column = min(number(value(properties, "gridBefore")), _MOST_COLUMNS)
    cells = []
    for element in _children(row, w("tc")):
        own = element.find(w("tcPr"))
        if own is not None and own.find(w("cellDel")) is not None:
            continue
        columns = min(max(1, number(value(own, "gridSpan"), 1)), _MOST_COLUMNS)
        merge = None if own is None else own.find(w("vMerge"))
        above = open_cells.get(column)
        if merge is not None and merge.get(w("val")) != "restart" and above is not None:
            above.rows += 1
            if _has_wording(element):  # Word hides such wording; it is kept, for none may be lost
                cells.append(PlacedCell(element, column, columns))
        else:
            cell = PlacedCell(element, column, columns)
            cells.append(cell)
            open_cells.pop(column, None)
            if merge is not None:
                open_cells[column] = cell
        column += columns
    return cells


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent.iterchildren(etree.Element):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _has_wording(element: Element) -> bool:
    return any((text.text or "").strip() for text in element.iterdescendants(w("t")))

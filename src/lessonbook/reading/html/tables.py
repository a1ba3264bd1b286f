"""The grid of a table on a web page, and whether it is a table at all or only places what is in it."""

from collections.abc import Iterator

import msgspec

from lessonbook.reading.html.elements import Element, name_of

_MOST_COLUMNS = 200
_CELLS = frozenset({"td", "th"})


class Place(msgspec.Struct, frozen=True):
    """Where a cell stands, and how many columns and rows it covers."""

    column: int
    columns: int
    rows: int


class Grid(msgspec.Struct, frozen=True):
    """The places of a table's cells, and for each of its rows whether it is a header."""

    cells: dict[Element, Place]
    rows: dict[Element, bool]


def grid(table: Element) -> Grid:
    """The grid of a table's own rows, not of tables inside it."""
    rows = list(_rows(table))
    places: dict[Element, Place] = {}
    headers: dict[Element, bool] = {}
    taken: dict[int, int] = {}  # column -> how many rows below are covered from above
    for index, (row, in_head) in enumerate(rows):
        cells = [cell for cell in row.iterchildren() if name_of(cell) in _CELLS]
        headers[row] = in_head or (len(cells) > 1 and all(name_of(cell) == "th" for cell in cells))
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell in cells:
            while taken.get(column, 0) > 0:
                column += 1
            columns = min(max(1, _number(cell.get("colspan"))), _MOST_COLUMNS)
            wanted = _number(cell.get("rowspan"), nothing=1)
            height = min(wanted or len(rows), len(rows) - index)
            places[cell] = Place(column, columns, height)
            if height > 1:
                below.update(dict.fromkeys(range(column, column + columns), height - 1))
            column += columns
        taken = below
    return Grid(places, headers)


def is_layout(table: Element) -> bool:
    """Whether a table only places things on the page: it says so, is one box, or is a column that holds tables."""
    if table.get("role") in {"presentation", "none"}:
        return True
    filled = [
        sum(1 for cell in row.iterchildren() if name_of(cell) in _CELLS and _says(cell)) for row, _ in _rows(table)
    ]
    if len(filled) == 1 and sum(1 for row, _ in _rows(table) for cell in row.iterchildren()) == 1:
        return True
    return max(filled, default=0) <= 1 and next(table.iterdescendants("table"), None) is not None


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for child in table.iterchildren():
        name = name_of(child)
        if name == "tr":
            yield child, False
        elif name in {"thead", "tbody", "tfoot"}:
            for row in child.iterchildren("tr"):
                yield row, name == "thead"


def _says(cell: Element) -> bool:
    return any(text.strip() for text in cell.itertext())


def _number(text: str | None, nothing: int = 1) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else nothing

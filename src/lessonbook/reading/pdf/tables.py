"""Tables over pages: one table that goes on, header rows repeated, rows that a page cuts."""

from itertools import pairwise

from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftCell, DraftRow, DraftTable, Line
from lessonbook.reading.pdf.signs import habits_of, signs_of

_SAME_EDGE = 4.0  # points by which the columns of one table may differ from page to page
_MOST_HEADER_ROWS = 3


def join_over_pages(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """The blocks of all pages, with tables that go on over pages made one."""
    joined: list[DraftBlock] = []
    last: DraftTable | None = None
    for block in blocks:
        if isinstance(block, DraftTable):
            if last is not None and _goes_on(last, block):
                _append(last, block)
                continue
            last = block
        elif isinstance(block, Draft) and block.kind != "note":
            last = None
        joined.append(block)
    for block in joined:
        if isinstance(block, DraftTable):
            _mark_header(block)
            _mark_continued(block)
    return joined


def _goes_on(table: DraftTable, other: DraftTable) -> bool:
    if other.rows[0].page != table.rows[-1].page + 1 or table.ruled != other.ruled:
        return False
    if not table.ruled:
        return table.columns == other.columns
    if len(table.columns) != len(other.columns):
        return False
    shift = other.columns[0] - table.columns[0]
    edges = zip(table.columns, other.columns, strict=True)
    if any(abs(second - first - shift) > _SAME_EDGE for first, second in edges):
        return False
    first = other.rows[0]
    return not (
        _looks_like_header(first) and _looks_like_header(table.rows[0]) and first.text() != table.rows[0].text()
    )


def _append(table: DraftTable, other: DraftTable) -> None:
    repeated = 0
    while (
        repeated < min(_MOST_HEADER_ROWS, len(other.rows) - 1, len(table.rows))
        and other.rows[repeated].text() == table.rows[repeated].text()
        and (not repeated or _looks_like_header(other.rows[repeated]))
    ):
        table.rows[repeated].header = True
        repeated += 1
    table.repeats += other.rows[:repeated]
    if repeated:
        other.rows[repeated].open_top = other.rows[repeated].open_top or other.rows[0].open_top
    table.rows += other.rows[repeated:]


def _mark_header(table: DraftTable) -> None:
    if not any(row.header for row in table.rows) and len(table.rows) > 1:
        table.rows[0].header = _looks_like_header(table.rows[0]) and not _looks_like_header(table.rows[1])


def _looks_like_header(row: DraftRow) -> bool:
    """Whether every cell has wording, little of it, and all of it bold or in capitals."""
    lines = [line for cell in row.cells for block in cell.blocks for line in block.lines]
    if len(row.cells) < 2 or not lines or not all(cell.blocks for cell in row.cells):
        return False
    short = all(sum(len(block.lines) for block in cell.blocks) <= 3 for cell in row.cells)
    return short and all(line.bold or line.text.isupper() for line in lines)


def _mark_continued(table: DraftTable) -> None:
    habits = habits_of(_sure_starts(table))
    for before, row in pairwise(table.rows):
        if row.page != before.page and not row.header and not before.header:
            row.continued = _is_continued(before, row, habits)


def _is_continued(before: DraftRow, row: DraftRow, habits: frozenset[str]) -> bool:
    """Whether a row on top of a page is the rest of the last on the page before.

    An open border says so, an empty first cell, a first cell that begins otherwise than rows of this table do, and a
    sentence that runs on.
    """
    if before.open_bottom or row.open_top:
        return True
    first = _first_line(row.cells[0])
    if first is None:
        return True
    missing = habits - signs_of(first)
    if "bold" in missing or len(missing) > 1:
        return True
    if "bold" in habits:
        return False
    return any(_runs_on(cell, other) for cell, other in zip(before.cells, row.cells, strict=False))


def _sure_starts(table: DraftTable) -> list[Line]:
    """The first lines of rows that surely begin where they stand."""
    return [
        line
        for before, row in zip([None, *table.rows], table.rows, strict=False)
        if not row.header
        and (before is None or before.page == row.page)
        and (line := _first_line(row.cells[0])) is not None
    ]


def _runs_on(cell: DraftCell, other: DraftCell) -> bool:
    """Whether a sentence goes from the end of one cell to the start of the other."""
    if not cell.blocks or not other.blocks or other.blocks[0].marker is not None:
        return False
    end, start = cell.blocks[-1].lines[-1].text.rstrip("”’\"')"), other.blocks[0].lines[0].text
    return not end.endswith((".", ":", ";", "!", "?")) and start[:1].islower()


def _first_line(cell: DraftCell) -> Line | None:
    return cell.blocks[0].lines[0] if cell.blocks else None

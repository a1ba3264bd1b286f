"""A table's row as a line: which cell stands in which column, also where a row has fewer cells than its table."""

from collections.abc import Sequence

import msgspec

from lessonbook.domain import Cell, Passage, Row
from lessonbook.extraction.digest.columns import Columns, width
from lessonbook.extraction.digest.model import HEADING_ROLES, Line, Piece, Role, Setting
from lessonbook.extraction.digest.pieces import pieces_of
from lessonbook.extraction.digest.starts import opens_case
from lessonbook.extraction.digest.words import column_start


def line_of(row: Row, columns: Columns, setting: Setting, number: int, shift: int) -> Line:
    """The line of a row, each cell under the column it belongs to; ``shift`` is that of its table."""
    cells: dict[Role, tuple[Piece, ...]] = {}
    shift = shift or shift_of((row,), columns)
    for cell in row.cells:
        role = _role(cell.column + shift, columns)
        cells[role] = (*cells.get(role, ()), *pieces_of(cell.blocks, number))
    return Line(number, {role: pieces for role, pieces in cells.items() if pieces}, setting, row.continued)


def _role(column: int, columns: Columns) -> Role:
    """A column without a heading holds more of the one before it."""
    for role in reversed(columns[: column + 1]):
        if role is not None:
            return role
    return next((role for role in columns if role is not None), "case")


def shift_of(rows: Sequence[Row], columns: Columns) -> int:
    """How far rows are moved that have fewer cells than there are columns.

    What a page cut off a case has no cell for the case, only for the columns after it; where one of the rows begins a
    case, the cells missing are the last ones.
    """
    used = sum(1 for role in columns if role is not None)
    covered = width(rows)
    if not columns or covered >= used or columns[0] not in HEADING_ROLES:
        return 0
    first_cells = [cell for row in rows for cell in row.cells if cell.column == 0 and cell.blocks]
    if not first_cells or any(opens_case(cell.blocks[0].passage) for cell in first_cells):
        return 0
    return used - covered


def without_fused_header(row: Row) -> tuple[Row, tuple[Passage, ...]]:
    """A row without the table's header that was printed into it, and the header's words.

    The header counts as fused where the first cell and another one begin with a column's heading in capitals, or
    where a cell is nothing but such headings.
    """
    cut = [_cut_header(cell) for cell in row.cells]
    headed = [index for index, (_, words) in enumerate(cut) if words]
    alone = any(words and not rest.blocks for rest, words in cut)
    if not headed or not (alone or (headed[0] == 0 and len(headed) > 1)):
        return row, ()
    cells = tuple(rest for rest, _ in cut)
    return (
        Row(cells, row.header, row.continued, row.page),
        tuple(word for _, words in cut for word in words),
    )


def _cut_header(cell: Cell) -> tuple[Cell, tuple[Passage, ...]]:
    words: list[Passage] = []
    blocks = list(cell.blocks)
    while blocks and (end := column_start(blocks[0].passage.text)):
        words.append(blocks[0].passage.cut(0, end).strip())
        rest = blocks[0].passage.cut(end).strip()
        blocks[0:1] = [msgspec.structs.replace(blocks[0], passage=rest)] if rest else []
    return Cell(tuple(blocks), cell.column, cell.columns, cell.rows), tuple(words)

"""Ruled tables of one page: words put into the cells of a grid."""

from collections import defaultdict

from lessonbook.reading.pdf.blocks import Margin, Pitch, blocks_of
from lessonbook.reading.pdf.grid import Grid, Square
from lessonbook.reading.pdf.lines import lines_of
from lessonbook.reading.pdf.model import DraftCell, DraftRow, DraftTable, Line, Word

_NARROWEST_PADDING = 1.0


def table_of(grid: Grid, words: list[Word], page: int, pitch: Pitch) -> DraftTable | None:
    """The table that a grid and the words in it make; nothing where no row has more than one cell with words."""
    inside: dict[Square, list[Word]] = defaultdict(list)
    for word in words:
        square = _square_of(grid, word)
        if square is not None:
            inside[square].append(word)
    lines = {square: lines_of(found) for square, found in inside.items()}
    pitch = pitch.with_own(list(lines.values()))
    rows = [_row(grid, at, lines, page, pitch) for at in range(len(grid.ys) - 1)]
    rows = [row for row in rows if row is not None and any(cell.blocks for cell in row.cells)]
    kept = [row for row in rows if row is not None]
    if not any(len(row.cells) > 1 for row in kept):
        return None
    kept[0].open_top = grid.open_top and kept[0].top <= grid.top + 1
    kept[-1].open_bottom = grid.open_bottom and kept[-1].bottom >= grid.bottom - 1
    return DraftTable(kept, list(grid.xs))


def _square_of(grid: Grid, word: Word) -> Square | None:
    x, y = (word.left + word.right) / 2, word.base - 0.3 * word.style.size
    return grid.square_at(x, y) or grid.square_at(
        min(max(x, grid.xs[0]), grid.xs[-1]), min(max(y, grid.top), grid.bottom)
    )


def _row(grid: Grid, at: int, lines: dict[Square, list[Line]], page: int, pitch: Pitch) -> DraftRow | None:
    squares = [square for square in grid.squares if square.row == at]
    if not squares:
        return None
    cells = []
    for square in sorted(squares, key=lambda square: square.column):
        found = lines.get(square, [])
        limit = _limit(
            square,
            [lines[other] for other in lines if other.column == square.column and other.columns == square.columns],
        )
        blocks = blocks_of(found, Margin(limit), page, pitch)
        for block in blocks:
            block.limit = limit
        cells.append(DraftCell(square.column, blocks, square.columns, square.rows))
    return DraftRow(cells, page, grid.ys[at], grid.ys[at + 1])


def _limit(square: Square, column: list[list[Line]]) -> float:
    """How far to the right wording may go in a cell: as far from its border as it begins on the left."""
    lefts = [line.left for lines in column for line in lines]
    rights = [line.right for lines in column for line in lines]
    if not lefts:
        return square.right
    padding = max(min(lefts) - square.left, _NARROWEST_PADDING)
    return max(min(square.right - padding, square.right), max(rights) if max(rights) <= square.right else 0)

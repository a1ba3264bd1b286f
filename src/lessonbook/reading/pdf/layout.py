"""One page's content as blocks in reading order: tables where they stand, running text around them."""

from lessonbook.reading.pdf.blocks import Pitch, blocks_of
from lessonbook.reading.pdf.columns import columns_of
from lessonbook.reading.pdf.lines import lines_of
from lessonbook.reading.pdf.model import Draft, DraftTable, Line, PageContent, Word
from lessonbook.reading.pdf.ruled import table_of


def blocks_of_page(page: PageContent, pitch: Pitch) -> list[Draft | DraftTable]:
    """The blocks of a page from which furniture was taken."""
    free = list(page.words)
    tables: list[tuple[float, DraftTable]] = []
    for grid in page.grids:
        inside = [word for word in free if grid.holds((word.left + word.right) / 2, word.base - 0.3 * word.style.size)]
        table = table_of(grid, inside, page.number, pitch)
        if table is not None:
            tables.append((grid.top, table))
            gone = {id(word) for word in inside}
            free = [word for word in free if id(word) not in gone]
    blocks: list[Draft | DraftTable] = []
    for top, table in [*tables, (page.height + 1, None)]:
        above = [word for word in free if word.base <= top]
        blocks += _running_text(above, page, pitch)
        free = [word for word in free if word.base > top]
        if table is not None:
            blocks.append(table)
    return blocks


def _running_text(words: list[Word], page: PageContent, pitch: Pitch) -> list[Draft | DraftTable]:
    blocks: list[Draft | DraftTable] = []
    for part in columns_of(lines_of(words), page, pitch):
        if isinstance(part, DraftTable):
            blocks.append(part)
        else:
            blocks += blocks_of(part, max(line.right for line in part), page.number, pitch)
    return blocks


def columns_for_pitch(page: PageContent) -> list[list[Line]]:
    """The page's lines cell by cell, for measuring how far apart lines usually stand."""
    cells: dict[object, list[Word]] = {}
    for word in page.words:
        x, y = (word.left + word.right) / 2, word.base - 0.3 * word.style.size
        square = next((found for grid in page.grids if (found := grid.square_at(x, y)) is not None), None)
        cells.setdefault(square, []).append(word)
    return [lines_of(words) for words in cells.values()]

"""One page's content as blocks in reading order: tables where they stand, running text around them."""

from collections.abc import Sequence

from lessonbook.reading.pdf.blocks import Margin, Pitch, blocks_of
from lessonbook.reading.pdf.boxes import Region
from lessonbook.reading.pdf.columns import columns_of
from lessonbook.reading.pdf.lines import lines_of, page_lines, strands
from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable, Furniture, Line, PageContent, Word
from lessonbook.reading.pdf.ruled import table_of
from lessonbook.reading.pdf.unruled import Band, tables_of

_MOST_OF_LINES = 0.97
_FEWEST_LINES = 40  # of running text that show how far apart its lines stand

PageBlock = Draft | DraftTable | Band | Furniture


def blocks_of_page(
    page: PageContent, pitch: Pitch, limit: float, before: PageBlock | None, boxes: Sequence[Region] = ()
) -> list[PageBlock]:
    """The blocks of a page from which furniture was taken; ``before`` is the block with which the page before ended.

    ``limit`` is how far right the document's running text goes. Tables without rules stay bands: their rows are found
    when all their pages are known. A box with text beside it comes after that text.
    """
    open_table = before if isinstance(before, Band) else None
    free = list(page.words)
    parts: list[tuple[float, list[PageBlock]]] = [(part.lines[0].top, [part]) for part in page.apart]
    for grid in page.grids:
        inside = [word for word in free if grid.holds((word.left + word.right) / 2, word.base - 0.3 * word.style.size)]
        found = table_of(grid, inside, page.number, pitch)
        if found is not None:
            parts.append((grid.top, [found]))
            free = _without(free, inside)
    for box in boxes:
        top = page.height if box.beside else box.top
        parts.append((top, _boxed(box, page, pitch)))
        free = _without(free, box.words)
    if not parts:
        return _laid_out(page_lines(page), page, pitch, limit, open_table)
    blocks: list[PageBlock] = []
    for top, part in [*sorted(parts, key=_place), (float("inf"), [])]:
        above = [word for word in free if word.base <= top]
        blocks += _running_text(above, page, pitch, limit, open_table)
        open_table = None
        free = [word for word in free if word.base > top]
        blocks += part
    return blocks


def _boxed(box: Region, page: PageContent, pitch: Pitch) -> list[PageBlock]:
    """The blocks of a box, with its number."""
    blocks = _running_text(box.words, page, pitch, box.panel.right, None)
    for block in blocks:
        if isinstance(block, Draft):
            block.boxed = box.number
    return blocks


def _without(words: list[Word], others: list[Word]) -> list[Word]:
    gone = {id(word) for word in others}
    return [word for word in words if id(word) not in gone]


def _place(part: tuple[float, list[PageBlock]]) -> float:
    return part[0]


def _running_text(
    words: list[Word], page: PageContent, pitch: Pitch, limit: float, before: Band | None
) -> list[PageBlock]:
    return _laid_out(lines_of(words), page, pitch, limit, before)


def _laid_out(lines: list[Line], page: PageContent, pitch: Pitch, limit: float, before: Band | None) -> list[PageBlock]:
    blocks: list[PageBlock] = []
    parts = columns_of(lines, page.across, page.number, before)
    for part in parts:
        if isinstance(part, Band):
            blocks.append(part)
        else:
            margin = Margin(max(line.right for line in part) if len(parts) > 1 else limit, part)
            blocks += blocks_of(part, margin, page.number, pitch)
    return blocks


def with_tables(blocks: list[DraftBlock | Band], pitch: Pitch) -> list[DraftBlock]:
    """The blocks of all pages with tables for bands; bands that go on over pages are made tables together."""
    groups: list[list[Band]] = []
    last: DraftBlock | Band | None = None
    for block in blocks:
        if isinstance(block, Furniture):
            continue
        if isinstance(block, Band):
            if isinstance(last, Band) and last.goes_on_in(block):
                groups[-1].append(block)
            else:
                groups.append([block])
        last = block
    made = {id(band): table for group in groups for band, table in zip(group, tables_of(group, pitch), strict=True)}
    return [made[id(block)] if isinstance(block, Band) else block for block in blocks]


def measured(pages: list[PageContent]) -> tuple[Pitch, float]:
    """How far apart the document's lines stand, and how far right its running text goes.

    Lines in tables tell only where there is little running text. The few lines that go further right than nearly all
    others are something else.
    """
    running = [_free_lines(page) for page in pages]
    in_tables = Pitch.of([lines for page in pages for lines in _lines_in_tables(page)])
    text = Pitch.of([strand for lines in running for strand in strands(lines)])
    usual = text.usual
    few = sum(map(len, running)) < _FEWEST_LINES
    rights = sorted(line.right for lines in running for line in lines)
    limit = rights[int(_MOST_OF_LINES * (len(rights) - 1))] if rights else 0.0
    return Pitch(usual | in_tables.usual if few else in_tables.usual | usual, text.share), limit


def _free_lines(page: PageContent) -> list[Line]:
    """The page's lines that stand in no ruled table."""
    if not page.grids:
        return page_lines(page)
    return lines_of([word for word in page.words if not any(grid.holds(word.left, word.base) for grid in page.grids)])


def _lines_in_tables(page: PageContent) -> list[list[Line]]:
    """The lines of each cell of the page's ruled tables."""
    if not page.grids:
        return []
    cells: dict[object, list[Word]] = {}
    for word in page.words:
        x, y = (word.left + word.right) / 2, word.base - 0.3 * word.style.size
        square = next((found for grid in page.grids if (found := grid.square_at(x, y)) is not None), None)
        if square is not None:
            cells.setdefault(square, []).append(word)
    return [lines_of(words) for words in cells.values()]

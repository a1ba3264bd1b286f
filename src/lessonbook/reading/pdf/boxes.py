"""Boxes around text: drawn frames and coloured grounds that hold prose, and no cells of a table.

A box has a number in the document, also where it goes on over a page. A bar of one line just above a box, its title, is
part of it; grounds that touch and have one colour, as word processors paint them paragraph by paragraph, are one box.
"""

from dataclasses import dataclass, field

from lessonbook.reading.pdf.grid import Grid
from lessonbook.reading.pdf.lines import lines_of, page_lines, segments
from lessonbook.reading.pdf.model import Line, PageContent, Panel, Word

_NARROWEST, _LOWEST = 80.0, 12.0  # points
_MOST_OF_PAGE = 0.8  # a panel that covers more of the page's height and width is its ground or border
_SAME_SIDE = 4.0
_TOUCH = 3.5
_GAP = 1.5  # wider than this share of the type size is no space between words
_COLUMN_GAP = 0.8  # and wider than this is none where lines above or below begin anew at the same place
_FEWEST_BESIDE = 3  # so many lines beside a box are running text that goes past it
_TALL = 0.6
_ONE_EDGE = 1.5
_IN_GRID = 0.5
_NEAR_LINE = 3.2  # lines so many sizes away may be rows of the same table
_LONGEST_GAP_OF_MARKER = 3.5


@dataclass(slots=True, eq=False)
class Region:
    """A box on one page, with its number in the document and the words that stand in it."""

    panel: Panel
    words: list[Word]
    lines: list[Line] = field(default_factory=list)
    number: int = 0
    beside: bool = False

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.panel.top


def number(pages: list[PageContent]) -> dict[int, list[Region]]:
    """The boxes of each page, by its number, from top to bottom, numbered through the document."""
    found: dict[int, list[Region]] = {}
    last: tuple[PageContent, Region] | None = None
    count = 0
    for page in pages:
        if not page.panels or not page.words:
            continue
        regions = _regions_of(page)
        for region in regions:
            if last is not None and region is regions[0] and _goes_on(*last, page, region):
                region.number = last[1].number
            else:
                count += 1
                region.number = count
        if regions:
            found[page.number] = regions
            last = (page, regions[-1])
    return found


def _regions_of(page: PageContent) -> list[Region]:
    panels = [panel for panel in page.panels if _may_be_box(panel, page)]
    panels = [panel for panel in panels if not any(_covers(grid, panel) for grid in page.grids)]
    panels = [panel for panel in panels if not any(_stands_beside(panel, other) for other in page.panels)]
    free = [word for word in page.words if not any(grid.holds(word.left, word.base) for grid in page.grids)]
    regions = []
    for panel in _outermost(_merged(panels)):
        words = [word for word in free if panel.holds(word)]
        if words:
            regions.append(Region(panel, words, lines_of(words)))
    regions = [region for region in regions if not _is_of_table(region, page)]
    regions = _with_titles(sorted(regions, key=lambda region: (region.top, region.panel.left)))
    kept = [region for region in regions if len(region.lines) > 1 or _is_sentence_in_frame(region)]
    taken = {id(word) for region in kept for word in region.words}
    others = [word for word in page.words if id(word) not in taken]
    for region in kept:
        region.beside = any(
            region.panel.top < word.base - 0.3 * word.style.size < region.panel.bottom for word in others
        )
    return kept


def _may_be_box(panel: Panel, page: PageContent) -> bool:
    width, height = panel.right - panel.left, panel.bottom - panel.top
    if width < _NARROWEST or height < _LOWEST:
        return False
    return height < _MOST_OF_PAGE * page.height or width < _MOST_OF_PAGE * page.width


def _covers(grid: Grid, panel: Panel) -> bool:
    """Whether a ruled table lies over most of a panel."""
    width = min(grid.xs[-1], panel.right) - max(grid.xs[0], panel.left)
    height = min(grid.bottom, panel.bottom) - max(grid.top, panel.top)
    area = (panel.right - panel.left) * (panel.bottom - panel.top)
    return width > 0 and height > 0 and width * height > _IN_GRID * area


def _stands_beside(panel: Panel, other: Panel) -> bool:
    """Whether two panels touch side by side and are equally high, as the grounds of cells in a row are."""
    level = abs(panel.top - other.top) < _SAME_SIDE and abs(panel.bottom - other.bottom) < _SAME_SIDE
    touch = min(abs(panel.left - other.right), abs(panel.right - other.left)) < _SAME_SIDE
    return level and touch and other.right - other.left > _SAME_SIDE


def _merged(panels: list[Panel]) -> list[Panel]:
    """Panels with those that touch and have one colour put together, and doubles left out."""
    merged: list[Panel] = []
    for panel in sorted(panels, key=lambda panel: (round(panel.left), panel.top)):
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.colour == panel.colour
            and _beneath(last, panel)
            and (panel.colour is not None or panel.bottom <= last.bottom + 1)
        ):
            merged[-1] = Panel(
                min(last.left, panel.left),
                last.top,
                max(last.right, panel.right),
                max(last.bottom, panel.bottom),
                last.colour,
                last.stroked or panel.stroked,
            )
        else:
            merged.append(panel)
    return merged


def _beneath(upper: Panel, lower: Panel) -> bool:
    """Whether a panel begins where another ends, or before, between the same sides."""
    same = abs(upper.left - lower.left) < _SAME_SIDE and abs(upper.right - lower.right) < _SAME_SIDE
    return same and lower.top <= upper.bottom + _TOUCH


def _outermost(panels: list[Panel]) -> list[Panel]:
    return [
        panel
        for at, panel in enumerate(panels)
        if not any(_inside(panel, other, before=place < at) for place, other in enumerate(panels) if place != at)
    ]


def _inside(panel: Panel, other: Panel, *, before: bool) -> bool:
    held = (
        other.left <= panel.left + _SAME_SIDE
        and panel.right <= other.right + _SAME_SIDE
        and other.top <= panel.top + _SAME_SIDE
        and panel.bottom <= other.bottom + _SAME_SIDE
    )
    alike = (
        panel.left <= other.left + _SAME_SIDE
        and other.right <= panel.right + _SAME_SIDE
        and panel.top <= other.top + _SAME_SIDE
        and other.bottom <= panel.bottom + _SAME_SIDE
    )
    return held and (before or not alike)


def _is_of_table(region: Region, page: PageContent) -> bool:
    """Whether its words stand in columns, by themselves or with the lines just above and below."""
    parted = [parts for line in region.lines if len(parts := _parts(line, _GAP)) > 1]
    if parted and 2 * len(parted) >= len(region.lines):
        return True
    inside = {id(word) for word in region.words}
    starts = [part.left for line in region.lines for part in _parts(line, _COLUMN_GAP)[1:]]
    around = [
        part.left
        for line in page_lines(page)
        if id(line.words[0]) not in inside and _is_near(line, region.panel)
        for part in _parts(line, _COLUMN_GAP)[1:]
    ]
    return any(abs(start - other) < _ONE_EDGE for start in starts for other in around)


def _is_near(line: Line, panel: Panel) -> bool:
    reach = _NEAR_LINE * line.size
    return panel.top - reach < line.base < panel.bottom + reach and line.left < panel.right and panel.left < line.right


def _parts(line: Line, gap: float) -> list[Line]:
    """The line's parts beside each other; what stands before an item's wording is no part."""
    parts = segments(line, gap * line.size)
    if len(parts) > 1 and len(parts[0].words) == 1:
        first = parts[0].words[0]
        if len(first.text) <= 4 and parts[1].left - first.right < _LONGEST_GAP_OF_MARKER * line.size:
            return parts[1:]
    return parts


def _with_titles(regions: list[Region]) -> list[Region]:
    """The regions, with a bar of one or two lines put to the box that begins where it ends."""
    joined: list[Region] = []
    for region in regions:
        last = joined[-1] if joined else None
        if last is not None and len(last.lines) <= 2 and _beneath(last.panel, region.panel):
            panel = Panel(last.panel.left, last.top, last.panel.right, region.panel.bottom, region.panel.colour)
            joined[-1] = Region(panel, last.words + region.words, last.lines + region.lines)
        else:
            joined.append(region)
    return joined


def _is_sentence_in_frame(region: Region) -> bool:
    return region.panel.colour is None and region.lines[0].text.endswith((".", "?", "!"))


def _goes_on(before: PageContent, last: Region, page: PageContent, region: Region) -> bool:
    """Whether a box on top of a page is the rest of the one at the foot of the page before."""
    if page.number != before.number + 1 or last.panel.colour != region.panel.colour:
        return False
    if abs((last.panel.right - last.panel.left) - (region.panel.right - region.panel.left)) > 2 * _SAME_SIDE:
        return False
    if any(line.base > last.panel.bottom for line in page_lines(before)):
        return False
    if any(line.base < region.panel.top for line in page_lines(page)):
        return False
    first, end = region.lines[0], last.lines[-1].text
    return not first.bold and (not end.endswith((".", "!", "?")) or first.size == last.lines[-1].size)

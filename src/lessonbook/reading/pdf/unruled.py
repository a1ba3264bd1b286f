"""Tables without drawn lines: rows found from where the first column begins anew and from the space between."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from lessonbook.reading.pdf.blocks import Margin, Pitch, blocks_of, would_fit
from lessonbook.reading.pdf.lines import lines_of
from lessonbook.reading.pdf.model import DraftCell, DraftRow, DraftTable, Edge, Line, Word
from lessonbook.reading.pdf.signs import habits_of, signs_of, tell

_WIDER = 0.12  # a space is wider than another when it is by this share of the type size
_ALIGNED = 0.3  # cells begin side by side when their first lines differ by no more than this share
_WIDTH = 0.8  # a rule parts rows when it is drawn along this share of the table's width
_NEARLY_ALL = 0.7
_ONE_POINT = 1.5
_LINE_SPACE = 0.6  # lines of one paragraph have less between them, in shares of the type size
_FEWEST_RULES = 2


@dataclass(slots=True)
class Columns:
    """``edges``: where each column begins, from left to right, and where the last ends."""

    edges: list[float]

    @classmethod
    def between(cls, gaps: list[tuple[float, float]], lines: list[Line], size: float) -> "Columns":
        """Columns parted by free strips. Each begins just before its words: they are set flush left."""
        inner = [right - min(0.4 * size, (right - left) / 2) for left, right in gaps]
        return cls([min([line.left for line in lines]) - 1, *inner, max([line.right for line in lines]) + 1])

    def column_of(self, word: Word) -> int:
        """The column in which a word stands."""
        middle = (word.left + word.right) / 2
        return max(0, bisect_right(self.edges, middle, 0, len(self.edges) - 1) - 1)

    def parted(self, words: list[Word]) -> list[list[Word]]:
        """The words of each column."""
        edges, last = self.edges, len(self.edges) - 1
        columns: list[list[Word]] = [[] for _ in edges[:-1]]
        for word in words:  # as column_of, without a call for each word
            columns[max(0, bisect_right(edges, (word.left + word.right) / 2, 0, last) - 1)].append(word)
        return columns

    def used_by(self, words: list[Word]) -> set[int]:
        """The columns in which words stand."""
        return {self.column_of(word) for word in words}

    def are_crossed_by(self, words: list[Word]) -> bool:
        """Whether a word stands across the start of a column."""
        return any(word.left < edge - 0.5 and word.right > edge + 0.5 for word in words for edge in self.edges[1:-1])


def has_header(lines: list[Line], columns: Columns) -> bool:
    """Whether the first line heads every column, in bold type or capitals, and what follows is set otherwise."""
    if len(lines) < 2 or len(columns.used_by(lines[0].words)) < len(columns.edges) - 1:
        return False
    wording = " ".join(line.text for line in lines[1:])
    return (lines[0].bold and not all(line.bold for line in lines[1:])) or (
        lines[0].text.isupper() and not wording.isupper()
    )


@dataclass(slots=True)
class Band:
    """The part of an unruled table that stands on one page: its lines column by column."""

    page: int
    columns: Columns
    parted: list[list[Line]]
    rules: list[float]

    @classmethod
    def of(cls, words: list[Word], columns: Columns, edges: list[Edge], page: int) -> "Band":
        """The part that ``words`` make; ``edges`` are the page's rules across."""
        parted = [lines_of(column) for column in columns.parted(words)]
        lines = [line for column in parted for line in column]
        top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
        return cls(page, columns, parted, _rules(edges, columns, top - 1, bottom + 1))

    @property
    def lines(self) -> list[Line]:
        """All lines from top to bottom."""
        return sorted((line for column in self.parted for line in column), key=lambda line: line.base)

    @property
    def size(self) -> float:
        """The size of most of its type."""
        sizes = sorted(line.size for column in self.parted for line in column)
        return sizes[len(sizes) // 2]

    def goes_on_in(self, other: "Band") -> bool:
        """Whether another part belongs to the same table."""
        return other.page == self.page + 1 and other.columns.edges == self.columns.edges


@dataclass(slots=True, frozen=True)
class BandRow:
    """What stands between two bounds of a band: the lines of each column."""

    top: float
    bottom: float
    cells: list[list[Line]]


def rows_of(bands: list[Band], pitch: Pitch) -> list[list[BandRow]]:
    """The rows of the parts of one table, a page each. What rows look like is learned from all the pages."""
    habits = _Habits.of(bands, pitch)
    return [_rows(band, habits) for band in bands]


def tables_of(bands: list[Band], pitch: Pitch) -> list[DraftTable]:
    """The parts of one table as tables, a page each."""
    pitch = with_own_pitch(bands, pitch)
    limits = [max(rights, default=0.0) for rights in zip(*(_rights(band) for band in bands), strict=True)]
    return [_table(band, rows, limits, pitch) for band, rows in zip(bands, rows_of(bands, pitch), strict=True)]


def with_own_pitch(bands: list[Band], pitch: Pitch) -> Pitch:
    """How far apart lines stand, in these parts of a table and elsewhere."""
    return pitch.with_own([column for band in bands for column in band.parted])


def _rights(band: Band) -> list[float]:
    return [max((line.right for line in column), default=0.0) for column in band.parted]


def _rows(band: Band, habits: "_Habits") -> list[BandRow]:
    return [
        BandRow(top, bottom, [[line for line in column if top <= line.base < bottom] for column in band.parted])
        for top, bottom in pairwise(_row_bounds(band, habits))
    ]


def _table(band: Band, found: list[BandRow], limits: list[float], pitch: Pitch) -> DraftTable:
    rows = []
    for row in found:
        cells = [
            DraftCell(at, blocks_of(lines, Margin(limit), band.page, pitch))
            for at, (lines, limit) in enumerate(zip(row.cells, limits, strict=True))
        ]
        rows.append(DraftRow(cells, band.page, row.top, row.bottom))
    return DraftTable(rows, list(band.columns.edges), ruled=False)


def _row_bounds(band: Band, habits: "_Habits") -> list[float]:
    """Where rows begin, from the first line's top to below the last line."""
    lines = band.lines
    strips = _strips(lines)
    begins = {*_at_rules(strips, band.rules), *_after_header(strips, band.parted)}
    if habits.short:
        begins |= {strip for strip in strips if strip.bottom - strip.top > 0}
    elif not habits.ruled:
        begins |= _chosen(strips, band.parted, habits)
    inner = [strip for strip in strips if strip in begins]
    return [lines[0].top - 1, *((strip.top + strip.bottom) / 2 for strip in inner), lines[-1].bottom + 1]


@dataclass(slots=True, frozen=True)
class _Habits:
    """What the rows of a table have in common.

    ``inside`` is the widest space between lines of one cell; ``signs`` are what their first lines share, ``ruled`` says
    that rules part them, ``short`` that every line is a row, for none needed the next.
    """

    inside: float
    signs: frozenset[str]
    ruled: bool
    short: bool

    @classmethod
    def of(cls, bands: list[Band], pitch: Pitch) -> "_Habits":
        strips = [_strips(band.lines) for band in bands]
        size = bands[0].size
        lead = pitch.of_size(size) - size + _WIDER * size
        wide = [[strip for strip in found if strip.bottom - strip.top > lead] for found in strips]
        inside = max(lead, _widest_inside(list(zip(wide, (band.parted for band in bands), strict=True))))
        fresh = [
            line
            for band, found in zip(bands, strips, strict=True)
            for line, space, _ in (_start(strip, band.parted) for strip in found)
            if line is not None and space > inside + _WIDER * line.size
        ]
        signs = habits_of(fresh, 2)
        if len(fresh) < 2 and any(
            _begin_together(strip, band.parted)
            for band, found in zip(bands, strips, strict=True)
            for strip in found[1:]
        ):
            signs = frozenset({"bold"})
        rules = sum(len(_at_rules(found[1:], band.rules)) for band, found in zip(bands, strips, strict=True))
        ruled = rules >= max(_FEWEST_RULES, len(bands))
        return cls(inside, signs, ruled, short=not ruled and _are_short(bands))


@dataclass(slots=True, frozen=True)
class _Strip:
    """Free space across all columns, from the lowest letters above to the highest below."""

    top: float
    bottom: float


def _strips(lines: list[Line]) -> list[_Strip]:
    strips = []
    reached = lines[0].bottom
    for line in sorted(lines, key=lambda line: line.top):
        if line.top > reached:
            strips.append(_Strip(reached, line.top))
        reached = max(reached, line.bottom)
    return strips


def _are_short(bands: list[Band]) -> bool:
    """Whether nearly all cells have one line, which ended although the first word of the next had room.

    The last column does not count: nothing shows how wide it is.
    """
    pairs = [
        would_fit(above, line, end)
        for band in bands
        for column, end in zip(band.parted, band.columns.edges[1:-1], strict=False)
        for above, line in pairwise(column)
    ]
    return sum(pairs) > _NEARLY_ALL * len(pairs)


def _begin_together(strip: _Strip, parted: list[list[Line]]) -> bool:
    """Whether all columns begin side by side under a strip, the first in bold type after type that is not."""
    line, _, _ = _start(strip, parted)
    if line is None or not line.words[0].style.bold:
        return False
    above = [other for other in parted[0] if other.base < line.base - 1]
    together = all(any(abs(other.base - line.base) < _ALIGNED * line.size for other in column) for column in parted[1:])
    return together and bool(above) and not above[-1].bold


def _at_rules(strips: list[_Strip], rules: list[float]) -> list[_Strip]:
    return [strip for strip in strips if any(strip.top - 2 <= rule <= strip.bottom + 2 for rule in rules)]


def _rules(edges: list[Edge], columns: Columns, top: float, bottom: float) -> list[float]:
    """The places of rules, or of borders of coloured grounds, along the whole width of the table."""
    left, right = columns.edges[0], columns.edges[-1]
    covered: dict[int, float] = {}
    for edge in edges:
        if top < edge.at < bottom:
            key = round(edge.at)
            covered[key] = covered.get(key, 0.0) + max(min(edge.end, right) - max(edge.start, left), 0.0)
    return [float(key) for key, length in covered.items() if length >= _WIDTH * (right - left)]


def _chosen(strips: list[_Strip], parted: list[list[Line]], habits: _Habits) -> set[_Strip]:
    """The strips at which rows begin.

    A space wider than any inside a cell parts rows; so does the first column beginning anew after such a space. Where
    rows begin in bold type, every row does, also one as close to the row before as a paragraph.
    """
    chosen = set()
    for strip in strips:
        line, space, aligned = _start(strip, parted)
        if line is None:
            size = parted[-1][0].size if parted[-1] else strip.bottom - strip.top
            begins = not tell(habits.signs) and strip.bottom - strip.top > habits.inside + 0.8 * size
        elif tell(habits.signs):
            begins = habits.signs <= signs_of(line) and (aligned or space > habits.inside + _WIDER * line.size)
            begins = begins and not _is_wrapped_heading(line, space, parted[0])
        else:
            begins = space > habits.inside + _WIDER * line.size
        if begins:
            chosen.add(strip)
    return chosen


def _is_wrapped_heading(line: Line, space: float, column: list[Line]) -> bool:
    """Whether a bold line goes on from a bold line just above it."""
    above = [other for other in column if other.base < line.base - 1]
    return bool(above) and above[-1].bold and space < _LINE_SPACE * line.size


def _after_header(strips: list[_Strip], parted: list[list[Line]]) -> set[_Strip]:
    """The first strip, where the lines over it head every column in bold type or capitals."""
    if not strips:
        return set()
    heads = [[line for line in column if line.base < strips[0].top + 1] for column in parted]
    if all(head and all(line.bold or line.text.isupper() for line in head) for head in heads):
        return {strips[0]}
    return set()


def _start(strip: _Strip, parted: list[list[Line]]) -> tuple[Line | None, float, bool]:
    """The first column's line just under a strip, the space above it, and whether another column begins beside it."""
    line = next((line for line in parted[0] if _is_under(line, strip)), None)
    if line is None:
        return None, 0.0, False
    above = next((other for other in reversed(parted[0]) if other.base < line.base - 1), None)
    space = line.top - above.bottom if above is not None else line.top
    aligned = any(abs(other.base - line.base) < _ALIGNED * line.size for column in parted[1:] for other in column)
    return line, space, aligned


def _is_under(line: Line, strip: _Strip) -> bool:
    apart = abs(line.top - strip.bottom)
    return apart < _ONE_POINT or apart < _ALIGNED * line.size


def _widest_inside(pages: list[tuple[list[_Strip], list[list[Line]]]]) -> float:
    """The widest space, seen twice, between lines that surely stand in one cell: no strip runs through all columns."""
    spaces = [
        line.top - above.bottom
        for strips, parted in pages
        for column in parted
        for above, line in pairwise(column)
        if not any(above.bottom - 0.5 <= strip.top and strip.bottom <= line.top + 0.5 for strip in strips)
    ]
    often = Counter(round(2 * space) for space in spaces)
    seen_twice = [space for space in spaces if often[round(2 * space)] > 1]
    return max(seen_twice or spaces, default=0.0)

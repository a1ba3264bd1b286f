"""Columns without drawn lines: where a strip from top to bottom stays free of words, columns stand beside it.

A run of lines leaves the same strips free. It is a table where a header row, the page before or the way its rows begin
say so; otherwise text set in columns, which is read one column after the other, or plain lines.
"""

import re
from dataclasses import dataclass

from lessonbook.reading.pdf.blocks import Pitch, is_marker
from lessonbook.reading.pdf.model import Edge, Line, Word
from lessonbook.reading.pdf.unruled import Band, BandRow, Columns, has_header, rows_of, with_own_pitch

_NARROWEST = 0.55  # a strip between columns is at least so wide, in shares of the type size
_WIDE = 0.75  # a strip wider than this share is no space between words
_LOOKED_AT = 8  # lines from which the usual size of type is told
_SHORT = 6  # a line of so few words may stand across a strip: a total, a heading of two cells
_FEWEST_LINES = 3
_LARGER = 1.12  # lines in type so many times larger than the rest stand between tables, not in them
_NUMBERS = re.compile(r"[\d.ivxl…·]+")
_LEAST_FILL = 0.6  # lines of text set in columns fill so much of their column's width
_FEWEST_COLUMN_LINES = 5
_FEWEST_LINES_OF_FLOWS = 10
_FEWEST_LAST_LINES = 2


@dataclass(slots=True)
class _Run:
    """Lines that leave ``gaps`` free: strips from their left to their right side."""

    lines: list[Line]
    gaps: list[tuple[float, float]]

    @property
    def words(self) -> list[Word]:
        """All their words."""
        return [word for line in self.lines for word in line.words]


def columns_of(lines: list[Line], edges: list[Edge], page: int, before: Band | None) -> list[list[Line] | Band]:
    """The lines as parts of tables and as runs of lines to be read one after the other, in reading order.

    ``edges`` are the page's rules across; ``before`` is the unruled table with which the page before ended.
    """
    parts: list[list[Line] | Band] = []
    plain: list[Line] = []
    at = 0
    if before is not None and lines:
        band, at = _continuation(lines, edges, page, before)
        parts += [band] if band is not None else []
    while at < len(lines):
        found, end = _parts_from(lines, at, edges, page)
        if not found:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            parts.append(plain)
            plain = []
        parts += found
        at = end
    return [*parts, plain] if plain else parts


def _continuation(lines: list[Line], edges: list[Edge], page: int, before: Band) -> tuple[Band | None, int]:
    """The part of the table before that stands on top of this page, and how many lines it takes."""
    columns, usual = before.columns, before.size
    end = 0
    for line in lines:
        if columns.are_crossed_by(line.words) or line.size > _LARGER * usual or line.left < columns.edges[0] - usual:
            break
        end += 1
    while end and end < len(lines) and lines[end - 1].bold and len(columns.used_by(lines[end - 1].words)) == 1:
        end -= 1  # a heading over what comes next
    if not end:
        return None, 0
    words = [word for line in lines[:end] for word in line.words]
    if columns.used_by(words) == {0} and not has_header(lines[:end], columns):
        return None, 0
    return Band.of(words, columns, edges, page), end


def _parts_from(lines: list[Line], start: int, edges: list[Edge], page: int) -> tuple[list[list[Line] | Band], int]:
    """What stands in columns from a line on, and the line after it; nothing where nothing does."""
    if not _has_gap(lines[start]):
        return [], start
    run = _run(lines, start)
    found, end = _parts_of(run, lines, start, edges, page) if run is not None else ([], start)
    if found and isinstance(found[0], Band):
        return found, end
    if not _has_larger(lines, start):
        return found, end  # the run of any size is the same run
    flows, flows_end = _flows_with_headings(_run(lines, start, any_size=True), lines, start)
    return (flows, flows_end) if flows_end > end else (found, end)


def _has_gap(line: Line) -> bool:
    """Whether somewhere in a line there is room for a strip between columns: columns begin with such a line."""
    right = line.words[0].right
    for word in line.words[1:]:
        if word.left - right >= _NARROWEST * word.style.size:
            return True
        right = max(right, word.right)
    return False


def _has_larger(lines: list[Line], start: int) -> bool:
    """Whether larger type stands from a line on."""
    most = _LARGER * _usual_size(lines[start : start + _LOOKED_AT])
    return any(line.size > most for line in lines[start:])


def _flows_with_headings(run: _Run | None, lines: list[Line], start: int) -> tuple[list[list[Line] | Band], int]:
    """Text in columns with headings in larger type within a column, as newsletters have it, and the line after it.

    ``run`` are the lines from the first on whatever their size.
    """
    if run is None or len(run.lines) < _FEWEST_LINES_OF_FLOWS:
        return [], start
    columns = _columns_in(run, lines[start])
    if columns is None:
        return [], start
    larger = run.lines[0].size > _LARGER * _usual_size(run.lines)  # a table's header is not set larger than its rows
    if has_header(run.lines, columns) and not larger and not _has_inner_heading(run.lines, columns):
        return [], start
    band = Band.of(run.words, columns, [], 0)
    if not _are_flows(band.parted, columns) or _has_rows(band):
        return [], start
    return list(band.parted), start + len(run.lines)


def _has_inner_heading(lines: list[Line], columns: Columns) -> bool:
    """Whether larger type stands in one column below the first lines, where a table has its rows."""
    usual = _usual_size(lines)
    larger = ([word for word in line.words if word.style.size > _LARGER * usual] for line in lines[_FEWEST_LINES:])
    return any(len(columns.used_by(words)) == 1 for words in larger if words)


def _parts_of(
    run: _Run, lines: list[Line], start: int, edges: list[Edge], page: int
) -> tuple[list[list[Line] | Band], int]:
    columns = _columns_in(run, lines[start])
    if columns is None:
        return [], start
    end = start + len(run.lines)
    part = Band.of(run.words, columns, edges, page)
    if has_header(run.lines, columns) or _has_rows(part):
        return [part], end
    if _are_flows(part.parted, columns):
        return list(part.parted), end
    return [], start


def _columns_in(run: _Run, first: Line) -> Columns | None:
    """The columns of a run; none where its first line has words in one of them only, or it is a list of contents."""
    columns = Columns.between(run.gaps, run.lines, _usual_size(run.lines))
    if len(columns.edges) < 3 or len(columns.used_by(first.words)) < 2 or _is_contents(run.words, columns):
        return None
    return columns


def _run(lines: list[Line], start: int, *, any_size: bool = False) -> _Run | None:
    first = lines[start]
    gaps = [(min([line.left for line in lines]), max([line.right for line in lines]))]
    left, right = first.left, first.right  # of the taken lines
    usual = _usual_size(lines[start : start + _LOOKED_AT])
    taken: list[Line] = []
    inner: list[tuple[float, float]] = []  # what of the gaps has words of the taken lines on both sides
    for line in lines[start:]:
        if taken and ((line.size > _LARGER * usual and not any_size) or line.base - taken[-1].base > 6 * usual):
            break
        kept = _without(gaps, line)
        taken.append(line)
        left, right = min(left, line.left), max(right, line.right)
        after = _inner(kept, taken, left, right)
        if len(taken) > _FEWEST_LINES and _loses_one(inner, after, line):
            taken.pop()
            break
        gaps, inner = kept, after
        if len(taken) >= _FEWEST_LINES and not inner:
            break
    while taken and _is_alone(taken[-1], inner) and taken[-1].bold and len(taken) < len(lines) - start:
        taken.pop()
        inner = _inner(gaps, taken, *_sides(taken))
    if len(taken) < _FEWEST_LINES - 1 or not inner or (first.size > _LARGER * usual and not any_size):
        return None
    return _Run(taken, inner)


def _loses_one(before: list[tuple[float, float]], after: list[tuple[float, float]], line: Line) -> bool:
    """Whether a line ends the run: it stands across a strip that is wider than any space between words."""
    if not after:
        return True
    wide = [gap for gap in before if gap[1] - gap[0] > _WIDE * line.size]
    return len(line.words) > _SHORT and any(not any(_meet(gap, other) for other in after) for gap in wide)


def _meet(gap: tuple[float, float], other: tuple[float, float]) -> bool:
    return gap[0] < other[1] and other[0] < gap[1]


def _is_alone(line: Line, gaps: list[tuple[float, float]]) -> bool:
    return bool(gaps) and line.right <= gaps[0][0] + 1


def _without(gaps: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """The strips that a line's words leave free."""
    for word in line.words:
        for left, right in gaps:
            if word.right > left and word.left < right:
                break
        else:
            continue  # as most words: none of the strips is touched
        least = _NARROWEST * word.style.size
        cut: list[tuple[float, float]] = []
        for left, right in gaps:
            if word.right <= left or word.left >= right:
                cut.append((left, right))
                continue
            cut += [part for part in ((left, word.left), (word.right, right)) if part[1] - part[0] >= least]
        gaps = cut
    return gaps


def _sides(lines: list[Line]) -> tuple[float, float]:
    """How far left and right lines go."""
    return min([line.left for line in lines], default=0.0), max([line.right for line in lines], default=0.0)


def _inner(gaps: list[tuple[float, float]], lines: list[Line], left: float, right: float) -> list[tuple[float, float]]:
    """The strips with words on both sides, those between a bullet and its wording left out.

    ``left`` and ``right`` are how far the lines go. Strips come from left to right.
    """
    kept: list[tuple[float, float]] = []
    since = left
    for gap in gaps:
        if gap[0] > left and gap[1] < right and _has_wording(lines, since - 1, gap[0] + 1):
            kept.append(gap)
            since = gap[1]
    return kept


def _has_wording(lines: list[Line], left: float, right: float) -> bool:
    """Whether a word that is no bullet stands between two places."""
    for line in lines:
        if line.right < left or line.left > right:
            continue
        for word in line.words:
            if word.right <= right and word.left >= left and not is_marker(word.text):
                return True
    return False


def _usual_size(lines: list[Line]) -> float:
    sizes = sorted([word.style.size for line in lines for word in line.words])
    return sizes[len(sizes) // 2]


def _is_contents(words: list[Word], columns: Columns) -> bool:
    """Whether this is a list of contents or a numbered list: page numbers last, or numbers before one column."""
    last = len(columns.edges) - 2
    return _are_numbers(words, columns, last) or (last == 1 and _are_numbers(words, columns, 0))


def _are_numbers(words: list[Word], columns: Columns, column: int) -> bool:
    """Whether the first or the last column has numbers and nothing else."""
    left = columns.edges[column] if column else float("-inf")
    right = columns.edges[column + 1] if column < len(columns.edges) - 2 else float("inf")
    found = False
    for word in words:
        if left <= (word.left + word.right) / 2 < right:
            if not _NUMBERS.fullmatch(word.text):
                return False
            found = True
    return found


def _has_rows(band: Band) -> bool:
    """Whether the columns' words begin side by side again and again, as rows do and running text does not."""
    rows = rows_of([band], with_own_pitch([band], Pitch({})))[0]
    full = sum(1 for row in rows if sum(map(bool, row.cells)) >= 2)
    if len(rows) < 2 or full < 0.6 * len(rows) or len(band.lines) < len(rows) * 2:
        return False
    return len(band.parted) > 2 or any(_ends_early(row) for row in rows)


def _ends_early(row: BandRow) -> bool:
    """Whether the first column has room for two lines and more where another goes on: text set in columns has not."""
    ends = [max([line.base for line in cell], default=row.top) for cell in row.cells]
    return max(ends[1:]) - ends[0] > 2.4 * max([line.size for cell in row.cells for line in cell], default=10.0)


def _are_flows(flows: list[list[Line]], columns: Columns) -> bool:
    """Whether these are columns of text: each has lines enough, the last a few after long ones, and they fill it."""
    long = min(len(lines) for lines in flows[:-1]) >= _FEWEST_LINES_OF_FLOWS
    for lines, left, right in zip(flows, columns.edges, columns.edges[1:], strict=False):
        fewest = _FEWEST_LAST_LINES if long and lines is flows[-1] else _FEWEST_COLUMN_LINES
        if len(lines) < fewest:
            return False
        width = min(right, max(line.right for line in lines)) - max(left, min(line.left for line in lines))
        if sum(line.right - line.left for line in lines) < _LEAST_FILL * width * len(lines):
            return False
    return True

"""Ruled tables: the grid that drawn lines make, with cells that cover several of its squares."""

from dataclasses import dataclass
from itertools import pairwise

from lessonbook.reading.pdf.model import Edge, Panel

_NEAR = 3.0  # lines meet when they come this close
_ONE_LINE = 4.0  # lines closer than this are one line of the grid: double rules, cells with a little air between
_COVERED = 0.6  # a border is there when this share of it is drawn


@dataclass(slots=True, frozen=True, eq=False)
class Square:
    """A cell of a grid: its first column and row, how many it covers, and where it is on the page."""

    column: int
    row: int
    columns: int
    rows: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Grid:
    """A ruled table's squares. ``xs`` and ``ys`` are the places of its lines, outer ones included.

    ``open_top`` and ``open_bottom``: no line closes it there, as when a page cuts a row.
    """

    xs: list[float]
    ys: list[float]
    squares: list[Square]
    open_top: bool
    open_bottom: bool

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.ys[-1]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[0] - _NEAR <= y <= self.ys[-1] + _NEAR

    def square_at(self, x: float, y: float) -> Square | None:
        """The cell in which a point lies."""
        for square in self.squares:
            if square.left <= x <= square.right and square.top <= y <= square.bottom:
                return square
        return None


def grids_of(across: list[Edge], upright: list[Edge]) -> tuple[list[Grid], list[Panel]]:
    """The ruled tables of a page, top to bottom, and its frames, which are one cell wide.

    A grid inside a cell of another is left to that cell.
    """
    columns = _merged([edge for edge in upright if edge.drawn])
    if not columns:
        return [], []
    rows = _without_underlines(_merged([edge for edge in across if edge.drawn]), columns)
    grids: list[Grid] = []
    frames: list[Panel] = []
    for group in _touching(rows, columns):
        grid = _grid(*group)
        if grid is not None:
            grids.append(grid)
        else:
            frames += _frames(*group)
    outer = [grid for grid in grids if not any(_inside(grid, other) for other in grids if other is not grid)]
    return sorted(outer, key=lambda grid: (grid.top, grid.xs[0])), frames


def _frames(rows: list[Edge], columns: list[Edge]) -> list[Panel]:
    """The frames one above the other that two upright lines and the lines between them make."""
    xs = _places([edge.at for edge in columns])
    if len(xs) != 2 or not rows:
        return []
    ys = _places([*(edge.at for edge in rows), *(edge.start for edge in columns), *(edge.end for edge in columns)])
    return [Panel(xs[0], top, xs[1], bottom, stroked=True) for top, bottom in pairwise(ys)]


def _merged(edges: list[Edge]) -> list[Edge]:
    """Edges on one line put together where they touch or overlap."""
    merged: list[Edge] = []
    lanes: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda edge: edge.at):
        if lanes and edge.at - lanes[-1][-1].at <= 1.0:
            lanes[-1].append(edge)
        else:
            lanes.append([edge])
    for lane in lanes:
        lane.sort(key=lambda edge: edge.start)
        at, start, end = lane[0].at, lane[0].start, lane[0].end
        for edge in lane[1:]:
            if edge.start <= end + _NEAR:
                end = max(end, edge.end)
            else:
                merged.append(Edge(at, start, end))
                at, start, end = edge.at, edge.start, edge.end
        merged.append(Edge(at, start, end))
    return merged


def _without_underlines(rows: list[Edge], columns: list[Edge]) -> list[Edge]:
    """The lines across that are borders: they meet two upright lines, or cross one, or go from one to a table's side.

    A line under the words of a link may begin at the border of a narrow cell; it ends where the words do.
    """
    rules: list[Edge] = []
    others: list[tuple[Edge, list[float]]] = []
    for row in rows:
        meets = [column.at for column in columns if _meet(row, column)]
        if len(meets) > 1 or any(row.start + _NEAR < at < row.end - _NEAR for at in meets):
            rules.append(row)
        else:
            others.append((row, meets))
    sides = [side for row in rules for side in (row.start, row.end)]
    return rules + [
        row for row, meets in others if all(_is_near(end, [*sides, *meets]) for end in (row.start, row.end))
    ]


def _is_near(place: float, places: list[float]) -> bool:
    return any(abs(place - other) <= _NEAR for other in places)


def _meet(row: Edge, column: Edge) -> bool:
    return row.start - _NEAR <= column.at <= row.end + _NEAR and column.start - _NEAR <= row.at <= column.end + _NEAR


def _touching(rows: list[Edge], columns: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Groups of lines that meet each other."""
    group_of = list(range(len(rows) + len(columns)))

    def root(at: int) -> int:
        while group_of[at] != at:
            group_of[at] = group_of[group_of[at]]
            at = group_of[at]
        return at

    for i, row in enumerate(rows):
        for j, column in enumerate(columns, len(rows)):
            if _meet(row, column):
                group_of[root(i)] = root(j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(columns, len(rows)):
        groups.setdefault(root(j), ([], []))[1].append(column)
    return list(groups.values())


def _grid(rows: list[Edge], columns: list[Edge]) -> Grid | None:
    if not columns:
        return None
    xs = _places([*(e.at for e in columns), *(e.start for e in rows), *(e.end for e in rows)])
    ys = _places([*(e.at for e in rows), *(e.start for e in columns), *(e.end for e in columns)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    squares = _squares(xs, ys, rows, columns)
    if len(squares) < 2:
        return None
    return Grid(
        xs,
        ys,
        squares,
        open_top=not _drawn(rows, ys[0], xs[0], xs[-1]),
        open_bottom=not _drawn(rows, ys[-1], xs[0], xs[-1]),
    )


def _places(values: list[float]) -> list[float]:
    """The lines of a grid from the places of its edges: those nearly the same are one, in their middle."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][0] <= _ONE_LINE:
            places[-1].append(value)
        else:
            places.append([value])
    return [(place[0] + place[-1]) / 2 for place in places]


def _drawn(edges: list[Edge], at: float, start: float, end: float) -> bool:
    """Whether most of the way from ``start`` to ``end`` a line is drawn at ``at``."""
    covered = 0.0
    reached = start
    for edge in sorted((e for e in edges if abs(e.at - at) <= _ONE_LINE), key=lambda edge: edge.start):
        first, last = max(edge.start, reached), min(edge.end, end)
        if last > first:
            covered += last - first
            reached = last
    return covered >= _COVERED * (end - start)


def _squares(xs: list[float], ys: list[float], rows: list[Edge], columns: list[Edge]) -> list[Square]:
    """The cells: squares with no border between them belong together, as far as they make a rectangle."""
    wide, high = len(xs) - 1, len(ys) - 1
    right_of = [[_drawn(columns, xs[c + 1], ys[r], ys[r + 1]) for c in range(wide)] for r in range(high)]
    under = [[_drawn(rows, ys[r + 1], xs[c], xs[c + 1]) for c in range(wide)] for r in range(high)]
    taken = [[False] * wide for _ in range(high)]
    squares: list[Square] = []
    for r in range(high):
        for c in range(wide):
            if taken[r][c]:
                continue
            last_c = c
            while last_c + 1 < wide and not right_of[r][last_c] and not taken[r][last_c + 1]:
                last_c += 1
            last_r = r
            while last_r + 1 < high and _goes_on(under, right_of, last_r, c, last_c):
                last_r += 1
            for row in taken[r : last_r + 1]:
                row[c : last_c + 1] = [True] * (last_c + 1 - c)
            squares.append(Square(c, r, last_c + 1 - c, last_r + 1 - r, xs[c], ys[r], xs[last_c + 1], ys[last_r + 1]))
    return squares


def _goes_on(under: list[list[bool]], right_of: list[list[bool]], row: int, first: int, last: int) -> bool:
    return not any(under[row][c] for c in range(first, last + 1)) and not any(
        right_of[row + 1][c] for c in range(first, last)
    )


def _inside(grid: Grid, other: Grid) -> bool:
    return (
        other.xs[0] <= grid.xs[0] + _NEAR
        and grid.xs[-1] <= other.xs[-1] + _NEAR
        and other.top <= grid.top + _NEAR
        and grid.bottom <= other.bottom + _NEAR
    )

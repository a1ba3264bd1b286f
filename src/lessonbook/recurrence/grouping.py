"""Wordings into lessons, in the order in which they were said.

Each wording, in the order of its day (then its key), joins the lesson that it is surest to belong to, among the lessons
begun before it; where it is near none, it begins one. It is compared with the wording that began the lesson only, so
nothing chains. What is said later never moves what was said before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lessonbook.meaning import Signed
from lessonbook.recurrence.sameness import LEAST_LIKENESS, LEAST_TOTAL, SURE_ENOUGH, share
from lessonbook.recurrence.shelf import Floats, Rows, Shelf
from lessonbook.recurrence.words import Words

# At most so many wordings make one lesson: what is said more often than that in other words is a theme.
MOST = 500
_NEVER = date.max
_AT_ONCE, _PIECE = 1_024, 8_192  # wordings that are compared at once with so many leaders: 32 MB of products
# A stored meaning has this length, squared. Sums of products of signed bytes stay under 2**24: exact in float32.
_SQUARE = 127.0**2


class Item(NamedTuple):
    """A wording: key, day it was first said (undated ones count as last), meaning (signed bytes), words."""

    key: str
    day: date | None
    vector: Signed
    words: Words


class Place(NamedTuple):
    """Where a wording belongs: the key of the one that began its lesson, and how sure that is."""

    leader: str
    sureness: float


def group(items: Iterable[Item], known: Mapping[str, Place] | None = None) -> dict[str, Place]:
    """The place of each wording; the order of ``items``, which are read once, does not matter.

    ``known`` are places found before: they are taken as they are from the earliest item up to the first that has none,
    since what comes later has no part in them. Give only those that were found with the same earlier items.
    """
    ranks: list[tuple[date, str]] = []
    return group_shelf(ranks, Shelf.of(_noted(items, ranks)), known)


def group_shelf(
    ranks: Sequence[tuple[date, str]], shelf: Shelf, known: Mapping[str, Place] | None = None
) -> dict[str, Place]:
    """As ``group``, of wordings on a shelf; ``ranks`` has, for each of its rows, what ``rank_of`` gives."""
    order = sorted(range(len(ranks)), key=ranks.__getitem__)
    shelf, keys = shelf.take(np.array(order, np.int64)), [ranks[row][1] for row in order]
    begun = _Begun(shelf)
    first = 0
    row_of = {key: row for row, key in enumerate(keys)}
    while known and first < len(keys) and (place := known.get(keys[first])) is not None:
        begun.put(first, row_of[place.leader], place.sureness)
        first += 1
    for start in range(first, len(keys), _AT_ONCE):
        begun.place(start, min(start + _AT_ONCE, len(keys)))
    return {key: Place(keys[leader], sure) for key, (leader, sure) in zip(keys, begun.places, strict=True)}


def rank(item: Item) -> tuple[date, str]:
    """The order in which wordings are placed."""
    return rank_of(item.day, item.key)


def rank_of(day: date | None, key: str) -> tuple[date, str]:
    """The order in which a wording of this day is placed."""
    return day or _NEVER, key


def _noted(items: Iterable[Item], ranks: list[tuple[date, str]]) -> Iterator[tuple[Signed, Words]]:
    for item in items:
        ranks.append(rank(item))
        yield item.vector, item.words


class _Begun:
    """The lessons begun so far, on a shelf whose rows are in the order in which they are placed."""

    def __init__(self, shelf: Shelf) -> None:
        self.places: list[tuple[int, float]] = []
        self._shelf = shelf
        self._leaders: list[int] = []
        self._sizes = np.zeros(len(shelf), np.int64)  # by the row of the leader; nought where a row leads none

    def put(self, row: int, leader: int, sure: float) -> None:
        """Give the next row its place."""
        self.places.append((leader, sure))
        self._sizes[leader] += 1
        if row == leader:
            self._leaders.append(row)

    def place(self, start: int, end: int) -> None:
        """Find the places of these rows, which are the next."""
        rows, near, alike = self._near(start, end)
        bounds = np.searchsorted(rows, np.arange(start, end + 1))
        for row, first, last in zip(range(start, end), bounds[:-1], bounds[1:], strict=True):
            self.put(row, *self._best(row, near[first:last], alike[first:last]))

    def _best(self, row: int, near: Rows, alike: Floats) -> tuple[int, float]:
        open_ = (self._sizes[near] > 0) & (self._sizes[near] < MOST)
        near, alike = near[open_], alike[open_]
        best, found = row, 0.0
        if len(near):
            totals = self._shelf.totals(self._shelf, row, near, alike)
            for at in np.flatnonzero(totals >= LEAST_TOTAL):
                sure = share(float(totals[at]))
                if sure >= SURE_ENOUGH and sure > found:  # of two alike the earlier: rows are in their order
                    best, found = int(near[at]), sure
        return best, found or 1.0

    def _near(self, start: int, end: int) -> tuple[Rows, Rows, Floats]:
        """Rows, what each may be compared with (leaders so far and rows before it), and how alike; in order."""
        mine = self._shelf.vectors[start:end].astype(np.float32)
        others = np.concatenate([np.array(self._leaders, np.int64), np.arange(start, end)])
        found = [
            _products(mine, self._shelf.vectors, part) for part in np.split(others, range(_PIECE, len(others), _PIECE))
        ]
        rows, near, alike = (np.concatenate(parts) for parts in zip(*found, strict=True))
        rows = rows + start
        before = near < rows
        rows, near, alike = rows[before], near[before], alike[before]
        order = np.lexsort((near, rows))
        return rows[order], near[order], alike[order]


def _products(mine: NDArray[np.float32], vectors: Signed, rows: Rows) -> tuple[Rows, Rows, Floats]:
    products = mine @ vectors[rows].astype(np.float32).T
    at = np.flatnonzero(products >= LEAST_LIKENESS * _SQUARE - 1)
    alike = products.ravel()[at].astype(np.float64) / _SQUARE
    at, alike = at[alike >= LEAST_LIKENESS], alike[alike >= LEAST_LIKENESS]
    return at // len(rows), rows[at % len(rows)], alike

"""Wordings into lessons, in the order in which they were said.

Each wording, in the order of its day (then its key), joins the lesson that it is surest to belong to, among the lessons
begun before it; where it is near none, it begins one. It is compared with the wording that began the lesson only, so
nothing chains. What is said later never moves what was said before.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lessonbook.meaning import likeness
from lessonbook.recurrence.sameness import LEAST_LIKENESS, SURE_ENOUGH, sureness
from lessonbook.recurrence.words import Words

# At most so many wordings make one lesson: what is said more often than that in other words is a theme.
MOST = 500
_NEVER = date.max
_ROOM = 256


class Item(NamedTuple):
    """A wording: key, day it was first said (undated ones count as last), meaning (signed bytes), words."""

    key: str
    day: date | None
    vector: NDArray[np.int8]
    words: Words


class Place(NamedTuple):
    """Where a wording belongs: the key of the one that began its lesson, and how sure that is."""

    leader: str
    sureness: float


def group(items: Iterable[Item], known: Mapping[str, Place] | None = None) -> dict[str, Place]:
    """The place of each wording; the order of ``items`` does not matter.

    ``known`` are places found before: they are taken as they are from the earliest item up to the first that has none,
    since what comes later has no part in them. Give only those that were found with the same earlier items.
    """
    ordered = sorted(items, key=rank)
    known = known or {}
    places: dict[str, Place] = {}
    leaders = _Leaders()
    sizes: dict[str, int] = {}
    still_known = True
    for item in ordered:
        still_known = still_known and item.key in known
        place = known[item.key] if still_known else _place_of(item, leaders, sizes)
        places[item.key] = place
        sizes[place.leader] = sizes.get(place.leader, 0) + 1
        if place.leader == item.key:
            leaders.add(item)
    return places


def rank(item: Item) -> tuple[date, str]:
    """The order in which wordings are placed."""
    return item.day or _NEVER, item.key


def _place_of(item: Item, leaders: "_Leaders", sizes: Mapping[str, int]) -> Place:
    best = Place(item.key, 1.0)
    found = 0.0
    for leader, alike in leaders.near(item.vector):
        if sizes[leader.key] >= MOST:
            continue
        sure = sureness(alike, item.words, leader.words)
        if sure >= SURE_ENOUGH and sure > found:  # of two alike the earlier: leaders come in their order
            best, found = Place(leader.key, sure), sure
    return best


class _Leaders:
    """The wordings that began lessons, with their meanings in one array that is scanned at once."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._vectors = np.zeros((_ROOM, 0), np.int8)

    def add(self, item: Item) -> None:
        count = len(self._items)
        if self._vectors.shape[1] == 0:
            self._vectors = np.zeros((_ROOM, len(item.vector)), np.int8)
        elif count == len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        self._vectors[count] = item.vector
        self._items.append(item)

    def near(self, vector: NDArray[np.int8]) -> list[tuple[Item, float]]:
        if not self._items:
            return []
        alike = likeness(vector, self._vectors[: len(self._items)])
        return [(self._items[index], float(alike[index])) for index in np.flatnonzero(alike >= LEAST_LIKENESS)]

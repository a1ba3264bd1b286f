"""Lessons after a change, as ``grouping`` would make them of everything, found by looking at what the change touches.

Wordings are placed anew in their order. One that begins a lesson calls those after it that would be surer of it; one
that no longer does sends its members away; all others keep their places.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple, Protocol

from lessonbook.recurrence import grouping
from lessonbook.recurrence.grouping import rank_of

_AHEAD = 256
Rank = tuple[date, str]


class Held(NamedTuple):
    """A wording that is held: the day it was first said, the leader of its lesson, how sure that is."""

    day: date | None
    leader: str
    sureness: float


class Store(Protocol):
    """What is known of wordings before the change; comparisons also of those that are new."""

    def places(self, keys: Collection[str]) -> Mapping[str, Held]:
        """Those of these wordings that had places."""

    def members(self, leader: str) -> Mapping[str, Held]:
        """The wordings of the lesson that a wording began, it too."""

    def matches(self, keys: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each, all wordings that are sure enough to be one lesson with it, and how sure; never itself."""


def regroup(store: Store, gone: Collection[str], new: Mapping[str, date | None]) -> dict[str, Held | None]:
    """The places that are other than before, ``None`` for wordings that are gone.

    ``new`` are wordings with their days; one whose day has changed is new and not gone.
    """
    work = _Regrouping(store)
    work.leave_all([*gone, *new])
    work.enter_all(new)
    return work.changed()


class _Regrouping:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._before: dict[str, Held | None] = {}
        self._now: dict[str, Held | None] = {}
        self._joined: dict[str, set[str]] = defaultdict(set)
        self._matches: dict[str, Mapping[str, float]] = {}
        # What is to be placed anew, with leaders that call it; None where all leaders are to be asked.
        self._calls: dict[str, dict[str, float] | None] = {}
        self._waiting: list[Rank] = []

    def leave_all(self, keys: Collection[str]) -> None:
        self._know(keys)
        for key in keys:
            if held := self._held(key):
                self._leave(key, held)
                self._now[key] = None

    def enter_all(self, new: Mapping[str, date | None]) -> None:
        for key, day in new.items():
            self._now[key] = Held(day, "", 0.0)
            self._call(key, None)
        while self._waiting:
            _, key = heappop(self._waiting)
            if (held := self._held(key)) is not None and key in self._calls:
                self._place(key, held)

    def changed(self) -> dict[str, Held | None]:
        return {key: held for key, held in self._now.items() if held != self._before.get(key)}

    def _place(self, key: str, held: Held) -> None:
        calls = self._calls.pop(key)
        options = self._all_leaders(key, held) if calls is None else self._callers(key, calls, held)
        mine = rank_of(held.day, key)
        leader, sure = key, 1.0
        for other in sorted(options, key=lambda one: (-options[one], self._rank(one))):
            if self._count_before(other, mine) < grouping.MOST:
                leader, sure = other, options[other]
                break
        if leader == held.leader:
            return
        if held.leader:
            self._leave(key, held)
            self._joined[held.leader].discard(key)
        self._now[key] = Held(held.day, leader, sure)
        self._joined[leader].add(key)
        if leader == key:
            self._call_those_after(key, mine)
        elif len(members := self._members(leader)) > grouping.MOST:
            self._call(max(members, key=lambda one: rank_of(members[one].day, one)), None)

    def _all_leaders(self, key: str, held: Held) -> dict[str, float]:
        mine = rank_of(held.day, key)
        return {
            other: sure
            for other, sure in self._matching(key).items()
            if self._leads(other) and self._rank(other) < mine
        }

    def _callers(self, key: str, calls: dict[str, float], held: Held) -> dict[str, float]:
        options = {other: sure for other, sure in calls.items() if self._leads(other)}
        if held.leader != key and self._leads(held.leader):
            options[held.leader] = held.sureness
        return options

    def _leave(self, key: str, held: Held) -> None:
        """What follows when a wording leaves its lesson: its members look anew, or a full lesson has room."""
        if held.leader == key:
            for member in self._members(key):
                if member != key:
                    self._call(member, None)
        elif self._leads(held.leader) and len(self._members(held.leader)) >= grouping.MOST:
            self._call_those_after(held.leader, rank_of(held.day, key))

    def _call_those_after(self, leader: str, after: Rank) -> None:
        matching = self._matching(leader)
        for other, sure in matching.items():
            held = self._held(other)
            if held is None or rank_of(held.day, other) <= after or held.leader == leader:
                continue
            if held.leader == other or sure >= held.sureness:
                self._call(other, {leader: sure})

    def _call(self, key: str, callers: dict[str, float] | None) -> None:
        if key not in self._calls:
            self._calls[key] = callers
            heappush(self._waiting, self._rank(key))
        elif callers is None or (known := self._calls[key]) is None:
            self._calls[key] = None
        else:
            known.update(callers)

    def _count_before(self, leader: str, mine: Rank) -> int:
        return sum(rank_of(held.day, key) < mine for key, held in self._members(leader).items())

    def _members(self, leader: str) -> dict[str, Held]:
        kept = {key: held for key, held in self._store.members(leader).items() if key not in self._now}
        joined = ((key, self._now.get(key)) for key in self._joined[leader])
        return kept | {key: held for key, held in joined if held is not None and held.leader == leader}

    def _matching(self, key: str) -> Mapping[str, float]:
        if key not in self._matches:
            # Those that wait to be compared with all are asked for at once: a look through all costs nearly the same.
            ahead = [
                one for _, one in self._waiting if self._calls.get(one, {}) is None and self._held(one) is not None
            ]
            wanted = [key, *(one for one in dict.fromkeys(ahead) if one not in self._matches and one != key)]
            found = self._store.matches(wanted[:_AHEAD])
            self._matches.update(found)
            self._know({other for matching in found.values() for other in matching})
        return self._matches[key]

    def _leads(self, key: str) -> bool:
        held = self._held(key)
        return held is not None and held.leader == key

    def _rank(self, key: str) -> Rank:
        held = self._held(key)
        return rank_of(held.day if held else None, key)

    def _held(self, key: str) -> Held | None:
        if key in self._now:
            return self._now[key]
        if key not in self._before:
            self._know([key])
        return self._before[key]

    def _know(self, keys: Iterable[str]) -> None:
        unknown = [key for key in keys if key not in self._before]
        if unknown:
            found = self._store.places(unknown)
            self._before.update((key, found.get(key)) for key in unknown)

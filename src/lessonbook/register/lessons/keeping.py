"""Keeping lessons as the register is: a step after meanings have been learned, since lessons rest on them.

Every change of the register notes which wordings it touched. Few of them are followed from one to the next
(``recurrence.regroup``); where much has changed all wordings are grouped anew. Both give the same lessons.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

import numpy as np
from django.db.models import Min, QuerySet

from lessonbook.meaning import Signed
from lessonbook.recurrence import KINDS, Held, Place, Shelf, Words, group_shelf, named, regroup, words_of
from lessonbook.recurrence.grouping import rank_of
from lessonbook.register import models
from lessonbook.register.lessons import decisions, shelves
from lessonbook.register.lessons.models import Member, Touched
from lessonbook.register.opening import changing
from lessonbook.register.parts import in_parts

_AT_A_TIME = 500
_FEW, _SHARE = 64, 0.02  # as many, or this share of all wordings, are followed one by one


def said() -> QuerySet[models.Line]:
    """The lines that take part in lessons: those of held and withdrawn reviews are not there."""
    return models.Line.objects.filter(kind__in=KINDS)


def note(wordings: Collection[str], **_: object) -> None:
    """Note that a change touched these wordings. Called inside its transaction."""
    for part in in_parts(sorted(wordings)):
        Touched.objects.bulk_create((Touched(wording=key) for key in part), ignore_conflicts=True)


@changing
def update() -> int:
    """Bring lessons up to the register's statements; the number of wordings whose place changed."""
    if not shelves.usable():
        return _all_anew() if said().exists() or Member.objects.exists() else 0
    touched = list(Touched.objects.order_by("pk").values_list("wording", flat=True))
    if len(touched) > max(_FEW, _SHARE * Member.objects.count()):
        return _all_anew()
    return _followed(touched) if touched else 0


def _followed(touched: Collection[str]) -> int:
    before, waiting = _rows(touched), _without_meaning(touched)
    now = {
        key: first
        for part in in_parts(touched)
        for key, text, first in said()
        .filter(wording__in=part, wording__vector__isnull=False)
        .values_list("wording_id", "wording__text")
        .annotate(first=Min("review__published_from"))
        if words_of(text).says_something
    }
    gone = [key for key in touched if key in before and key not in now]
    fresh = {key: day for key, day in now.items() if key not in before}
    moved = {key: day for key, day in now.items() if key in before and before[key].day != day}
    shelves.take(gone)
    shelves.put(list(fresh))
    changed = regroup(_Kept(), gone, fresh | moved)
    _store(changed)
    _touched_are(waiting)
    if changed:
        decisions.apply()
    return sum(held is not None for held in changed.values())


def _all_anew() -> int:
    rows = {row.wording: row for row in Member.objects.iterator()}
    days: dict[str, date | None] = {}
    shelf = Shelf.of(_wordings(days))
    places = group_shelf([rank_of(day, key) for key, day in days.items()], shelf)
    _changed_to(rows, days, places)
    shelves.fill(list(days), shelf)
    _touched_are(
        list(models.Wording.objects.filter(vector__isnull=True, lines__kind__in=KINDS).values_list("pk", flat=True))
    )
    decisions.apply()
    return sum(
        (old := rows.get(key)) is None or (old.day, old.leader) != (days[key], place.leader)
        for key, place in places.items()
    )


def _changed_to(rows: Mapping[str, Member], days: Mapping[str, date | None], places: Mapping[str, Place]) -> None:
    ids = named({key: row.found for key, row in rows.items()}, {key: one.leader for key, one in places.items()})
    Member.objects.all().delete()
    Member.objects.bulk_create(
        (_member(key, Held(days[key], *place), ids[place.leader]) for key, place in places.items()),
        batch_size=_AT_A_TIME,
    )


class _Kept:
    """The lessons as they are stored, for ``regroup``."""

    def __init__(self) -> None:
        self._members: dict[str, dict[str, Held]] = {}

    def places(self, keys: Collection[str]) -> dict[str, Held]:
        return {key: _held(row) for key, row in _rows(keys).items()}

    def members(self, leader: str) -> dict[str, Held]:
        if leader not in self._members:
            self._members[leader] = {row.wording: _held(row) for row in Member.objects.filter(leader=leader)}
        return self._members[leader]

    def matches(self, keys: Collection[str]) -> dict[str, dict[str, float]]:
        return shelves.matches(keys)


def _store(changed: Mapping[str, Held | None]) -> None:
    """Store the places that changed, and the ids of the lessons that they left or joined."""
    before = _rows(changed)
    leaders = {held.leader for held in changed.values() if held} | {row.leader for row in before.values()}
    names = {row.found for row in before.values()}
    names |= {row.found for part in in_parts(leaders) for row in Member.objects.filter(leader__in=part)}
    about = {row.wording: row for part in in_parts(names) for row in Member.objects.filter(found__in=part)}
    now = {key: _held(row) for key, row in about.items() if key not in changed}
    now |= {key: held for key, held in changed.items() if held}
    ids = named(
        {key: row.found for key, row in about.items()},
        {key: held.leader for key, held in now.items()},
        lambda name: Member.objects.filter(found=name).exists(),
    )
    fresh = [
        _member(key, held, ids[held.leader])
        for key, held in now.items()
        if key in changed or about[key].found != ids[held.leader]
    ]
    for part in in_parts([key for key, held in changed.items() if held is None]):
        Member.objects.filter(pk__in=part).delete()
    Member.objects.bulk_create(
        fresh,
        batch_size=_AT_A_TIME,
        update_conflicts=True,
        unique_fields=["wording"],
        update_fields=["day", "leader", "sureness", "found", "lesson"],
    )


def _wordings(days: dict[str, date | None]) -> Iterator[tuple[Signed, Words]]:
    """The meanings and words of all that take part in lessons; ``days`` is given when each was first said."""
    first_said = dict(said().values_list("wording_id").annotate(first=Min("review__published_from")).iterator())
    rows = models.Wording.objects.filter(vector__isnull=False).order_by("pk").values_list("key", "text", "vector")
    for key, text, vector in rows.iterator():
        if key in first_said and vector is not None and (words := words_of(text)).says_something:
            days[key] = first_said[key]
            yield np.frombuffer(bytes(vector), np.int8), words


def _rows(keys: Iterable[str]) -> dict[str, Member]:
    return {row.wording: row for part in in_parts(list(keys)) for row in Member.objects.filter(pk__in=part)}


def _held(row: Member) -> Held:
    return Held(row.day, row.leader, row.sureness)


def _member(key: str, held: Held, lesson: str) -> Member:
    return Member(wording=key, day=held.day, leader=held.leader, sureness=held.sureness, found=lesson, lesson=lesson)


def _without_meaning(keys: Collection[str]) -> list[str]:
    return [
        key
        for part in in_parts(keys)
        for key in models.Wording.objects.filter(pk__in=part, vector__isnull=True).values_list("pk", flat=True)
    ]


def _touched_are(keys: Collection[str]) -> None:
    Touched.objects.all().delete()
    note(sorted(set(keys)))

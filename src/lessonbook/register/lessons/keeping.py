"""Keeping lessons as the register is: a step after meanings have been learned, since lessons rest on them."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from operator import eq

import numpy as np
from django.db.models import Min, QuerySet

from lessonbook.recurrence import KINDS, Item, Place, group, named, words_of
from lessonbook.recurrence.grouping import rank
from lessonbook.register import models
from lessonbook.register.lessons import decisions
from lessonbook.register.lessons.models import Member
from lessonbook.register.opening import changing
from lessonbook.register.parts import in_parts

_AT_A_TIME = 500


def said() -> QuerySet[models.Line]:
    """The lines that take part in lessons: those of held and withdrawn reviews are not there."""
    return models.Line.objects.filter(kind__in=KINDS)


@changing
def update() -> int:
    """Bring lessons up to the register's statements; the number of wordings whose place changed.

    Wordings up to the first that is new, gone or of another day keep their places without being compared again.
    """
    items = sorted(_items(), key=rank)
    rows = {row.wording: row for row in Member.objects.all()}
    known = _unmoved(items, rows.values())
    if len(known) == len(items) == len(rows):
        return 0
    places = group(items, known)
    ids = named({row.wording: row.found for row in rows.values()}, {key: one.leader for key, one in places.items()})
    fresh = [_row(item, places[item.key], ids) for item in items]
    changed = [row for row in fresh if (old := rows.get(row.wording)) is None or not _alike(row, old)]
    _forget(set(rows) - set(places))
    Member.objects.bulk_create(
        changed,
        batch_size=_AT_A_TIME,
        update_conflicts=True,
        unique_fields=["wording"],
        update_fields=["day", "leader", "sureness", "found", "lesson"],
    )
    decisions.apply()
    return len(changed)


def _items() -> Iterable[Item]:
    rows = (
        said()
        .filter(wording__vector__isnull=False)
        .values_list("wording_id", "wording__text", "wording__vector")
        .annotate(first=Min("review__published_from"))
    )
    for key, text, vector, first in rows.iterator():
        yield Item(key, first, np.frombuffer(bytes(vector), np.int8), words_of(text))


def _unmoved(items: Sequence[Item], rows: Iterable[Member]) -> dict[str, Place]:
    """The places of the earliest wordings, up to the first that is not as it was."""
    before = sorted(rows, key=lambda row: (row.day or date.max, row.wording))
    pairs = zip(map(rank, items), ((row.day or date.max, row.wording) for row in before), strict=False)
    count = sum(1 for _ in takewhile(lambda pair: eq(*pair), pairs))
    return {row.wording: Place(row.leader, row.sureness) for row in before[:count]}


def _row(item: Item, place: Place, ids: dict[str, str]) -> Member:
    lesson = ids[place.leader]
    return Member(
        wording=item.key, day=item.day, leader=place.leader, sureness=place.sureness, found=lesson, lesson=lesson
    )


def _alike(one: Member, other: Member) -> bool:
    return (one.day, one.leader, one.found) == (other.day, other.leader, other.found)


def _forget(keys: Iterable[str]) -> None:
    for part in in_parts(sorted(keys)):
        Member.objects.filter(pk__in=part).delete()

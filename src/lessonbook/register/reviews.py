"""Finding reviews: by id, by filters."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from typing import TypedDict, Unpack

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from lessonbook.domain import LessonbookError, PartialDate, Review
from lessonbook.domain.serialise import from_json
from lessonbook.register import models
from lessonbook.register.matching.candidates import heir
from lessonbook.vocabulary import areas

_AT_A_TIME = 500
_COLUMNS = ("section", "audience", "scope", "status")
_GSS = re.compile(r"[EWSN]\d{8}")


def get(review_id: str) -> Review:
    """The review with this id, or the only one whose id begins so; a merged review's id leads to what it became.

    Raises ``LessonbookError``: ``review-unknown``, ``review-ambiguous``.
    """
    return from_json(row(review_id).record, Review)


def row(review_id: str) -> models.Review:
    """The same, as the table's row."""
    wanted = review_id.strip().lower()
    exact = models.Review.objects.filter(id=wanted).first()
    found = [exact] if exact else list(models.Review.objects.filter(id__startswith=wanted or "-").order_by("id")[:6])
    heirs = {one.pk: one for one in map(heir, found)}
    if not heirs:
        raise LessonbookError(
            "review-unknown", f"No review has the id “{review_id}”: `lessonbook reviews` lists those there are."
        )
    if len(heirs) > 1:
        some = ", ".join(list(heirs)[:5])
        raise LessonbookError(
            "review-ambiguous", f"Several reviews begin with “{review_id}” ({some}): give more of the id."
        )
    return next(iter(heirs.values()))


class Filters(TypedDict, total=False):
    """What reviews are filtered by; see ``find``."""

    area: str | None
    published_from: PartialDate | str | None
    published_to: PartialDate | str | None
    undated: bool
    section: str | None
    audience: str | None
    scope: str | None
    status: str | None
    kind: str | None
    label: str | None
    document: str | None


def find(*, text: str | None = None, **filters: Unpack[Filters]) -> Iterator[Review]:
    """Reviews that meet every filter given, by month of publication, undated ones last.

    ``area`` is a name or a GSS code; a review of several authorities is found under each. A review counts as published
    in the period where its date can lie in it; with ``undated``, those without a date are found too. ``label`` and
    ``text`` (a statement, the harm, the title) are looked for without regard to case. ``document`` is a SHA-256 or
    the beginning of one. Raises ``LessonbookError`` ``date-unreadable`` or ``area-unknown``.
    """
    found = _records(models.Review.objects.filter(_wanted(filters)))
    return filter(partial(_says, text.casefold()), found) if text else found


def page(after: str, limit: int, statuses: Collection[str], **filters: Unpack[Filters]) -> list[Review]:
    """At most ``limit`` reviews with one of the statuses, in order of id, those after the id ``after``.

    Reviews that come or go meanwhile move none of the others from one page to the next. Raises as ``find`` does.
    """
    rows = models.Review.objects.filter(_wanted(filters), id__gt=after, status__in=statuses).order_by("id")
    return [from_json(record, Review) for record in rows.values_list("record", flat=True)[:limit]]


def _wanted(filters: Filters) -> Q:
    wanted = Q(live=True)
    for column in _COLUMNS:
        value = filters.get(column)
        wanted &= Q(**{column: value}) if value else Q()
    first, last = _day(filters.get("published_from"), "earliest"), _day(filters.get("published_to"), "latest")
    wanted &= _published(first, last, undated=filters.get("undated", False))
    if area := filters.get("area"):
        wanted &= _with_key(*(f"area:{code}" for code in _codes(area)))
    if kind := filters.get("kind"):
        wanted &= _with_key(f"kind:{kind}")
    if document := filters.get("document"):
        wanted &= Q(id__in=models.Entry.objects.filter(live=True, document__pk__startswith=document).values("review"))
    if label := filters.get("label"):
        wanted &= Q(label__icontains=label)
    return wanted


def count() -> int:
    """How many reviews there are."""
    return models.Review.objects.filter(live=True).count()


def document_names() -> dict[str, str]:
    """The name under which each document was taken in, by SHA-256."""
    return dict(models.Document.objects.order_by("sha256").values_list("sha256", "name"))


def _records(rows: QuerySet[models.Review]) -> Iterator[Review]:
    ordered = rows.order_by("published_from", Lower("area"), Lower("label"), "id")
    dated, undated = ordered.filter(published_from__isnull=False), ordered.filter(published_from__isnull=True)
    for part in (dated, undated):
        for record in part.values_list("record", flat=True).iterator(_AT_A_TIME):
            yield from_json(record, Review)


def _published(first: date | None, last: date | None, *, undated: bool) -> Q:
    if first is None and last is None:
        return Q()
    dated = Q(published_from__isnull=False)
    dated &= Q(published_to__gte=first) if first else Q()
    dated &= Q(published_from__lte=last) if last else Q()
    return dated | Q(published_from__isnull=True) if undated else dated


def _day(value: PartialDate | str | None, end: str) -> date | None:
    if value is None:
        return None
    try:
        point = PartialDate(value) if isinstance(value, str) else value
    except ValueError as error:
        raise LessonbookError("date-unreadable", f"{error}.") from error
    day: date = getattr(point, end)
    return day


def _codes(area: str) -> tuple[str, ...]:
    if _GSS.fullmatch(area.strip()):
        return (area.strip(),)
    return tuple(authority.gss for authority in areas.find(area).authorities)


def _with_key(*keys: str) -> Q:
    return Q(id__in=models.ReviewKey.objects.filter(key__in=keys).values("review"))


def _says(words: str, review: Review) -> bool:
    texts = [statement.text for statement in review.statements]
    texts += [review.title or "", review.harm.as_written if review.harm else ""]
    return any(words in text.casefold() for text in texts)

"""What is told of lessons: who said them where and when, and whether a statement was said before."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec
from django.db.models import QuerySet

from lessonbook.domain import Evidence, LessonbookError, Review
from lessonbook.domain.serialise import from_json
from lessonbook.recurrence import KINDS
from lessonbook.register import models
from lessonbook.register.lessons import decisions
from lessonbook.register.lessons.models import Member
from lessonbook.register.parts import in_parts
from lessonbook.vocabulary import areas

Before = Literal["new", "elsewhere", "here"]


class Instance(msgspec.Struct, frozen=True):
    """One statement of a lesson, with its source. ``sureness`` is that it says what the lesson's first wording says."""

    review: str
    statement: str
    kind: str
    text: str
    area: str | None
    label: str | None
    published: str | None
    addressees: tuple[str, ...]
    themes: tuple[str, ...]
    sureness: float
    evidence: tuple[Evidence, ...]


class Lesson(msgspec.Struct, frozen=True):
    """A lesson: the wording that stands for it, how many reviews, where, to whom, first and last year, every instance.

    ``weakest`` is the lowest sureness of an instance. Undated reviews count in ``reviews`` and in ``undated``.
    """

    id: str
    wording: str
    reviews: int
    areas: tuple[str, ...]
    addressees: tuple[str, ...]
    first: int | None
    last: int | None
    undated: int
    weakest: float
    instances: tuple[Instance, ...]


class Said(msgspec.Struct, frozen=True):
    """Whether a statement was said before its review: in how many earlier reviews, in how many areas, since when.

    Reviews without a date of publication are neither earlier nor later: ``undated`` counts them.
    """

    before: Before
    reviews: int
    areas: int
    since: int | None
    undated: int


def lessons(
    *, area: str | None = None, theme: str | None = None, limit: int | None = None, approved: bool = False
) -> list[Lesson]:
    """The lessons that more than one review says, those of most reviews first.

    ``area`` is a name or GSS code, ``theme`` an id: a lesson is listed where one of its statements has it.
    ``approved`` counts and tells approved reviews only, as readers see them.
    Raises ``LessonbookError`` ``area-unknown``.
    """
    reviews: dict[str, set[str]] = defaultdict(set)
    lesson_of = dict(Member.objects.values_list("wording", "lesson"))
    for wording, review in _said_in(approved=approved).values_list("wording_id", "review_id"):
        if wording in lesson_of:
            reviews[lesson_of[wording]].add(review)
    wanted = _reviews_of(area) if area else None
    found: list[Lesson] = []
    for name, saying in sorted(reviews.items(), key=lambda one: (-len(one[1]), one[0])):
        if len(saying) < 2 or (wanted is not None and saying.isdisjoint(wanted)):
            continue
        told = _told(name, approved=approved)
        if theme is None or any(theme in one.themes for one in told.instances):
            found.append(told)
        if len(found) == limit:
            break
    return found


def lesson(name: str, *, approved: bool = False) -> Lesson:
    """The lesson with this id or its beginning, ``approved`` as in ``lessons``.

    Raises ``LessonbookError`` as ``decisions.known`` does, and ``lesson-unknown`` where no approved review says it.
    """
    told = _told(decisions.known(name), approved=approved)
    if approved and not told.instances:
        raise LessonbookError("lesson-unknown", "There is no lesson at this address: it may not be approved yet.")
    return told


def said_before(review: Review) -> dict[str, Said]:
    """For each statement of a review that is in a lesson, whether it was said before, by the statement's id."""
    day = review.published.earliest if review.published else None
    here = {one.gss for one in review.area.authorities} if review.area else set()
    lines = models.Line.objects.filter(review=review.id, kind__in=KINDS).values_list("statement", "wording_id")
    lesson_of = dict(Member.objects.filter(pk__in=[key for _, key in lines]).values_list("wording", "lesson"))
    return {key: _said(lesson_of[wording], review.id, day, here) for key, wording in lines if wording in lesson_of}


def lines_for(reviews: Iterable[Review]) -> dict[str, str]:
    """What a digest says of each recommendation that was made before, as “Said in 14 earlier reviews in 9 areas since
    2016”, by the statement's id. A count of areas leaves out reviews without a named area.
    """
    lines: dict[str, str] = {}
    for review in reviews:
        recommended = {one.id for one in review.statements if one.kind == "recommendation"}
        for key, said in said_before(review).items():
            if said.reviews and key in recommended:
                lines[key] = said_in_words(said)
    return lines


def said_in_words(said: Said) -> str:
    """“Said in 3 earlier reviews in 2 areas since 2016”; one review is of a year."""
    if said.reviews == 1:
        return f"Said in 1 earlier review, of {said.since}."
    places = f" in {said.areas} {'area' if said.areas == 1 else 'areas'}" if said.areas else ""
    return f"Said in {said.reviews} earlier reviews{places} since {said.since}."


def _said(name: str, review: str, day: date | None, here: set[str]) -> Said:
    rows = {
        row.pk: row
        for row in models.Review.objects.filter(pk__in={line.review_id for line in _lines(name)}).exclude(pk=review)
    }
    undated = sum(row.published_from is None for row in rows.values())
    earlier = {pk: row for pk, row in rows.items() if day and row.published_from and row.published_from < day}
    keys = models.ReviewKey.objects.filter(review__in=list(earlier), key__startswith="area:")
    places = set(keys.values_list("key", flat=True))
    before: Before = "new" if not earlier else "elsewhere"
    if earlier and any(f"area:{code}" in places for code in here):
        before = "here"
    years = [row.published_from.year for row in earlier.values() if row.published_from]
    named = {row.area for row in earlier.values() if row.area and "nnamed" not in row.area}
    return Said(before, len(earlier), len(named), min(years, default=None), undated)


def _said_in(*, approved: bool) -> QuerySet[models.Line]:
    """What reviews say that can be in a lesson; ``approved``: only what approved ones say."""
    lines = models.Line.objects.filter(kind__in=KINDS)
    return lines.filter(review__status="approved") if approved else lines


def _lines(name: str, *, approved: bool = False) -> Iterable[models.Line]:
    wordings = list(Member.objects.filter(lesson=name).values_list("wording", flat=True))
    return [
        line
        for part in in_parts(wordings)
        for line in _said_in(approved=approved).filter(wording__in=part).select_related("wording", "review")
    ]


def _told(name: str, *, approved: bool) -> Lesson:
    members = {row.wording: row for row in Member.objects.filter(lesson=name)}
    lines = list(_lines(name, approved=approved))
    records = {line.review_id: from_json(line.review.record, Review) for line in lines}
    places = [(line.wording_id, _instance(line, records[line.review_id], members[line.wording_id])) for line in lines]
    places.sort(key=lambda one: (one[1].published or "9", one[1].review, one[1].statement))
    instances = tuple(instance for _, instance in places)
    days = [record.published for record in records.values()]
    years = sorted(day.earliest.year for day in days if day)
    first = _stands_for([wording for wording, _ in places], decisions.pinned(name), members)
    texts = {line.wording_id: line.wording.text for line in lines}
    return Lesson(
        id=name,
        wording=texts.get(first, ""),
        reviews=len(records),
        areas=tuple(sorted({one.area for one in instances if one.area})),
        addressees=tuple(sorted({name for one in instances for name in one.addressees})),
        first=years[0] if years else None,
        last=years[-1] if years else None,
        undated=days.count(None),
        weakest=min((one.sureness for one in instances), default=1.0),
        instances=instances,
    )


def _stands_for(said: list[str], pinned: str | None, members: dict[str, Member]) -> str:
    """The pinned wording, the one that began the lesson, or the earliest: the first of these that is still said."""
    began = next((row.leader for row in members.values() if row.leader in members), None)
    return next((key for key in (pinned, began) if key in said), said[0] if said else "") or ""


def _instance(line: models.Line, review: Review, member: Member) -> Instance:
    statement = next(one for one in review.statements if one.id == line.statement)
    return Instance(
        review=review.id,
        statement=line.statement,
        kind=line.kind,
        text=line.wording.text,
        area=review.area.as_written if review.area else None,
        label=review.label or review.title,
        published=str(review.published) if review.published else None,
        addressees=statement.addressees,
        themes=statement.themes,
        sureness=member.sureness,
        evidence=statement.evidence,
    )


def _reviews_of(area: str) -> set[str]:
    keys = [f"area:{one.gss}" for one in areas.find(area).authorities]
    return set(models.ReviewKey.objects.filter(key__in=keys).values_list("review_id", flat=True))

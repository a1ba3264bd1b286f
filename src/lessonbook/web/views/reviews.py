"""A review's page: what the record says, each statement with the words that it rests on."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessonbook.domain import Review, Statement
from lessonbook.register import models, reviews
from lessonbook.register.lessons import telling
from lessonbook.vocabulary import areas, themes
from lessonbook.web.access import review_for
from lessonbook.web.exporting import json_of

_KINDS = ("key-issue", "learning", "recommendation", "consideration", "action", "good-practice")
HEADINGS = {
    "key-issue": "Key issues",
    "learning": "Learning",
    "recommendation": "Recommendations",
    "consideration": "Points to consider",
    "action": "Actions",
    "good-practice": "Good practice",
}


@require_safe
def review(request: HttpRequest, review_id: str) -> HttpResponse:
    """One review."""
    found = review_for(request, review_id)
    said = {key: telling.said_in_words(one) for key, one in telling.said_before(found).items() if one.reviews}
    context = {
        "review": found,
        "groups": grouped(found),
        "said": said,
        "names": reviews.document_names(),
        "regions": sorted({region for one in _authorities(found) if (region := areas.region_of(one))}),
        "theme_names": {theme.id: theme.name for theme in themes.THEMES},
        "lesson_of": _lessons(found),
    }
    return render(request, "web/review.html", context)


@require_safe
def record(request: HttpRequest, review_id: str) -> HttpResponse:
    """The record as it is exported."""
    return json_of(review_for(request, review_id))


def grouped(found: Review) -> list[tuple[str, list[Statement]]]:
    """The statements under the heading of their kind, each group in the order of the record."""
    ordered = sorted(found.statements, key=lambda one: _KINDS.index(one.kind))
    return [(HEADINGS[kind], list(held)) for kind, held in groupby(ordered, key=lambda one: one.kind)]


def _authorities(found: Review) -> list[str]:
    return [one.gss for one in found.area.authorities] if found.area else []


def _lessons(found: Review) -> dict[str, str]:
    """The lesson that each statement belongs to where others say it too, by the statement's id."""
    from lessonbook.register.lessons.models import Member  # noqa: PLC0415

    lines = dict(models.Line.objects.filter(review=found.id).values_list("statement", "wording_id"))
    lesson_of = dict(Member.objects.filter(pk__in=set(lines.values())).values_list("wording", "lesson"))
    return {statement: lesson_of[wording] for statement, wording in lines.items() if wording in lesson_of}

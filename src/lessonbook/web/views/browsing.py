"""Themes, lessons, areas and addressees: a list of each and a page for each one; pictures and their numbers."""

from collections import Counter
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessonbook.domain import LessonbookError, PartialDate
from lessonbook.plotting import LessonBars, Picture, Recurring, Saying, Timeline, area_grid, themes_by_year
from lessonbook.plotting import render as drawn
from lessonbook.register import coding
from lessonbook.register.lessons import telling
from lessonbook.register.lessons.telling import Lesson
from lessonbook.search.query import Filter
from lessonbook.search.searching import Options, search
from lessonbook.vocabulary import addressees, areas
from lessonbook.vocabulary.themes import GROUPS, THEMES
from lessonbook.web.access import approved_only, filters_for, shown
from lessonbook.web.exporting import csv_of, json_of

_SHOWN = 20
_LISTED = 100


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """Every theme with its uses."""
    uses = {use.theme: use for use in coding.uses()}
    if request.GET.get("format") == "csv":
        rows = [(one.id, one.name, one.group, uses[one.id].statements, uses[one.id].reviews) for one in THEMES]
        return csv_of("themes.csv", [("theme", "name", "group", "statements", "reviews"), *rows])
    groups = [
        (group.replace("-", " ").capitalize(), [(one, uses[one.id]) for one in THEMES if one.group == group])
        for group in GROUPS
    ]
    return render(request, "web/themes.html", {"groups": groups})


@require_safe
def theme(request: HttpRequest, name: str) -> HttpResponse:
    """One theme: what it is, what is said of it, which lessons recur in it."""
    found = next((one for one in THEMES if one.id == name), None)
    if found is None:
        raise LessonbookError("theme-unknown", "There is no theme at this address: see the list of themes.")
    context = {
        "theme": found,
        "lessons": _lessons(request, theme=name, limit=5),
        **_said(request, Filter("theme", name)),
    }
    return render(request, "web/theme.html", context)


@require_safe
def lessons(request: HttpRequest) -> HttpResponse:
    """What more than one review says, the most said first."""
    area, name = request.GET.get("area") or None, request.GET.get("theme") or None
    found = _lessons(request, area=area, theme=name, limit=_LISTED)
    if request.GET.get("format") == "json":
        return json_of(found)
    if request.GET.get("format") == "csv":
        return csv_of("lessons.csv", [_LESSON_COLUMNS, *map(_lesson_row, found)])
    return render(request, "web/lessons.html", {"lessons": found, "area": area or "", "theme": name, "themes": THEMES})


@require_safe
def lesson(request: HttpRequest, name: str) -> HttpResponse:
    """One lesson: every instance with its source, who said it first and last."""
    found = telling.lesson(name, approved=approved_only(request))
    if request.GET.get("format") == "json":
        return json_of(found)
    return render(request, "web/lesson.html", {"lesson": found})


@require_safe
def area_list(request: HttpRequest) -> HttpResponse:
    """Every area that a review names, by region."""
    counts: Counter[str] = Counter()
    for review in shown(request):
        counts.update(one.gss for one in (review.area.authorities if review.area else ()))
    rows = sorted(
        ((areas.region_of(gss) or "", areas.name_of(gss) or gss, gss, count) for gss, count in counts.items())
    )
    if request.GET.get("format") == "csv":
        return csv_of("areas.csv", [("region", "area", "gss", "reviews"), *((r, n, g, c) for r, n, g, c in rows)])
    regions: dict[str, list[tuple[str, str, int]]] = {}
    for region, name, gss, count in rows:
        regions.setdefault(region or "Not in a region of England", []).append((name, gss, count))
    return render(request, "web/areas.html", {"regions": regions})


@require_safe
def area(request: HttpRequest, gss: str) -> HttpResponse:
    """One area: its reviews, what they say, which lessons it shares with others."""
    name = areas.name_of(gss)
    if name is None:
        raise LessonbookError("place-unknown", "There is no council with this code: see the list of areas.")
    context = {
        "name": name,
        "gss": gss,
        "region": areas.region_of(gss),
        "reviews": list(shown(request, area=gss)),
        "lessons": _lessons(request, area=name, limit=5),
    }
    return render(request, "web/area.html", context)


@require_safe
def addressee_list(request: HttpRequest) -> HttpResponse:
    """Everybody whom statements address, with the number of reviews."""
    counts = dict(search("", Options(filters=filters_for(request), limit=1)).facets.get("to", []))
    rows = [(one, counts.get(one.id, 0)) for one in addressees.ADDRESSEES]
    return render(request, "web/addressees.html", {"rows": sorted(rows, key=lambda row: (-row[1], row[0].name))})


@require_safe
def addressee(request: HttpRequest, name: str) -> HttpResponse:
    """One addressee: what it has been asked."""
    found = next((one for one in addressees.ADDRESSEES if one.id == name), None)
    if found is None:
        raise LessonbookError("addressee-unknown", "There is no agency at this address: see the list of agencies.")
    return render(request, "web/addressee.html", {"addressee": found, **_said(request, Filter("to", name))})


@require_safe
def plot(request: HttpRequest, subject: str, form: str) -> HttpResponse:
    """A picture for a board paper as SVG or PNG, or its numbers as CSV."""
    picture = _PICTURES[subject](request)
    if form == "csv":
        return csv_of(f"{subject}.csv", picture.rows())
    data = drawn(picture, "svg" if form == "svg" else "png")
    response = HttpResponse(data, content_type="image/svg+xml" if form == "svg" else "image/png")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@require_safe
def plots(request: HttpRequest) -> HttpResponse:
    """The pictures, each described in words."""
    described = []
    for subject, draw in _PICTURES.items():
        try:
            described.append((subject, draw(request)))
        except LessonbookError:
            continue  # nothing recurs yet: there is no timeline
    return render(request, "web/plots.html", {"pictures": described})


def _said(request: HttpRequest, wanted: Filter) -> dict[str, object]:
    results = search("", Options(filters=(wanted, *filters_for(request)), limit=_SHOWN))
    return {"results": results, "wanted": wanted}


def _lesson_bars(request: HttpRequest) -> Picture:
    found = _lessons(request, area=request.GET.get("area") or None, theme=request.GET.get("theme") or None, limit=15)
    lines = (Recurring(one.id, one.wording, one.reviews, len(one.areas), one.first, one.last) for one in found)
    return LessonBars(tuple(lines))


def _timeline(request: HttpRequest) -> Picture:
    name = request.GET.get("lesson")
    most_said = [telling.lesson(name, approved=approved_only(request))] if name else _lessons(request, limit=1)
    if not most_said:
        raise LessonbookError("lesson-none", "No lesson is said by more than one review: there is no timeline to draw.")
    told = most_said[0]
    sayings = (
        Saying(one.review, one.label, one.area, one.kind, PartialDate(one.published) if one.published else None)
        for one in told.instances
    )
    return Timeline(told.wording, tuple(sayings))


_PICTURES: dict[str, Callable[[HttpRequest], Picture]] = {
    "themes": lambda request: themes_by_year(shown(request)),
    "areas": lambda request: area_grid(shown(request)),
    "lessons": _lesson_bars,
    "timeline": _timeline,
}


def _lessons(request: HttpRequest, *, area: str | None = None, theme: str | None = None, limit: int) -> list[Lesson]:
    """The lessons that this person may see."""
    return telling.lessons(area=area, theme=theme, limit=limit, approved=approved_only(request))


_LESSON_COLUMNS = ("lesson", "wording", "reviews", "areas", "addressees", "first", "last", "undated")


def _lesson_row(one: Lesson) -> tuple[object, ...]:
    places, to = "; ".join(one.areas), "; ".join(one.addressees)
    return (one.id, one.wording, one.reviews, places, to, one.first, one.last, one.undated)

"""Find: the search of the register, with facets; any view has an address of its own, and an export."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from lessonbook.domain import LessonbookError
from lessonbook.search.facets import FACETS, name_of
from lessonbook.search.hits import Results
from lessonbook.search.query import Filter
from lessonbook.search.searching import Options, search
from lessonbook.web.access import filters_for
from lessonbook.web.asked import date_of
from lessonbook.web.exporting import csv_of, json_of
from lessonbook.web.paging import Pages

_A_PAGE = 20
_MOST_EXPORTED = 5_000
_VALUES = 8
_HEADINGS = {
    "kind": "Kind of review",
    "audience": "Children or adults",
    "area": "Area",
    "region": "Region",
    "year": "Published",
    "outcome": "Outcome",
    "section": "Section",
    "theme": "Theme",
    "to": "Addressed to",
    "method": "Method",
    "statement": "Kind of statement",
    "status": "Status",
}
_ORDER = (
    "statement",
    "theme",
    "to",
    "year",
    "kind",
    "audience",
    "area",
    "region",
    "outcome",
    "section",
    "method",
    "status",
)


class Value(msgspec.Struct, frozen=True):
    """A value of a facet: its name, how many reviews have it, the address that adds or removes it."""

    name: str
    count: int
    address: str
    chosen: bool


class Facet(msgspec.Struct, frozen=True):
    """A facet and its values; those after the first few are behind a “more”."""

    field: str
    heading: str
    values: tuple[Value, ...]

    @property
    def first(self) -> tuple[Value, ...]:
        """The values that are shown at once."""
        return self.values[:_VALUES]

    @property
    def rest(self) -> tuple[Value, ...]:
        """The others."""
        return self.values[_VALUES:]

    @property
    def open(self) -> bool:
        """Whether one of the values is chosen."""
        return any(value.chosen for value in self.values)


def find(request: HttpRequest) -> HttpResponse:
    """Quotations with their sources, the best first; without words or filters, how to ask."""
    asked = request.GET
    text = asked.get("q", "").strip()
    chosen = [(field, value) for field in FACETS for value in asked.getlist(field) if value]
    context = {"text": text, "asked": asked, "exact": "exact" in asked, "documents": "documents" in asked}
    context["kept"] = chosen
    if not text and not chosen and not asked.get("from") and not asked.get("until"):
        return render(request, "web/find.html", context)
    pages = Pages.asked(asked, _A_PAGE)
    form = asked.get("format")
    try:
        options = _options(request, chosen, pages if form not in ("csv", "json") else Pages(1, _MOST_EXPORTED))
        results = search(text, options)
    except LessonbookError as error:
        return render(request, "web/find.html", {**context, "error": error.message}, status=400)
    if form == "csv":
        return csv_of("found.csv", _table(results))
    if form == "json":
        return json_of(results)
    context |= {
        "results": results,
        "pages": pages.of(results.total, asked),
        "facets": tuple(_facets(results, asked)),
        "chosen": tuple(_chosen(chosen, asked)),
        "export": _address(asked, drop=("page", "format")),
    }
    return render(request, "web/find.html", context)


def _options(request: HttpRequest, chosen: Sequence[tuple[str, str]], pages: Pages) -> Options:
    asked = request.GET
    return Options(
        filters=(*(Filter(field, value) for field, value in chosen), *filters_for(request)),
        published_from=date_of(asked.get("from", "")),
        published_to=date_of(asked.get("until", "")),
        exact="exact" in asked,
        documents="documents" in asked,
        limit=pages.size,
        offset=pages.offset,
    )


def _facets(results: Results, asked: QueryDict) -> Iterator[Facet]:
    for field in _ORDER:
        values = results.facets.get(field, [])
        chosen = set(asked.getlist(field))
        if not values or (len(values) == 1 and field == "status"):
            continue
        shown = (
            Value(
                name_of(f"{field}:{value}"),
                count,
                _address(asked, without=(field, value)) if value in chosen else _address(asked, add=(field, value)),
                value in chosen,
            )
            for value, count in values
        )
        yield Facet(field, _HEADINGS[field], tuple(shown))


def _chosen(chosen: Sequence[tuple[str, str]], asked: QueryDict) -> Iterator[tuple[str, str]]:
    """What the search is limited to, each with the address without it."""
    for field, value in chosen:
        yield f"{_HEADINGS[field]}: {name_of(f'{field}:{value}')}", _address(asked, without=(field, value))


def _address(
    asked: QueryDict,
    *,
    add: tuple[str, str] | None = None,
    without: tuple[str, str] | None = None,
    drop: Sequence[str] = ("page", "format"),
) -> str:
    pairs = [
        (field, value)
        for field in asked
        for value in asked.getlist(field)
        if field not in drop and value and (field, value) != without
    ]
    return "?" + urlencode([*pairs, *([add] if add else [])])


def _table(results: Results) -> Iterator[Sequence[object]]:
    yield (
        "review",
        "area",
        "label",
        "published",
        "statement",
        "kind",
        "text",
        "addressees",
        "document",
        "page",
        "score",
    )
    for hit in results.hits:
        yield (
            *(hit.review, hit.area, hit.label, str(hit.published or ""), hit.statement, hit.kind, hit.text),
            *("; ".join(hit.addressees), hit.document, hit.page, hit.score),
        )

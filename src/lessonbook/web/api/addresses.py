"""The API's addresses as Django takes them, from the table that describes them."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, re_path

from lessonbook.domain.serialise import to_json
from lessonbook.web.api.answers import endpoint, not_found, tagged
from lessonbook.web.api.description import OPERATIONS, openapi

_PARTS = {"review": "review_id", "lesson": "lesson_id"}


def description(request: HttpRequest) -> HttpResponse:
    """The API's description as OpenAPI 3.1."""
    return tagged(request, to_json(openapi()))


def explained(request: HttpRequest) -> HttpResponse:
    """A page that explains the API."""
    return render(request, "web/api.html", {"operations": OPERATIONS})


def _patterns() -> Iterator[URLPattern]:
    for operation in OPERATIONS:
        patterns = {one.name: one.pattern.strip("^$") for one in operation.parameters if one.place == "path"}
        path = re.sub(
            r"\{(\w+)\}",
            lambda part, known=patterns: f"(?P<{_PARTS.get(part[1], part[1])}>{known[part[1]]})",  # type: ignore[misc]
            operation.path,
        )
        yield re_path(rf"^v1{path}$", endpoint(operation.view, operation.method), name=operation.name)


urlpatterns = [
    re_path(r"^$", explained, name="api"),
    re_path(r"^v1/openapi\.json$", description, name="openapi"),
    *_patterns(),
    re_path(r"^(?P<rest>.*)$", not_found),
]

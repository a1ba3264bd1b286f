"""The API as OpenAPI 3.1 describes it, made from the same table as its addresses and from the types it answers with."""

from collections.abc import Callable
from functools import cache
from typing import Any, get_type_hints

import msgspec

from lessonbook import __version__
from lessonbook.domain import PartialDate
from lessonbook.search.facets import FACETS
from lessonbook.web.api import views
from lessonbook.web.api.answers import MOST, ProblemDetails


class Parameter(msgspec.Struct, frozen=True):
    """A parameter of an address: where it stands and what it means."""

    name: str
    meaning: str
    type: str = "string"
    place: str = "query"
    pattern: str = ""
    least: int | None = None
    most: int | None = None


class Operation(msgspec.Struct, frozen=True):
    """An address of the API, the view that answers, its parameters."""

    path: str
    name: str
    view: Callable[..., object]
    parameters: tuple[Parameter, ...] = ()
    method: str = "get"

    @property
    def summary(self) -> str:
        """What it is for, in one line."""
        return (self.view.__doc__ or "").strip().split("\n")[0]

    @property
    def answer(self) -> Any:  # noqa: ANN401 - a type, as msgspec takes it
        """The type that it answers with."""
        return get_type_hints(self.view)["return"]


_DATE = "as precise as you like: 2021, 2021-02 or 2021-02-23"
_DATE_PATTERN = r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?$"
_PERIOD = (
    Parameter("from", f"published in or after, {_DATE}", pattern=_DATE_PATTERN),
    Parameter("until", f"published in or before, {_DATE}", pattern=_DATE_PATTERN),
)
_LIMIT = Parameter("limit", f"at most so many, from 1 to {MOST}", "integer", least=1, most=MOST)
_REVIEW = Parameter("review", "a review's id", place="path", pattern="^[a-z0-9-]+$")
_OWN = ("area", "section", "audience", "scope", "status", "kind", "label", "document")

_FILES = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {
                    "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                    "addresses": {
                        "type": "array",
                        "items": {"type": "string", "format": "uri"},
                        "description": "web addresses of documents, fetched where their site allows it",
                    },
                },
            }
        }
    },
}

OPERATIONS = (
    Operation(
        "/reviews",
        "listReviews",
        views.list_reviews,
        (
            *(Parameter(name, f"only reviews with this {name}") for name in _OWN),
            *_PERIOD,
            _LIMIT,
            Parameter("cursor", "the `next` of the page before"),
        ),
    ),
    Operation("/reviews/{review}", "getReview", views.one_review, (_REVIEW,)),
    Operation(
        "/reviews/{review}/statements/{statement}",
        "getStatement",
        views.one_statement,
        (_REVIEW, Parameter("statement", "a statement's id", place="path", pattern="^[a-z0-9-]+$")),
    ),
    Operation(
        "/search",
        "search",
        views.find,
        (
            Parameter("q", "words, phrases, operators and filters, as on the site"),
            *(Parameter(name, f"only what has this value of {name}; repeatable", "array") for name in FACETS),
            *_PERIOD,
            Parameter("exact", "every word must be there; meaning plays no part", "boolean"),
            Parameter("documents", "look through the full text of reports, too", "boolean"),
            _LIMIT,
            Parameter("offset", "how many to pass over", "integer", least=0, most=9_999_999),
        ),
    ),
    Operation(
        "/lessons",
        "listLessons",
        views.list_lessons,
        (Parameter("area", "only lessons that a review of this area says"), Parameter("theme", "a theme's id"), _LIMIT),
    ),
    Operation(
        "/lessons/{lesson}",
        "getLesson",
        views.one_lesson,
        (Parameter("lesson", "a lesson's id", place="path", pattern="^[a-z0-9-]+$"),),
    ),
    Operation("/imports", "beginImport", views.begin_import, method="post"),
    Operation(
        "/imports/{number}",
        "getImport",
        views.one_import,
        (Parameter("number", "an import's id", "integer", place="path", pattern="^[0-9]{1,9}$"),),
    ),
    Operation("/themes", "listThemes", views.list_themes),
    Operation("/issues", "listIssues", views.list_issues),
    Operation(
        "/issues/{number}",
        "getIssue",
        views.one_issue,
        (Parameter("number", "an issue's number", "integer", place="path", pattern="^[0-9]{1,5}$"),),
    ),
)


@cache
def openapi() -> dict[str, Any]:
    """The whole description."""
    types = [*(operation.answer for operation in OPERATIONS), ProblemDetails]
    schemas, parts = msgspec.json.schema_components(
        types, schema_hook=_schema_of, ref_template="#/components/schemas/{name}"
    )
    paths = {
        operation.path: {operation.method: _operation(operation, schema)}
        for operation, schema in zip(OPERATIONS, schemas, strict=False)
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Lessonbook",
            "version": __version__,
            "description": "Published safeguarding reviews, what they say, and where it has been said before.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {"schemas": parts, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{}, {"token": []}],
    }


def _operation(operation: Operation, schema: dict[str, Any]) -> dict[str, Any]:
    failure = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    content = {"application/json": {"schema": schema}}
    tagged: dict[str, Any] = {
        "200": {
            "description": "What was asked for.",
            "headers": {"ETag": {"schema": {"type": "string"}}},
            "content": content,
        },
        "304": {"description": "It is still what the entity tag in If-None-Match stands for."},
    }
    begun = {"202": {"description": "The documents have arrived.", "content": content}}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        **({"requestBody": _FILES, "security": [{"token": []}]} if operation.method == "post" else {}),
        "responses": {
            **(begun if operation.method == "post" else tagged),
            "401": {"description": "The token is missing, unknown or has ended.", "content": failure},
            "400": {"description": "The question cannot be understood.", "content": failure},
            "403": {"description": "The role does not allow this.", "content": failure},
            "404": {"description": "There is no such thing.", "content": failure},
            "503": {"description": "The register is in use for too long.", "content": failure},
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": parameter.type}
    if parameter.type == "array":
        schema["items"] = {"type": "string"}
    bounds = {"pattern": parameter.pattern or None, "minimum": parameter.least, "maximum": parameter.most}
    schema |= {name: bound for name, bound in bounds.items() if bound is not None}
    described = {"name": parameter.name, "in": parameter.place, "description": parameter.meaning, "schema": schema}
    return described | ({"required": True} if parameter.place == "path" else {})


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is PartialDate:
        return {"type": "string", "description": "An EDTF date, as 2021-02.", "examples": ["2021-02"]}
    raise NotImplementedError(kind)

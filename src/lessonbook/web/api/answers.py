"""What the API answers with: JSON with an entity tag, pages of a list, problems as RFC 9457 has them."""

import base64
import binascii
import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar, cast

import msgspec
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import to_json
from lessonbook.web.failures import status_of
from lessonbook.web.people import View

P = ParamSpec("P")
T = TypeVar("T")
_DEFAULT, MOST = 50, 500
_TITLES = {
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    503: "Not available",
}


class Page(msgspec.Struct, Generic[T], frozen=True):
    """A page of a list. ``next`` is the cursor of the page after it; nothing on the last."""

    items: list[T]
    next: str | None = None


class ProblemDetails(msgspec.Struct, frozen=True):
    """What went wrong (RFC 9457): ``detail`` is a sentence for a person, ``type`` ends in our code for it."""

    type: str
    title: str
    status: int
    detail: str


def endpoint(view: Callable[Concatenate[HttpRequest, P], object], method: str = "get") -> View[P]:
    """A view of the API: what it returns is the answer's JSON, what it raises its problem details."""
    allowed = ("POST",) if method == "post" else ("GET", "HEAD")

    @csrf_exempt  # what changes something takes a token, which no browser sends by itself
    @wraps(view)
    def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in allowed:
            response = problem(405, "method-not-allowed", f"This address answers to {allowed[0]} only.")
            response["Allow"] = ", ".join(allowed)
            return response
        try:
            body = to_json(view(request, *args, **kwargs))
            if method == "post":
                return HttpResponse(body, content_type="application/json", status=202)
            return tagged(request, body)
        except LessonbookError as error:
            return problem(status_of(error), error.code, error.message)
        except PermissionDenied:
            return problem(403, "not-allowed", "Your role does not allow this.")

    return cast("View[P]", answered)


def tagged(request: HttpRequest, body: bytes, media_type: str = "application/json") -> HttpResponse:
    """The answer, or that it is still the one the program has."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]
    response = HttpResponse(status=304) if tag in known else HttpResponse(body, content_type=media_type)
    response["ETag"], response["Cache-Control"] = tag, "private, no-cache"
    return response


def problem(status: int, code: str, sentence: str) -> HttpResponse:
    """Problem details as an answer."""
    details = ProblemDetails(f"urn:lessonbook:problem:{code}", _TITLES.get(status, "Failed"), status, sentence)
    return HttpResponse(to_json(details), content_type="application/problem+json", status=status)


def not_found(request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001 - Django's call
    """The problem of an address of the API that leads nowhere."""
    return problem(404, "address-unknown", "The API has no such address: see /api for those it has.")


def limit_of(request: HttpRequest) -> int:
    """How many are asked for at once. Raises ``LessonbookError`` ``limit-unreadable``."""
    text = request.GET.get("limit", str(_DEFAULT))
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= MOST:
        raise LessonbookError("limit-unreadable", f"limit must be a whole number from 1 to {MOST}.")
    return int(text)


def after_of(request: HttpRequest) -> str:
    """What the cursor of the address stands for. Raises ``LessonbookError`` ``cursor-unreadable``."""
    try:
        return base64.urlsafe_b64decode(request.GET.get("cursor", "").encode("ascii")).decode("ascii")
    except (binascii.Error, UnicodeError) as error:
        raise LessonbookError("cursor-unreadable", "The cursor must be one that a page gave as `next`.") from error


def cursor_of(after: str) -> str:
    """The cursor of the page after this."""
    return base64.urlsafe_b64encode(after.encode("ascii")).decode("ascii")

"""What a person sees when something fails: a page with one sentence, never a traceback."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lessonbook.domain import LessonbookError
from lessonbook.register.opening import explained

_LOG = logging.getLogger(__name__)
# What an address names and is not there is not found; what was asked for wrongly is a bad request.
_NAMED = (
    "review",
    "statement",
    "document",
    "page",
    "theme",
    "lesson",
    "place",
    "addressee",
    "issue",
    "file",
    "task",
    "claim",
    "token",
)
_NOT_FOUND = frozenset({*(f"{name}-unknown" for name in _NAMED), "lesson-none"})


class ToldInASentence:
    """Middleware: an error of ours is a page with its sentence."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the view does."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error that a view raised; nothing for what Django itself tells."""
        if isinstance(error, DatabaseError):
            error = explained(error)
        if not isinstance(error, LessonbookError):
            return None
        return failure_page(request, error.message, status_of(error))


def status_of(error: LessonbookError) -> int:
    """The HTTP status that says what kind of failure it was."""
    if error.code == "token-needed":
        return 401
    return 404 if error.code in _NOT_FOUND else 503 if error.code.startswith("register-") else 400


def failure_page(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """A page with one sentence."""
    return render(request, "web/failure.html", {"sentence": sentence, "back": _back(request)}, status=status)


def _back(request: HttpRequest) -> str:
    """The page of this site whose form was sent, so that a person can mend it; nothing where none was."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if request.method != "POST" or came_from.netloc != request.get_host():
        return ""
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's call
    """The page for an address that leads nowhere."""
    return failure_page(request, "There is no page at this address: check it, or begin at the start page.", 404)


def misunderstood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's call
    """The page for a request that makes no sense, or that came under another host's name."""
    return HttpResponse("This request was not understood.", content_type="text/plain; charset=utf-8", status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's call
    """The page for what a role may not do, or a form that another site sent."""
    return failure_page(request, "Your role does not allow this: ask an administrator of this site.", 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's call
    """The page for a form that another site sent, or that lay open for too long."""
    return failure_page(request, "This form was not sent from a page that you have open: open it again.", 403)


def failed(request: HttpRequest) -> HttpResponse:
    """The page for a fault in the program."""
    sentence = "Something in Lessonbook itself failed; nothing was changed. The server's log says what to report."
    return failure_page(request, sentence, 500)

"""Keys with which programs use the API: what each may do, until when."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from lessonbook.domain import LessonbookError
from lessonbook.web.api.answers import problem
from lessonbook.web.models import Token
from lessonbook.web.people import Person

SCOPES = {
    "approved": gettext_lazy("read what is approved"),
    "unapproved": gettext_lazy("read what is not approved yet, too"),
    "import": gettext_lazy("take documents in"),
}
LONGEST_DAYS = 366
_BEGINNING = "lessonbook_"


class ByToken:
    """Middleware: whoever asks the API with a token is the program that the token was made for."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the program; a token that opens nothing is a problem, never a person without one."""
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        if request.path.startswith("/api/") and kind.lower() == "bearer":
            try:
                request.person = program(key.strip())  # type: ignore[attr-defined]  # as people.WhoIsHere does
            except LessonbookError as error:
                refused = problem(401, error.code, error.message)
                refused["WWW-Authenticate"] = 'Bearer error="invalid_token"'
                return refused
        return self._answer(request)


def make(name: str, scopes: Iterable[str], days: int, author: str) -> str:
    """A new token for the program with this name: its key, which nobody can see again.

    Raises ``LessonbookError``: ``token-nameless``, ``scope-unknown``, ``token-days``.
    """
    asked = sorted(set(scopes))
    if not name.strip():
        raise LessonbookError("token-nameless", "Say which program the token is for.")
    if not asked or not set(asked) <= set(SCOPES):
        raise LessonbookError("scope-unknown", f"Choose what the token may do: {', '.join(SCOPES)}.")
    if not 1 <= days <= LONGEST_DAYS:
        raise LessonbookError("token-days", f"A token lasts from 1 to {LONGEST_DAYS} days.")
    key = _BEGINNING + token_urlsafe(32)
    now = datetime.now(tz=UTC)
    Token.objects.create(
        name=name.strip(),
        sha256=_hash(key),
        scopes=" ".join(asked),
        author=author,
        made_at=now,
        ends_at=now + timedelta(days=days),
    )
    return key


def program(key: str) -> Person:
    """Who comes with this key. Raises ``LessonbookError`` ``token-refused``."""
    token = Token.objects.filter(sha256=_hash(key), ends_at__gt=datetime.now(tz=UTC)).first()
    if token is None:
        raise LessonbookError("token-refused", "The token is unknown or has ended: ask an administrator for a new one.")
    scopes = frozenset(token.scopes.split())
    return Person(token.name, "editor" if "unapproved" in scopes else "reader", scopes)


def end(number: int) -> None:
    """Let a token open nothing from now on. Raises ``LessonbookError`` ``token-unknown``."""
    if not Token.objects.filter(pk=number).update(ends_at=datetime.now(tz=UTC)):
        raise LessonbookError("token-unknown", "There is no such token.")


def in_force() -> list[Token]:
    """The tokens that have not ended, the newest first."""
    return list(Token.objects.filter(ends_at__gt=datetime.now(tz=UTC)).order_by("-id"))


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8")).hexdigest()

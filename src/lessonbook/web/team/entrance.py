"""Who comes into a team's site: people with a session, programs with a token, nobody else."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext

from lessonbook.web.api.answers import problem
from lessonbook.web.failures import failure_page
from lessonbook.web.people import Person
from lessonbook.web.team import audit, configuration
from lessonbook.web.team.accounts import role_of

_OPEN = ("/account/", "/language/")
BEGAN, SEEN, SECOND_FACTOR = "lessonbook_began", "lessonbook_seen", "lessonbook_second_factor"
_SECONDS_BETWEEN_SIGNS = 30
_FRESH = 300  # seconds


class Entrance:
    """Middleware: says who asks, as ``request.person``, or leads to the log-in."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer whoever may come in; a program has said who it is by its token."""
        stopped = None if hasattr(request, "person") else _stopped(request)
        answer = self._answer(request) if stopped is None else stopped
        if not answer.has_header("Cache-Control"):
            patch_cache_control(answer, private=True, no_cache=True)  # what one may see is in no shared store
        return answer


def known_to_templates(request: HttpRequest) -> dict[str, Any]:
    """That this is a team's site, and the name of who is logged in."""
    person: Person | None = getattr(request, "person", None)
    return {
        "team": True,
        "signed_in": person.name if person else "",
        "provider": configuration.current().single_sign_on,
    }


def _stopped(request: HttpRequest) -> HttpResponse | None:
    """What somebody is told who may not come in; nothing for who may."""
    user, may_anybody = request.user, request.path == reverse("accessibility") or request.path.startswith(_OPEN)
    if isinstance(user, User) and not _goes_on(request, user):
        audit.note(user.username, "session-ended")
        logout(request)
        user = request.user
    if not isinstance(user, User):
        return None if may_anybody else _to_log_in(request)
    if not _has_second_factor(request, user):
        return None if may_anybody else redirect("mfa_activate_totp")
    role = role_of(user)
    if role is None:
        return (
            None if may_anybody else failure_page(request, gettext("You have no role here: ask an administrator."), 403)
        )
    request.person = Person(user.username, role)  # type: ignore[attr-defined]  # as people.WhoIsHere does
    return None


def _to_log_in(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/v"):
        refused = problem(401, "token-needed", "Send a token, or log in: an administrator of this site makes tokens.")
        refused["WWW-Authenticate"] = "Bearer"
        return refused
    back = request.get_full_path() if request.method == "GET" and request.path != "/" else ""
    return redirect(f"{reverse('account_login')}{'?' + urlencode({'next': back}) if back else ''}")


def _goes_on(request: HttpRequest, user: User) -> bool:
    """Whether the session still holds: not idle for too long, not too old, and not older than the second factor."""
    team, now, session = configuration.current(), time.time(), request.session
    began, seen = session.get(BEGAN, 0), session.get(SEEN, 0)
    if now - began > team.longest_hours * 3600 or now - seen > team.idle_minutes * 60:
        return False
    if not _has_second_factor(request, user) and is_mfa_enabled(user):
        return False  # begun with the password alone, before somebody set a second factor up elsewhere
    if now - seen > _SECONDS_BETWEEN_SIGNS:
        session[SEEN] = now
    return True


def begin(session: SessionBase) -> None:
    """Count the session's time from now."""
    session[BEGAN] = session[SEEN] = time.time()


def is_fresh(session: SessionBase) -> bool:
    """Whether the log-in was a few minutes ago."""
    age: float = time.time() - session.get(BEGAN, 0)
    return age < _FRESH


def _has_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether a code was given in this session; with single sign-on the provider answers for that."""
    methods = {record["method"] for record in get_authentication_records(request, user)}
    return bool(methods & {"mfa", "socialaccount"}) or request.session.get(SECOND_FACTOR) == user.pk

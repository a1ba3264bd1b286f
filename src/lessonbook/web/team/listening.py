"""What goes into the audit log by itself: log-ins as they happen, and every change that somebody sends."""

from collections.abc import Callable
from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth_signals
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from lessonbook.web.people import Person
from lessonbook.web.team import accounts, adapters, audit, entrance

_QUIET = ("GET", "HEAD", "OPTIONS")
_NOTED_ELSEWHERE = ("/account/", "/people", "/language/")
_TOLD = ("status", "do", "number", "area")  # of what is sent, the log says these: never what somebody wrote


class ChangesNoted:
    """Middleware: notes whoever sent a change, to which address, and whether it was refused."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then note it."""
        answer = self._answer(request)
        person: Person | None = getattr(request, "person", None)
        if person is None or request.method in _QUIET or request.path.startswith(_NOTED_ELSEWHERE):
            return answer
        kind = (request.resolver_match.url_name if request.resolver_match else None) or "change"
        told = [f"{name} {request.POST[name]}"[:60] for name in _TOLD if request.POST.get(name)]
        outcome = [f"not done ({answer.status_code})"] if answer.status_code >= 400 else []
        audit.note(person.name, kind[:40], ", ".join([request.path, *told, *outcome]), _origin(request))
        return answer


def begin() -> None:
    """Listen to log-ins from now on."""
    account_signals.user_logged_in.connect(_came_in)
    account_signals.password_changed.connect(_noted("password-changed"), weak=False)
    auth_signals.user_logged_out.connect(_went)
    auth_signals.user_login_failed.connect(_failed)
    mfa_signals.authentication_failed.connect(_noted("second-factor-wrong"), weak=False)
    mfa_signals.authenticator_added.connect(_set_up)
    mfa_signals.authenticator_removed.connect(_noted("second-factor-removed"), weak=False)
    mfa_signals.authenticator_reset.connect(_noted("recovery-codes-made"), weak=False)


def _came_in(request: HttpRequest, user: User, sociallogin: Any = None, **_more: object) -> None:  # noqa: ANN401 - untyped
    entrance.begin(request.session)
    if sociallogin is not None:
        accounts.signed_on(user, adapters.role_told(sociallogin), adapters.provider().name)
    audit.note(user.username, "sign-in", "single sign-on" if sociallogin else "password", _origin(request))


def _went(request: HttpRequest, user: User | None, **_more: object) -> None:
    if user is not None:
        audit.note(user.username, "sign-out", origin=_origin(request))


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_more: object) -> None:
    """A name that is nobody's is not kept: it may be a password in the wrong field."""
    name = str(credentials.get("username", ""))
    known = User.objects.filter(username__iexact=name).exists()
    audit.note(name if known else "(unknown)", "sign-in-failed", origin=_origin(request) if request else "")


def _set_up(request: HttpRequest, user: User, authenticator: Authenticator, **_more: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        request.session[entrance.SECOND_FACTOR] = user.pk
        audit.note(user.username, "second-factor-set-up", origin=_origin(request))


def _noted(kind: str) -> Callable[..., None]:
    def note(request: HttpRequest, user: User, **_more: object) -> None:
        audit.note(user.username, kind, origin=_origin(request))

    return note


def _origin(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))

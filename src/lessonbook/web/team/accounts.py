"""Who may come in, and what each may do: accounts, and roles as groups."""

from typing import get_args

import msgspec
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError

from lessonbook.domain import LessonbookError
from lessonbook.register.opening import changing
from lessonbook.web.people import Role
from lessonbook.web.team import audit

ROLES: tuple[Role, ...] = get_args(Role)
_TOLD = {  # the lists of Django's own rules do not always make a sentence
    "password_too_short": "it needs at least 12 characters",
    "password_too_common": "it is one that many people use",
    "password_entirely_numeric": "it is digits alone",
    "password_too_similar": "it is too much like the name",
}


class Account(msgspec.Struct, frozen=True):
    """A person's account. Without a role, or once it has ended, it opens nothing."""

    number: int
    name: str
    role: Role | None
    second_factor: bool
    signs_on: bool
    ended: bool


def listed() -> list[Account]:
    """All accounts by name, ended ones too."""
    second = set(Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user_id", flat=True))
    people = User.objects.prefetch_related("groups", "socialaccount_set").order_by("username")
    return [
        Account(
            person.pk,
            person.username,
            role_of(person),
            person.pk in second,
            bool(person.socialaccount_set.all()),  # type: ignore[attr-defined]  # allauth's, which has no types
            not person.is_active,
        )
        for person in people
    ]


def role_of(user: User) -> Role | None:
    """The highest role whose group this person is in."""
    names = {group.name for group in user.groups.all()}
    return next((role for role in reversed(ROLES) if role in names), None)


@changing
def add(name: str, role: str, password: str, author: str) -> None:
    """Make an account.

    Raises ``LessonbookError``: ``person-name``, ``person-known``, ``role-unknown``, ``password-weak``.
    """
    user = User(username=name.strip())
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise LessonbookError(
            "person-name", "A name is made of letters, digits and @ . + - _ and has at most 150 of them."
        ) from error
    if User.objects.filter(username__iexact=user.username).exists():
        raise LessonbookError("person-known", f"There is an account “{user.username}” already: choose another name.")
    group = _group(role)
    _set_password(user, password)
    user.save()
    user.groups.add(group)
    audit.note(author, "person-added", f"{user.username}: {role}")


@changing
def give_role(name: str, role: str, author: str) -> None:
    """Let a person have this role and no other. Raises ``LessonbookError``: ``role-unknown``, ``person-unknown``,
    ``administrator-last``.
    """
    user, group = _account(name), _group(role)
    if role_of(user) == role:
        return
    if role != "administrator":
        _keep_an_administrator(user)
    user.groups.set([group])
    audit.note(author, "role-given", f"{user.username}: {role}")


@changing
def end(name: str, author: str) -> None:
    """Let an account open nothing from now on; the name stays, so that history can be read.

    Raises ``LessonbookError``: ``person-unknown``, ``administrator-last``.
    """
    user = _account(name)
    _keep_an_administrator(user)
    user.is_active = False
    user.save()
    user.groups.clear()
    _end_sessions(user)
    audit.note(author, "person-ended", user.username)


@changing
def forget_second_factor(name: str, author: str) -> None:
    """Let a person who lost the telephone set up a second factor anew, at the next log-in.

    Raises ``LessonbookError`` ``person-unknown``.
    """
    user = _account(name)
    Authenticator.objects.filter(user=user).delete()
    _end_sessions(user)
    audit.note(author, "second-factor-forgotten", user.username)


@changing
def give_password(name: str, password: str, author: str) -> None:
    """Let a person log in with another password. Raises ``LessonbookError``: ``person-unknown``, ``password-weak``."""
    user = _account(name)
    _set_password(user, password)
    user.save()
    _end_sessions(user)
    audit.note(author, "password-given", user.username)


@changing
def signed_on(user: User, role: Role | None, provider: str) -> None:
    """Take over the role that single sign-on tells at a log-in; nothing where it tells none."""
    before = role_of(user)
    if before == role:
        return
    user.groups.set([_group(role)] if role else [])
    audit.note(provider, "role-given", f"{user.username}: {role or 'none'}")


def _account(name: str) -> User:
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise LessonbookError(
            "person-unknown", f"There is no account “{name}”, or it has ended: see the list of people."
        )
    return user


def _group(role: str) -> Group:
    if role not in ROLES:
        raise LessonbookError("role-unknown", f"“{role}” is no role: choose {', '.join(ROLES)}.")
    return Group.objects.get_or_create(name=role)[0]


def _keep_an_administrator(leaving: User) -> None:
    others = User.objects.filter(is_active=True, groups__name="administrator").exclude(pk=leaving.pk)
    if role_of(leaving) == "administrator" and not others.exists():
        raise LessonbookError(
            "administrator-last",
            f"“{leaving.username}” is the only administrator: make somebody else one first.",
        )


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        faults = [_TOLD.get(one.code or "", " ".join(one.messages)) for one in error.error_list]
        raise LessonbookError("password-weak", f"Choose another password: {', and '.join(faults)}.") from error
    user.set_password(password)


def _end_sessions(user: User) -> None:
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()

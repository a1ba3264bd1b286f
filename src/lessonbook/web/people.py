"""Who is at the site, and what each role may do.

On a laptop there is one person without a login, who may do everything. A reader sees approved records only.
"""

import getpass
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Concatenate, Literal, ParamSpec, cast

import msgspec
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

Role = Literal["reader", "editor", "publisher", "administrator"]
_RANK: dict[Role, int] = {"reader": 0, "editor": 1, "publisher": 2, "administrator": 3}
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


class Person(msgspec.Struct, frozen=True):
    """Someone at the site. ``name`` is what history says of who did something.

    ``scopes`` are what a program's token allows; a person has none, the role says all.
    """

    name: str
    role: Role
    scopes: frozenset[str] | None = None

    def may(self, role: Role) -> bool:
        """Whether this person may do what the role may do; each role may do what those before it may."""
        return _RANK[self.role] >= _RANK[role]

    @property
    def sees_unapproved(self) -> bool:
        """Whether records that nobody has approved yet are shown."""
        return self.may("editor")


class WhoIsHere:
    """Middleware: says who asks, as ``request.person``."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer
        self._owner = Person(_account(), "administrator")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, knowing who asks."""
        request.person = self._owner  # type: ignore[attr-defined]  # ours; Django's type does not know it
        return self._answer(request)


def person_of(request: HttpRequest) -> Person:
    """Who asks."""
    person: Person = request.person  # type: ignore[attr-defined]  # set by WhoIsHere
    return person


def for_role(role: Role) -> Callable[[View[P]], View[P]]:
    """A view for people of this role and above; others are told that it is not for them."""

    def guarded(view: View[P]) -> View[P]:
        @wraps(view)
        def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not person_of(request).may(role):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast("View[P]", answered)

    return guarded


class Place(msgspec.Struct, frozen=True):
    """One of the four places, as the header links to it."""

    name: str
    address: str
    current: bool


def known_to_templates(request: HttpRequest) -> dict[str, Any]:
    """What every template may use: who is here, and the places that are theirs."""
    person: Person | None = getattr(request, "person", None)
    return {"person": person, "places": [] if person is None else list(_places(request, person))}


def _places(request: HttpRequest, person: Person) -> Iterator[Place]:
    wanted: tuple[tuple[str, str, Role], ...] = (
        ("take-in", gettext("Take in"), "editor"),
        ("check", gettext("Check"), "editor"),
        ("find", gettext("Find"), "reader"),
        ("publish" if person.may("publisher") else "issues", gettext("Publish"), "reader"),
    )
    for address, name, role in wanted:
        if person.may(role):
            yield Place(name, reverse(address), request.path.startswith(reverse(address)))


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "editor"

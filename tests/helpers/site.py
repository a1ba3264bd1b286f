"""The site over a register in a home of its own, asked without a network."""

from pathlib import Path

import pytest
from django.test import Client

from helpers.register_home import home
from helpers.small_digest import SMALL_DIGEST
from lessonbook.register import following, intake, reviews
from lessonbook.web import people
from lessonbook.web.opening import application
from lessonbook.web.tasks import _silent

__all__ = ["home", "register_of", "role", "site"]


@pytest.fixture
def site(home: Path) -> Client:
    """A browser at the site over an empty register."""
    application(home)
    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def register_of(site: Client, home: Path, tmp_path: Path):
    """The ids of the three reviews of the small digest, by label."""
    file = tmp_path / "digest.txt"
    file.write_text(SMALL_DIGEST, encoding="utf-8")
    intake.take_in([file])
    following.follow(_silent)
    return {review.label: review.id for review in reviews.find()}


@pytest.fixture
def role(monkeypatch: pytest.MonkeyPatch):
    """Makes whoever asks somebody else: ``role("reader")``."""

    def become(name: people.Role, called: str = "somebody") -> None:
        def answer(self, request):
            request.person = people.Person(called, name)
            return self._answer(request)

        monkeypatch.setattr(people.WhoIsHere, "__call__", answer)

    return become


FOR_ROLES = {
    "editor": (
        "/take-in",
        "/take-in/1",
        "/check",
        "/check/{review}",
        "/check/{review}/status",
        "/check/{review}/statements",
        "/check/{review}/fields/label",
        "/check/{review}/match",
        "/publish",
        "/publish/preview.pdf",
    )
}

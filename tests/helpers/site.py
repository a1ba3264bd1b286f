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

_SHA = "0" * 64
# Every address by its name: the least role that may ask, and an example.
ADDRESSES = {
    "start": ("reader", "/"),
    "accessibility": ("reader", "/accessibility"),
    "find": ("reader", "/find?q=appointments"),
    "review": ("reader", "/reviews/{review}"),
    "record": ("reader", "/reviews/{review}.json"),
    "documents": ("reader", "/documents"),
    "document": ("reader", f"/documents/{_SHA}"),
    "picture": ("reader", f"/documents/{_SHA}/pages/1.png"),
    "original": ("reader", f"/documents/{_SHA}/file"),
    "themes": ("reader", "/themes"),
    "theme": ("reader", "/themes/safer-sleep"),
    "lessons": ("reader", "/lessons"),
    "lesson": ("reader", "/lessons/none"),
    "areas": ("reader", "/areas"),
    "area": ("reader", "/areas/E08000035"),
    "addressees": ("reader", "/addressees"),
    "addressee": ("reader", "/addressees/health"),
    "plots": ("reader", "/plots"),
    "plot": ("reader", "/plots/areas.csv"),
    "take-in": ("editor", "/take-in"),
    "task": ("editor", "/take-in/1"),
    "check": ("editor", "/check"),
    "check-review": ("editor", "/check/{review}"),
    "change-field": ("editor", "/check/{review}/fields/label"),
    "add-statement": ("editor", "/check/{review}/statements"),
    "change-statement": ("editor", "/check/{review}/statements/x"),
    "set-status": ("editor", "/check/{review}/status"),
    "undo": ("editor", "/check/{review}/undo/1"),
    "decide-match": ("editor", "/check/{review}/match"),
    "publish": ("publisher", "/publish"),
    "preview": ("publisher", "/publish/preview.html"),
    "issues": ("reader", "/issues"),
    "issue-feed": ("reader", "/issues/feed.atom"),
    "issue": ("reader", "/issues/1"),
    "issue-version": ("reader", "/issues/1/1"),
    "issue-file": ("reader", "/issues/1/1/digest.pdf"),
    "tokens": ("administrator", "/tokens"),
    "end-token": ("administrator", "/tokens/1/end"),
}

"""Taking in from addresses: what became of each, and where a document came from."""

from datetime import UTC, datetime

import pytest

from helpers.small_digest import SMALL_DIGEST
from lessonbook.domain import LessonbookError
from lessonbook.register import models
from lessonbook.register.intake.fetching import take_in_all
from lessonbook.sources import Fetched

pytestmark = pytest.mark.usefixtures("home")
HERE = "https://example.org/digest"


class Served:
    """A fetcher that has pages and asks nobody."""

    def __init__(self, pages):
        self.pages = pages

    def fetch(self, address):
        if address not in self.pages:
            raise LessonbookError("address-not-found", "There is nothing there.")
        at = datetime(2026, 3, 1, tzinfo=UTC)
        return Fetched(address, address + "/last", "digest.txt", "text/plain", self.pages[address], at)


def test_files_and_addresses_are_taken_in_together(tmp_path):
    path = tmp_path / "other.txt"
    path.write_text(SMALL_DIGEST.replace("Issue 9", "Issue 10"))
    moves = []
    report = take_in_all(
        [path],
        [HERE, "https://example.org/gone", HERE],
        fetcher=Served({HERE: SMALL_DIGEST.encode()}),
        on_progress=lambda *move: moves.append(move),
    )
    assert [(file.path, file.status) for file in report.files] == [
        (str(path), "imported"),
        (HERE, "imported"),
        ("https://example.org/gone", "failed"),
    ]
    assert report.files[2].problems[0].code == "address-not-found"
    assert [(done, of) for done, of, _ in moves] == [(1, 3), (2, 3), (3, 3)]


def test_a_document_keeps_where_it_came_from_once():
    served = Served({HERE: SMALL_DIGEST.encode()})
    (first,) = take_in_all([], [HERE], fetcher=served).files
    (again,) = take_in_all([], [HERE], fetcher=served).files
    assert (first.status, again.status) == ("imported", "unchanged")
    kept = models.DocumentAddress.objects.get()
    assert (kept.document_id, kept.address) == (first.sha256, HERE + "/last")


def test_what_cannot_be_read_keeps_no_address():
    report = take_in_all([], [HERE], fetcher=Served({HERE: b"%PDF-1.7 broken"}))
    assert (report.files[0].status, report.files[0].path) == ("failed", HERE)
    assert not models.DocumentAddress.objects.exists()

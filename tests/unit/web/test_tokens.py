import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpers.small_digest import SMALL_DIGEST
from lessonbook.domain import LessonbookError
from lessonbook.register import edits
from lessonbook.web import tasks, tokens
from lessonbook.web.models import Token


def _with(key):
    return {"headers": {"host": "127.0.0.1", "authorization": f"Bearer {key}"}}


def _sent(site, key, name="digest.txt"):
    return site.post("/api/v1/imports", {"files": [SimpleUploadedFile(name, SMALL_DIGEST.encode())]}, **_with(key))


def test_the_key_is_kept_nowhere(site):
    key = tokens.make("Board report", ["approved"], 30, "officer")
    row = Token.objects.get()
    assert key not in (row.sha256, row.name, row.scopes)
    assert tokens.program(key).name == "Board report"


@pytest.mark.parametrize(
    ("name", "scopes", "days"), [("", ["approved"], 1), ("x", [], 1), ("x", ["all"], 1), ("x", ["import"], 0)]
)
def test_a_token_says_for_whom_what_and_how_long(site, name, scopes, days):
    with pytest.raises(LessonbookError):
        tokens.make(name, scopes, days, "officer")


def test_a_program_sees_what_its_scopes_allow(site, register_of):
    edits.set_status(register_of["Baby Sorrel"], "approved")
    reads, checks = (tokens.make(scope, [scope], 1, "officer") for scope in ("approved", "unapproved"))
    seen = {key: len(site.get("/api/v1/reviews", **_with(key)).json()["items"]) for key in (reads, checks)}
    assert seen == {reads: 1, checks: 3}
    assert site.get("/api/v1/lessons", **_with(reads)).status_code == 403
    assert site.get(f"/api/v1/reviews/{register_of['Child Juniper']}", **_with(reads)).status_code == 404


def test_a_token_that_has_ended_opens_nothing(site):
    key = tokens.make("Board report", ["approved"], 1, "officer")
    tokens.end(Token.objects.get().pk)
    answer = site.get("/api/v1/reviews", **_with(key))
    assert answer.status_code == 401
    assert json.loads(answer.content)["type"] == "urn:lessonbook:problem:token-refused"
    assert "Bearer" in answer["WWW-Authenticate"]
    Token.objects.update(ends_at=datetime.now(tz=UTC) + timedelta(days=1))
    assert site.get("/api/v1/reviews", **_with(key)).status_code == 200


def test_documents_are_taken_in(site):
    key = tokens.make("Collector", ["import"], 1, "officer")
    answer = _sent(site, key)
    assert answer.status_code == 202
    number = answer.json()["id"]
    assert tasks.work_off() == 1
    done = site.get(f"/api/v1/imports/{number}", **_with(key)).json()
    assert (done["state"], done["report"]["files"][0]["path"]) == ("done", "digest.txt")
    assert site.get("/api/v1/reviews", **_with(key)).json()["items"] == []


def test_sending_needs_a_token_that_allows_it(site):
    reads = tokens.make("Board report", ["approved", "unapproved"], 1, "officer")
    assert _sent(site, reads).status_code == 401
    assert site.post("/api/v1/imports").status_code == 401
    assert site.get("/api/v1/imports", **_with(reads)).status_code == 405


def test_a_token_is_for_the_api_only(site, register_of, role):
    key = tokens.make("Board report", ["unapproved"], 1, "officer")
    role("reader")
    assert site.get("/check", **_with(key)).status_code == 403


def test_an_administrator_makes_and_ends_tokens(site, role):
    made = site.post("/tokens", {"name": "Board report", "scope": ["approved"], "days": "30"})
    assert b"lessonbook_" in made.content
    assert made["Cache-Control"] == "no-store"
    assert b"lessonbook_" not in site.get("/tokens").content
    assert b"Board report" in site.get("/tokens").content
    assert site.post(f"/tokens/{Token.objects.get().pk}/end").status_code == 302
    assert b"Board report" not in site.get("/tokens").content
    assert site.post("/tokens", {"name": "", "days": "x"}).status_code == 400
    role("publisher")
    assert site.get("/tokens").status_code == 403

import hashlib

import pytest

from lessonbook.register import edits

ASKED = {"area": "Darlington", "number": "4", "date": "2023-06", "from": "2023-01", "until": "2023-03"}


@pytest.fixture
def approved(register_of):
    for review in register_of.values():
        edits.set_status(review, "approved")
    return register_of


def test_the_issue_composes_itself_from_what_is_approved(site, register_of):
    page = site.get("/publish", ASKED).content.decode()
    assert "3 reviews of the period are not approved and left out" in page
    assert "3 cases" in site.get("/publish", {**ASKED, "which": "all"}).content.decode()


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "email", "text"])
def test_each_format_is_previewed(site, approved, form):
    answer = site.get(f"/publish/preview.{form}", ASKED)
    assert answer.status_code == 200
    assert len(answer.content) > 1000


def test_a_published_issue_is_frozen_with_the_hash_of_each_file(site, approved):
    site.post("/publish", ASKED)
    page = site.get("/issues/4").content.decode()
    pdf = site.get("/issues/4/1/digest.pdf").content
    assert hashlib.sha256(pdf).hexdigest() in page
    edits.set_status(approved["Child Juniper"], "withdrawn")
    assert site.get("/issues/4/1/digest.pdf").content == pdf
    assert "Child Juniper" in page


def test_a_correction_is_a_new_version_with_a_note(site, approved):
    site.post("/publish", ASKED)
    assert site.post("/publish", ASKED).status_code == 400
    site.post("/publish", {**ASKED, "note": "The label of one case."})
    page = site.get("/issues/4").content.decode()
    assert "version 2" in page
    assert "The label of one case." in page
    assert "version 2" in site.get("/issues").content.decode()
    assert "The label of one case." in site.get("/issues/feed.atom").content.decode()
    assert "Issue 4" in site.get("/issues/4/1").content.decode()


def test_the_feed_tells_nothing_of_a_case(site, approved):
    site.post("/publish", ASKED)
    feed = site.get("/issues/feed.atom").content.decode()
    assert "3 cases" in feed
    assert "Juniper" not in feed


def test_the_web_page_may_use_its_own_style_and_nothing_else(site, approved):
    site.post("/publish", ASKED)
    policy = site.get("/issues/4/1/digest.html")["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"number": "four"}, "whole number"),
        ({"date": "June"}, "is no date"),
        ({"area": "Nowhere at all"}, "no area that we know"),
        ({"from": "2023-05", "until": "2023-01"}, "exchange the two dates"),
    ],
)
def test_what_cannot_be_composed_says_why(site, approved, changed, sentence):
    answer = site.get("/publish", {**ASKED, **changed})
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_an_issue_without_cases_is_not_published(site, register_of):
    assert "There is no case" in site.post("/publish", ASKED).content.decode()

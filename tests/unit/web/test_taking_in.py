from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from helpers.small_digest import SMALL_DIGEST
from lessonbook.sources import Fetched
from lessonbook.web import tasks


def test_a_file_is_sent_worked_off_and_told(site):
    answer = site.post("/take-in", {"files": [SimpleUploadedFile("digest.txt", SMALL_DIGEST.encode())]}, follow=True)
    address = answer.redirect_chain[-1][0]
    assert site.get(address, {"format": "json"}).json()["state"] == "waiting"
    tasks.work_off()
    told = site.get(address, {"format": "json"}).json()
    assert (told["state"], told["report"]["files"][0]["entries"]) == ("done", 3)
    assert "Check what was read" in site.get(address).content.decode()


def test_no_file_is_a_sentence(site):
    answer = site.post("/take-in", {})
    assert answer.status_code == 400
    assert "Choose at least one file" in answer.content.decode()


def test_an_address_is_fetched_and_its_document_says_where_it_came_from(site, monkeypatch):
    monkeypatch.setattr(
        "lessonbook.sources.Fetcher.fetch",
        lambda _, address: Fetched(
            address, address, "digest.txt", "text/plain", SMALL_DIGEST.encode(), datetime(2026, 3, 1, tzinfo=UTC)
        ),
    )
    answer = site.post("/take-in", {"addresses": "https://example.org/digest\n"}, follow=True)
    address = answer.redirect_chain[-1][0]
    tasks.work_off()
    told = site.get(address, {"format": "json"}).json()
    (file,) = told["report"]["files"]
    assert (told["state"], file["path"], file["entries"]) == ("done", "https://example.org/digest", 3)
    document = site.get(f"/documents/{file['sha256']}").content.decode()
    assert "Fetched on 1 March 2026 from" in document


def test_what_is_no_address_is_a_sentence_and_stays_in_the_form(site):
    answer = site.post("/take-in", {"addresses": "example.org/digest"})
    assert answer.status_code == 400
    assert "is no web address" in answer.content.decode()
    assert ">example.org/digest</textarea>" in answer.content.decode()

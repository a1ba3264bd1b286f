import pytest
from django.test import Client

from helpers.site import FOR_ROLES
from lessonbook.recurrence import KINDS
from lessonbook.register import edits, models
from lessonbook.register.lessons.models import Member
from lessonbook.web.site_settings import for_site


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed(site, register_of):
    answer = site.get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")
    body = answer.content.decode()
    assert " style=" not in body
    assert "onclick" not in body


def test_another_host_is_refused(site):
    assert site.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_form_that_another_site_sent_is_refused(site, register_of):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    assert strict.post(f"/check/{register_of['Baby Sorrel']}/status", {"status": "approved"}).status_code == 403


@pytest.mark.parametrize("address", FOR_ROLES["editor"])
def test_a_reader_cannot_reach_what_editors_do(site, register_of, role, address):
    role("reader")
    assert site.get(address.format(review=register_of["Baby Sorrel"])).status_code in (403, 405)


def test_a_reader_sees_what_is_approved_only(site, register_of, role):
    seen, hidden = register_of["Baby Sorrel"], register_of["Child Juniper"]
    edits.set_status(seen, "approved")
    role("reader")
    assert site.get(f"/reviews/{seen}").status_code == 200
    for address in (f"/reviews/{hidden}", f"/reviews/{hidden}.json", f"/documents/{models.Document.objects.get().pk}"):
        assert site.get(address).status_code == 404
    for address in (
        "/",
        "/find?q=appointments",
        "/find?q=appointments&format=json",
        "/areas",
        "/documents",
        "/lessons",
    ):
        assert "Juniper" not in site.get(address).content.decode()
        assert "administrative" not in site.get(address).content.decode()


@pytest.mark.parametrize("status", ["held", "withdrawn"])
def test_what_is_held_or_withdrawn_is_in_no_list_and_no_search(site, register_of, status):
    review = register_of["Child Juniper"]
    edits.set_status(review, status)
    for address in ("/", "/find?q=missed+appointments", "/areas/E08000035", "/plots/areas.csv"):
        assert "Juniper" not in site.get(address).content.decode()
    assert "Juniper" in site.get("/check").content.decode()


def test_the_key_is_made_once_and_for_its_owner_only(site, home):
    file = home / "site-key"
    assert file.stat().st_mode & 0o077 == 0
    assert for_site(home, ())["SECRET_KEY"] == for_site(home, ())["SECRET_KEY"] == file.read_text()


def test_a_reader_is_told_of_lessons_by_what_is_approved_only(site, register_of, role):
    lines = [models.Line.objects.filter(review=review, kind__in=KINDS).first() for review in register_of.values()]
    texts = [line.wording.text for line in lines]
    name = "c" * 32
    Member.objects.all().delete()
    for line in lines:
        Member.objects.create(wording=line.wording_id, lesson=name, leader=lines[0].wording_id, sureness=0.9)
    addresses = ("/", "/lessons", "/lessons?format=json", f"/lessons/{name}", f"/lessons/{name}?format=json")
    hidden = [text for text, review in zip(texts, register_of.values(), strict=True)][-1]
    role("editor")
    assert hidden in site.get(f"/lessons/{name}").content.decode()
    for review in list(register_of.values())[:-1]:
        edits.set_status(review, "approved")
    role("reader")
    for address in addresses:
        assert hidden not in site.get(address).content.decode(), address
    told = site.get(f"/lessons/{name}?format=json").json()
    assert (told["reviews"], len(told["instances"])) == (len(lines) - 1, len(lines) - 1)
    for review in register_of.values():
        edits.set_status(review, "checked")
    assert site.get(f"/lessons/{name}").status_code == 404
    assert site.get("/lessons?format=json").json() == []

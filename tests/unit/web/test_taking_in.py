from django.core.files.uploadedfile import SimpleUploadedFile

from helpers.small_digest import SMALL_DIGEST
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

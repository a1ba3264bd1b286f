import pytest

from helpers.register_cases import Case, document_of
from lessonbook.register import archive, models, reviews, verify
from lessonbook.register.intake.recording import record


@pytest.fixture
def sha256(home):
    data, document, extraction = document_of(Case(problems=("cut-off",)), Case(label="Child Y"))
    record("d", data, document, extraction)
    return document.sha256


def codes():
    return [failure.code for failure in verify.verify().failures]


def test_a_register_that_is_as_its_documents_say(sha256):
    told = []
    report = verify.verify(on_progress=lambda *moved: told.append(moved))
    assert report.ok
    assert (report.documents, report.reviews, report.claims) == (1, 2, models.Claim.objects.count())
    assert report.evidence == report.claims
    assert report.orphans == ()
    assert told == [(1, 1)]


def test_a_quotation_that_is_not_where_it_is_said_to_be(sha256):
    claim = models.Claim.objects.filter(field="label").first()
    claim.evidence = claim.evidence.replace("Child", "Adult")
    claim.save()
    failure = next(one for one in verify.verify().failures if one.code == "evidence-fails")
    assert failure.document == sha256
    assert failure.review == claim.entry.review_id
    assert failure.end - failure.start == len("Child Z")


def test_a_text_that_changed(sha256):
    document = models.Document.objects.get()
    document.text = document.text.upper()
    document.save()
    assert "evidence-fails" in codes()


def test_bytes_that_changed_or_are_lost(sha256):
    archive.path_of(sha256).write_bytes(b"other")
    assert codes() == ["archive-damaged"]
    archive.path_of(sha256).unlink()
    assert codes() == ["archive-missing"]


def test_a_record_that_is_not_what_its_claims_say(sha256):
    row = models.Review.objects.get(label="Child Y")
    row.record = row.record.replace("Child Y", "Child Q")
    row.save()
    [failure] = verify.verify().failures
    assert (failure.code, failure.review) == ("record-differs", row.pk)


def test_files_that_nobody_needs_are_told_and_harmless(sha256):
    (archive.root() / "ab").mkdir(exist_ok=True)
    (archive.root() / "ab" / f".{'a' * 12}-1234.part").write_bytes(b"half")
    report = verify.verify()
    assert report.ok
    assert len(report.orphans) == 1


def test_claims_that_ended_are_not_checked(sha256):
    run = models.Run.objects.get()
    models.Claim.objects.filter(field="label").update(evidence='[[null,0,1,"?"]]', ended_by=run)
    assert "evidence-fails" not in codes()
    assert reviews.count() == 2

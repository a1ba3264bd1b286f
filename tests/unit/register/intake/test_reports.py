"""A full report in the register: what its claims say is kept, and it meets the digest that tells of the same review."""

import msgspec
import pytest

from helpers.register_cases import Case, document_of
from helpers.register_dump import dump
from lessonbook.domain import FieldConfidence, LessonbookError, Proceeding, Span, StatementClaim
from lessonbook.register import edits, models, reviews
from lessonbook.register.intake.recording import record
from lessonbook.register.matching import deciding
from lessonbook.register.verify import verify

TRAIN = "The Board should train everybody who works with babies."
REPORT = Case(
    published="2031-03-12",
    incident="2030-11-02",
    age=(100, 120),
    statements=(("learning", "Ask who lives in the home."), ("good-practice", "The nurse went back.")),
    more=(
        ("statement", StatementClaim("recommendation", TRAIN, ("partnership",), "4", (), "The Board", "May 2032")),
        ("statement", StatementClaim("recommendation", "Write a plan.", attributed_to="the Elm Inquiry")),
        ("commissioner", "Leeds Safeguarding Children Partnership"),
        ("reviewer", "independent reviewer"),
        ("proceeding", Proceeding("criminal", "A trial was held.")),
    ),
)


def report(confidence=0.93, ocr=0.81):
    """The report as it is read: sure to some degree of each claim, from a picture."""
    data, document, extraction = document_of(REPORT, name="report")
    (entry,) = extraction.entries
    claims = tuple(
        msgspec.structs.replace(
            claim,
            confidence=confidence,
            reasons=("label-found", "on-the-cover"),
            evidence=tuple(msgspec.structs.replace(piece, ocr_confidence=ocr) for piece in claim.evidence),
        )
        for claim in entry.claims
    )
    entries = (msgspec.structs.replace(entry, claims=claims),)
    return data, document, msgspec.structs.replace(extraction, entries=entries, passed_over=(Span(0, 6),))


@pytest.fixture
def take(home):
    return lambda read, name="report.pdf": record(name, *read)


def only():
    [review] = reviews.find()
    return review


def test_everything_that_a_report_says_is_kept_and_comes_back(take):
    take(report())
    review = only()
    by_kind = {(one.kind, one.attributed_to): one for one in review.statements}
    own = by_kind["recommendation", None]
    assert (own.number, own.addressed_to, own.timescale) == ("4", "The Board", "May 2032")
    assert by_kind["recommendation", "the Elm Inquiry"].text == "Write a plan."
    assert ("good-practice", None) in by_kind
    assert (review.commissioner, review.reviewer) == ("Leeds Safeguarding Children Partnership", "independent reviewer")
    assert [one.kind for one in review.proceedings] == ["criminal"]
    assert {piece.ocr_confidence for one in review.statements for piece in one.evidence} == {0.81}


def test_how_sure_the_reading_is_and_why_is_kept(take):
    take(report())
    sure = {one.field: one for one in only().confidence}
    assert sure["published"] == FieldConfidence("published", 0.93, ("label-found", "on-the-cover"))
    assert {"statement:recommendation", "statement:learning", "subject", "proceeding"} <= set(sure)
    assert verify().ok


def test_what_was_read_and_passed_over_is_kept_with_the_reading(take):
    take(report())
    assert models.Run.objects.get().passed_over == "[[0,6]]"


def test_the_same_report_again_changes_nothing(take):
    take(report())
    before = dump()
    assert take(report()).status == "unchanged"
    assert dump() == before


def test_a_report_read_again_with_another_sureness_has_that_one(take):
    take(report(confidence=0.5))
    models.Run.objects.update(logic_version=0)
    take(report(confidence=0.97))
    assert {one.confidence for one in only().confidence} == {0.97}
    assert models.Claim.objects.filter(ended_by__isnull=False).exists()
    assert verify().ok


DIGEST = Case(
    published="2031-03", statements=(("learning", "ask who lives in the home"), ("recommendation", TRAIN.rstrip(".")))
)


@pytest.mark.parametrize("digest_first", [True, False])
def test_a_report_and_the_digest_that_tells_of_it_are_one_review(take, digest_first):
    digest = document_of(DIGEST, Case(label="Child Y"), name="digest")
    for read, name in [(digest, "digest.txt"), (report(), "report.pdf")][:: 1 if digest_first else -1]:
        take(read, name)
    both = next(review for review in reviews.find() if len(review.documents) == 2)
    assert reviews.count() == 2
    texts = [(one.kind, len({piece.document for piece in one.evidence})) for one in both.statements]
    assert sorted(texts) == [("good-practice", 1), ("learning", 2), ("recommendation", 1), ("recommendation", 2)]
    shared = next(one for one in both.statements if one.text.startswith("The Board"))
    assert (shared.number, shared.timescale) == ("4", "May 2032")


def test_a_report_that_tells_when_it_was_finished_is_for_a_person_to_match(take):
    listed = Case(published="2032-02", incident="2030-11-02", age=(100, 120), statements=(("learning", "See them."),))
    take(document_of(listed, name="list"), "list.txt")
    take(report())
    [pair] = deciding.unsure()
    assert "the date of the incident" in pair.reason


def test_another_child_of_the_same_label_is_another_review(take):
    take(document_of(Case(published="2026-02", incident="2025-01-02", age=(4000, 4100)), name="list"), "list.txt")
    take(report())
    assert reviews.count() == 2
    assert not deciding.unsure()


def test_an_editor_can_claim_what_reports_say(take):
    take(report())
    review = only()
    edits.correct(review.id, "commissioner", "Elm Board")
    edits.correct(review.id, "proceeding", (Proceeding("care", "Care orders were made."),))
    own = next(one for one in review.statements if one.number == "4")
    edits.correct_statement(review.id, own.id, StatementClaim("recommendation", TRAIN, timescale="June 2032"))
    after = only()
    assert after.commissioner == "Elm Board"
    assert [one.kind for one in after.proceedings] == ["care"]
    assert next(one for one in after.statements if one.id == own.id).timescale == "June 2032"
    assert "commissioner" not in {one.field for one in after.confidence}
    with pytest.raises(LessonbookError, match="proceeding"):
        edits.correct(review.id, "proceeding", ("a trial",))
    assert verify().ok


def test_evidence_of_a_digest_s_own_words_says_nothing_of_pictures(take):
    take(document_of(DIGEST, name="digest"), "digest.txt")
    assert {piece.ocr_confidence for one in only().statements for piece in one.evidence} == {None}

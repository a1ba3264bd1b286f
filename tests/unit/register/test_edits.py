import pytest

from helpers.register_cases import KENT, Case, document_of
from helpers.register_dump import dump
from lessonbook.domain import Evidence, LessonbookError, Link, PartialDate, StatementClaim, Subject
from lessonbook.register import edits, models, reviews, verify
from lessonbook.register.intake.recording import record


@pytest.fixture
def review(home):
    record("d", *document_of(Case(statements=(("learning", "Ask."), ("learning", "Tell.")))))
    return next(reviews.find())


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("label", "Child Y", "label"),
        ("area", KENT, "area"),
        ("published", PartialDate("2031-04-02"), "published"),
        ("label", None, "label"),
        ("kinds", ("scr", "dhr"), "kinds"),
        ("subject", (Subject("Zed", sex="male"),), "subjects"),
        ("link", (Link("Report", "https://example.org"),), "links"),
        ("integrated", True, "integrated"),
    ],
)
def test_a_field_is_corrected_and_the_correction_withdrawn(review, field, value, shown):
    claim = edits.correct(review.id, field, value)
    assert getattr(reviews.get(review.id), shown) == value
    edits.withdraw(claim)
    assert reviews.get(review.id) == review


def test_filters_follow_a_correction(review):
    edits.correct(review.id, "area", KENT)
    assert [one.id for one in reviews.find(area="Kent")] == [review.id]
    assert list(reviews.find(area="Leeds")) == []


def test_a_later_correction_supersedes_and_what_it_superseded_comes_back(review):
    edits.correct(review.id, "label", "Child Y")
    later = edits.correct(review.id, "label", "Child X")
    assert reviews.get(review.id).label == "Child X"
    edits.withdraw(later)
    assert reviews.get(review.id).label == "Child Y"
    assert models.EditorClaim.objects.count() == 2


def test_a_statement_is_corrected_twice_and_is_still_that_statement(review):
    first, second = review.statements
    edits.correct_statement(review.id, first.id, StatementClaim("action", "Ask now."))
    edits.correct_statement(review.id, first.id, StatementClaim("action", "Ask today."))
    after = reviews.get(review.id)
    assert [(s.id, s.text) for s in after.statements] == [(first.id, "Ask today."), (second.id, "Tell.")]
    assert after.statements[0].evidence == first.evidence


def test_a_statement_is_suppressed_and_shown_again(review):
    claim = edits.suppress(review.id, review.statements[0].id)
    assert [s.text for s in reviews.get(review.id).statements] == ["Tell."]
    edits.withdraw(claim)
    assert reviews.get(review.id) == review


def test_a_statement_is_added_corrected_and_suppressed(review):
    place = review.statements[0].evidence
    added = edits.add(review.id, StatementClaim("action", "Call."), evidence=place)
    assert reviews.get(review.id).statements[2].id == added
    edits.correct_statement(review.id, added, StatementClaim("action", "Call today."))
    assert reviews.get(review.id).statements[2].text == "Call today."
    assert verify.verify().ok
    edits.suppress(review.id, added)
    assert reviews.get(review.id) == review


def test_the_same_words_added_twice_are_two_statements(review):
    ids = {edits.add(review.id, StatementClaim("action", "Call.")) for _ in range(2)}
    assert ids < {statement.id for statement in reviews.get(review.id).statements}
    assert len(ids) == 2


def test_a_status_is_part_of_the_record(review):
    edits.set_status(review.id, "approved", author="A. Editor")
    assert reviews.get(review.id).status == "approved"
    assert [one.id for one in reviews.find(status="approved")] == [review.id]
    event = models.Event.objects.get(action="status")
    assert (event.author, event.detail) == ("A. Editor", '{"before":"extracted","after":"approved"}')


def test_the_document_s_claims_stay_as_they_were(review):
    before = list(models.Claim.objects.values())
    edits.correct(review.id, "label", "Child Y")
    edits.suppress(review.id, review.statements[0].id)
    assert list(models.Claim.objects.values()) == before


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda review: edits.correct(review.id, "colour", "red"), "field-unknown"),
        (lambda review: edits.correct(review.id, "statement", None), "field-unknown"),
        (lambda review: edits.correct(review.id, "published", "soon"), "value-unfit"),
        (lambda review: edits.correct(review.id, "area", "Kent"), "value-unfit"),
        (lambda review: edits.correct(review.id, "link", Link("Report")), "value-unfit"),
        (lambda review: edits.suppress(review.id, "nothing"), "statement-unknown"),
        (lambda review: edits.withdraw(9), "claim-unknown"),
        (lambda review: edits.set_status(review.id, "fine"), "status-unknown"),
        (lambda review: edits.correct("nobody", "label", None), "review-unknown"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(review, edit, code):
    before = dump()
    with pytest.raises(LessonbookError) as caught:
        edit(review)
    assert caught.value.code == code
    assert dump() == before


def test_evidence_of_an_editor_is_verified(review):
    wrong = Evidence(review.documents[0], None, 0, 4, "nope")
    edits.correct(review.id, "label", "Child Y", evidence=[wrong])
    assert [failure.code for failure in verify.verify().failures] == ["evidence-fails"]

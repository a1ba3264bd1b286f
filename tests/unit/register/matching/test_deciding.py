import pytest

from helpers.register_cases import Case, document_of
from helpers.register_dump import dump
from lessonbook.domain import LessonbookError, StatementClaim
from lessonbook.register import edits, models, reviews, verify
from lessonbook.register.intake.recording import record
from lessonbook.register.matching import deciding

ASK, TELL, CALL = ("learning", "Ask first."), ("learning", "Tell all."), ("learning", "Call early.")


@pytest.fixture
def pair(home):
    """Two reviews of two documents that may be one: their ids, the earlier first."""
    record("a", *document_of(Case(label=None, statements=(ASK, TELL)), name="a"))
    record("b", *document_of(Case(label=None, statements=(ASK, CALL)), name="b"))
    [found] = deciding.unsure()
    return found.first, found.second


def texts(review_id):
    return [statement.text for statement in reviews.get(review_id).statements]


def codes(review_id):
    return [problem.code for problem in reviews.get(review_id).problems]


def test_a_pair_waits_with_its_reason(pair):
    [waiting] = deciding.unsure()
    assert waiting.reason == "both have the area and the month"
    assert codes(pair[0]) == codes(pair[1]) == ["match-unsure"]


def test_merged_reviews_are_one_with_the_statements_of_both(pair):
    deciding.merge(*pair, author="editor")
    assert texts(pair[0]) == ["Ask first.", "Call early.", "Tell all."]
    assert len(reviews.get(pair[0]).statements[0].evidence) == 2
    assert [review.id for review in reviews.find()] == [pair[0]]
    assert codes(pair[0]) == []
    assert deciding.unsure() == []


def test_the_id_that_was_merged_leads_to_the_other(pair):
    deciding.merge(*pair)
    assert reviews.get(pair[1]).id == pair[0]


def test_a_merge_undone_is_as_before(pair):
    before = [reviews.get(one) for one in pair]
    decision = deciding.merge(*pair)
    deciding.undo(decision)
    assert [reviews.get(one) for one in pair] == before
    assert len(deciding.unsure()) == 1


def test_editors_claims_go_with_a_merge_and_come_back(pair):
    held = reviews.get(pair[1]).statements[1]
    edits.correct_statement(pair[1], held.id, StatementClaim("action", "Call now."))
    edits.correct(pair[1], "label", "Child Zed")
    before = reviews.get(pair[1])
    decision = deciding.merge(*pair)
    assert "Call now." in texts(pair[0])
    assert reviews.get(pair[0]).label == "Child Zed"
    deciding.undo(decision)
    assert reviews.get(pair[1]) == before
    assert reviews.get(pair[0]).label is None


def test_an_edit_made_after_the_merge_goes_to_the_review_its_statement_is_of(pair):
    decision = deciding.merge(*pair)
    call = next(statement for statement in reviews.get(pair[0]).statements if statement.text == "Call early.")
    edits.suppress(pair[0], call.id)
    deciding.undo(decision)
    assert texts(pair[1]) == ["Ask first."]
    assert texts(pair[0]) == ["Ask first.", "Tell all."]


def test_a_third_document_joins_the_merged_review(pair):
    deciding.merge(*pair)
    both = Case(label=None, statements=(ASK, TELL, CALL))
    assert record("c", *document_of(both, name="c")).matched == 1
    assert len(reviews.get(pair[0]).documents) == 3


def test_kept_apart_they_are_not_proposed_again(pair):
    deciding.keep_apart(*pair)
    assert codes(pair[0]) == codes(pair[1]) == []
    assert deciding.unsure() == []


def test_what_was_asked_of_a_merged_review_is_asked_of_what_it_became(pair):
    record("c", *document_of(Case(label=None, statements=()), name="c"))
    third = next(review.id for review in reviews.find() if review.id not in pair)
    before = [reviews.get(one) for one in (*pair, third)]
    decision = deciding.merge(*pair)
    assert [{one.first, one.second} for one in deciding.unsure()] == [{pair[0], third}]
    assert codes(pair[0]) == codes(third) == ["match-unsure"]
    assert pair[0] in reviews.get(third).problems[0].message
    deciding.undo(decision)
    assert [reviews.get(one) for one in (*pair, third)] == before
    deciding.merge(*pair)
    deciding.keep_apart(third, pair[0])
    assert codes(pair[0]) == codes(third) == []
    assert verify.verify().ok


def test_a_split_gives_what_one_document_says_a_review_of_its_own(home):
    record("a", *document_of(Case(statements=(ASK, TELL)), name="a"))
    record("b", *document_of(Case(statements=(ASK, CALL)), name="b"))
    [one] = reviews.find()
    call = next(statement for statement in one.statements if statement.text == "Call early.")
    edits.correct_statement(one.id, call.id, StatementClaim("learning", "Call the same day."))
    before = reviews.get(one.id)
    new, decision = deciding.split(one.id, one.documents[1:])
    assert texts(one.id) == ["Ask first.", "Tell all."]
    assert texts(new) == ["Ask first.", "Call the same day."]
    assert deciding.unsure() == []
    deciding.undo(decision)
    assert reviews.get(one.id) == before
    assert reviews.get(new).id == one.id
    assert reviews.count() == 1


def test_the_first_document_can_be_split_off_too(home):
    record("a", *document_of(Case(statements=(ASK,)), name="a"))
    record("b", *document_of(Case(statements=(CALL,)), name="b"))
    [one] = reviews.find()
    new, _ = deciding.split(one.id, one.documents[:1])
    assert new != one.id
    assert (texts(new), texts(one.id)) == (["Ask first."], ["Call early."])


def test_a_split_after_a_merge_gives_the_old_id_back(pair):
    deciding.merge(*pair)
    documents = reviews.get(pair[0]).documents
    new, _ = deciding.split(pair[0], documents[1:])
    assert new == pair[1]
    assert texts(pair[1]) == ["Ask first.", "Call early."]


def test_decisions_are_undone_the_last_first(pair):
    merged = deciding.merge(*pair)
    new, split = deciding.split(pair[0], reviews.get(pair[0]).documents[1:])
    with pytest.raises(LessonbookError) as caught:
        deciding.undo(merged)
    assert caught.value.code == "undo-later-first"
    deciding.undo(split)
    deciding.undo(merged)
    assert reviews.count() == 2
    assert new == pair[1]


@pytest.mark.parametrize(
    ("decide", "code"),
    [
        (lambda one, other: deciding.merge(one, one), "merge-with-itself"),
        (lambda one, other: deciding.split(one, ["f" * 64]), "split-nothing"),
        (lambda one, other: deciding.split(one, reviews.get(one).documents), "split-nothing"),
        (lambda one, other: deciding.undo(77), "decision-unknown"),
        (lambda one, other: deciding.merge(one, "nobody"), "review-unknown"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(pair, decide, code):
    before = dump()
    with pytest.raises(LessonbookError) as caught:
        decide(*pair)
    assert caught.value.code == code
    assert dump() == before


def test_a_decision_is_undone_once(pair):
    decision = deciding.merge(*pair)
    deciding.undo(decision)
    with pytest.raises(LessonbookError) as caught:
        deciding.undo(decision)
    assert caught.value.code == "decision-undone"


def test_the_history_tells_who_decided(pair):
    decision = deciding.merge(*pair, author="A. Editor")
    deciding.undo(decision, author="B. Editor")
    told = list(models.Event.objects.filter(review=pair[0]).order_by("id").values_list("action", "author"))
    assert told == [("merge", "A. Editor"), ("merge-undone", "B. Editor")]

from helpers.register_cases import Case, source
from lessonbook.domain import Claim, Evidence, StatementClaim
from lessonbook.register.resolution import Anchor, Edit, Source, resolve


def review_of(*lists, edits=()):
    sources = [source(Case(statements=tuple(said)), f"d{number}") for number, said in enumerate(lists)]
    return resolve("r1", sources, edits)


def said(review):
    return [(statement.kind, statement.text) for statement in review.statements]


A, B, C, D = (("learning", f"{word} first of all.") for word in ("Ask", "Believe", "Call", "Decide"))


def test_statements_keep_their_order_and_kind():
    assert said(review_of([A, ("recommendation", "Train."), B])) == [A, ("recommendation", "Train."), B]


def test_the_same_statement_of_two_documents_is_one_with_both_places():
    review = review_of([A, B], [("learning", "ASK first of all;"), C])
    assert said(review) == [A, C, B]
    assert len(review.statements[0].evidence) == 2
    assert {piece.document for piece in review.statements[0].evidence} == set(review.documents)
    assert [len(statement.evidence) for statement in review.statements] == [2, 1, 1]


def test_what_a_later_document_adds_goes_where_it_stands_there():
    assert said(review_of([A, D], [A, B, C, D])) == [A, B, C, D]
    assert said(review_of([C, D], [A, B, C])) == [A, B, C, D]
    assert said(review_of([A, B], [C, D])) == [A, B, C, D]


def test_where_orders_contradict_the_first_document_s_stays():
    assert said(review_of([A, B, C], [C, A])) == [A, B, C]


def test_the_same_words_of_two_kinds_are_two_statements():
    recommended = ("recommendation", A[1])
    review = review_of([A, recommended])
    assert said(review) == [A, recommended]
    assert len({statement.id for statement in review.statements}) == 2


def test_a_sentence_said_twice_in_one_document_is_two_statements_and_each_meets_its_own():
    review = review_of([A, A], [A, A])
    assert said(review) == [A, A]
    assert [len(statement.evidence) for statement in review.statements] == [2, 2]


def test_addressees_are_united():
    first, second = source(Case(statements=()), "d0"), source(Case(statements=()), "d1")
    sources = [
        Source(one.key, one.document, (Claim("statement", StatementClaim("recommendation", "Train.", (to,))),))
        for one, to in ((first, "police"), (second, "housing"))
    ]
    assert resolve("r1", sources).statements[0].addressees == ("police", "housing")


def test_the_id_comes_from_the_entry_that_states_it_first():
    review = review_of([A], [A, B])
    assert [statement.id.partition("-")[0] for statement in review.statements] == ["keyd0", "keyd1"]


def edit(review, number, value):
    held = review.statements[number]
    return Edit("statement", value, held.id, anchor=Anchor(held.kind, held.text, held.evidence))


def test_a_correction_keeps_id_place_and_evidence():
    before = review_of([A, B, C])
    after = review_of([A, B, C], edits=[edit(before, 1, StatementClaim("recommendation", "Believe them."))])
    assert said(after) == [A, ("recommendation", "Believe them."), C]
    assert after.statements[1].id == before.statements[1].id
    assert after.statements[1].evidence == before.statements[1].evidence


def test_a_suppressed_statement_is_not_shown_and_the_others_are():
    assert said(review_of([A, B, C], edits=[edit(review_of([A, B, C]), 1, None)])) == [A, C]


def test_an_added_statement_stands_after_the_last_of_its_kind_and_needs_evidence():
    train = StatementClaim("recommendation", "Train.")
    review = review_of([A, B], edits=[Edit("statement", StatementClaim("learning", "New."), "r1-new")])
    assert said(review) == [A, B, ("learning", "New.")]
    assert [problem.code for problem in review.problems] == ["no-evidence"]
    backed = Edit("statement", train, "r1-new", (Evidence("a" * 64, None, 0, 6, "Train."),))
    review = review_of([A, B], edits=[backed])
    assert said(review) == [A, B, ("recommendation", "Train.")]
    assert review.problems == ()


def test_an_edit_finds_its_statement_when_a_reading_words_it_otherwise():
    before = review_of([A, ("learning", "The need to ask who lives in the home and since when")])
    reworded = [A, ("learning", "The need to ask who lives in the home, and since when they do")]
    assert said(review_of(reworded, edits=[edit(before, 1, None)])) == [A]
    corrected = review_of(reworded, edits=[edit(before, 1, StatementClaim("learning", "Ask who lives there."))])
    assert said(corrected) == [A, ("learning", "Ask who lives there.")]


def test_an_edit_does_not_fall_on_another_statement():
    before = review_of([A, ("learning", "The need to ask who lives in the home")])
    assert said(review_of([A, B], edits=[edit(before, 1, None)])) == [A, B]


def test_a_correction_whose_statement_is_gone_is_kept_and_told():
    before = review_of([A, ("learning", "The need to ask who lives in the home")])
    after = review_of([A], edits=[edit(before, 1, StatementClaim("learning", "Ask who lives there."))])
    assert said(after) == [A, ("learning", "Ask who lives there.")]
    assert after.statements[1].evidence == before.statements[1].evidence
    assert [problem.code for problem in after.problems] == ["edit-lost-its-statement"]


def test_an_edit_on_a_statement_that_was_united_finds_it_under_either_id():
    second_alone = resolve("r2", [source(Case(statements=(A,)), "d1")])
    assert said(review_of([A, B], [A], edits=[edit(second_alone, 0, None)])) == [B]

import msgspec

from helpers.invented_cases import reviews
from lessonbook.domain import FieldConfidence, Problem
from lessonbook.register.queue import Need, in_the_way, need_of, waiting

CONFLICT = Problem("sources-disagree", "Sources disagree on the label.")
LOST = Problem("heading-lost", "The heading is missing.")
UNSURE = Problem("match-unsure", "This may be the same review.")


def changed(review, **values):
    return msgspec.structs.replace(review, **{"problems": (), "status": "extracted", "confidence": (), **values})


def test_the_strongest_reason_counts():
    one = reviews(1)[0]
    assert need_of(changed(one, problems=(UNSURE, LOST, CONFLICT))) is Need.CONFLICT
    assert need_of(changed(one, problems=(UNSURE, LOST))) is Need.PROBLEM
    assert need_of(changed(one, problems=(UNSURE,))) is Need.UNSURE_MATCH
    assert need_of(changed(one, confidence=(FieldConfidence("label", 0.3),))) is Need.LOW_CONFIDENCE
    assert need_of(changed(one)) is Need.REST


def test_what_needs_a_person_most_comes_first_and_what_is_done_does_not_wait():
    rest, lost, conflict, checked, done = (
        changed(review, **values)
        for review, values in zip(
            reviews(5),
            ({}, {"problems": (LOST,)}, {"problems": (CONFLICT,)}, {"status": "checked"}, {"status": "approved"}),
            strict=True,
        )
    )
    order = [one.review.id for one in waiting([done, checked, rest, lost, conflict])]
    assert order == [conflict.id, lost.id, rest.id, checked.id]


def test_what_was_noticed_does_not_stand_in_the_way():
    assert in_the_way(changed(reviews(1)[0], problems=(LOST, CONFLICT, UNSURE))) == (CONFLICT, UNSURE)

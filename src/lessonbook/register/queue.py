"""What waits for a person, those reviews that need one most first, and what stands in the way of approving each."""

from collections.abc import Iterable
from enum import IntEnum

import msgspec

from lessonbook.domain import Problem, Review

# A reading that is less sure of a field than this should be looked at.
_UNSURE = 0.5
_CONFLICT, _UNSURE_MATCH = "sources-disagree", "match-unsure"
# Problems that a person must settle before a record may be published; the others are told and may stay.
_BLOCKING = frozenset({_CONFLICT, _UNSURE_MATCH, "no-evidence", "no-source"})


class Need(IntEnum):
    """Why a review waits; the lower comes first."""

    CONFLICT = 0
    PROBLEM = 1
    UNSURE_MATCH = 2
    LOW_CONFIDENCE = 3
    REST = 4


class Waiting(msgspec.Struct, frozen=True):
    """A review that waits, the strongest reason why, and how many problems it has."""

    review: Review
    need: Need
    problems: int


def need_of(review: Review) -> Need:
    """The strongest reason why a person should look at a review."""
    codes = {problem.code for problem in review.problems}
    if _CONFLICT in codes:
        return Need.CONFLICT
    if codes - {_UNSURE_MATCH}:
        return Need.PROBLEM
    if codes:
        return Need.UNSURE_MATCH
    if any(one.confidence < _UNSURE for one in review.confidence):
        return Need.LOW_CONFIDENCE
    return Need.REST


def waiting(reviews: Iterable[Review]) -> list[Waiting]:
    """The reviews that nobody has approved, held or withdrawn, those that need a person most first.

    Among equals those with more problems come first, then the order given; those checked come after those that nobody
    has looked at.
    """
    found = [
        Waiting(review, need_of(review), len(review.problems))
        for review in reviews
        if review.status in ("extracted", "checked")
    ]
    return sorted(found, key=lambda one: (one.review.status == "checked", one.need, -one.problems))


def in_the_way(review: Review) -> tuple[Problem, ...]:
    """Exactly what must be settled before a review is approved."""
    return tuple(problem for problem in review.problems if problem.code in _BLOCKING)

"""The outcome for a person, from the words of harm in the sentence that tells of them."""

import re

from lessonbook.domain import Outcome
from lessonbook.vocabulary import harms


def outcome_of(text: str, start: int, *, alone: bool) -> Outcome:
    """The gravest outcome that is told of the one person, or of the person whom the text speaks of at ``start``.

    Of several persons each has the outcome of their own clause, or the one that all the text tells of.
    """
    found = harms.harms_in(text)
    if alone or not found:
        return _gravest({match.outcome for match in found})
    if start < 0:
        return "not-stated"
    first, last = _clause(text, start)
    own = {match.outcome for match in found if first <= match.start < last}
    return _gravest(own or {match.outcome for match in found if match.outcome != "other"}, only_one=not own)


def _gravest(outcomes: set[Outcome], *, only_one: bool = False) -> Outcome:
    if only_one and len(outcomes) != 1:
        return "not-stated"
    return next((outcome for outcome in _BY_GRAVITY if outcome in outcomes), "not-stated")


def _clause(text: str, at: int) -> tuple[int, int]:
    ends = [match.end() for match in _CLAUSE_END.finditer(text)]
    return max((end for end in ends if end <= at), default=0), min((end for end in ends if end > at), default=len(text))


_BY_GRAVITY: tuple[Outcome, ...] = ("death", "serious-harm", "other")
_CLAUSE_END = re.compile(r"[.;]\s+|,\s+(?:and|while|whilst|but)\s+")

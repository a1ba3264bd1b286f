"""Claims as they are written: readings weighed against each other, evidence and sureness beside each value."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from lessonbook.domain import (
    Certainty,
    Claim,
    ClaimValue,
    Document,
    Evidence,
    EvidenceError,
    Passage,
    Problem,
    Span,
    evidence_of,
)
from lessonbook.extraction.report.sureness import combine

T = TypeVar("T")


class Reading(msgspec.Struct, Generic[T], frozen=True):
    """A value read at one place: its words there and what the reading rests on."""

    value: T
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    certainty: Certainty = "stated"


def settled(
    readings: Iterable[Reading[T]], same: Callable[[T, T], bool], fuller: Callable[[T], Any] | None = None
) -> tuple[Reading[T], ...]:
    """The readings of one field put together, the surest first.

    Readings of the same value are one that rests on both. Where two values are about equally sure, both are given and
    each is the less sure for it; of a value that is clearly less sure than the first nothing is left.
    """
    groups: list[list[Reading[T]]] = []
    for reading in readings:
        group = next((group for group in groups if same(group[0].value, reading.value)), None)
        if group is None:
            groups.append([reading])
        else:
            group.append(reading)
    united = sorted((_united(group, fuller) for group in groups), key=lambda one: combine(one.reasons), reverse=True)
    if len(united) < 2 or combine(united[0].reasons) - combine(united[1].reasons) > _CLEARLY:
        return tuple(united[:1])
    doubted = (msgspec.structs.replace(one, reasons=(*one.reasons, "places-disagree")) for one in united[:2])
    return tuple(doubted)


def _united(group: Sequence[Reading[T]], fuller: Callable[[T], Any] | None) -> Reading[T]:
    """One reading of all of a group: the surest one's value (or the fullest), everyone's words and reasons."""
    best = max(group, key=lambda one: (fuller(one.value) if fuller else 0, combine(one.reasons)))
    if len(group) == 1:
        return best
    place = {span for passage in best.passages for span in passage.spans()}
    others = [one for one in group if one is not best]
    elsewhere = any(span not in place for one in others for passage in one.passages for span in passage.spans())
    reasons = dict.fromkeys((*best.reasons, *(reason for one in others for reason in one.reasons)))
    if elsewhere:
        reasons["two-places-agree"] = None
    certain = any(one.certainty == "stated" for one in group)
    passages = (*best.passages, *(p for one in others[: _MOST_PLACES - 1] for p in one.passages))
    return Reading(best.value, passages, tuple(reasons), "stated" if certain else best.certainty)


class Writer:
    """Writes claims and problems with their evidence."""

    def __init__(self, document: Document) -> None:
        self.claims: list[Claim] = []
        self.problems: list[Problem] = []
        self.furniture: list[Span] = []
        self._document = document

    def claim(self, field: str, reading: Reading[Any] | None) -> None:
        """A claim of a reading; nothing where there is none or its words stand nowhere."""
        if reading is None:
            return
        evidence = self.evidence(reading.passages)
        if not evidence:
            return
        reasons = reading.reasons
        if any(piece.ocr_confidence is not None for piece in evidence):
            reasons = (*reasons, "from-a-picture")
        value: ClaimValue = reading.value
        reasons = tuple(dict.fromkeys(reasons))
        self.claims.append(
            Claim(field, value, evidence, reading.certainty, confidence=combine(reasons), reasons=reasons)
        )

    def claim_all(self, field: str, readings: Sequence[Reading[Any]], name: str, words: Callable[[Any], str]) -> None:
        """The surest reading; a second one that disagrees and is about as sure stands beside it, with a problem."""
        for reading in readings:
            self.claim(field, reading)
        if len(readings) > 1:
            said = " and ".join(f"“{words(reading.value)}”" for reading in readings)
            evidence = self.evidence(tuple(p for reading in readings for p in reading.passages))
            message = f"The report gives {name} in two ways, {said}; see which is right."
            self.problems.append(Problem("readings-disagree", message, evidence))

    def evidence(self, passages: Sequence[Passage]) -> tuple[Evidence, ...]:
        """The evidence of passages, each piece once."""
        pieces: dict[Evidence, None] = {}
        for passage in passages:
            try:
                pieces.update(dict.fromkeys(evidence_of(passage, self._document)))
            except EvidenceError:
                continue
        return tuple(pieces)

    def pass_over(self, passage: Passage) -> None:
        """Words that hold no fact to keep: a label, a line of the cover."""
        self.furniture.extend(passage.spans())


_CLEARLY = 0.08
_MOST_PLACES = 3

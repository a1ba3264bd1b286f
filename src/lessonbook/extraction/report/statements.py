"""The statements of a report as claims: learning, recommendations, considerations, actions and good practice."""

from collections.abc import Sequence

import msgspec

from lessonbook.domain import (
    Claim,
    Document,
    Evidence,
    Passage,
    Problem,
    RecommendationsMade,
    Span,
    StatementClaim,
    evidence_of,
)
from lessonbook.extraction.report import described, made
from lessonbook.extraction.report.found import folded
from lessonbook.extraction.report.repeats import Merged, put_together
from lessonbook.extraction.report.sections import Section
from lessonbook.extraction.report.sureness import combine
from lessonbook.extraction.report.walking import Walk
from lessonbook.vocabulary import addressees


class StatementsRead(msgspec.Struct, frozen=True):
    """What a report states, as claims, the problems with it, and the labels around it."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    furniture: tuple[Span, ...]


def read(document: Document, sections: Sequence[Section]) -> StatementsRead:
    """The statements of a report, each once, in reading order, and whether it makes recommendations."""
    walk = Walk(document, sections)
    walk.go()
    found = walk.found if walk.described is None else described.recommendations(walk.found)
    merged = put_together(found)
    own = [each for each in merged if each.found.kind == "recommendation" and each.found.whose is None]
    problems, agrees = _counted(document, sections, own)
    claims = [_claim(document, each, agrees=agrees and each in own) for each in merged]
    told = _made(document, sections, own)
    return StatementsRead((*claims, *told), tuple(problems), ())


def _claim(document: Document, merged: Merged, *, agrees: bool) -> Claim:
    found = merged.found
    beside = [passage for passage in (found.whom, found.when, found.whose) if passage]
    reasons = (*found.reasons, *(("two-places-agree",) if agrees else ()))
    value = StatementClaim(
        kind=found.kind,
        text=found.text,
        addressees=_addressees(merged),
        number=found.number,
        parts=found.parts,
        addressed_to=folded(found.whom.text) if found.whom else None,
        timescale=folded(found.when.text) if found.when else None,
        attributed_to=folded(found.whose.text) if found.whose else None,
    )
    evidence = _evidence(document, (*merged.words, *beside))
    if any(piece.ocr_confidence is not None for piece in evidence):
        reasons = (*reasons, "from-a-picture")
    return Claim("statement", value, evidence, confidence=combine(reasons), reasons=reasons)


def _addressees(merged: Merged) -> tuple[str, ...]:
    found = merged.found
    if found.kind not in addressees.ADDRESSED:
        return ()
    beside = addressees.addressees_in(found.whom.text) if found.whom else ()
    return beside or addressees.addressees_in(found.text)


def _evidence(document: Document, passages: Sequence[Passage]) -> tuple[Evidence, ...]:
    pieces = (piece for passage in passages if passage for piece in evidence_of(passage, document))
    return tuple(dict.fromkeys(pieces))


def _made(document: Document, sections: Sequence[Section], own: Sequence[Merged]) -> list[Claim]:
    if own:
        evidence = _evidence(document, own[0].words)
        reasons: tuple[str, ...] = ("in-its-section",)
        return [
            Claim(
                "recommendations_made",
                RecommendationsMade("made"),
                evidence,
                "inferred",
                confidence=combine(reasons),
                reasons=reasons,
            )
        ]
    none = made.says_none(sections)
    if none is None:
        return []
    reasons = ("says-so",)
    value = RecommendationsMade("none", folded(none.text))
    return [
        Claim("recommendations_made", value, _evidence(document, (none,)), confidence=combine(reasons), reasons=reasons)
    ]


def _counted(document: Document, sections: Sequence[Section], own: Sequence[Merged]) -> tuple[list[Problem], bool]:
    """Whether the number of recommendations that the report gives is the number found; a problem where it is not."""
    said = made.counts_said(sections) if own else []
    if not said:
        return [], False
    numbers = {count for count, _ in said}
    if len(own) in numbers:
        return [], True
    count, words = said[0]
    message = f"The report speaks of {count} recommendations, and {len(own)} were found; see whether one is missing."
    return [Problem("count-differs", message, _evidence(document, (words,)))], False

"""One value for a field that a review has once."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lessonbook.domain import Area, Certainty, Claim, Evidence, Harm, Method, Period, Problem, RecommendationsMade
from lessonbook.register.resolution.agreement import agree, fullness
from lessonbook.register.resolution.voices import Edit, Source, strength

NAMES = {
    "published": "the date of publication",
    "incident": "the date of the incident",
    "area": "the area",
    "label": "the label",
    "audience": "whom it is for",
    "section": "the section",
    "method": "the method",
    "recommendations_made": "whether there are recommendations",
    "period": "the period under review",
}


class Choice(msgspec.Struct, frozen=True):
    """The value shown, how sure it is, the conflict where sources disagree, and the document's claim it comes from."""

    value: Any = None
    certainty: Certainty = "stated"
    conflict: Problem | None = None
    claim: Claim | None = None


def choose(field: str, sources: Sequence[Source], edits: Sequence[Edit]) -> Choice:
    """The editor's last word, otherwise the strongest claim: by origin, then certainty, then the later source.

    Within one source the first of equally strong claims counts. Of the claims as strong as the winner those that agree
    with it may be fuller (a month where it has a year): the fullest is shown. Those that disagree are a conflict.
    """
    edit = last_edit(field, edits)
    if edit is not None:
        return Choice(edit.value)
    spoken = [claims[0] for source in sources if (claims := source.said(field))]
    if not spoken:
        return Choice()
    winner = max(enumerate(spoken), key=lambda numbered: (strength(numbered[1]), numbered[0]))[1]
    equals = [claim for source in sources for claim in source.said(field) if strength(claim) == strength(winner)]
    agreeing = [claim for claim in spoken if claim in equals and agree(field, claim.value, winner.value)]
    shown = max(enumerate(agreeing), key=lambda numbered: (fullness(field, numbered[1].value), numbered[0]))[1]
    return Choice(shown.value, shown.certainty, _conflict(field, shown, equals), shown)


def last_edit(field: str, edits: Sequence[Edit]) -> Edit | None:
    """The editor's last claim on a whole field."""
    return next((edit for edit in reversed(edits) if edit.field == field and not edit.target), None)


def conflict(name: str, values: Sequence[str], shown: str, evidence: tuple[Evidence, ...]) -> Problem:
    """Two sources, or two places of one source, that cannot both be right."""
    said = " and ".join(f"“{value}”" for value in dict.fromkeys(values))
    return Problem(
        "sources-disagree", f"Sources disagree on {name}: {said}. Shown is “{shown}” until a person decides.", evidence
    )


def _conflict(field: str, shown: Claim, equals: Sequence[Claim]) -> Problem | None:
    against = [claim for claim in equals if not agree(field, claim.value, shown.value)]
    if not against:
        return None
    involved = [claim for claim in equals if claim is shown or claim in against]
    evidence = tuple(dict.fromkeys(piece for claim in involved for piece in claim.evidence))
    return conflict(NAMES[field], [in_words(claim.value) for claim in involved], in_words(shown.value), evidence)


def in_words(value: object) -> str:
    """A value as a sentence can hold it."""
    if isinstance(value, Area):
        return value.as_written
    if isinstance(value, Method):
        return value.as_written or value.name or ""
    if isinstance(value, RecommendationsMade):
        return value.as_written or value.status
    if isinstance(value, Period | Harm):
        return value.as_written
    return str(value)

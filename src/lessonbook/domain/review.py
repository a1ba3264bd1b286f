"""A review as people see it: the record resolved from claims, and the parts it is made of.

The field order of these types is the key order of the exported record. The vocabulary's ids (kinds, sections, themes,
addressees, methods) are plain strings here; what they may be is data in ``lessonbook.vocabulary``.
"""

from typing import Literal

import msgspec

from lessonbook.domain.dates import PartialDate
from lessonbook.domain.evidence import Evidence

Audience = Literal["children", "adults", "both"]
Scope = Literal["local", "regional", "national", "national-panel"]
Status = Literal["extracted", "checked", "approved", "held", "withdrawn"]
StatementKind = Literal["key-issue", "learning", "recommendation", "consideration", "action", "good-practice"]
Sex = Literal["female", "male", "other", "not-stated"]
Outcome = Literal["death", "serious-harm", "other", "not-stated"]
ProceedingKind = Literal["criminal", "coroner", "care", "misconduct", "complaint", "other"]


class Authority(msgspec.Struct, frozen=True):
    """A local authority by its official name and GSS code."""

    name: str
    gss: str


class Area(msgspec.Struct, frozen=True):
    """Who published, as written and as resolved. ``unnamed`` is what the source chose to say: it is never filled in."""

    as_written: str
    status: Literal["named", "unnamed", "unresolved"]
    authorities: tuple[Authority, ...] = ()


class Age(msgspec.Struct, frozen=True):
    """An age as written, and the fewest and most days it can mean (a 4-month-old is 120 to 152 days)."""

    as_written: str
    days: tuple[int, int] | None = None


_LEAP_DAYS = 5


def ages_agree(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ages, each as its fewest and most days, can be one age.

    Leap years and months of different lengths make neighbours touch: a 5-year-old and a 6-year-old share a day, and
    do not agree for it.
    """
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    shorter = min(one[1] - one[0], other[1] - other[0]) + 1
    return shared > min(_LEAP_DAYS, shorter - 1)


class Ethnicity(msgspec.Struct, frozen=True):
    """Stated, said to be not stated, or not mentioned at all: three different facts."""

    status: Literal["stated", "not-stated", "not-mentioned"]
    as_written: str | None = None


class Subject(msgspec.Struct, frozen=True):
    """A child or adult the review is about, under the label the source uses."""

    label: str | None
    age: Age | None = None
    sex: Sex = "not-stated"
    outcome: Outcome = "not-stated"
    ethnicity: Ethnicity = Ethnicity("not-mentioned")


class Method(msgspec.Struct, frozen=True):
    """How the review was done: the vocabulary's method, and the words."""

    name: str | None = None
    as_written: str | None = None


class Statement(msgspec.Struct, frozen=True):
    """One sentence or list item of a source, by itself, with the words it came from.

    ``number`` is what the source calls it ("4", "3a", "Finding 2"). ``parts`` are its lettered or bulleted parts, whose
    words are in ``text`` too. ``addressed_to`` and ``timescale`` are the words of a column or label beside it, as
    "Police; Housing" and "by March 2024". ``attributed_to`` names whose statement it is where the document quotes or
    describes another review or inquiry: it is nothing where the statement is the document's own.
    """

    id: str
    kind: StatementKind
    text: str
    themes: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    number: str | None = None
    parts: tuple[str, ...] = ()
    addressed_to: str | None = None
    timescale: str | None = None
    attributed_to: str | None = None


class Link(msgspec.Struct, frozen=True):
    """A link as labelled; ``url`` is empty where the source lost its target."""

    label: str
    url: str | None = None


class Period(msgspec.Struct, frozen=True):
    """The period under review as written, and as an EDTF interval or date where it can be read."""

    as_written: str
    dates: PartialDate | None = None


class Proceeding(msgspec.Struct, frozen=True):
    """Proceedings beside the review that the source mentions, in its own sentence."""

    kind: ProceedingKind
    as_written: str


class FieldConfidence(msgspec.Struct, frozen=True):
    """How sure the reading is of a field, from 0 to 1, and what that rests on: ``reasons`` as "on-the-cover"."""

    field: str
    confidence: float
    reasons: tuple[str, ...] = ()


class Problem(msgspec.Struct, frozen=True):
    """What could not be read or does not agree: a code, a sentence for a person, and places in the source."""

    code: str
    message: str
    evidence: tuple[Evidence, ...] = ()


class Harm(msgspec.Struct, frozen=True):
    """What happened, in the source's own first sentence or sentences (not a key issue: the case's heading)."""

    as_written: str
    hedges: tuple[str, ...] = ()


class Relevance(msgspec.Struct, frozen=True):
    """That someone marked the case as relevant to an area, and why.

    ``area`` is the area or partnership, as written, that the mark is about: nothing where an editor of this register
    made the mark, or where the source does not say whose it is.
    """

    relevant: bool
    reason: str | None = None
    area: str | None = None


class RecommendationsMade(msgspec.Struct, frozen=True):
    """Whether the review recommends anything: ``none`` is a fact that the source states, silence ``not-mentioned``."""

    status: Literal["made", "none", "not-mentioned"] = "not-mentioned"
    as_written: str | None = None


class Review(msgspec.Struct, frozen=True):
    """The exported record. Keys up to ``problems`` are the published contract, in that order; the rest adds to it.

    ``commissioner`` is the partnership or board that commissioned the review, as written; ``reviewer`` the role of who
    wrote it ("independent reviewer"), never a name.
    """

    id: str
    kinds: tuple[str, ...]
    audience: Audience | None
    scope: Scope | None
    label: str | None
    area: Area | None
    published: PartialDate | None
    incident: PartialDate | None
    section: str | None
    subjects: tuple[Subject, ...]
    method: Method
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    status: Status
    problems: tuple[Problem, ...]
    title: str | None = None
    harm: Harm | None = None
    recommendations_made: RecommendationsMade = RecommendationsMade()
    section_inferred: bool = False
    relevance: Relevance | None = None
    integrated: bool = False
    documents: tuple[str, ...] = ()
    commissioner: str | None = None
    period: Period | None = None
    reviewer: str | None = None
    proceedings: tuple[Proceeding, ...] = ()
    confidence: tuple[FieldConfidence, ...] = ()

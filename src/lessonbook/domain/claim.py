"""Claims: what one source says about one field of one review, with its evidence.

An extractor turns a document into entries; an entry is what the document says of one review, as claims. The register
keeps claims and never deletes one; the record that people see is resolved from them.
"""

from typing import Literal

import msgspec

from lessonbook.domain.dates import PartialDate
from lessonbook.domain.evidence import Evidence
from lessonbook.domain.passage import Span
from lessonbook.domain.review import (
    Area,
    Harm,
    Link,
    Method,
    Period,
    Problem,
    Proceeding,
    RecommendationsMade,
    Relevance,
    StatementKind,
    Subject,
)

Origin = Literal["document", "external", "editor"]
Certainty = Literal["stated", "inferred", "unsure"]


class StatementClaim(msgspec.Struct, frozen=True):
    """The value of a ``statement`` claim: a ``Statement`` without what the register adds (id, themes, evidence).

    ``addressees`` are vocabulary ids.
    """

    kind: StatementKind
    text: str
    addressees: tuple[str, ...] = ()
    number: str | None = None
    parts: tuple[str, ...] = ()
    addressed_to: str | None = None
    timescale: str | None = None
    attributed_to: str | None = None


# Which fields there are, and the type of each one's value. A field in MANY may be claimed several times in one entry.
VALUE_TYPES: dict[str, type] = {
    "kinds": tuple[str, ...],
    "audience": str,
    "scope": str,
    "label": str,
    "title": str,
    "area": Area,
    "published": PartialDate,
    "incident": PartialDate,
    "section": str,
    "harm": Harm,
    "subject": Subject,
    "method": Method,
    "statement": StatementClaim,
    "link": Link,
    "recommendations_made": RecommendationsMade,
    "relevance": Relevance,
    "integrated": bool,
    "keywords": tuple[str, ...],
    "commissioner": str,
    "period": Period,
    "reviewer": str,
    "proceeding": Proceeding,
}
MANY = frozenset({"subject", "statement", "link", "proceeding"})

ClaimValue = (
    str
    | bool
    | tuple[str, ...]
    | PartialDate
    | Area
    | Harm
    | Subject
    | Method
    | StatementClaim
    | Link
    | RecommendationsMade
    | Relevance
    | Period
    | Proceeding
)


class Claim(msgspec.Struct, frozen=True):
    """A value of a field with its evidence; ``inferred`` where the source implies but does not write it.

    ``confidence`` is how sure the extractor is, from 0 to 1, and ``reasons`` name what that rests on, as
    "label-found", "on-the-cover", "two-places-agree"; nothing where the extractor does not say.
    """

    field: str
    value: ClaimValue
    evidence: tuple[Evidence, ...] = ()
    certainty: Certainty = "stated"
    origin: Origin = "document"
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """What one document says of one review. ``position`` counts from 0 in reading order."""

    position: int
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()

    def values(self, field: str) -> tuple[ClaimValue, ...]:
        """The values claimed for a field, in order."""
        return tuple(claim.value for claim in self.claims if claim.field == field)

    def value(self, field: str) -> ClaimValue | None:
        """The first value claimed for a field."""
        return next(iter(self.values(field)), None)


class Extraction(msgspec.Struct, frozen=True):
    """All that an extractor read in a document.

    Every character of the document's text is in an entry's evidence, in ``furniture`` (headers, labels, separators,
    front matter), in a problem's evidence, or white space: ``unaccounted`` in ``lessonbook.extraction`` measures it.
    ``passed_over`` is running text of a full report that was read and from which nothing was taken.
    """

    document: str
    extractor: str
    logic_version: int
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    furniture: tuple[Span, ...] = ()
    title: str | None = None
    issue_date: PartialDate | None = None
    passed_over: tuple[Span, ...] = ()

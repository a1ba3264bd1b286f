"""Who speaks of a review: the entries of documents, and editors."""

import msgspec

from lessonbook.domain import (
    Certainty,
    Claim,
    ClaimValue,
    Evidence,
    Link,
    Origin,
    Problem,
    Proceeding,
    StatementKind,
    Subject,
)

ORIGINS: dict[Origin, int] = {"document": 0, "external": 1, "editor": 2}
CERTAINTIES: dict[Certainty, int] = {"unsure": 0, "inferred": 1, "stated": 2}

EditValue = ClaimValue | tuple[Subject, ...] | tuple[Link, ...] | tuple[Proceeding, ...]


class Source(msgspec.Struct, frozen=True):
    """An entry: what one document says of the review. ``key`` is the entry's key; sources come in order of intake."""

    key: str
    document: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()

    def said(self, field: str) -> tuple[Claim, ...]:
        """The claims on a field, the strongest first, in order among equals."""
        return tuple(sorted((claim for claim in self.claims if claim.field == field), key=strength, reverse=True))


class Anchor(msgspec.Struct, frozen=True):
    """A statement as it was when an editor corrected or suppressed it."""

    kind: StatementKind
    text: str
    evidence: tuple[Evidence, ...] = ()
    attributed_to: str | None = None


class Edit(msgspec.Struct, frozen=True):
    """An editor's claim, in order of making. No value means suppressed.

    ``target`` is a statement's id: with an ``anchor`` the edit corrects or suppresses that statement, without one it
    adds a statement under that id. A list field (``subject``, ``link``, ``proceeding``) is claimed whole, as a tuple.
    """

    field: str
    value: EditValue | None
    target: str = ""
    evidence: tuple[Evidence, ...] = ()
    anchor: Anchor | None = None


def strength(claim: Claim) -> tuple[int, int]:
    """Origin before certainty: what an editor is unsure of still stands above what a document states."""
    return ORIGINS[claim.origin], CERTAINTIES[claim.certainty]

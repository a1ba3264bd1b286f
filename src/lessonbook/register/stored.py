"""Domain values as the tables hold them, and back."""

from collections.abc import Sequence

import msgspec

from lessonbook.domain import (
    MANY,
    VALUE_TYPES,
    Claim,
    ClaimValue,
    Evidence,
    Link,
    Problem,
    Proceeding,
    Subject,
)
from lessonbook.domain.serialise import from_json, to_json
from lessonbook.register import models
from lessonbook.register.resolution import Anchor, Edit

# The fields that an editor claims whole, as a list.
_LISTS: dict[str, type] = {
    "subject": tuple[Subject, ...],
    "link": tuple[Link, ...],
    "proceeding": tuple[Proceeding, ...],
}


class _Place(msgspec.Struct, frozen=True, array_like=True):
    page: int | None
    start: int
    end: int
    quote: str
    ocr_confidence: float | None = None


_PLACES = msgspec.json.Decoder(tuple[_Place, ...])
_REASONS = msgspec.json.Decoder(tuple[str, ...])


def text_of(value: object) -> str:
    """A value as JSON text."""
    return to_json(value).decode()


def places_text(evidence: Sequence[Evidence]) -> str:
    """Evidence in an entry's own document: [page, start, end, quote] for each piece, and its OCR confidence if any."""
    return text_of([_place(piece) for piece in evidence])


def _place(piece: Evidence) -> tuple[object, ...]:
    place = (piece.page, piece.start, piece.end, piece.quote)
    return place if piece.ocr_confidence is None else (*place, piece.ocr_confidence)


def evidence_from(places: str, document: str) -> tuple[Evidence, ...]:
    """The evidence that ``places_text`` wrote for a document."""
    return tuple(
        Evidence(document, place.page, place.start, place.end, place.quote, place.ocr_confidence)
        for place in _PLACES.decode(places)
    )


def claim_from(row: models.Claim, document: str) -> Claim:
    """The claim of a row."""
    value: ClaimValue = from_json(row.value, VALUE_TYPES[row.field])
    evidence = evidence_from(row.evidence, document)
    reasons: tuple[str, ...] = _REASONS.decode(row.reasons) if row.reasons != "[]" else ()
    return Claim(
        row.field,
        value,
        evidence,
        row.certainty,  # type: ignore[arg-type]  # as it was written
        row.origin,  # type: ignore[arg-type]  # the same
        row.confidence,
        reasons,
    )


def problems_from(text: str) -> tuple[Problem, ...]:
    """The problems of an entry or a reading."""
    return from_json(text, tuple[Problem, ...]) if text != "[]" else ()


def edit_type(field: str) -> type:
    """The type of what an editor claims of a field."""
    return _LISTS.get(field, VALUE_TYPES[field]) if field in MANY else VALUE_TYPES[field]


def edit_from(row: models.EditorClaim) -> Edit:
    """The editor's claim of a row."""
    return Edit(
        field=row.field,
        value=None if row.value is None else from_json(row.value, edit_type(row.field)),
        target=row.target,
        evidence=from_json(row.evidence, tuple[Evidence, ...]),
        anchor=from_json(row.anchor, Anchor | None),  # type: ignore[arg-type]  # a union is a type to msgspec
    )

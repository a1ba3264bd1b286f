"""Editors' evidence, found again in a text that a changed reader wrote down otherwise."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from lessonbook.domain import Document, Evidence
from lessonbook.domain.serialise import from_json
from lessonbook.register import models, stored


def anchor_again(document: Document, review_ids: Collection[str]) -> None:
    """Move the evidence of editors' claims on these reviews to where its words stand now, nearest to where they were.

    Evidence whose words are gone stays as it was: ``verify`` tells of it.
    """
    for row in models.EditorClaim.objects.filter(review__in=review_ids).order_by("id"):
        evidence = _moved(from_json(row.evidence, tuple[Evidence, ...]), document)
        edit = stored.edit_from(row)
        anchor = edit.anchor and replace(edit.anchor, evidence=_moved(edit.anchor.evidence, document))
        row.evidence, row.anchor = stored.text_of(evidence), stored.text_of(anchor)
        row.save(update_fields=["evidence", "anchor"])


def _moved(evidence: Iterable[Evidence], document: Document) -> tuple[Evidence, ...]:
    return tuple(_found_again(piece, document) if piece.document == document.sha256 else piece for piece in evidence)


def _found_again(piece: Evidence, document: Document) -> Evidence:
    if piece.holds_in(document.text):
        return piece
    before = document.text.rfind(piece.quote, 0, piece.start + len(piece.quote))
    after = document.text.find(piece.quote, piece.start)
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return piece
    start = min(places, key=lambda place: abs(place - piece.start))
    end = start + len(piece.quote)
    sure = document.ocr_confidence(start, end)
    return Evidence(piece.document, document.page_at(start), start, end, piece.quote, sure)

"""Evidence: the very words of a document that a statement rests on."""

import msgspec

from lessonbook.domain.document import Document
from lessonbook.domain.passage import Passage


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Characters ``start`` to ``end`` of the text of the document with this SHA-256, and the words there.

    ``ocr_confidence``, from 0 to 1, says that the words were read from a picture and how sure that reading is of its
    least sure line; it is left out where the words are the file's own.
    """

    document: str
    page: int | None
    start: int
    end: int
    quote: str
    ocr_confidence: float | None = None

    def holds_in(self, text: str) -> bool:
        """Whether the quote is where it is said to be."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.quote


class EvidenceError(ValueError):
    """A passage has no place in its document."""


def evidence_of(passage: Passage, document: Document) -> tuple[Evidence, ...]:
    """The evidence for a passage: one piece for each place it stands in, checked as it is made.

    Two runs with nothing but white space or markup between them are one piece; words from two places are two.
    Raises ``EvidenceError`` where the passage is empty or lies outside the document.
    """
    pieces: list[tuple[int, int]] = []
    for span in passage.spans():
        if pieces and _is_bridge(document, pieces[-1][1], span.start):
            pieces[-1] = (pieces[-1][0], span.end)
        else:
            pieces.append((span.start, span.end))
    evidence = tuple(
        Evidence(
            document.sha256,
            document.page_at(start),
            start,
            end,
            document.text[start:end],
            document.ocr_confidence(start, end),
        )
        for start, end in pieces
    )
    if not evidence or not all(piece.holds_in(document.text) for piece in evidence):
        raise EvidenceError(f"“{passage.text[:60]}” has no place in its document")
    return evidence


def _is_bridge(document: Document, start: int, end: int) -> bool:
    """Whether what lies between two runs is no wording: inline markup, white space, a hyphen at a line's end."""
    if not start <= end <= start + _LONGEST_BRIDGE or document.page_at(start - 1) != document.page_at(end):
        return False
    between = document.text[start:end]
    return not between.strip(_NO_WORDING) or (between.strip().startswith("<") and between.strip().endswith(">"))


_LONGEST_BRIDGE = 40
_NO_WORDING = " \t\r\n\u00ad-*_\u2010"

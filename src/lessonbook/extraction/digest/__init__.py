"""Digests: documents in which a partnership tells its practitioners what others' reviews found."""

from lessonbook.domain import Document, Extraction

EXTRACTOR = "digest"
LOGIC_VERSION = 1


def extract(document: Document) -> Extraction:
    """What a digest says of each review in it."""
    return Extraction(document.sha256, EXTRACTOR, LOGIC_VERSION, ())


def fits(document: Document) -> float:
    """How much a document looks like a digest, from 0 to 1."""
    return 0.0

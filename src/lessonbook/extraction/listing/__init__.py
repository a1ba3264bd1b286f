"""List pages: one published case after another, as the NSPCC has printed them since 2012."""

from lessonbook.domain import Document, Extraction

EXTRACTOR = "listing"
LOGIC_VERSION = 1


def extract(document: Document) -> Extraction:
    """What a list page says of each review in it."""
    return Extraction(document.sha256, EXTRACTOR, LOGIC_VERSION, ())


def fits(document: Document) -> float:
    """How much a document looks like a list page, from 0 to 1."""
    return 0.0

"""A Document to claims about reviews. One file, or folder, a kind of source."""

from lessonbook.domain import Document, Extraction
from lessonbook.extraction import digest
from lessonbook.extraction.accounting import unaccounted

__all__ = ["EXTRACTORS", "extract", "unaccounted"]

# Each extractor's logic version: where one changes, what it read from a document is stale.
EXTRACTORS: dict[str, int] = {digest.EXTRACTOR: digest.LOGIC_VERSION}


def extract(document: Document) -> Extraction:
    """What the extractor that fits the document best reads in it."""
    return digest.extract(document)

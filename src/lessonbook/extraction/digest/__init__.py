"""Digests: documents in which a partnership tells its practitioners what others' reviews found.

The stages, one file each: ``parts`` (what a heading opens), ``columns`` (what a column holds), ``layout`` (the document
as lines), ``rows`` (which line begins a case), ``mend`` and ``duplicates`` (what the table cut, what was read twice),
``casecell`` and ``wording`` (what the cells say), ``sections`` (headings that were lost), ``entry`` (claims).
"""

from lessonbook.domain import Document, Extraction
from lessonbook.extraction.digest.assembling import extraction_of
from lessonbook.extraction.digest.fitting import fit

EXTRACTOR = "digest"
LOGIC_VERSION = 1


def extract(document: Document) -> Extraction:
    """What a digest says of each review in it."""
    return extraction_of(document, EXTRACTOR, LOGIC_VERSION)


def fits(document: Document) -> float:
    """How much a document looks like a digest, from 0 to 1."""
    return fit(document)

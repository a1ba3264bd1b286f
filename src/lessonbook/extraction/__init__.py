"""A Document to claims about reviews. One folder a kind of source; ``facts`` are read in the same way by all."""

from collections.abc import Callable
from typing import NamedTuple

from lessonbook.domain import Document, Extraction, Problem
from lessonbook.extraction import digest, listing, report
from lessonbook.extraction.accounting import unaccounted

__all__ = ["EXTRACTORS", "NOT_RECOGNISED", "extract", "unaccounted"]


class _Extractor(NamedTuple):
    fits: Callable[[Document], float]
    extract: Callable[[Document], Extraction]


# Each extractor's logic version: where one changes, what it read from a document is stale.
# A document that no extractor recognised is stale as soon as any of them has changed.
NOT_RECOGNISED = "none"
EXTRACTORS: dict[str, int] = {
    digest.EXTRACTOR: digest.LOGIC_VERSION,
    listing.EXTRACTOR: listing.LOGIC_VERSION,
    report.EXTRACTOR: report.LOGIC_VERSION,
    NOT_RECOGNISED: digest.LOGIC_VERSION + listing.LOGIC_VERSION + report.LOGIC_VERSION,
}

# A report says in its title what it is and has sections that nothing else has, so it is asked for first: its tables of
# who does what by when look like cases to the digest's reader, which takes ten times as long to tell.
_REPORT = _Extractor(report.fits, report.extract)
_OTHERS = (_Extractor(digest.fits, digest.extract), _Extractor(listing.fits, listing.extract))
_SURE_FIT = 0.85
_LEAST_FIT = 0.5


def extract(document: Document) -> Extraction:
    """What the extractor that fits the document best reads in it.

    Where none fits, an extraction without entries, under the name ``NOT_RECOGNISED``, with a problem that says so.
    """
    fit, best = _REPORT.fits(document), _REPORT
    if fit < _SURE_FIT:
        fits = [(fit, best), *((each.fits(document), each) for each in _OTHERS)]
        fit, best = max(fits, key=lambda found: found[0])
    if fit >= _LEAST_FIT:
        return best.extract(document)
    problem = Problem(
        "not-recognised",
        "This is neither a report of a review, nor a digest, nor a list of published reviews, so no case was read from "
        "it; take in the report, the digest or the list page itself.",
    )
    return Extraction(document.sha256, NOT_RECOGNISED, EXTRACTORS[NOT_RECOGNISED], (), problems=(problem,))

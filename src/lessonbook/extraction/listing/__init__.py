"""List pages: one published case after another, as the NSPCC has printed them since 2012."""

from lessonbook.extraction.listing.fitting import fits
from lessonbook.extraction.listing.page import EXTRACTOR, LOGIC_VERSION, extract

__all__ = ["EXTRACTOR", "LOGIC_VERSION", "extract", "fits"]

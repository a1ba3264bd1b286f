"""Where documents come from when they are not files yet: addresses, fetched politely and safely."""

from lessonbook.sources.addresses import cleaned, is_address
from lessonbook.sources.fetching import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher", "cleaned", "is_address"]

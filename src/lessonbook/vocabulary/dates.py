"""Dates in running text, each with its own precision."""

import re
from typing import NamedTuple

from lessonbook.domain import PartialDate


class DateMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text are a date."""

    value: PartialDate
    start: int
    end: int


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH},?\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


def read(text: str) -> list[DateMatch]:
    """The dates of a text, in order."""
    found = []
    for match in _DATE.finditer(text):
        month = MONTHS.index(match["month"].lower()) + 1 if match["month"] else None
        day = int(match["day"]) if match["day"] else None
        try:
            value = PartialDate.of(int(match["year"]), month, day)
        except ValueError:
            continue
        found.append(DateMatch(value, match.start(), match.end()))
    return found

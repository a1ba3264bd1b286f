"""Dates that say no more than their source did.

The notation is EDTF (Extended Date/Time Format, Library of Congress 2019; part of ISO 8601-2): ``2021``, ``2021-02``,
``2016-12-23``, a season ``2018-22`` (21 spring, 22 summer, 23 autumn, 24 winter), an interval ``2007/2019``, each
endpoint with ``~`` (about), ``?`` (unsure) or ``%`` (both).
"""

import re
from calendar import monthrange
from datetime import date
from functools import total_ordering
from typing import Self

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[~?%])?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@total_ordering
class PartialDate:
    """A date with its own precision, as an EDTF string. Raises ``ValueError`` where the string is none."""

    __slots__ = ("edtf",)

    edtf: str

    def __init__(self, edtf: str) -> None:
        self.edtf = edtf
        for point in self._points():
            _check(point, edtf)

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """The date of a year, a month or a day, whichever was said."""
        parts = [f"{year:04d}"]
        if month is not None:
            parts.append(f"{month:02d}")
            if day is not None:
                parts.append(f"{day:02d}")
        return cls("-".join(parts))

    def _points(self) -> list[str]:
        return self.edtf.split("/", 1)

    @property
    def earliest(self) -> date:
        """The first day that the words allow."""
        return _bounds(self._points()[0])[0]

    @property
    def latest(self) -> date:
        """The last day that the words allow."""
        return _bounds(self._points()[-1])[1]

    @property
    def precision(self) -> str:
        """One of ``day``, ``month``, ``season``, ``year``, ``interval``."""
        if "/" in self.edtf:
            return "interval"
        match = _POINT.fullmatch(self.edtf)
        if match is None or match["month"] is None:
            return "year"
        if int(match["month"]) in _SEASON_MONTHS:
            return "season"
        return "month" if match["day"] is None else "day"

    def overlaps(self, other: Self) -> bool:
        """Whether both can be the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.edtf == other.edtf

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __repr__(self) -> str:
        return f"PartialDate({self.edtf!r})"

    def __lt__(self, other: Self) -> bool:
        return (self.earliest, self.latest, self.edtf) < (other.earliest, other.latest, other.edtf)

    def __str__(self) -> str:
        return self.edtf


def _check(point: str, whole: str) -> None:
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueError(f"“{whole}” is not an EDTF date: write 2021, 2021-02, 2021-02-23, 2021-22 or an interval a/b")
    month = match["month"]
    if month is not None and int(month) not in {*range(1, 13), *_SEASON_MONTHS}:
        raise ValueError(f"“{whole}” has no month or season {month}")
    if match["day"] is not None:
        try:
            date(int(match["year"]), int(month), int(match["day"]))
        except ValueError:
            raise ValueError(f"“{whole}” is not a day of the calendar") from None


def _bounds(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point)
    if match is None:  # unreachable after __post_init__
        raise ValueError(point)
    year = int(match["year"])
    if match["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    first, last = _SEASON_MONTHS.get(int(match["month"]), (int(match["month"]), int(match["month"])))
    if match["day"] is not None:
        day = date(year, first, int(match["day"]))
        return day, day
    end_year, last = (year + 1, 2) if match["month"] == "24" else (year, last)
    return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])

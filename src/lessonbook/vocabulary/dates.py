"""Dates in running text, each with its own precision.

British order: 3/4/2019 is in April. An interval needs a word or a dash that makes it one: "between 2007 and 2019",
"2005-2015", "March to May 2019". "Early 2020" is 2020, since EDTF has no word for a part of a year; "around 2016" is
2016~. A year in the name of a law ("Care Act 2014") is no date. What is no day of the calendar is left out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lessonbook.domain import PartialDate
from lessonbook.vocabulary.date_patterns import DAY, YEAR, patterns

_DIGIT = re.compile(r"\d")  # every date has one


class DateMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text are a date."""

    value: PartialDate
    start: int
    end: int


def read(text: str) -> list[DateMatch]:
    """The dates of a text, in order, none over another."""
    if _DIGIT.search(text) is None:
        return []
    taken: list[DateMatch] = []
    for match in (*_intervals(text), *_decades(text), *_points(text)):
        if all(match.end <= other.start or other.end <= match.start for other in taken):
            taken.append(match)
    return sorted(taken, key=lambda match: match.start)


def _intervals(text: str) -> Iterator[DateMatch]:
    for match in patterns().interval.finditer(text):
        if (edtf := _interval(match)) is not None:
            yield DateMatch(PartialDate(edtf), *match.span())


def _decades(text: str) -> Iterator[DateMatch]:
    for match in patterns().decade.finditer(text):
        start = int(match["decade"]) * 10
        yield DateMatch(PartialDate(f"{start}/{start + 9}"), *match.span())


def _points(text: str) -> Iterator[DateMatch]:
    for match in patterns().point.finditer(text):
        edtf = _edtf(match[0])
        if edtf is not None and not patterns().title_before.search(text, 0, match.start()):
            yield DateMatch(PartialDate(edtf), *match.span())


def _interval(match: re.Match[str]) -> str | None:
    """Both halves, the first with the year of the second where it has none of its own; none where it is no interval."""
    first, second = match["first"], match["second"]
    if re.fullmatch(r"\d{2}", second):
        second = _full_year(first, second)
        if second is None or match["open"] is not None or match["join"].strip() not in {"-", "–", "/"}:
            return None
    if re.fullmatch(YEAR, second) and re.search(r"\d", first) is None:  # "Mar-2022" is a month, "May to 2022" no date
        return None
    lacks_year = re.search(rf"{YEAR}|['’]\d\d$|\d[/.]\d", first) is None
    if match["join"].strip() == "and" and match["open"] is None and not lacks_year:
        return None
    until = _edtf(second)
    since = _edtf(_completed(first, second) if lacks_year else first)
    if since is None or until is None or PartialDate(since).earliest > PartialDate(until).latest or since == until:
        return None
    return f"{since}/{until}"


def _full_year(first: str, second: str) -> str | None:
    """The year that two figures stand for: 2019 for "19" after "2018"; only a later one of the same century."""
    if re.fullmatch(YEAR, first) is None or int(second) <= int(first[2:]):
        return None
    return first[:2] + second


def _completed(first: str, second: str) -> str:
    """The first half of an interval with what it shares with the second: the month and year, or the year alone."""
    year = re.search(rf"(?:{YEAR}|['’]\d\d)$", second)
    if year is None:
        return first
    if re.fullmatch(DAY, first, re.IGNORECASE):
        return re.sub(rf"^\W*{DAY}", first, second, count=1, flags=re.IGNORECASE) if re.match(DAY, second) else first
    start, end = _edtf(f"{first} {year[0]}"), _edtf(second)
    if start is not None and end is not None and start[:7] > end[:7] and len(year[0]) == 4:
        return f"{first} {int(year[0]) - 1}"  # "between November and February 2019"
    return f"{first} {year[0]}"


def _edtf(written: str) -> str | None:
    """One date in EDTF, or none where the words are no day of the calendar."""
    edtf = _plain(written)
    if edtf is None:
        return None
    edtf += _qualifier(written)
    try:
        return PartialDate(edtf).edtf
    except ValueError:
        return None


def _plain(written: str) -> str | None:
    if iso := re.search(r"\d{4}-\d\d(?:-\d\d)?$", written):
        return iso[0]
    if numbers := re.search(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$", written):
        return f"{_century(numbers[3])}-{int(numbers[2]):02}-{int(numbers[1]):02}"
    if numbers := re.search(r"(\d{1,2})/(\d{4})$", written):
        return f"{numbers[2]}-{int(numbers[1]):02}"
    year = re.search(r"(\d{4}|['’]\d\d|(?<=[^\W\d_]-)\d\d)$", written)
    if year is None:
        return None
    numbers_before = re.findall(r"\d{1,2}", written[: year.start()])
    parts = [
        _century(year[0].strip("'’")),
        *_month_or_season(written),
        *(f"{int(day):02}" for day in numbers_before[:1]),
    ]
    return "-".join(parts)


def _month_or_season(written: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", written.casefold())
    numbers = {**patterns().months, **patterns().seasons}
    return [f"{numbers[word]:02}" for word in words if word in numbers][:1]


def _century(year: str) -> str:
    """Two figures are of this century up to 49, else of the last."""
    return year if len(year) == 4 else f"{'20' if int(year) < 50 else '19'}{int(year):02}"


def _qualifier(written: str) -> str:
    plain = " ".join(written.casefold().replace(".", " ").split())
    return next((sign for word, sign in patterns().qualifiers.items() if plain.startswith(f"{word} ")), "")

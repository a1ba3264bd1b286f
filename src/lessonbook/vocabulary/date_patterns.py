"""The patterns of dates in text, made from the names in dates.toml."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from lessonbook.domain import LessonbookError
from lessonbook.vocabulary.tables import content_of


class DatePatterns(msgspec.Struct, frozen=True):
    """``point`` has one date with a year; ``first`` the first half of an interval, which may lack its year."""

    point: re.Pattern[str]
    first: re.Pattern[str]
    interval: re.Pattern[str]
    decade: re.Pattern[str]
    title_before: re.Pattern[str]
    months: dict[str, int]
    seasons: dict[str, int]
    qualifiers: dict[str, str]


@cache
def patterns() -> DatePatterns:
    """The patterns. Raises ``LessonbookError`` where dates.toml is broken."""
    content = content_of("dates.toml")
    try:
        months = {name: int(number) for number, names in content["months"].items() for name in names}
        seasons = {name: int(number) for number, names in content["seasons"].items() for name in names}
        qualifiers = {word: sign for sign, words in content["qualifiers"].items() for word in words}
        before = _one_of((*qualifiers, *content["parts"]["words"]))
        title = _one_of(content["titles"]["words"])
    except (KeyError, TypeError, ValueError) as error:
        raise LessonbookError(
            "vocabulary-broken",
            f"The file vocabulary/data/dates.toml lacks a part ({error!r}); correct it or install again.",
        ) from None
    before = rf"(?:(?<!\w)(?:{before})\.?[\s-]+(?:the[\s]+)?)?"
    point = before + _point(_one_of(months), _one_of(seasons))
    first = before + rf"(?:{_point(_one_of(months), _one_of(seasons))}|{_no_year(_one_of(months), _one_of(seasons))})"
    short_year = r"\d{2}(?![\w-]|[.,/]\d)"
    return DatePatterns(
        point=re.compile(point, re.IGNORECASE),
        first=re.compile(first, re.IGNORECASE),
        interval=re.compile(
            rf"(?:(?<!\w)(?P<open>between|from)\s+)?(?P<first>{first})"
            rf"(?P<join>\s*[-–—/]\s*|\s+(?:and|to|until|till|up\s+to|through\s+to)\s+)(?P<second>{point}|{short_year})",
            re.IGNORECASE,
        ),
        decade=re.compile(r"(?:(?:early|mid|late)[\s-]+)?(?<![\w£$])(?P<decade>(?:19|20)\d)0['’]?s\b", re.IGNORECASE),
        title_before=re.compile(rf"(?<!\w)(?:{title}),?\s*\(?\s*$", re.IGNORECASE),
        months=months,
        seasons=seasons,
        qualifiers=qualifiers,
    )


YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d|['’]?s\b)(?-i:(?![a-z]))"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"


def _point(months: str, seasons: str) -> str:
    """A date with its year. What stands before a bare year may be no letter, digit, currency or part of a number."""
    year = rf"(?:{YEAR}|['’]\d\d\b)"
    return (
        rf"(?:(?<![\w.])(?:{DAY}\s+(?:of\s+)?)(?:{months})\.?,?\s+(?:of\s+)?{year}"
        rf"|(?<!\w)(?:{months})\.?\s+{DAY},?\s+{year}"
        rf"|(?<!\w)(?:{months})(?:\.?,?\s+(?:of\s+)?|[-.]){year}"
        rf"|(?<!\w)(?:{months})-\d\d(?![\w-]|[.,/]\d)"
        rf"|(?<!\w)(?:{seasons}),?\s+(?:of\s+)?{YEAR}"
        r"|(?<![\w/.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\w)"
        r"|(?<![\w/.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w/.-])"
        r"|(?<![\w/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)(?![\w/])"
        r"|(?<![\w/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/])"
        rf"|(?<![\w£$#/.])(?<!\d,){YEAR})"
    )


def _no_year(months: str, seasons: str) -> str:
    return rf"(?<![\w/.-])(?:{DAY}\s+(?:of\s+)?(?:{months})\.?|(?:{months})\.?|(?:{seasons})|{DAY})(?!\w)"


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))

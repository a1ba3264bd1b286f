"""Where a case begins: the signs of its heading."""

import re
from functools import lru_cache
from typing import Literal

from lessonbook.domain import Passage
from lessonbook.vocabulary import areas, dates, kinds

Start = Literal["none", "date", "heading"]

_DASH_NEXT = re.compile(r"\s*[-–—:|]")
_PUBLISHER = re.compile(
    r"\b(?:Councils?|Borough|Partnership|Board|Authority|LA|LSCB|LSCP|SAB|Unnamed|Anonymous|Local Authority)\b"
)
_AREA_END = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\n|,\s+")
_NEAR = 90
_MONTHS = 31


def opens_case(passage: Passage) -> bool:
    """Whether a passage begins with the heading of a case, or with its date alone."""
    return start_of(passage.text) != "none"


@lru_cache(maxsize=4096)
def start_of(text: str) -> Start:
    """How a text begins: "heading" with date and area, "date" where it is a date alone, "none" otherwise.

    A date at the start of a sentence ("November 2015, resulting in …") is none: what follows a heading's date is a
    dash, an area, a kind of review, or nothing; with a full stop it is the end of a sentence that a line's end cut.
    """
    found = next(iter(dates.read(text[:_MONTHS])), None)
    if found is None or text[: found.start].strip(" (*'‘“\"") or found.value.precision == "day":
        return "none"
    rest = text[found.end :]
    if rest.lstrip().startswith("."):
        return "none"
    if not rest.strip(" :;,–-)*"):
        return "date"
    short = not rest[:1].isalnum() and len(rest) < _NEAR // 2
    # With an area before it, a kind is the next line of a heading whose row a page has cut.
    if short and kinds.kinds_in(rest) and not names_area(rest.lstrip(" -–—:|,)\n")):
        return "date"
    if _DASH_NEXT.match(rest) or names_area(rest.lstrip(" ,)\n")):
        return "heading"
    return "none"


def names_area(text: str) -> bool:
    """Whether a text begins with the name of an area or of who published."""
    head = _AREA_END.split(text[:_NEAR], maxsplit=1)[0].strip()
    if not head[:1].isupper():
        return False
    return _PUBLISHER.search(head) is not None or areas.resolve(head).status == "named"


def begins_with_area(text: str) -> bool:
    """Whether a text without a date reads as a heading: the name of an area, then a dash and a name."""
    match = _AREA_END.search(text[:_NEAR])
    return (
        match is not None and names_area(text) and areas.resolve(text[: match.start()].strip()).status != "unresolved"
    )

"""The label before a statement: "Recommendation 4:", "Learning point 2.1 –", "Finding C", "R3"."""

import re
from functools import cache
from typing import NamedTuple

from lessonbook.domain import Passage, StatementKind
from lessonbook.extraction.report import wording, words


class Label(NamedTuple):
    """A label at the start of a text; the statement begins at character ``end``. ``whom`` are words as "Police"."""

    kind: StatementKind
    number: str | None
    end: int
    whom: str | None
    plural: bool


def label_at(passage: Passage, *, heading: bool = False, zone: StatementKind | None = None) -> Label | None:
    """The label at the start of a passage, or nothing.

    A label ends with a colon, dash or full stop, is all there is, is set in bold before words that are not, or, in a
    heading, has a number. In a ``zone`` of a kind, a letter and a number stand for its label.
    """
    text = passage.text
    if len(text) < 2:
        return None
    if zone is not None and (match := _short(zone).match(text)):
        return Label(zone, match["number"], match.end(), None, plural=False)
    if not _FIRST.match(text) and not _whole().search(text[:_LONGEST_LEAD]):
        return None
    for kind, pattern in _patterns():
        match = pattern.match(text)
        if match and _ends(passage, match, heading=heading):
            head = match["head"].casefold().rstrip(".")
            plural = head.endswith("s") and not head.endswith(" us") and not match["number"]
            return Label(kind, _number(match["number"]), match.end(), match["whom"] or match["aside"], plural)
    return None


def labels_within(passage: Passage) -> list[int]:
    """Where labels with a number stand inside running text, at the start of a sentence or behind a title run in."""
    found = [match.start("label") for match in _inside().finditer(passage.text)]
    title = _titled().match(passage.text)
    if title is None:
        return found
    start = title.start("label")
    names = title["list"] or wording.whom_of(passage.cut(0, start)) is not None
    return [start, *found] if names else found


def _ends(passage: Passage, match: re.Match[str], *, heading: bool) -> bool:
    """Whether a label ends here, and is not the beginning of a sentence about a recommendation."""
    if match["sep"] or match.end() == len(passage):
        return (
            bool(match["number"])
            or bool(match["sep"] and match["sep"].strip() in (":", "-", "–", "—"))
            or match.end() == len(passage)
        )
    if not match["number"] and not match["whom"]:
        return False
    follows = passage.text[match.end() :].lstrip()[:1]
    if heading and not (follows.islower()):
        return True
    bold_end = max((mark.end for mark in passage.marks if mark.kind == "bold" and mark.start <= 1), default=0)
    return bold_end > 0 and abs(bold_end - match.end()) <= _NEAR and not follows.islower()


def _number(number: str | None) -> str | None:
    if number is None:
        return None
    folded = number.casefold()
    return str(_WORDS.index(folded) + 1) if folded in _WORDS else re.sub(r"\s+", "", number).rstrip(".")


@cache
def _patterns() -> tuple[tuple[StatementKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(source, re.IGNORECASE)) for kind, source in _sources())


def _sources() -> list[tuple[StatementKind, str]]:
    data = words.content("statements.toml")
    leads = "|".join(data["label_leads"])
    number = rf"(?:\s*(?:no\.?|number|#))?\s*(?P<number>{_NUMBER})(?![\w/])(?!,|\s*%)"
    aside = r"(?:\s*[(\[](?P<aside>[^()\[\]]{1,80})[)\]])?"
    whom = r"(?:\s+(?:for|to)\s+(?:the\s+)?(?P<whom>[^:.;]{2,80}?)(?=\s*:))?"
    end = r"(?P<sep>\s*[:–—]+\s*|\s*-\s+|\.\s+|\s*\n\s*|\s*[.:]?$)?\s*"
    return [
        (
            label["kind"],
            rf"\W{{0,3}}(?:(?:{leads})\s+){{0,3}}(?P<head>{'|'.join(label['heads'])})(?:{number})?{aside}{whom}" + end,
        )
        for label in data["label"]
    ]


@cache
def _short(zone: StatementKind) -> re.Pattern[str]:
    letters = "|".join(words.content("statements.toml")["short"].get(zone, ("Z",)))
    return re.compile(rf"\W?(?:{letters})\s?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?[a-z]?)(?!\w)\s*[:.–—)-]?\s+(?=\S)")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:recommendation|learn|lesson|finding|practice|action|question|consideration|message|teaches|taught|tells)",
        re.IGNORECASE,
    )


@cache
def _inside() -> re.Pattern[str]:
    names = "recommendation|learning point|lesson|finding"
    return re.compile(rf"(?<=[.:;!?)”’])\s+(?P<label>(?:{names})\s+(?:{_NUMBER})\s*[:–—-]\s)", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """A title that a reader joined to the line below it ("National recommendations Recommendation 4: …")."""
    return re.compile(
        r"(?:\d[\d.]*\s+)?(?:(?:[A-Z][\w’'&,-]*|and|of|the|for|to|&)\s+){1,12}?"
        r"(?:(?:[a-z-]+\s+)?(?P<list>recommendations|lessons|learning|findings)\s+)?"
        r"(?P<label>(?:Recommendation|Learning [Pp]oint|Lesson|Finding)"
        rf"\s+(?:{_NUMBER})\s*[:–—]\s)"
    )


_FIRST = re.compile(r"\W{0,3}(?:recs?\b|recommendation)", re.IGNORECASE)
_LONGEST_LEAD = 70
_NEAR = 2
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBER = r"\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?(?:\s?\([ivxa-z]{1,4}\))?|(?-i:[A-Z]\d{0,2}|[IVX]{1,5})|" + "|".join(_WORDS)

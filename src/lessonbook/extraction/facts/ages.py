"""Ages as texts write them, and the days that they can mean.

An age is "20-week-old", "aged two years and 11 months", "aged 10", "in his 50's", "11-19-years-old", "6, 3 and
1-years-old". Not an age: a time since birth in a pregnancy ("born at 27-weeks-old"), a time of someone's past ("since
he was 8 years old").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lessonbook.domain import Age
from lessonbook.extraction.facts.age_days import Unit, days_of, fewest, most, most_before


class AgeMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text are an age; ``group`` is shared by the ages of one list."""

    age: Age
    start: int
    end: int
    group: int


def ages_in(text: str) -> list[AgeMatch]:
    """The ages of a text, in order: of anybody who is spoken of, but at the time that is spoken of."""
    found: list[AgeMatch] = []
    if _HINT.search(text) is None:
        return found
    for number, match in enumerate(_AGE.finditer(text)):
        if not _is_gestation(text, match) and not _is_past(text, match.start()):
            found.extend(_ages(match, number))
    return found


def ages_beside(text: str, labels: tuple[str, ...]) -> list[AgeMatch]:
    """Bare numbers beside a label: "Kim (17) died", "Kim, 17, was found"."""
    found = []
    for number, label in enumerate(labels):
        beside = re.search(rf"{re.escape(label)}['’]?(?:\s*\((?P<a>\d{{1,3}})\)|,\s(?P<b>\d{{1,3}}),)", text)
        if beside is not None:
            group = "a" if beside["a"] else "b"
            age = Age(beside[group], days_of(int(beside[group]), "year"))
            found.append(AgeMatch(age, *beside.span(group), number))
    return found


def _ages(match: re.Match[str], group: int) -> Iterator[AgeMatch]:
    if match["decade"] is not None:
        tens = int(match["decade"]) if match["decade"].isdigit() else _DECADES[match["decade"].casefold()]
        yield AgeMatch(Age(match[0], (fewest(tens, "year"), most(tens + 9, "year"))), *match.span(), group)
        return
    words = match["old"] or match["aged"]
    listed = _LIST.fullmatch(words)
    if listed is None:
        yield AgeMatch(Age(_folded(match[0]), _days(match[0])), *match.span(), group)
        return
    unit = _unit(words)
    offset = match.start("old" if match["old"] else "aged")
    for part in _LISTED.finditer(words):
        days = days_of(_number(part["number"]), _unit(part[0]) or unit or "year")
        yield AgeMatch(Age(_folded(part[0]), days), offset + part.start(), offset + part.end(), group)


def _days(words: str) -> tuple[int, int] | None:
    """The fewest and most days; none where the words are only about ("around 3") or have no upper end ("over 80")."""
    unit = _unit(words) or "year"
    if _ABOUT.search(words) or _OVER.search(words):
        return None
    if half := _HALF.search(words):
        return _and_a_half(_number(half["number"]), unit)
    if both := _YEARS_AND_MONTHS.search(words):
        return days_of(_number(both["years"]) * 12 + _number(both["months"]), "month")
    numbers = [_number(number) for number in _NUMBER_PATTERN.findall(_HYPHENS.sub(" ", words))]
    if not numbers or numbers[0] > numbers[-1]:
        return None
    return _bounds(words, numbers[0], numbers[-1], unit)


def _bounds(words: str, low: int, high: int, unit: Unit) -> tuple[int, int]:
    if _UNDER.search(words):
        return (0, most_before(low, unit))
    if _NEARLY.search(words):
        return (fewest(max(0, low - 1), unit), most_before(low, unit))
    return (fewest(low, unit), most(high, unit))


def _and_a_half(number: int, unit: Unit) -> tuple[int, int] | None:
    """Half a year is six months to the next birthday; half a month or week says too little."""
    return (fewest(number * 12 + 6, "month"), most(number, "year")) if unit == "year" else None


def _is_gestation(text: str, match: re.Match[str]) -> bool:
    """Whether weeks count from conception: "born … at 27-weeks-old", "28 weeks' gestation"."""
    if "week" not in match[0].casefold():
        return False
    clause = re.split(r"[.;:]\s", text[: match.start()])[-1]
    return _BORN_AT.search(clause) is not None or _GESTATION.match(text, match.end()) is not None


def _is_past(text: str, at: int) -> bool:
    """Whether the age is of someone's past or of a period: "since 8-years-old", "from birth to the age of 11"."""
    return _PAST.search(text, 0, at) is not None


def _unit(words: str) -> Unit | None:
    match = _UNIT.search(words)
    if match is None:
        return None
    return _UNITS[match[0][0].casefold()]


def _number(word: str) -> int:
    plain = word.casefold()
    return int(plain) if plain.isdigit() else _WORDS[plain]


def _folded(words: str) -> str:
    return " ".join(words.split()).strip(" ,(")


_UNITS: dict[str, Unit] = {"y": "year", "m": "month", "w": "week", "d": "day"}
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: number for number, word in enumerate(_SMALL)} | _TENS | {"a": 1, "an": 1}
_DECADES = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_H = r"[\s\-‐‑–]"
_HYPHENS = re.compile(r"[-‐‑–]")
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted((word for word in _WORDS if word not in {'a', 'an'}), key=len, reverse=True))})"
_U = r"(?:year|yr|month|mth|week|wk|day)s?"
_VAGUE = (
    r"(?:(?:just\s+)?(?:under|over|less\s+than|more\s+than|approximately|approx\.?|about|around|nearly|almost|only|just"
    r"|circa|below|above)\s+)"
)
_RANGE = rf"(?:between\s+)?{_N}{_H}*(?:{_U}{_H}*)?(?:(?:-|–|to|and|or){_H}*{_N})?"
_SEVERAL = rf"{_N}-?(?:\s*,\s*{_N}-?)*\s*,?\s+and\s+{_N}"
_MIXED = rf"{_N}{_H}*years?{_H}*(?:and\s+)?{_N}{_H}*months?"
_HALVES = rf"{_N}{_H}*and{_H}*a{_H}*half|\d{{1,2}}(?:\.5|½)"
_OLD = (
    rf"{_VAGUE}?(?:{_MIXED}{_H}*old|(?:{_HALVES}|{_N}\s*,\s*{_SEVERAL}|{_SEVERAL}|{_RANGE}|(?:an?|one)\b)"
    rf"{_H}*{_U}{_H}*old|(?:an?|one){_H}+{_U}{_H}*old)"
)
_AGED = rf"{_VAGUE}?(?:{_MIXED}|(?:{_HALVES}|{_SEVERAL}|{_RANGE}|an?)(?:{_H}*{_U})?(?:{_H}*old)?)(?:\s+respectively)?"
_AGE = re.compile(
    rf"(?<![\w.,£-])(?:(?:aged|at\s+the\s+age\s+of|age\s+of|age)\s*:?\s*(?P<aged>{_AGED})(?![\w]|{_H}*{_U}\b)"
    rf"|(?P<old>{_OLD})(?!\w)"
    rf"|in\s+(?:his|her|their)\s+(?:(?:early|mid|late){_H}+)?(?:(?P<decade>[1-9]0|{'|'.join(_DECADES)})(?:['’]?s)?))(?!\w)",
    re.IGNORECASE,
)
_HINT = re.compile(r"[ao](?:ge|ld)|in\s+(?:his|her|their)\s", re.IGNORECASE)  # every age has one of them
_LIST = re.compile(
    rf"(?:{_N}-?\s*,\s*)*{_N}-?\s*,?\s+and\s+{_N}(?:{_H}*{_U})?(?:{_H}*old)?(?:\s+respectively)?", re.IGNORECASE
)
_LISTED = re.compile(rf"(?P<number>{_N})(?:{_H}*{_U})?(?:{_H}*old)?", re.IGNORECASE)
_NUMBER_PATTERN = re.compile(rf"(?<!\w)(?:{_N}|an?)(?!\w)", re.IGNORECASE)
_UNIT = re.compile(_U, re.IGNORECASE)
_YEARS_AND_MONTHS = re.compile(
    rf"(?P<years>{_N}){_H}*years?{_H}*(?:and\s+)?(?P<months>{_N}){_H}*months?", re.IGNORECASE
)
_HALF = re.compile(rf"(?P<number>{_N})(?:{_H}*and{_H}*a{_H}*half|\.5|½)", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:approximately|approx|about|around|circa)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|more\s+than|above)\b", re.IGNORECASE)
_UNDER = re.compile(r"(?<!just )\b(?:under|less\s+than|below)\b", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:just\s+under|nearly|almost)\b", re.IGNORECASE)
_BORN_AT = re.compile(
    r"\b(?:born|birth|delivered|premature(?:ly)?|caesarean|section)\b(?:(?!\b(?:died|death|when|aged)\b).)*$",
    re.IGNORECASE,
)
_GESTATION = re.compile(
    r"['’]?\s*(?:of\s+)?(?:gestation|gestational|pregnan|premature|into\s+the\s+pregnancy)", re.IGNORECASE
)
_PAST = re.compile(
    r"(?:\b(?:since|from|until|till|before|by|after)\s+(?:(?:the\s+age\s+of|he|she|they|being|age)\s+)?(?:was\s+|were\s+)?(?:aged\s+)?"
    r"|\bbirth\s+(?:to|until|and)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)

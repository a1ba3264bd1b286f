"""What two records are compared by, and the keys under which those that may be the same are found."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from lessonbook.domain import Area, PartialDate, Review, Subject
from lessonbook.register.identity import fingerprint, normalised

_AND = re.compile(r"[&,/+]|\band\b")
# Words that say what sort of person a label is about: "Child A", "Baby A" and "A" are labels of one letter.
_ROLES = {
    "child": "child",
    "children": "child",
    "baby": "child",
    "babies": "child",
    "infant": "child",
    "infants": "child",
    "twin": "child",
    "twins": "child",
    "young": "child",
    "girl": "child",
    "boy": "child",
    "adult": "adult",
    "adults": "adult",
    "mr": "adult",
    "mrs": "adult",
    "ms": "adult",
    "miss": "adult",
    "person": "",
    "people": "",
    "sibling": "",
    "siblings": "",
    "family": "",
    "case": "",
    "the": "",
    "of": "",
}
# An area that the vocabulary does not know is its words: two sources that write it alike mean one.
_NAMED = ("named", "unresolved")
_SHORTEST_TELLING_HARM = 40
_QUALIFIED = re.compile(r"[~?%]")
_FEWEST_DAYS_OF_SLACK = 7
_MOST_YEARS, _MOST_MONTHS = 4, 23


class Person(msgspec.Struct, frozen=True, array_like=True):
    """A subject as compared: the age in days, the sex and the outcome, each empty where not stated."""

    age: tuple[int, int] | None = None
    sex: str = ""
    outcome: str = ""


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """A record as compared. Dates are the first and last day they allow, counted from year 1.

    ``areas`` are GSS codes where ``area`` is ``named``, otherwise the words. ``label`` is its words without the role,
    sorted. ``harm``, ``title`` and ``said`` are fingerprints of wordings.
    """

    area: Literal["named", "unnamed", "unresolved", "none"]
    areas: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    role: str = ""
    published: tuple[int, int] | None = None
    incident: tuple[int, int] | None = None
    audience: str = ""
    people: tuple[Person, ...] = ()
    title: str = ""
    harm: str = ""
    said: tuple[str, ...] = ()


def facts_of(review: Review) -> Facts:
    """What a record is compared by."""
    role, label = label_words(review.label or "")
    harm = normalised(review.harm.as_written) if review.harm else ""
    return Facts(
        area=review.area.status if review.area else "none",
        areas=_areas(review.area),
        label=label,
        role=role,
        published=_days(review.published),
        incident=_days(review.incident),
        audience=review.audience or "",
        people=tuple(map(_person, review.subjects)),
        title=fingerprint(review.title) if review.title else "",
        harm=fingerprint(harm) if len(harm) >= _SHORTEST_TELLING_HARM else "",
        said=tuple(dict.fromkeys(fingerprint(statement.text) for statement in review.statements)),
    )


def keys_of(facts: Facts) -> Iterator[str]:
    """The keys that a record is found under.

    The same wording of the harm, or the same title, is a key by itself. A label is one within an area that has a name;
    without a label the area and the year are. Unnamed areas hold many cases, so there the month is in the key.
    """
    yield from _wordings(facts)
    yield from _labels(facts)
    kind = "labelled" if facts.label else "bare"
    yield from (f"{kind}:{time}" for time in _times(facts))


def leads_of(facts: Facts) -> Iterator[str]:
    """The keys under which records are that may be the same as this one.

    Two records with labels meet by label; a record without one meets all of its area and time.
    """
    yield from _wordings(facts)
    yield from _labels(facts)
    for time in _times(facts):
        yield f"bare:{time}"
        if not facts.label:
            yield f"labelled:{time}"


def _wordings(facts: Facts) -> Iterator[str]:
    if facts.harm:
        yield f"harm:{facts.harm}"
    if facts.title:
        yield f"title:{facts.title}"


def _labels(facts: Facts) -> Iterator[str]:
    scopes = facts.areas if facts.area in _NAMED else tuple(_times(facts))
    yield from (f"label:{scope}:{word}" for scope in scopes for word in facts.label)


def _times(facts: Facts) -> Iterator[str]:
    """Area and year, or area and month, for each that a record can be of."""
    periods = [str(year) for year in _years(facts.published)]
    if facts.area not in _NAMED:
        periods = list(_months(facts.published))
    yield from (f"{place}:{period}" for place in facts.areas or ("",) for period in periods)


def label_words(label: str) -> tuple[str, tuple[str, ...]]:
    """Whether a label is of a child or an adult, where it says so, and its words without that, sorted."""
    words = normalised(_AND.sub(" ", label.casefold())).split()
    role = next((_ROLES[word] for word in words if _ROLES.get(word)), "")
    core = [word.removesuffix("'s") for word in words if word not in _ROLES]
    return role, tuple(sorted(set(core or words)))


def _areas(area: Area | None) -> tuple[str, ...]:
    if area is None:
        return ()
    if area.status == "named":
        return tuple(sorted(authority.gss for authority in area.authorities))
    return (area.status if area.status == "unnamed" else fingerprint(area.as_written),)


def _days(when: PartialDate | None) -> tuple[int, int] | None:
    """The days a date allows; one that is said to be about or unsure allows as many again on both sides."""
    if when is None:
        return None
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    slack = max(last - first, _FEWEST_DAYS_OF_SLACK) if _QUALIFIED.search(when.edtf) else 0
    return first - slack, last + slack


def _years(days: tuple[int, int] | None) -> range:
    if days is None:
        return range(0)
    first, last = (date.fromordinal(day).year for day in days)
    return range(first, min(last, first + _MOST_YEARS) + 1)


def _months(days: tuple[int, int] | None) -> Iterator[str]:
    if days is None:
        return
    first, last = (date.fromordinal(day) for day in days)
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for month in range(start, min(end, start + _MOST_MONTHS) + 1):
        yield f"{month // 12}-{month % 12 + 1:02d}"


def _person(subject: Subject) -> Person:
    silent = "not-stated"
    return Person(
        subject.age.days if subject.age else None,
        "" if subject.sex == silent else subject.sex,
        "" if subject.outcome == silent else subject.outcome,
    )

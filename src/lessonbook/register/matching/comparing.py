"""Whether two records are of one review: surely, perhaps, or not.

A review is its area, its label and its event: the same label in the same area is another case where the month of
publication, the date of the incident, the age, the sex or the outcome contradict it. What is not sure is for a person.
"""

from typing import Literal

import msgspec

from lessonbook.domain import ages_agree
from lessonbook.register.matching.facts import Facts, Person

Outcome = Literal["same", "unsure", "different"]

_A_MONTH, _A_YEAR = 31, 366
_SEVERAL = 2
_INCIDENT = "the date of the incident"


class Verdict(msgspec.Struct, frozen=True):
    """The outcome and what speaks for it and against it, as words for a person."""

    outcome: Outcome
    reason: str = ""


class _Case(msgspec.Struct):
    """What speaks for and against two records being one. ``wording`` is set where whole sentences are the same."""

    label: Literal["same", "like", "one", "none", "other"]
    place: Literal["same", "unnamed", "other"]
    published: Literal["month", "year", "near", "unknown", "other"]
    event: list[str]
    against: list[str]
    wording: bool


def compare(one: Facts, other: Facts) -> Verdict:
    """The verdict on two records; the same whichever comes first."""
    case = _Case(
        _label(one, other), _place(one, other), _published(one, other), [], [], wording=_same_wording(one, other)
    )
    _weigh_events(one, other, case)
    if case.label == "other":
        case.against.append("the labels differ")
    if case.published == "other":
        case.against.append("the dates of publication differ")
    outcome = _outcome(case)
    return Verdict(outcome, _reason(case)) if outcome != "different" else Verdict("different")


def _outcome(case: _Case) -> Outcome:
    alike = case.wording or (case.label == "same" and case.published == "month" and case.place == "same")
    if case.against:
        alike = alike or _published_twice(case)
        return "unsure" if alike and len(case.against) == 1 and case.label != "other" else _wording_only(case)
    if case.place == "other":
        return "unsure" if case.wording else "different"
    if case.wording:
        return "unsure" if case.label == "like" else "same"
    return _without_place(case) if case.place == "unnamed" else _in_one_place(case)


def _published_twice(case: _Case) -> bool:
    """One label, one place, one incident, two dates: a report tells when it was finished, a list when it came out."""
    return case.label == "same" and case.place == "same" and _INCIDENT in case.event and case.published == "other"


def _wording_only(case: _Case) -> Outcome:
    """Contradicted, but whole sentences are the same: a digest may have put them in the wrong row."""
    return "unsure" if case.wording and len(case.against) == 1 else "different"


def _in_one_place(case: _Case) -> Outcome:
    events = len(case.event)
    if case.label == "same":
        needed = {"month": 0, "year": 1, "near": _SEVERAL, "unknown": _SEVERAL}[case.published]
        return "same" if events >= needed else "unsure"
    if case.published != "month":
        return "unsure" if events > _SEVERAL and case.published in ("near", "year") else "different"
    if case.label == "none":
        return "same" if events >= _SEVERAL else "unsure"
    return "unsure" if events else "different"


def _without_place(case: _Case) -> Outcome:
    """Cases of unnamed areas: many, so a month and a letter prove little."""
    if case.published not in ("month", "year") or case.label not in ("same", "none"):
        return "different"
    if len(case.event) > _SEVERAL:
        return "same" if case.label == "same" and case.published == "month" else "unsure"
    return "unsure" if case.label == "same" and case.published == "month" and case.event else "different"


def _reason(case: _Case) -> str:
    said = {"same": "the label", "like": "a label that is alike"}.get(case.label)
    shared = ["the area"] if case.place == "same" else []
    shared += [said] if said else []
    shared += ["the month"] if case.published == "month" else []
    shared += [*case.event, *(["whole sentences"] if case.wording else [])]
    words = f"both have {_listed(shared)}" if shared else "they resemble each other"
    return f"{words}, but {_listed(case.against)}" if case.against else words


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _place(one: Facts, other: Facts) -> Literal["same", "unnamed", "other"]:
    if one.area != other.area:
        return "other"
    if one.area == "unnamed":
        return "unnamed"
    if one.area == "none":
        return "same" if one.title and one.title == other.title else "other"
    return "other" if set(one.areas).isdisjoint(other.areas) else "same"


def _label(one: Facts, other: Facts) -> Literal["same", "like", "one", "none", "other"]:
    # An overview report and its summary have titles of their own, and one label.
    if one.title and other.title and not (one.label and other.label):
        return "same" if one.title == other.title else "other"
    if not one.label and not other.label:
        return "none"
    if not one.label or not other.label:
        return "one"
    if one.role and other.role and one.role != other.role:
        return "other"
    if one.label == other.label:
        return "same"
    return "other" if set(one.label).isdisjoint(other.label) else "like"


def _published(one: Facts, other: Facts) -> Literal["month", "year", "near", "unknown", "other"]:
    mine, theirs = one.published, other.published
    if mine is None or theirs is None:
        return "unknown"
    if _gap(mine, theirs) <= 0:
        return "month" if max(_length(mine), _length(theirs)) <= _A_MONTH else "year"
    return "near" if _gap(mine, theirs) <= _A_MONTH + 1 else "other"


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many days lie between two spans; none or fewer where they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _length(days: tuple[int, int]) -> int:
    return days[1] - days[0] + 1


def _same_wording(one: Facts, other: Facts) -> bool:
    shared = len(set(one.said) & set(other.said))
    fewer = min(len(one.said), len(other.said))
    return bool(one.harm and one.harm == other.harm) or (shared >= _SEVERAL and shared * 2 >= fewer)


def _weigh_events(one: Facts, other: Facts, case: _Case) -> None:
    if {one.audience, other.audience} == {"children", "adults"}:
        case.against.append("one is about a child, the other about an adult")
    if one.incident and other.incident:
        if _gap(one.incident, other.incident) > 0:
            case.against.append("the dates of the incident differ")
        elif max(_length(one.incident), _length(other.incident)) < _A_YEAR:
            case.event.append(_INCIDENT)
    if len(one.people) == len(other.people) == 1:
        _weigh_people(one.people[0], other.people[0], case)


def _weigh_people(one: Person, other: Person, case: _Case) -> None:
    if one.age and other.age:
        agrees = ages_agree(one.age, other.age)
        (case.event if agrees else case.against).append("the age" if agrees else "the ages differ")
    for name, mine, theirs in (("sex", one.sex, other.sex), ("outcome", one.outcome, other.outcome)):
        if mine and theirs and mine == theirs:
            case.event.append(f"the {name}")
        elif mine and theirs:
            case.against.append(f"the {'sexes' if name == 'sex' else 'outcomes'} differ")

"""The children or adults that a sentence about the harm is about: label, age, sex and outcome of each.

Only what is said of the subject counts. An age or a sex beside another person ("his 25-year-old stepfather", "by a
16-year-old boy") is that person's, unless the label or "death of a …" says that this person is the subject.
"""

import re

import msgspec

from lessonbook.domain import Age, Passage, Sex, Subject
from lessonbook.extraction.facts import person_words as words
from lessonbook.extraction.facts.ages import AgeMatch, ages_beside, ages_in
from lessonbook.extraction.facts.found import Found
from lessonbook.extraction.facts.outcomes import outcome_of
from lessonbook.vocabulary import harms


class _Person(msgspec.Struct):
    """A person as the sentence tells of them, from character ``start``; -1 where it does not."""

    label: str | None
    age: Age | None
    sex: Sex
    start: int


def subjects_in(passage: Passage, label: str | None) -> tuple[Found[Subject], ...]:
    """The subjects in the order of the passage; those of a label that it does not name come last.

    None where there is neither a label nor a word of age, sex or outcome.
    """
    text, parts = passage.text, label_parts(label)
    told = _with_labels(_told(text, parts), parts)
    if not told and (parts or harms.harms_in(text)):
        told = [_Person(part, None, "not-stated", -1) for part in parts or (None,)]
    alone = len(told) == 1 and _SEVERAL.search(text) is None
    return tuple(_found(passage, person, parts, alone=alone) for person in told)


def label_parts(label: str | None) -> tuple[str, ...]:
    """The labels of the persons that one label names: "Children Q&R" are Child Q and Child R; "Family N" is one."""
    if label is None:
        return ()
    plain = _COUNT.sub("", label.strip())
    joined = _PLURAL.fullmatch(plain)
    if joined is None and _JOINT.search(plain) is None:
        return (label,)
    noun = _SINGULAR.get(joined["noun"].casefold(), "") if joined else ""
    names = [name.strip() for name in _JOINT.split(joined["names"] if joined else plain)]
    if not all(_NAME.fullmatch(name) for name in names) or len(names) < 2:
        return (label,)
    bare = not noun or joined is None or all(len(name) > 1 and name.isupper() for name in names)
    return tuple(name if bare or " " in name else f"{noun} {name}" for name in names)


def _told(text: str, parts: tuple[str, ...]) -> list[_Person]:
    """The persons that have an age, with the relatives whom the same befell; else the one that has a noun."""
    ages = _of_subjects(text, parts)
    told = [_of_age(text, age) for age in ages]
    _share_sex(told, ages)
    if told:
        relatives = [] if parts else words.relatives_after(text, ages[-1].end)
        return _merged(told, [_Person(None, None, sex, ages[-1].end) for sex in relatives])
    whom = words.whom(text, parts)
    if whom is None:
        return []
    if len(parts) < 2:
        return [_Person(None, None, whom.sex, whom.start)]
    return [_Person(part, None, whom.sex, whom.start) for part in parts] if whom.several else []


def _share_sex(told: list[_Person], ages: list[AgeMatch]) -> None:
    """One noun tells the sex of a whole list: "two boys, aged 9 and 7"."""
    for number, person in enumerate(told[1:], start=1):
        if person.sex == "not-stated" and ages[number].group == ages[number - 1].group:
            person.sex = told[number - 1].sex


def _of_age(text: str, age: AgeMatch) -> _Person:
    where = (text, age.start, age.end)
    return _Person(words.name_beside(*where), age.age, words.sex_beside(*where), age.start)


def _of_subjects(text: str, parts: tuple[str, ...]) -> list[AgeMatch]:
    """The ages of subjects: named, in a list with the first one, or alone; a later age of the same one is left out."""
    found: list[AgeMatch] = []
    for age in ages_in(text) or ages_beside(text, parts):
        if not words.is_subject(text, age.start, age.end, parts):
            continue
        named = words.name_beside(text, age.start, age.end) is not None
        listed = bool(found) and (found[-1].group == age.group or words.are_joined(text[found[-1].end : age.start]))
        if not found or named or (listed and (len(parts) != 1 or words.is_group(parts[0]))):
            found.append(age)
    return found


def _merged(told: list[_Person], relatives: list[_Person]) -> list[_Person]:
    """One person for a named and an unnamed telling of the same age; named ones more than that are the relatives."""
    named = [person for person in told if person.label]
    unnamed = [person for person in told if not person.label]
    if not named or not unnamed:
        return [*told, *relatives]
    for person in named:
        twin = next((other for other in unnamed if _same(other.age, person.age)), None)
        if twin is not None:
            unnamed.remove(twin)
            person.sex = person.sex if person.sex != "not-stated" else twin.sex
    others = [*unnamed, *relatives] if len(named) < len(told) - len(named) + len(relatives) else unnamed
    return sorted([*named, *others], key=lambda person: person.start)


def _same(one: Age | None, other: Age | None) -> bool:
    return one is not None and other is not None and one.days is not None and one.days == other.days


def _with_labels(told: list[_Person], parts: tuple[str, ...]) -> list[_Person]:
    """The label for the one person told of, or its parts in order for as many; parts not told of come last."""
    missing = [part for part in parts if part not in {person.label for person in told}]
    unnamed = [person for person in told if person.label is None]
    if len(parts) == 1:
        if len(told) == 1:
            told[0].label = parts[0]
        return told
    if len(unnamed) == len(missing):
        for person, part in zip(unnamed, missing, strict=True):
            person.label = part
        return told
    return [*told, *(_Person(part, None, "not-stated", -1) for part in missing)] if told else []


def _found(passage: Passage, person: _Person, parts: tuple[str, ...], *, alone: bool) -> Found[Subject]:
    text = passage.text
    sex = person.sex
    if sex == "not-stated" and alone:
        sex = words.sex_of_pronouns(text, person.start, parts)
    elif sex == "not-stated" and person.label:
        sex = words.sex_told_of(text, person.label)
    start = person.start if person.start >= 0 else words.where_named(text, person.label)
    outcome = outcome_of(text, 0 if alone else start, alone=alone)
    return Found(Subject(person.label, person.age, sex, outcome), passage)


_SEVERAL = re.compile(r"\bone\b.*\b(?:one|another|the other)\b", re.IGNORECASE)
_COUNT = re.compile(r"^(?:\d{1,2}|two|three|four|five|six)\s+(?=\w+\s*[;:,]?\s)", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?P<noun>children|babies|adults|siblings|twins|infants|young people|brothers|sisters|boys|girls|victims|cases|men"
    r"|women)\s*[;:,]?\s+(?P<names>.+)",
    re.IGNORECASE,
)
_SINGULAR = {
    "children": "Child",
    "babies": "Baby",
    "adults": "Adult",
    "siblings": "Sibling",
    "twins": "Twin",
    "infants": "Infant",
    "young people": "Young Person",
    "victims": "Victim",
    "cases": "Case",
}
_JOINT = re.compile(r"\s*(?:,\s*and\b|,|&|\band\b|/)\s*")
_NAME = re.compile(r"(?:\w+\s+)?(?:[A-Z]{1,3}\d{0,4}|\d{1,3}|[A-Z][\w'’-]+)")

"""The children or adults of a review, put together from several sources."""

from collections.abc import Callable, Sequence

import msgspec

from lessonbook.domain import Age, Claim, Ethnicity, Evidence, Problem, Subject, ages_agree
from lessonbook.register.identity import normalised
from lessonbook.register.resolution.choosing import conflict, last_edit
from lessonbook.register.resolution.voices import Edit, Source


class _Person(msgspec.Struct):
    subject: Subject
    evidence: tuple[Evidence, ...]


def subjects(sources: Sequence[Source], edits: Sequence[Edit]) -> tuple[tuple[Subject, ...], tuple[Problem, ...]]:
    """The subjects in order of the first source that has any, filled in from the others, and what they disagree on.

    Two sources speak of one subject where the labels are the same, or where both have a single one. A later source
    adds what earlier ones are silent on; where both speak and differ, the earlier value stays and the conflict shows.
    """
    edit = last_edit("subject", edits)
    if edit is not None:
        value = edit.value if isinstance(edit.value, tuple) else ()
        return tuple(one for one in value if isinstance(one, Subject)), ()
    people: list[_Person] = []
    problems: list[Problem] = []
    for source in sources:
        claims = [claim for claim in source.claims if claim.field == "subject"]
        _add(claims, people, problems)
    return tuple(person.subject for person in people), tuple(problems)


def _add(claims: Sequence[Claim], people: list[_Person], problems: list[Problem]) -> None:
    known = list(people)
    for claim in claims:
        subject = claim.value
        if not isinstance(subject, Subject):
            continue
        person = _same_person(subject, known, alone=len(known) == len(claims) == 1)
        if person is None:
            people.append(_Person(subject, claim.evidence))
            continue
        known.remove(person)
        problems.extend(_disagreements(person, subject, claim.evidence))
        person.subject = _filled_in(person.subject, subject)
        person.evidence = tuple(dict.fromkeys((*person.evidence, *claim.evidence)))


def _same_person(subject: Subject, known: Sequence[_Person], *, alone: bool) -> _Person | None:
    if alone:
        return known[0]
    label = normalised(subject.label or "")
    return next((person for person in known if label and normalised(person.subject.label or "") == label), None)


def _filled_in(one: Subject, other: Subject) -> Subject:
    return Subject(
        label=one.label or other.label,
        age=_fuller_age(one.age, other.age),
        sex=other.sex if one.sex == "not-stated" else one.sex,
        outcome=other.outcome if one.outcome == "not-stated" else one.outcome,
        ethnicity=max(one.ethnicity, other.ethnicity, key=_says),
    )


def _fuller_age(one: Age | None, other: Age | None) -> Age | None:
    if one is None or (one.days is None and other is not None):
        return other
    return one


def _says(ethnicity: Ethnicity) -> int:
    return ("not-mentioned", "not-stated", "stated").index(ethnicity.status)


def _disagreements(person: _Person, other: Subject, evidence: tuple[Evidence, ...]) -> list[Problem]:
    one = person.subject
    who = one.label or other.label or "the subject"
    places = tuple(dict.fromkeys((*person.evidence, *evidence)))
    return [
        conflict(f"{name} of {who}", [words(one), words(other)], words(one), places)
        for name, differ, words in _COMPARED
        if differ(one, other)
    ]


def _ages_differ(one: Subject, other: Subject) -> bool:
    mine, theirs = _days(one), _days(other)
    return mine is not None and theirs is not None and not ages_agree(mine, theirs)


def _days(subject: Subject) -> tuple[int, int] | None:
    return subject.age.days if subject.age else None


def _sexes_differ(one: Subject, other: Subject) -> bool:
    return one.sex != other.sex and "not-stated" not in (one.sex, other.sex)


def _outcomes_differ(one: Subject, other: Subject) -> bool:
    return one.outcome != other.outcome and "not-stated" not in (one.outcome, other.outcome)


def _ethnicities_differ(one: Subject, other: Subject) -> bool:
    mine, theirs = one.ethnicity, other.ethnicity
    both = mine.status == theirs.status == "stated"
    return both and normalised(mine.as_written or "") != normalised(theirs.as_written or "")


_COMPARED: tuple[tuple[str, Callable[[Subject, Subject], bool], Callable[[Subject], str]], ...] = (
    ("the age", _ages_differ, lambda subject: subject.age.as_written if subject.age else ""),
    ("the sex", _sexes_differ, lambda subject: subject.sex),
    ("the outcome", _outcomes_differ, lambda subject: subject.outcome),
    ("the ethnicity", _ethnicities_differ, lambda subject: subject.ethnicity.as_written or ""),
)

"""The children or adults of a case, with the ethnicity that the source states of each."""

import msgspec

from lessonbook.domain import Certainty, Ethnicity, Passage, Subject
from lessonbook.extraction.digest.wording import Wording
from lessonbook.extraction.facts import Found, HarmFacts, read_harm

_SENTENCES_READ = 4


class Person(msgspec.Struct, frozen=True):
    """A subject with every passage that says something of it."""

    value: Subject
    passages: tuple[Passage, ...]
    certainty: Certainty = "stated"


def subjects_of(harm: HarmFacts | None, label: str | None, wording: Wording) -> list[Person]:
    """The subjects by the harm sentence, or by the first key issues where there is none, with their ethnicity."""
    found = list(harm.subjects) if harm else []
    if not found:
        found = _from_key_issues(label, wording)
    people = [Person(each.value, (each.passage,), each.certainty) for each in found]
    if not people and (label is not None or wording.ethnicities):
        people = [Person(Subject(label), ())]
    return [_with_ethnicity(person, wording.ethnicities, alone=len(people) == 1) for person in people]


def _from_key_issues(label: str | None, wording: Wording) -> list[Found[Subject]]:
    for said in [said for said in wording.said if said.kind == "key-issue"][:_SENTENCES_READ]:
        subjects = list(read_harm(said.passage, label).subjects)
        if any(each.value.age or each.value.outcome != "not-stated" for each in subjects):
            return subjects
    return []


def _with_ethnicity(person: Person, found: list[Found[Ethnicity]], *, alone: bool) -> Person:
    """The ethnicity stated of this person by label, else of all; what is said beats that nothing is said."""
    label = person.value.label
    own = [each for each in found if label and label in each.passage.text]
    if alone or not own:
        own = own or found
    stated = [each for each in own if each.value.status == "stated"] or own
    if not stated:
        return person
    subject = msgspec.structs.replace(person.value, ethnicity=stated[0].value)
    return Person(subject, (*person.passages, *(each.passage for each in stated)), person.certainty)

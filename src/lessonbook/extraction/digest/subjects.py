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
    """The subjects by the harm sentence, with their ethnicity."""
    found = harm.subjects if harm else ()
    people = [Person(each.value, (each.passage,), each.certainty) for each in found]
    if not people and (label is not None or wording.ethnicities):
        people = [Person(Subject(label), ())]
    return [_with_ethnicity(person, wording.ethnicities, alone=len(people) == 1) for person in people]


def facts_of_narrative(wording: Wording, label: str | None) -> HarmFacts | None:
    """The facts of the first of the key issues that says who was harmed, how old or when; those after it add people."""
    told = [said.passage for said in wording.said if said.kind == "key-issue"][:_SENTENCES_READ]
    read = [facts for passage in told if _tells(facts := read_harm(passage, label))]
    if not read:
        return None
    people = {each.value.label: each for facts in reversed(read) for each in reversed(facts.subjects)}
    named = [each for each in people.values() if each.value.label not in (None, label)]
    return msgspec.structs.replace(read[0], subjects=tuple(reversed(named)) if len(named) > 1 else read[0].subjects)


def _tells(facts: HarmFacts) -> bool:
    return facts.incident is not None or any(
        each.value.age is not None or each.value.outcome != "not-stated" for each in facts.subjects
    )


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

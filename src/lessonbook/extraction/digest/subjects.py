"""The children or adults of a case, with the ethnicity that the source states of each."""

import re

import msgspec

from lessonbook.domain import Certainty, Ethnicity, Passage, Subject
from lessonbook.extraction.digest.wording import Wording
from lessonbook.extraction.facts import Found, HarmFacts, read_harm

_SENTENCES_READ = 6
_NAME = re.compile(
    r"(?!(?:He|She|They|It|The|This|Mother|Father|Family|Parents)\b)[A-Z][a-z]+"
    r"(?= (?:was|is|aged)\b|, (?:aged|who|a)\b)"
)


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
    """The facts of the first of the key issues that says who was harmed, how old or when.

    Where several of them begin with a name and tell an age or an outcome, the review is about all of these.
    """
    told = [said.passage for said in wording.said if said.kind == "key-issue"][:_SENTENCES_READ]
    named = {name[0]: read_harm(passage, name[0]) for passage in told if (name := _NAME.match(passage.text))}
    people = [facts.subjects[0] for facts in named.values() if facts.subjects and _is_told(facts.subjects[0].value)]
    read = [facts for passage in told if _tells(facts := read_harm(passage, label))]
    if not read:
        return None
    return msgspec.structs.replace(read[0], subjects=tuple(people)) if len(people) > 1 else read[0]


def _tells(facts: HarmFacts) -> bool:
    return facts.incident is not None or any(_is_told(each.value) for each in facts.subjects)


def _is_told(subject: Subject) -> bool:
    return subject.age is not None or subject.outcome != "not-stated"


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

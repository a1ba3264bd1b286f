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
_OWN_DEATH = re.compile(r"\b(?:his|her|their) death\b")


class Person(msgspec.Struct, frozen=True):
    """A subject with every passage that says something of it."""

    value: Subject
    passages: tuple[Passage, ...]
    certainty: Certainty = "stated"


def subjects_of(harm: HarmFacts | None, label: str | None, wording: Wording) -> list[Person]:
    """The subjects by the harm sentence, with what only the key issues say of a single one, and their ethnicity."""
    found = harm.subjects if harm else ()
    people = [Person(each.value, (each.passage,), each.certainty) for each in found]
    if not people and (label is not None or wording.ethnicities):
        people = [Person(Subject(label), ())]
    if len(people) == 1:
        people = [_completed(people[0], label, wording)]
    people = [_with_ethnicity(person, wording.ethnicities, alone=len(people) == 1) for person in people]
    used = {passage for person in people for passage in person.passages}
    unused = tuple(each.passage for each in wording.ethnicities if each.passage not in used)
    return [msgspec.structs.replace(people[0], passages=(*people[0].passages, *unused)), *people[1:]] if people else []


def opening_facts(wording: Wording, label: str | None) -> HarmFacts | None:
    """The facts of the first key issue where it tells an age: "A 20-week-old baby who was taken to …"."""
    first = next((said.passage for said in wording.said if said.kind == "key-issue"), None)
    facts = read_harm(first, label) if first is not None else None
    return facts if facts is not None and len(facts.subjects) == 1 and facts.subjects[0].value.age else None


def _completed(person: Person, label: str | None, wording: Wording) -> Person:
    """With the age of the first key issue and a death that a key issue tells, where the harm is silent about them."""
    opening = opening_facts(wording, label) if person.value.age is None else None
    if opening is not None:
        value = msgspec.structs.replace(person.value, age=opening.subjects[0].value.age)
        person = Person(value, (*person.passages, opening.subjects[0].passage), person.certainty)
    death = _death(label, wording) if person.value.outcome == "not-stated" else None
    if death is not None:
        value = msgspec.structs.replace(person.value, outcome="death")
        person = Person(value, (*person.passages, death), person.certainty)
    return person


def _death(label: str | None, wording: Wording) -> Passage | None:
    """The first key issue that tells the death of the one the review is about: it begins with the label, or says
    "her death".
    """
    for said in wording.said:
        text = said.passage.text
        about = (label is not None and text.startswith(label)) or _OWN_DEATH.search(text) is not None
        if said.kind == "key-issue" and about:
            facts = read_harm(said.passage, label)
            if facts.subjects and facts.subjects[0].value.outcome == "death":
                return said.passage
    return None


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

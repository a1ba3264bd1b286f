"""The harm sentence of a case: what happened, to whom, and when."""

import msgspec

from lessonbook.domain import Harm, PartialDate, Passage, Subject
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import dates


class HarmFacts(msgspec.Struct, frozen=True):
    """What a harm sentence says; ``subjects`` in the order of the sentence."""

    harm: Found[Harm]
    subjects: tuple[Found[Subject], ...]
    incident: Found[PartialDate] | None


def read_harm(passage: Passage, label: str | None) -> HarmFacts:
    """The facts of a harm sentence about the child or adult of that label."""
    date = next(iter(dates.read(passage.text)), None)
    incident = Found(date.value, passage.cut(date.start, date.end)) if date else None
    return HarmFacts(Found(Harm(passage.text), passage), (Found(Subject(label), passage),), incident)

"""The harm sentence of a case: what happened, to whom, and when."""

import re
from functools import cache

import msgspec

from lessonbook.domain import Certainty, Harm, PartialDate, Passage, Subject
from lessonbook.extraction.facts.found import Found
from lessonbook.extraction.facts.outcomes import outcome_of
from lessonbook.extraction.facts.subjects import subjects_in
from lessonbook.vocabulary import dates, harms, hedges
from lessonbook.vocabulary.dates import DateMatch


class HarmFacts(msgspec.Struct, frozen=True):
    """What a harm sentence says; ``subjects`` in the order of the sentence, empty where it says nothing of them."""

    harm: Found[Harm]
    subjects: tuple[Found[Subject], ...]
    incident: Found[PartialDate] | None


def read_harm(passage: Passage, label: str | None) -> HarmFacts:
    """The facts of a harm sentence, or of several, about the child or adult of that label.

    ``Harm.hedges`` are the words of doubt as written. The incident is ``inferred`` where the sentence with its date
    tells of no harm ("was taken to hospital on 23 December 2016").
    """
    harm = Harm(" ".join(passage.text.split()), _hedges(passage.text))
    return HarmFacts(Found(harm, passage), subjects_in(passage, label), _incident(passage))


def _hedges(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[match.start : match.end] for match in hedges.hedges_in(text)))


def _incident(passage: Passage) -> Found[PartialDate] | None:
    """The date of what happened: the first behind a word of the gravest harm, else the first of any event."""
    text = passage.text
    found = [date for date in dates.read(text) if not _is_of_something_else(text, date)]
    if not found:
        return None
    gravest = outcome_of(text, 0, alone=True)
    told = [match.start for match in harms.harms_in(text) if match.outcome == gravest]
    date = next((date for date in found if _told_before(text, told, date)), found[0])
    certainty: Certainty = "stated" if any(_same_sentence(text, at, date.start) for at in told) else "inferred"
    return Found(date.value, passage.cut(date.start, date.end), certainty)


def _is_of_something_else(text: str, date: DateMatch) -> bool:
    """Whether the date is of the review, a birth, a court, or of when abuse was disclosed: not when it was."""
    if _not_incident().search(text, 0, date.start):
        return True
    return any(_same_sentence(text, match.start(), date.start) for match in _DISCLOSED.finditer(text)) or any(
        _same_sentence(text, match.start(), date.start) and match.start() > date.end
        for match in _COMMISSIONED.finditer(text)
    )


def _told_before(text: str, told: list[int], date: DateMatch) -> bool:
    return any(at < date.start and _same_sentence(text, at, date.start) for at in told)


def _same_sentence(text: str, one: int, other: int) -> bool:
    return _STOP.search(text, min(one, other), max(one, other)) is None


@cache
def _not_incident() -> re.Pattern[str]:
    """What stands before a date that is of something else: of the review, of a birth, of a sentence in court."""
    events = (
        r"commissioned|initiated|published|completed|convened|undertaken|born|arrived|moved|placed|convicted|sentenced|registered|diagnosed"
        r"|cautioned|jailed|imprisoned|arrested|charged|guilty|adopted|review|inquest|period|timeframe|married|separated|since|trial|pleaded"
    )
    return re.compile(
        rf"\b(?:{events})\b(?:\s+(?:\w+\s+){{0,3}}?(?:in|on|from|between|of|covers?|covering|was|for|by))?\s+$",
        re.IGNORECASE,
    )


_DISCLOSED = re.compile(r"\bdisclos", re.IGNORECASE)
_COMMISSIONED = re.compile(r"\b(?:commissioned|initiated|convened)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s+(?=[A-Z'‘“])")

"""What happened to the child or adult: the sentence of the harm, when it was, and a digest's section for it."""

import msgspec

from lessonbook.domain import Audience, Harm, PartialDate, Passage
from lessonbook.extraction.facts import HarmFacts, read_harm
from lessonbook.extraction.facts.ages import ages_in
from lessonbook.extraction.facts.outcomes import outcome_of
from lessonbook.extraction.facts.subjects import label_parts
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front, Sentence
from lessonbook.extraction.report.facts.staff import Staff
from lessonbook.extraction.report.facts.writing import Reading, settled
from lessonbook.vocabulary import dates, harms


class Happened(msgspec.Struct, frozen=True):
    """The sentence of the harm, the facts in it, and what choosing it rests on."""

    sentence: Passage
    facts: HarmFacts
    reasons: tuple[str, ...]


def read_happened(front: Front, label: str | None, staff: Staff) -> Happened | None:
    """The sentence of introduction, summary or description of the subject that best tells of the harm."""
    best: tuple[float, Sentence, tuple[str, ...]] | None = None
    for sentence in front.sentences:
        weighed = _weigh(sentence, label)
        if weighed is not None and (best is None or weighed[0] > best[0]) and not staff.named_in(sentence.text):
            best = (weighed[0], sentence, weighed[1])
    if best is None:
        return None
    return Happened(best[1].passage, read_harm(best[1].passage, label), best[2])


def read_harm_of(happened: Happened | None) -> Reading[Harm] | None:
    """The sentence as written, with its hedges."""
    if happened is None:
        return None
    return Reading(happened.facts.harm.value, (happened.sentence,), happened.reasons)


def read_incident(front: Front, happened: Happened | None, label: str | None) -> tuple[Reading[PartialDate], ...]:
    """When it happened: by a label, and by sentences that tell of the harm to the subject."""
    readings = []
    for pair in front.pairs_of("incident"):
        date = next(iter(dates.read(pair.value.text)), None)
        if date is not None and date.value.precision != "interval":
            passage = pair.value.cut(date.start, date.end)
            readings.append(Reading(date.value, (passage,), ("label-found",)))
    told = [(happened.facts, happened.reasons)] if happened else []
    parts = label_parts(label)
    outcome = outcome_of(happened.sentence.text, 0, alone=True) if happened else None
    for sentence in front.sentences:
        if happened is not None and sentence.passage == happened.sentence:
            continue
        weighed = _weigh(sentence, label)
        if weighed is None or "dated" not in weighed[1] or outcome_of(sentence.text, 0, alone=True) != outcome:
            continue
        if any(part in sentence.text for part in parts):
            told.append((read_harm(sentence.passage, label), weighed[1]))
        if len(told) >= _MOST_TOLD:
            break
    for facts, reasons in told:
        if facts.incident is not None and facts.incident.value.precision != "interval":
            found = facts.incident
            readings.append(Reading(found.value, (found.passage,), reasons, found.certainty))
    return settled(readings, lambda one, other: one.overlaps(other), lambda date: len(date.edtf))


def read_section(happened: Happened | None, audience: Reading[Audience] | None) -> Reading[str] | None:
    """The section of a digest that the words of the harm put the review in, where they and the audience tell."""
    if happened is None or audience is None or audience.value == "both":
        return None
    found = {match.id for match in harms.harms_in(happened.sentence.text)}
    table: dict[str, str] = words.content("sections", audience.value)
    harm = next((harm for harm in table if harm in found), None)
    if harm is None:
        return None
    return Reading(table[harm], (happened.sentence,), ("inferred", "tells-of-harm"), "inferred")


def _weigh(sentence: Sentence, label: str | None) -> tuple[float, tuple[str, ...]] | None:
    """How well a sentence tells of the harm, and why; none where it does not, or is of the review itself."""
    text = sentence.text
    if sentence.kind not in _WEIGHTS or not _SHORTEST <= len(text) <= _LONGEST or text.endswith("?"):
        return None
    named, aged = any(part in text for part in label_parts(label)), bool(ages_in(text))
    if not (named or aged):
        return None
    outcome = outcome_of(text, 0, alone=True)
    if outcome not in ("death", "serious-harm") or words.within("not_a_sentence", "harm").search(text):
        return None
    dated = bool(dates.read(text))
    score = _WEIGHTS[sentence.kind] + 2.0 * named + dated + aged + (outcome == "death") - sentence.order * _LATER
    reasons = [("tells-of-harm", True), ("names-the-subject", named), ("dated", dated), ("in-the-opening", True)]
    return score, tuple(reason for reason, holds in reasons if holds)


_WEIGHTS = {
    "introduction": 1.0, "executive-summary": 0.9, "summary": 1.0, "subject": 0.8, "cover": 0.5, "other": 0.0,
    "events": 0.4, "scope": 0.2, "family": 0.2, "method": -0.5,
}  # fmt: skip
_LATER = 0.012
_SHORTEST, _LONGEST = 30, 480
_MOST_TOLD = 4

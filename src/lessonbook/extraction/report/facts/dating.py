"""When a report was published, and the period that it reviews."""

import re
from collections.abc import Iterator
from functools import cache

from lessonbook.domain import PartialDate, Passage, Period
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front, Line, Place, Sentence
from lessonbook.extraction.report.facts.staff import Staff
from lessonbook.extraction.report.facts.writing import Reading, settled
from lessonbook.vocabulary import dates
from lessonbook.vocabulary.matching import any_of

_FALLBACKS = frozenset({"completion-date", "updated-date", "imprint-year"})
_PRECISION = {"interval": 0, "year": 1, "season": 2, "month": 3, "day": 4}


def read_published(front: Front) -> tuple[Reading[PartialDate], ...]:
    """The date of publication; the date on the cover, of completion or of an update where the report gives no other."""
    readings = list(_published(front))
    own = [reading for reading in readings if not _FALLBACKS & set(reading.reasons)]
    return settled(own or readings, _agree, lambda date: _PRECISION[date.precision])


def read_period(front: Front, incident: PartialDate | None, staff: Staff) -> Reading[Period] | None:
    """The period under review, in its own words; a label's before a sentence's.

    ``incident`` is where a period ends that goes "to the date of the homicide".
    """
    for pair in front.pairs_of("period"):
        found = _period_at(pair.value, incident)
        if found is not None:
            return Reading(found[0], (found[1],), ("label-found",))
    read = (_told_period(sentence, incident, staff) for sentence in front.sentences)
    told = [reading for reading in read if reading is not None]
    return max(told, key=lambda reading: len(reading.reasons), default=None)


def _published(front: Front) -> Iterator[Reading[PartialDate]]:
    for role, reasons in _ROLES.items():
        for pair in front.pairs_of(role):
            date = _date(pair.value)
            if date is not None:
                yield Reading(date[0], (date[1],), (*reasons, pair.place) if pair.place == "on-the-cover" else reasons)
    for line in (*front.cover, *front.running):
        yield from _of_line(line)
    for sentence in front.sentences[:_MOST_SENTENCES]:
        match = _PUBLISHED_HERE.search(sentence.text)
        date = _date(sentence.passage.cut(match.end(), match.end() + _NEAR)) if match else None
        if date is not None:
            yield Reading(date[0], (date[1],), ("in-the-opening", "says-so"))


def _of_line(line: Line) -> Iterator[Reading[PartialDate]]:
    text = line.passage.text
    if _NOT_PUBLISHED.search(text):
        return
    for found in dates.read(text):
        before, whole = text[: found.start], not _LETTERS.search(text[: found.start] + text[found.end :])
        if found.value.precision == "interval":
            continue
        passage = line.passage.cut(found.start, found.end)
        if not whole and _LETTERS.search(passage.text) is None and found.value.precision != "day":
            continue
        reasons = _line_reasons(before, found.value, line.place, whole=whole)
        if reasons:
            yield Reading(found.value, (passage,), reasons)


def _line_reasons(before: str, date: PartialDate, place: Place, *, whole: bool) -> tuple[str, ...]:
    if _COPYRIGHT.search(before):
        return (place, "imprint-year")
    if _UPDATED.search(before):
        return (place, "updated-date")
    if _PUBLISHED.search(before):
        return (place, "label-found")
    if _COMPLETED.search(before):
        return (place, "completion-date")
    if whole:
        return (place, "whole-line")
    return (place,) if date.precision in ("month", "day", "season") and place == "on-the-cover" else ()


def _date(passage: Passage) -> tuple[PartialDate, Passage] | None:
    found = next((date for date in dates.read(passage.text) if date.value.precision != "interval"), None)
    return (found.value, passage.cut(found.start, found.end)) if found else None


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return one.overlaps(other)


def _told_period(sentence: Sentence, incident: PartialDate | None, staff: Staff) -> Reading[Period] | None:
    """The period of a sentence that says that it is the one under review."""
    text, kind = sentence.text, sentence.kind
    noun = words.within("period", "nouns").search(text)
    verb = _covers().search(text)
    if noun is None and verb is None:
        return None
    found = _period_at(sentence.passage, incident)
    if found is None or staff.named_in(found[1].text):
        return None
    reasons: list[str] = []
    named = noun is not None and (_UNDER_REVIEW.search(noun[0]) is not None or _doer().search(text) is not None)
    if not named and verb is None:
        return None
    reasons += ["says-so"] if named else []
    reasons += ["self-description"] if verb is not None else []
    reasons += ["in-its-section"] if kind in _PERIOD_SECTIONS else []
    reasons += ["dated"] if found[0].dates is not None else ["no-label"]
    return Reading(found[0], (found[1],), tuple(reasons))


def _period_at(passage: Passage, incident: PartialDate | None) -> tuple[Period, Passage] | None:
    """The words of the first period in a passage, and its dates where both ends have one."""
    text = passage.text
    match = _PERIOD.search(text)
    if match is not None:
        words_of = passage.cut(*match.span()).strip(" ,")
        interval = next((date.value for date in dates.read(words_of.text) if date.value.precision == "interval"), None)
        return Period(_folded(words_of.text), interval or _between(words_of.text)), words_of
    if (match := _TO_THE_EVENT.search(text)) is not None:
        words_of = passage.cut(*match.span()).strip(" ,")
        since = next(iter(dates.read(words_of.text)), None)
        known = since is not None and incident is not None and since.value.earliest < incident.earliest
        ends = PartialDate(f"{since.value.edtf}/{incident.edtf}") if known and since and incident else None
        return Period(_folded(words_of.text), ends), words_of
    for found in dates.read(text):
        if found.value.precision == "interval":
            return Period(_folded(text[found.start : found.end]), found.value), passage.cut(found.start, found.end)
    return None


def _between(text: str) -> PartialDate | None:
    """The interval of a period whose ends have words between them: "from the birth of … in May 2019 to March 2020"."""
    ends = [date.value for date in dates.read(text) if date.value.precision != "interval"]
    if len(ends) != 2 or ends[0].earliest > ends[1].latest:
        return None
    return PartialDate(f"{ends[0].edtf}/{ends[1].edtf}")


def _folded(text: str) -> str:
    return " ".join(text.split())


@cache
def _covers() -> re.Pattern[str]:
    doers, verbs = any_of(words.content("period", "doers")), any_of(words.content("period", "verbs"))
    return re.compile(rf"\b(?:{doers})\b[^.;]{{0,130}}?\b(?:{verbs})\b", re.IGNORECASE)


@cache
def _doer() -> re.Pattern[str]:
    return words.within("period", "doers")


_END = r"(?:[^.;()\n]|\.(?=\d)){0,90}?\b(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)\b"
_PERIOD = re.compile(
    rf"\b(?:from|between)\s+{_END}\s*(?:\([^)]*\)\s*)?(?:,[^,.;]{{0,80}},\s*|,\s*)?(?:to|until|up\s+to|and|till|through\s+to|[-–—])\s+{_END}",
    re.IGNORECASE,
)
_TO_THE_EVENT = re.compile(
    r"\b(?:(?:from|between)\s+)?(?=[\dA-Z])(?:[^.;()\n]){0,16}?\b(?:19|20)\d\d\b(?:,[^,.;]{0,80},)?\s*(?:to|until|up\s+to|and|till)\s+"
    r"(?:the\s+)?(?:(?:date|time|day|point)\s+of\s+)?(?:the|his|her|their|\w+(?:\s\w+)?['’]s)\s+"
    r"(?:\w+\s+)?(?:homicide|death|murder|incident|injury|injuries|removal|admission|birth|arrest)\b"
)
_UNDER_REVIEW = re.compile(r"review|scop|frame|scale|consider|covered|span|window", re.IGNORECASE)
_PERIOD_SECTIONS = frozenset({"scope", "terms-of-reference", "method", "introduction", "executive-summary"})
_ROLES = {
    "published": ("label-found",),
    "completed": ("label-found", "completion-date"),
    "updated": ("label-found", "updated-date"),
}
_NEAR = 40
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NOT_PUBLISHED = re.compile(
    r"\b(?:draft|printed|died|death|born|birth|incident|period|between|embargo|act|guidance|working together"
    r"|review date|next review|inquest|downloaded|accessed)\b|https?:|www\.|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|copyright)[^.]{0,60}$", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|revised|amended)\W*(?:on|in)?\s*$", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|publication|issued|cyhoeddwyd)\b[^.]{0,25}$", re.IGNORECASE)
_COMPLETED = re.compile(
    r"\b(?:completed?|completion|final|version|report|dated?|agreed|signed|submitted|presented)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_PUBLISHED_HERE = re.compile(
    r"\b(?:this\s+(?:\w+\s+){0,3}(?:report|review)|the\s+(?:final\s+)?report|it)\s+(?:was|is|has\s+been)\s+(?:first\s+)?published\b[^.;\d]{0,60}?(?:\bin|\bon)\s+",
    re.IGNORECASE,
)
_MOST_SENTENCES = 80

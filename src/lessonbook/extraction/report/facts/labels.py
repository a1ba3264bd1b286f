"""The label under which a report speaks of its child, adult or family: "Child B", "Mr A and Mrs B", "Jay".

From the cover, else from where the text says how it calls them. A bare name counts only where the text goes on
using it, and is no name of an author or an area.
"""

import re
from collections.abc import Iterator
from functools import cache

from lessonbook.domain import Passage
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front, Line
from lessonbook.extraction.report.facts.staff import Staff, is_staff_line
from lessonbook.extraction.report.facts.writing import Reading, settled
from lessonbook.vocabulary import areas, dates, harms, kinds
from lessonbook.vocabulary.matching import any_of, key


def read_label(front: Front, staff: Staff) -> tuple[Reading[str], ...]:
    """The label, or two where two are about as likely."""
    readings = [_weighed(front, reading) for reading in _readings(front, staff)]
    if not any(readings):
        readings = [_weighed(front, reading) for reading in _told_of(front, staff)]
    return settled((reading for reading in readings if reading is not None), _same)


def read_reference(front: Front, *, unmarked: bool) -> Reading[str] | None:
    """The reference that a cover gives in place of a label, as Welsh boards do: "Re: GSB 4/2020".

    Where there is no label, a line that is a reference counts, ``unmarked`` by "Re".
    """
    for line in front.cover:
        match = _REFERENCE.search(line.passage.text)
        if match is None and unmarked:
            match = _REFERENCE_ALONE.fullmatch(line.passage.text)
        if match is not None:
            passage = line.passage.cut(*match.span("code"))
            return Reading(" ".join(passage.text.split()), (passage,), ("on-the-cover", "label-found"))
    return None


def _readings(front: Front, staff: Staff) -> Iterator[Reading[str]]:
    for pair in front.pairs_of("label"):
        label = next(_marked(pair.value), None) or _bare(pair.value)
        if label and not staff.named_in(label.text):
            yield Reading(label.text, (label,), ("label-found",))
    for line in (*front.cover, *front.running):
        if not is_staff_line(line.passage.text) and not staff.named_in(line.passage.text):
            yield from _of_line(line)
    for sentence in front.sentences[:_MOST_SENTENCES]:
        yield from _called(sentence.passage, staff)


def _of_line(line: Line) -> Iterator[Reading[str]]:
    """Labels of a cover line: marked by a noun or quotes, or a bare name that is the line or stands behind "of"."""
    whole = ("whole-line",)
    for label in _marked(line.passage):
        yield Reading(label.text, (label,), (line.place, *(whole if len(label) == len(line.passage) else ())))
    rest = line.passage
    about = list(_about().finditer(rest.text))
    if about:
        rest = rest.cut(about[-1].end()).strip(_AROUND)
    last = max((match.end for match in kinds.matches(rest.text)), default=0)
    bare = _bare(rest.cut(last).strip(_AROUND))
    if bare is not None:
        yield Reading(bare.text, (bare,), (line.place, *(whole if not about and not last else ("names-the-subject",))))


def _marked(passage: Passage) -> Iterator[Passage]:
    """Labels with a noun ("Child B", "Mr A and Mrs B") or in quotes; quotes are left out."""
    for match in _labelled().finditer(passage.text):
        if match["name"] is None or key(match["name"]) not in words.known("labels_of_people", "not_names"):
            yield _unquoted(passage.cut(*match.span()))
    for match in _QUOTED.finditer(passage.text):
        if _is_name(match["name"]):
            yield passage.cut(*match.span("name")).strip()


def _bare(passage: Passage) -> Passage | None:
    """One or more first names, or initials, as the whole text; a bracket with an age or dates may follow."""
    match = _NAMES.fullmatch(passage.text)
    if match is None or not _is_name(match["names"]):
        return None
    return passage.cut(*match.span("names"))


def _is_name(text: str) -> bool:
    parts = [key(part) for part in re.split(r"[\s,&/]+", text) if part and part != "and"]
    if not parts or any(part in words.known("labels_of_people", "not_names") for part in parts):
        return False
    if kinds.kinds_in(text) or harms.harms_in(text) or dates.read(text):
        return False
    return areas.resolve(text).status != "named"


def _called(passage: Passage, staff: Staff) -> Iterator[Reading[str]]:
    """How a sentence says that the subject is called; what it says of a relative is no label of the review."""
    for match in _known_as().finditer(passage.text):
        before = passage.text[max(0, match.start() - _NEAR) : match.start()]
        if words.within("labels_of_people", "relatives").search(re.split(r"[.;]|,\s+and\b", before)[-1]):
            continue
        after = passage.cut(match.end(), match.end() + _NEAR)
        found = _labelled().match(after.text) or _QUOTED.match(after.text) or _NAME_HERE.match(after.text)
        if found is None:
            continue
        name = found.groupdict().get("bare") or (found["name"] if found.re is _QUOTED else found[0])
        label = _unquoted(after.cut(after.text.find(name), after.text.find(name) + len(name)))
        if label and not staff.named_in(label.text) and (found.re is not _NAME_HERE or _is_name(label.text)):
            yield Reading(label.text, (label,), ("in-the-opening", "says-so"))


def _told_of(front: Front, staff: Staff) -> Iterator[Reading[str]]:
    """The label of the one whom the opening says was harmed, where neither cover nor text names a label as such."""
    for sentence in front.sentences[:_MOST_SENTENCES]:
        if not harms.harms_in(sentence.text) or staff.named_in(sentence.text):
            continue
        found = _labelled().search(sentence.text)
        if found is not None and found["name"] is None and _WAS.match(sentence.text, found.end()):
            label = _unquoted(sentence.passage.cut(*found.span()))
            yield Reading(label.text, (label,), ("in-running-text", "tells-of-harm"))
            return


def _weighed(front: Front, reading: Reading[str]) -> Reading[str] | None:
    """The reading with what the text's own use of the label says; none where the text does not use a bare name."""
    label = " ".join(_QUOTES.sub("", reading.value).split())
    if label.isupper() and len(label) > _SHORT:
        first, _, rest = label.partition(" ")
        written = f"{first.title()} {rest if len(rest) <= _SHORT else rest.title()}".strip()
        label = written if front.mentions(written) else label
    used = front.mentions(label)
    first_part = front.mentions(re.split(r"\s*(?:,|&|/|\band\b)\s*", label)[0])
    marked = _labelled().fullmatch(label) is not None
    most = max(used, first_part)
    alone = "on-the-cover" in reading.reasons and "whole-line" in reading.reasons
    if most < (2 if marked or alone else _LEAST_USE):
        return None
    often = ("often-mentioned",) if most >= _OFTEN else ()
    return Reading(label, reading.passages, (*reading.reasons, *often))


def _same(one: str, other: str) -> bool:
    mine, theirs = key(one), key(other)
    return mine == theirs or f" {mine} " in f" {theirs} " or f" {theirs} " in f" {mine} "


def _unquoted(passage: Passage) -> Passage:
    return passage.strip(" \"'‘’“”")


@cache
def _labelled() -> re.Pattern[str]:
    """A noun and a letter, code or name, and further ones joined to it."""
    nouns = any_of(words.content("labels_of_people", "nouns"))
    code = r"(?-i:[A-Z]{1,3}\d{1,4}|[A-Z]{1,2}(?:[/&][A-Z])?|\d{1,3}[A-Z]?|[A-Z]\d[A-Z])(?!\w|['’]\w|-\w|\s*&\s*E\b)"
    quote = r"['‘“\"]?"
    name = rf"{quote}(?-i:[A-Z][a-zà-ÿ]+(?:[-’'][A-Z]?[a-zà-ÿ]+)?)(?!\w){quote}"
    other = rf"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?:(?:{nouns})\s+)?{quote}(?:{code}){quote}"
    joined = rf"\s*(?:and|&)\s+(?:{nouns})\s+(?-i:[A-Z][a-zà-ÿ]+)"
    return re.compile(
        rf"(?<![\w-])(?:{nouns})\s+(?:{quote}(?:{code}){quote}(?:{other})*|(?P<name>{name})(?:{joined})?)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words.content('labels_of_people', 'about'))})\s*[:–—-]?\s*", re.IGNORECASE)


@cache
def _known_as() -> re.Pattern[str]:
    known = any_of(words.content("labels_of_people", "known_as"))
    return re.compile(rf"\b(?:{known})\s*(?:is|was|of|are|as|:|,)?\s*", re.IGNORECASE)


_FIRST_NAME = r"[A-Z][a-zà-ÿ]+(?:[-’'][A-Z]?[a-zà-ÿ]+)?"
_NAMES = re.compile(
    rf"(?P<names>{_FIRST_NAME}(?:(?:,\s+|\s+and\s+|\s*&\s*|,?\s+and\s+){_FIRST_NAME}){{0,3}})(?:\s*\([^)]*\))?"
)
_NAME_HERE = re.compile(rf"(?P<bare>{_FIRST_NAME})(?=[\s,.;)])")
_QUOTED = re.compile(r"(?<!\w)[‘“'\"](?P<name>[A-Z][^‘’“”'\"\n]{0,25})[’”'\"](?!\w)")
_REFERENCE = re.compile(
    r"\b(?:Re|RE|Ref|Reference)\s*[:.]?\s*(?P<code>[A-Z]{2,8}(?:\s?[A-Z]{1,4})?[ -]?\d{1,3}\s?/\s?(?:19|20)\d\d)\b"
)
_REFERENCE_ALONE = re.compile(r"\s*(?P<code>[A-Z][A-Z&]{1,7}(?:\s?[A-Z]{2,5})?[ -]?\d{1,3}\s?/\s?(?:19|20)\d\d)\s*")
_QUOTES = re.compile(r"[‘“”\"]|(?<!\w)['’]|['’](?!\w)")
_WAS = re.compile(r"\s*(?:,|was|were|is|died|suffered|sustained|took|had|\(|who)")
_AROUND = " \t-–—:,.()"
_MOST_SENTENCES = 80
_NEAR = 60
_SHORT = 3
_LEAST_USE, _OFTEN = 4, 8

"""The heading of a case with its parts in any order: label, area, month, kind of review, a number before them."""

import re
from collections.abc import Iterator

import msgspec

from lessonbook.domain import Area, Passage, Span
from lessonbook.extraction.digest.words import column_role
from lessonbook.extraction.facts import CaseHeading, Found, read_case_heading
from lessonbook.extraction.facts.heading_label import is_labelled, label_end
from lessonbook.vocabulary import areas, dates, kinds, labels

_LONGEST = 200
_MOST_PARTS = 12
_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(
    r"\s*(?:(?:case|case study|case review|review|summary)\s+(?:no\.?\s*)?\d{1,2}\s*(?:[.):]|\s[-–—]|(?=\n))"
    r"|\d{1,2}\s*[.)])\s*(?=\S)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[-–—]+\s+|\s*[–—|]\s*|:\s+|[,;]\s+|\s*[()\[\]]\s*")
_SPLIT = re.compile(r"[()\[\]–—|:;]|\s-+\s")
_BODY = re.compile(
    r"\b(?:Council|Partnership|Board|Authority|Borough|LSCB|LSCP|SCP|SAB|SCB|CSP|LA)(?:\s*\([A-Z]{2,6}\))?$"
)
_BEFORE_DATE = re.compile(
    r"(?:(?:date|month)(?: of)? )?(?:published|publication|reported|date|review published)(?: date)?(?: (?:in|on))?"
    r"[:\s]+",
    re.IGNORECASE,
)
_BEFORE_AREA = re.compile(r"(?:area|published by|local authority|partnership|board)[:\s]+(?=[A-Z])", re.IGNORECASE)

# What stands behind "Child", "Adult" or "Family" in the names of services and subjects, not of people.
_NO_LABEL = re.compile(
    r"\b(?:protection|services?|hubs?|safety|health|care|support|practice|safeguarding|exploitation|abuse|deaths?|neglect|"
    r"development|learning|lessons?|welfare|poverty|courts?|training|events?|conference|homicide|reviews?|news|updates?)$",
    re.IGNORECASE,
)


class _Told(msgspec.Struct):
    """The parts that were found, each with its place in the passage."""

    date: dates.DateMatch | None = None
    area: Span | None = None
    label: Span | None = None
    kind: Span | None = None

    @property
    def count(self) -> int:
        return sum(part is not None for part in (self.date, self.area, self.label))


def read_heading(passage: Passage) -> CaseHeading:
    """The heading at the start of a passage: where each part of its lines is known by itself, in whatever order."""
    read = _in_parts(passage)
    if read is not None and (read.label is not None or not read.rest.strip()):
        return read
    run_in = read_case_heading(_without_number(passage))
    return run_in if read is None or (run_in.area and (run_in.label or run_in.title)) else read


def is_numbered(text: str) -> bool:
    """Whether a text begins as a numbered case does: "Case 3: …", "3. …"."""
    return _NUMBER.match(text) is not None


def opens(passage: Passage) -> bool:
    """Whether a text is the heading of a case and nothing else: two of its parts, one of them unmistakable."""
    if len(passage) > _LONGEST:
        return False
    read = _in_parts(passage)
    if read is None or read.rest.strip():
        return False
    sure = read.label is not None and _is_sure(read.label.passage.text)
    return (read.area is not None and (read.published is not None or sure)) or (sure and read.published is not None)


def names_only(text: str) -> bool:
    """Whether a text is a label and nothing else, with a number or a kind of review before it at most.

    A first name is one too, so that what stands around it must say that a case begins.
    """
    start = _NUMBER.match(text)
    rest = text[start.end() if start else 0 :].strip()
    kind = kinds.kind_end(rest)
    rest = rest[kind:].lstrip(" -–—:")
    is_label = bool(rest) and label_end(rest) == len(rest) and _NO_LABEL.search(rest) is None
    return is_label and column_role(rest) is None and labels.label_at(rest) is None


def is_facts(text: str) -> bool:
    """Whether a line is an area, a month, or both, and nothing else."""
    told = _Told()
    return len(text) < _LONGEST and _take_line(text, 0, len(text), told) and told.label is None and told.kind is None


def is_area(text: str) -> bool:
    """Whether a whole text is an area."""
    return areas.resolve(text).status != "unresolved" or (" " in text and _BODY.search(text) is not None)


def _in_parts(passage: Passage) -> CaseHeading | None:
    text = passage.text
    told = _Told()
    at = 0
    for line in _LINE.finditer(text):
        tried = msgspec.structs.replace(told)
        number = _NUMBER.match(text, line.start())
        if not _take_line(text, number.end() if number else line.start(), line.end(), tried):
            break
        told, at = tried, line.end()
    if told.count < 2 or (told.area is None and not (told.label and _is_sure(_of(text, told.label)))):
        return None
    return CaseHeading(
        Found(told.date.value, passage.cut(told.date.start, told.date.end)) if told.date else None,
        _area(passage, told.area),
        _label(passage, told.label),
        None,
        passage.cut(at),
        Found(kinds.kinds_in(_of(text, told.kind)), passage.cut(told.kind.start, told.kind.end)) if told.kind else None,
    )


def _area(passage: Passage, span: Span | None) -> Found[Area] | None:
    if span is None:
        return None
    words = passage.cut(span.start, span.end)
    written = " ".join(words.text.split())
    return Found(areas.resolve(written), words, "stated" if areas.is_certain(written) else "inferred")


def _label(passage: Passage, span: Span | None) -> Found[str] | None:
    if span is None:
        return None
    words = passage.cut(span.start, span.end)
    return Found(" ".join(words.text.split()).strip("'‘’“”\" "), words)


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _take_line(text: str, start: int, end: int, told: _Told) -> bool:
    """Takes every part of a line, the longest ones first; false where one of them is none or comes a second time."""
    parts = list(_parts(text, start, end))
    if not parts or len(parts) > _MOST_PARTS:
        return False
    first = 0
    while first < len(parts):
        for last in range(len(parts) - 1, first - 1, -1):
            span = Span(parts[first].start, parts[last].end)
            if (last == first or _is_one_name(_of(text, span))) and _take(text, span, told):
                first = last + 1
                break
        else:
            return False
    return True


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in (*_SEPARATOR.finditer(text, start, end), None):
        until = match.start() if match else end
        if text[at:until].strip():
            lead = len(text[at:until]) - len(text[at:until].lstrip())
            yield Span(at + lead, at + len(text[at:until].rstrip()))
        at = match.end() if match else end


def _is_one_name(words: str) -> bool:
    """Whether parts with commas between them are the name of one area, or a date."""
    if _date(words) is not None:
        return True
    found = None if is_labelled(words) or _SPLIT.search(words) else areas.area_at(words)
    return found is not None and found.end >= len(words)


def _take(text: str, span: Span, told: _Told) -> bool:
    words = _of(text, span)
    if told.date is None and (found := _date(words)) is not None:
        told.date = dates.DateMatch(found.value, span.start + found.start, span.start + found.end)
        return True
    if kinds.only_kinds(words):
        if told.kind is not None:
            return False
        told.kind = span
        return True
    return _take_area(span, words, told) or _take_label(text, span, words, told)


def _date(words: str) -> dates.DateMatch | None:
    """The date that is all of these words, but for "published" before it; a school year is none."""
    before = _BEFORE_DATE.match(words)
    start = before.end() if before else 0
    found = next(iter(dates.read(words)), None)
    if found is None or found.start > start or words[found.end :].strip(" ."):
        return None
    return dates.DateMatch(found.value, 0, found.end) if found.value.precision != "interval" else None


def _take_area(span: Span, words: str, told: _Told) -> bool:
    if told.area is not None or is_labelled(words):
        return False
    before = _BEFORE_AREA.match(words)
    start = before.end() if before else 0
    if is_area(words[start:]) and not dates.read(words):
        told.area = Span(span.start + start, span.end)
        return True
    found = areas.area_at(words)
    if found is None or told.date is not None:
        return False
    area = len(words[: found.end].rstrip())
    late = _date(words[area:].strip())
    if late is None:
        return False
    shift = span.start + area + len(words[area:]) - len(words[area:].lstrip())
    told.area = Span(span.start, span.start + area)
    told.date = dates.DateMatch(late.value, shift + late.start, shift + late.end)
    return True


def _take_label(text: str, span: Span, words: str, told: _Told) -> bool:
    """A label; a bare first name only beside an area or a month, and never the heading of a part."""
    if told.label is not None:
        return False
    kind = kinds.kind_end(words)
    follows = words[kind:].lstrip(" -–—:")
    shift = len(words) - len(follows)
    if (
        label_end(follows) != len(follows)
        or _NO_LABEL.search(follows)
        or column_role(follows)
        or labels.label_at(follows)
    ):
        return False
    if not _is_sure(follows) and told.area is None and told.date is None and span.end >= len(text.rstrip()):
        return False
    if kind and shift and told.kind is None:
        told.kind = Span(span.start, span.start + kind)
    told.label = Span(span.start + shift, span.end)
    return True


def _is_sure(words: str) -> bool:
    return is_labelled(words) and _NO_LABEL.search(words) is None


def _without_number(passage: Passage) -> Passage:
    number = _NUMBER.match(passage.text)
    return (
        passage.cut(number.end())
        if number is not None and passage.text[: number.end()].strip()[:1].isalpha()
        else passage
    )

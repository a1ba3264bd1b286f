"""The heading of a case: when it was published, by which area, under which label; and what follows it.

The parts stand in a line or in several: "Feb 2021 – Hull City Council – Baby B Serious injury …", "March 2021" alone,
"2012Area – name", "Area Child K", area before date. Dashes are of any kind, doubled, or lost.
"""

import re

import msgspec

from lessonbook.domain import Area, Certainty, PartialDate, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.extraction.facts.heading_label import is_labelled, label_end, opens_harm
from lessonbook.vocabulary import areas, dates, harms, kinds


class CaseHeading(msgspec.Struct, frozen=True):
    """What a heading says. ``title`` is a theme in place of a label; ``rest`` is what follows the heading.

    Without a heading everything is ``None`` and ``rest`` is the whole passage. The label's quotes are taken off its
    value and stay in its passage. ``area`` is ``inferred`` where a typing error was forgiven or its partnership's
    members could not be confirmed. ``kinds`` are kinds of review that stand among the parts.
    """

    published: Found[PartialDate] | None
    area: Found[Area] | None
    label: Found[str] | None
    title: Found[str] | None
    rest: Passage
    kinds: Found[tuple[str, ...]] | None = None


def read_case_heading(passage: Passage) -> CaseHeading:
    """The heading at the start of a passage."""
    text = passage.text
    start = _LEAD.match(text)
    at = start.end() if start else 0
    date = _date_at(text, at)
    if date is not None:
        return _Reader(passage, date.end).read(Found(date.value, passage.cut(date.start, date.end)))
    undated = _Reader(passage, at).read(None)
    if undated.area is not None and (undated.label or undated.title or not undated.rest.strip()):
        return _with_late_date(undated)
    return CaseHeading(None, None, None, None, passage)


def _date_at(text: str, at: int) -> dates.DateMatch | None:
    """The date at the start of a heading, not of a sentence ("November 2015, resulting in …", "In 2018 he …")."""
    found = next(iter(dates.read(text[at : at + _LONGEST_DATE])), None)
    if found is None or found.start or found.value.precision == "interval":
        return None
    match = dates.DateMatch(found.value, found.start + at, found.end + at)
    rest = text[match.end :]
    if not rest.strip(_SEPARATORS) or _PART_FOLLOWS.match(rest):
        return match
    follows = rest.lstrip(_SEPARATORS)
    part = _PART.match(follows)
    is_heading = follows[:1].isupper() and (areas.area_at(follows) or (part and kinds.only_kinds(part[0])))
    return match if is_heading else None


class _Reader:
    """Reads the parts of a heading one after another, from an offset of the passage."""

    def __init__(self, passage: Passage, at: int) -> None:
        self.passage, self.at = passage, at
        self.area: Found[Area] | None = None
        self.label: Found[str] | None = None
        self.title: Found[str] | None = None
        self.kinds: Found[tuple[str, ...]] | None = None

    def read(self, published: Found[PartialDate] | None) -> CaseHeading:
        """The parts in either order, kinds of review among them."""
        after_dash = self._skip()
        self._take_kinds()
        if not self._take_area(after_dash=after_dash) and self._take_label(dashed=True):
            before = self.at
            self._skip()
            if not self._take_area(after_dash=False):
                self.at = before
        self._skip()
        if published is None and self.area is not None and (date := _date_at(self.passage.text, self.at)):
            published = Found(date.value, self.passage.cut(date.start, date.end))
            self.at = date.end
            self._skip()
        self._take_kinds()
        if self.label is None and self.area is not None:
            dashed = self._skip() or self.passage.text[: self.at].rstrip()[-1:] in _DASHES
            self._take_label(dashed=dashed)
        self._skip()
        return CaseHeading(published, self.area, self.label, self.title, self.passage.cut(self.at), self.kinds)

    def _skip(self) -> bool:
        """Goes past white space and separators; whether there was a dash."""
        match = _SKIP.match(self.passage.text, self.at)
        if match is None:
            return False
        self.at = match.end()
        return any(dash in match[0] for dash in _DASHES)

    def _take_kinds(self) -> None:
        """Takes a kind of review that stands by itself: before a line's end, a dash or the area."""
        text = self.passage.text[self.at :]
        match = _PART.match(text)
        if match is None:
            return
        if not kinds.only_kinds(match[0]):
            self._take_kind_before_label(text)
            return
        self.kinds = Found(kinds.kinds_in(match[0]), self.passage.cut(self.at, self.at + match.end()).strip())
        self.at += match.end()
        self._skip()

    def _take_kind_before_label(self, text: str) -> None:
        """Takes a kind that runs into a label: "Serious Case Review Child Q"."""
        end = kinds.kind_end(text)
        follows = text[end:].lstrip()
        if end and is_labelled(follows) and label_end(follows, ends_line=False):
            self.kinds = Found(kinds.kinds_in(text[:end]), self.passage.cut(self.at, self.at + end))
            self.at += end
            self._skip()

    def _take_area(self, *, after_dash: bool) -> bool:
        """Takes the area that stands here; one that we do not know only where the form says that it is one."""
        text = self.passage.text[self.at :]
        bracket = len(text) - len(text.lstrip("("))
        until_dash = _UNTIL_DASH.match(text, bracket)
        found = areas.area_at(until_dash[0] if until_dash else text)
        end = (
            len(text[: found.end].rstrip(":;,."))
            if found
            else self._unknown_area(text[bracket:], after_dash=after_dash)
        )
        if not end:
            return False
        self.at, text = self.at + bracket, text[bracket:]
        closing = _CLOSING.match(text, end)
        words = self.passage.cut(self.at, self.at + end)
        written = " ".join(words.text.split())
        certainty: Certainty = "stated" if areas.is_certain(written) else "inferred"
        self.area = Found(areas.resolve(written), words, certainty)
        self.at += closing.end() if closing else end
        return True

    def _unknown_area(self, text: str, *, after_dash: bool) -> int:
        """Where a part ends that stands in an area's place, or has a body's name, but is in no list."""
        part = _PART.match(text)
        if part is None or not part[0][:1].isupper() or len(part[0].split()) > _LONGEST_AREA:
            return 0
        words, ends = part[0].rstrip(" ;:,"), text[part.end() :].strip()
        if harms.harms_in(words) or opens_harm(words) or dates.read(words):
            return 0
        if _BODY.search(words):
            return len(words)
        follows = ends.lstrip(_SEPARATORS)
        is_area = after_dash and not is_labelled(words) and areas.area_at(follows) is None and label_end(follows) > 0
        return len(words) if is_area else 0

    def _take_label(self, *, dashed: bool) -> bool:
        """Takes the label, or the title that stands in its place."""
        text = self.passage.text[self.at :]
        end = label_end(text, ends_line=dashed)
        if end:
            words = self.passage.cut(self.at, self.at + end)
            self.label = Found(_unquoted(words.text), words)
        elif end := _title_end(text):
            words = self.passage.cut(self.at, self.at + end)
            self.title = Found(_unquoted(words.text), words)
        self.at += end
        return end > 0


def _title_end(text: str) -> int:
    """Where a title ends: a line of a few words that is no sentence and tells of no one person's harm."""
    part = _PART.match(text)
    if part is None or not _TITLE.fullmatch(part[0].strip()) or not 2 <= len(part[0].split()) <= _LONGEST_TITLE:
        return 0
    words = part[0].rstrip()
    is_harm = opens_harm(words) or _AGE.search(words) is not None or bool(dates.read(words))
    return 0 if is_harm else len(words)


def _with_late_date(heading: CaseHeading) -> CaseHeading:
    """A date that stands last: "Hull City Council – Baby B – February 2021"."""
    date = _date_at(heading.rest.text, 0)
    if date is None:
        return heading
    published = Found(date.value, heading.rest.cut(date.start, date.end))
    rest = heading.rest.cut(date.end)
    skipped = _SKIP.match(rest.text)
    return msgspec.structs.replace(heading, published=published, rest=rest.cut(skipped.end() if skipped else 0))


def _unquoted(text: str) -> str:
    """A label as people say it: one line, without the quotes around it."""
    return _INNER_QUOTES.sub(r"\1", " ".join(text.split())).strip("'‘’“”\" ")


_DASHES = "-–—"
_SEPARATORS = " \t\n-–—:,;|.()"
_LEAD = re.compile(r"[\s•·▪*>–-]*(?:\d{1,3}[.)]\s+)?")
_INNER_QUOTES = re.compile(r"['‘“\"](\w+)['’”\"](?!\w)")
_SKIP = re.compile(r"(?:[\s\-–—:,;|*)]|\.(?=\s|$))+")
# Behind the date of a heading: a dash or a new line, and then a name, not the middle of a sentence.
_PART_FOLLOWS = re.compile(r"(?:\s*[-–—|:]|\s*\n)[\s\-–—:|]*(?=[A-ZÀ-Ý‘'“\"(\d])")
_PART = re.compile(r"[^\n]+?(?=\s+[-–—]+(?:\s|$)|\s*[–—|]|\n|$)")
_UNTIL_DASH = re.compile(r".*?(?=\s[-–—]+\s|[–—|]|$)", re.DOTALL)
_CLOSING = re.compile(r"\s*\)")
_BODY = re.compile(
    r"\b(?:Councils?|Partnerships?|Boards?|Authorit(?:y|ies)|Borough|LSCBs?|LSCPs?|SCPs?|SABs?|SCBs?|CSPs?|LAs?|Committee)$"
)
_TITLE = re.compile(r"['‘“\"]?[A-ZÀ-Ý][^.!?]*")
_AGE = re.compile(r"\b\d{1,3}[\s-](?:year|month|week|day)s?\b", re.IGNORECASE)
_LONGEST_DATE = 40
_LONGEST_AREA = 12
_LONGEST_TITLE = 18

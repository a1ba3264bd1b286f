"""Goes through a report's sections and finds the statements in running text, lists, boxes and headings."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from lessonbook.domain import Document, Passage, StatementKind, Table
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.report import praise, whose, wording, words
from lessonbook.extraction.report.found import Draft, Found
from lessonbook.extraction.report.labels import Label, label_at, labels_within
from lessonbook.extraction.report.sections import Section
from lessonbook.extraction.report.tabled import Columns, TableReader, columns_of
from lessonbook.extraction.report.units import Unit, units_of
from lessonbook.extraction.report.zones import Style, is_quoted, style_of, zone_of


class Walk:
    """One walk through a document. ``found`` are the statements, each in one place."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        self.found: list[Found] = []
        self.document = document
        self._sections = [each for each in sections if each.kind not in _NOT_READ]
        self.columns: Columns | None = None
        self.described = whose.described_inquiry(document)
        self.decimals = _decimal_paragraphs(self._sections)
        self.repeated = _repeated_titles(self._sections)

    def go(self) -> None:
        """Reads every section in order."""
        drafts: list[Draft | Found] = []
        last: list[Draft] = []
        for at, section in enumerate(self._sections):
            behind_box = section.heading is None
            walk = _SectionWalk(self, section, last if behind_box else [], introduces=self._introduces(at))
            drafts += walk.go()
            last = walk.last_drafts
        self.found += [each.done() if isinstance(each, Draft) else each for each in drafts]

    def _introduces(self, at: int) -> bool:  # noqa: PLR0911 - one answer a kind of section that may follow
        """Whether a section only leads to the statements below it, which have headings or a table of their own."""
        section = self._sections[at]
        zone = zone_of(section)
        if zone is None or section.heading is None:
            return False
        if any(isinstance(block, Table) and columns_of(block, None)[0] for block in section.blocks):
            return True
        for below in self._sections[at + 1 :]:
            if below.level <= section.level and below.boxed is None and below.heading is not None:
                return False
            if below.heading is not None and label_at(below.heading, heading=True, zone=zone) is not None:
                return zone_of(below) == zone
            if zone_of(below) != zone and below.own:
                return False
            texts = (unit for unit in units_of(below.blocks, self.document) if isinstance(unit, Unit))
            if any((label := label_at(unit.passage, zone=zone)) is not None and label.number for unit in texts):
                return True
        return False


class _SectionWalk:
    """``before`` are the statements of the box that this section stands behind: lines under it may be of them."""

    def __init__(self, walk: Walk, section: Section, before: list[Draft], *, introduces: bool) -> None:
        self.walk, self.section = walk, section
        self.document = walk.document
        self.zone = zone_of(section)
        self.quoted = is_quoted(section)
        self.source: Passage | None = walk.described
        if self.quoted and section.heading is not None:
            self.source = self.source or whose.review_named(section.heading)
        self.units = units_of(section.blocks, self.document)
        self.draft: Draft | None = None
        self.parts_open = False
        self.pending: Label | None = None
        self.waiting: list[Unit] = []
        self.whom: Passage | None = None
        self.list_kind: StatementKind | None = None
        self.list_source: Passage | None = None
        self.list_marker: str | None = None
        self.style: Style = "prose"
        self.held: list[Draft | Found] = []
        self.decimals = walk.decimals
        self.no_prose = introduces or (section.heading is None and section.kind != "cover")
        self.last_drafts = before
        self.skip = False
        self.start_level = 0
        self.start_kind: str | None = None
        self.part_kind: str | None = None

    def go(self) -> list[Draft | Found]:
        """What stands here; lines behind the section may yet say whose it is, and by when."""
        if self.section.heading is not None:
            self._heading(self.section.heading)
        labels_own = self.pending is not None or self.draft is not None
        self.decimals = self.walk.decimals and not self._numbers_statements()
        if self.zone is not None:
            self.style = style_of(self.units, self.zone, own=self.section.own, decimal_paragraphs=self.decimals)
            if labels_own and self.style in ("bullets", "prose"):
                self.style = "labelled"
        for at, unit in enumerate(self.units):
            following = self.units[at + 1] if at + 1 < len(self.units) else None
            if isinstance(unit, Table):
                self._settle()
                self._close()
                self._table(unit)
            else:
                self._unit(unit, following)
        self._settle()
        self._close()
        return self.held

    def _numbers_statements(self) -> bool:
        """Whether numbers as 6.1 count statements here, though the report's other paragraphs have them as well."""
        if self.zone not in ("recommendation", "consideration"):
            return False
        counted = [unit for unit in self.units if isinstance(unit, Unit) and unit.marker_kind == "decimal"]
        return bool(counted) and all(wording.is_directive(u.text) and not wording.lead_in(u.text) for u in counted)

    # headings

    def _heading(self, heading: Passage) -> None:
        title = heading.cut(len(heading) - len(self.section.title))
        label = label_at(title, heading=True, zone=self.zone)
        if label is None or label.plural:
            if self.zone is not None:
                self.whom = wording.whom_of(title)
                if self.whom is None and label is not None and label.whom:
                    self.whom = _within(title, label.whom)
            return
        rest = title.cut(label.end).strip()
        if rest and _states(rest.text, label.kind):
            self._start(label.kind, rest, label.number, ("label-found", "in-the-heading"))
            self.parts_open = True
        elif label.number is not None or rest or label.whom:
            self.pending = label
        if label.whom:
            self.whom = _within(title, label.whom)

    # units

    def _unit(self, unit: Unit, following: Unit | Table | None) -> None:  # noqa: PLR0911 - one rule after another
        if unit.text.strip() == "":
            return
        zone = self.zone
        starts = labels_within(unit.passage)
        if starts and starts[0] > 0 and not self.quoted:
            self._cut_at(unit, starts)
            return
        label = label_at(unit.passage, zone=zone)
        if label is not None and self._accepts(label, unit):
            self._labelled(unit, label)
            return
        if self.draft is not None and self._is_part(unit):
            self.draft.parts.append(unit.passage)
            return
        if self.pending is not None:
            self._fulfil(unit)
            return
        if self._beside(unit):
            return
        if self.list_kind is not None and self._listed(unit):
            return
        self._unlabelled(unit, zone, following)

    def _cut_at(self, unit: Unit, starts: list[int]) -> None:
        """Labels inside running text: each statement is its sentence and those that go on about it."""
        for start, end in pairwise([0, *starts, len(unit.passage)]):
            piece = unit.passage.cut(start, end).strip()
            if end == starts[0] and not wording.is_sentence(piece.text):
                self.whom = wording.whom_of(piece) or self.whom
            elif start in starts:
                label = label_at(piece)
                first, *more = sentences(piece.cut(label.end if label else 0))
                for sentence in more:
                    if not words.starting("goes_on").match(sentence.text):
                        break
                    first = first.join(sentence)
                if label is not None:
                    self._start(label.kind, first, label.number, ("label-found", "in-running-text"))
                    self._close()
            elif piece:
                self._unit(msgspec.structs.replace(unit, passage=piece, marker=None, marker_kind=None), None)

    def _accepts(self, label: Label, unit: Unit) -> bool:
        """Whether a label begins a statement here, and not a sentence about one."""
        rest = unit.passage.cut(label.end).strip()
        if label.plural and not label.number:
            return False
        if (
            label.kind in ("consideration", "action")
            and self.zone not in (label.kind, "recommendation")
            and label.number is None
        ):
            return False
        if label.kind == "action" and self.zone != "action":
            return False
        if not rest:
            return True
        if label.number is None and not wording.is_sentence(rest.text):
            return False
        return not _REFERENCE.match(rest.text)

    def _labelled(self, unit: Unit, label: Label) -> None:
        self._settle()
        self._close()
        rest = unit.passage.cut(label.end).strip()
        if label.whom:
            self.whom = _within(unit.passage, label.whom)
        topic = rest and len(rest) < _LONGEST_TOPIC and not _states(rest.text, label.kind)
        if not rest or topic:
            self.pending = label
            return
        boxed = ("in-a-box",) if unit.boxed else ()
        self._start(label.kind, rest, label.number, ("label-found", *boxed))

    def _fulfil(self, unit: Unit) -> None:
        """The text under a label that stands alone. Where it does not ask for anything and a later one does, that."""
        label = self.pending
        assert label is not None
        if unit.marker_kind == "decimal" and label.number and (unit.marker or "").startswith(f"{label.number}."):
            self.pending = None
            self.waiting = []
            self._start(label.kind, unit.passage, unit.marker, ("label-found", "numbered"))
            return
        if self._beside(unit) or wording.explains(unit.passage):
            return
        if (
            label.kind == "recommendation"
            and not wording.is_directive(unit.text)
            and not unit.text.rstrip().endswith(":")
        ):
            self.waiting.append(unit)
            return
        self.pending = None
        self.waiting = []
        boxed = ("in-a-box",) if unit.boxed else ()
        self._start(label.kind, unit.passage, label.number, ("label-found", *boxed))

    def _settle(self) -> None:
        """A label whose text asks for nothing: its first paragraph is the statement."""
        if self.pending is not None and self.waiting:
            first, label = self.waiting[0], self.pending
            if not first.text.rstrip().endswith(":"):
                self.pending = None
                self._start(label.kind, first.passage, label.number, ("label-found", "no-verb"))
                self._close()
        self.pending = None
        self.waiting = []

    def _is_part(self, unit: Unit) -> bool:
        draft = self.draft
        if draft is None or not self.parts_open or unit.marker_kind is None:
            self.parts_open = self.parts_open and unit.marker_kind is not None
            return False
        if self._stands_alone(unit):
            return False
        lead = draft.lead.text.rstrip()
        nested = unit.level > self.start_level and self.start_kind is not None
        if draft.parts:
            return nested or unit.marker_kind == self.part_kind or unit.level > self.start_level
        if self.start_kind is not None and not nested and unit.marker_kind == self.start_kind:
            return False
        opens = lead.endswith((":", ",", ";", "–", "-", "…")) or not lead.endswith((".", "?", "!"))
        if opens or nested or unit.marker_kind in ("letter", "roman"):
            self.part_kind = unit.marker_kind
            return True
        return False

    def _stands_alone(self, unit: Unit) -> bool:
        """Whether a part with a number of its own is a statement of its own ("1.1 The board should …")."""
        return (
            unit.marker_kind == "decimal"
            and not self.decimals
            and wording.is_directive(unit.text)
            and unit.text[:1].isupper()
        )

    def _beside(self, unit: Unit) -> bool:
        """A line under a statement that says whose it is, or by when."""
        if self.draft is None and not self.last_drafts:
            return False
        whom, when = wording.told_beside(unit.passage)
        if whom is None and when is None:
            return False
        draft = self.draft or self.last_drafts[-1]
        draft.whom, draft.when = whom or draft.whom, when or draft.when
        return True

    def _listed(self, unit: Unit) -> bool:
        """An item of a list that running text introduced."""
        if unit.marker_kind is None or self.list_kind is None:
            self.list_kind, self.list_source, self.list_marker = None, None, None
            return False
        if self.list_marker is None:
            self.list_marker = unit.marker_kind
        if unit.marker_kind != self.list_marker:
            return False
        self._close()
        if not _is_theme(unit, self.list_kind):
            self._start_item(self.list_kind, unit, ("list-item",), source=self.list_source)
        return True

    def _unlabelled(self, unit: Unit, zone: StatementKind | None, following: Unit | Table | None) -> None:
        self._close_text(unit)
        opens_list = isinstance(following, Unit) and following.marker_kind is not None
        if self.quoted or self._other_named(unit):
            self._quoted(unit, opens_list=opens_list)
            return
        if (
            opens_list
            and unit.marker_kind in (None, "decimal")
            and (kind := wording.lead_in(unit.text))
            and not self._splits(unit, kind)
        ):
            self.list_kind, self.list_source, self.list_marker = kind, self.walk.described, None
            return
        if zone is None:
            self._praise(praise.praised(unit.passage), ("says-so", "in-running-text"))
            return
        if self._names_whom(unit, opens_list=opens_list):
            return
        if opens_list and wording.opens_other(unit.text) and not wording.is_directive(unit.text):
            self.skip = True
            return
        if unit.marker_kind is None:
            self.skip = False
        self._zoned(unit, zone, opens_list=opens_list)

    def _names_whom(self, unit: Unit, *, opens_list: bool) -> bool:
        """A line over a list that says whom it is for ("For the Police:")."""
        if (
            not opens_list
            or unit.marker_kind is not None
            or self.zone not in ("recommendation", "consideration", "action")
        ):
            return False
        if not (unit.bold or unit.text.rstrip().endswith(":") or len(unit.text) < _LONGEST_NAME):
            return False
        if wording.is_directive(unit.text) or (whom := wording.whom_of(unit.passage)) is None:
            return False
        self.whom = whom
        return True

    def _splits(self, unit: Unit, kind: StatementKind) -> bool:
        """Whether a lead-in is the beginning of one statement whose items are its parts ("The board should:")."""
        return kind == "recommendation" and re.search(r"\b(?:should|must|needs? to)\W*$", unit.text) is not None

    def _zoned(self, unit: Unit, zone: StatementKind, *, opens_list: bool) -> None:
        style = self.style
        if style == "labelled":
            if self._stands_alone(unit):
                self._start_item(zone, unit, ("numbered", "in-its-section"))
        elif style == "numbered":
            self._numbered(unit, zone, opens_list=opens_list)
        elif style == "bullets":
            self._bulleted(unit, zone, opens_list=opens_list)
        else:
            self._prose(unit, zone)

    def _numbered(self, unit: Unit, zone: StatementKind, *, opens_list: bool) -> None:
        if self._is_numbered(unit):
            if not _is_theme(unit, zone) and not wording.introduces(unit.passage):
                self._start_item(zone, unit, ("numbered", "in-its-section"))
        elif unit.text.rstrip().endswith(":") and self._leads_parts(unit, zone, opens_list=opens_list):
            self._start_item(zone, unit, ("in-its-section",))

    def _bulleted(self, unit: Unit, zone: StatementKind, *, opens_list: bool) -> None:
        if unit.marker_kind is not None and unit.marker_kind != "decimal":
            if not self.skip and self._worth(unit, zone):
                self._start_item(zone, unit, ("list-item", "in-its-section"))
        elif self._leads_parts(unit, zone, opens_list=opens_list) and not wording.lead_in(unit.text):
            self._start_item(zone, unit, ("in-its-section",))
        elif zone in ("recommendation", "consideration"):
            self._prose(unit, zone)

    def _leads_parts(self, unit: Unit, zone: StatementKind, *, opens_list: bool) -> bool:
        """Whether a paragraph asks for what the list behind it says ("The board should:")."""
        asked = zone in ("recommendation", "consideration") and wording.is_directive(unit.text)
        return opens_list and asked and unit.marker_kind in (None, "decimal")

    def _worth(self, unit: Unit, zone: StatementKind) -> bool:
        """Whether an item of a section says something: a subsection's must ask for it, others be more than a name."""
        if zone == "recommendation" and not self.section.own and self.whom is None:
            return wording.is_directive(unit.text)
        return len(unit.text.split()) >= _FEWEST_WORDS

    def _is_numbered(self, unit: Unit) -> bool:
        if unit.marker_kind == "decimal":
            return not self.decimals
        return unit.marker_kind in ("number", "letter", "roman")

    def _prose(self, unit: Unit, zone: StatementKind) -> None:
        """Statements in paragraphs: what asks for something; learning only in a box or under a repeated heading."""
        reasons = ("in-its-section", "in-running-text")
        if zone in ("recommendation", "consideration"):
            if zone == "consideration" and unit.text.rstrip().endswith("?"):
                self._start_item(zone, unit, reasons)
                return
            if wording.explains(unit.passage) or self.no_prose:
                return
            for sentence in wording.prose_statements(unit.passage):
                self._close()
                self._start(zone, sentence, None, (*reasons, "says-what-to-do"))
            return
        boxed = unit.boxed is not None
        if zone == "good-practice" and self.section.own and not boxed and not self._small():
            self._praise(praise.deeds(unit.passage), reasons)
            return
        if wording.lead_in(unit.text) or wording.explains(unit.passage) or not wording.is_sentence(unit.text):
            return
        short = len(unit.text) < _LONGEST_POINT
        if boxed or (self._small() and short and self.section.own):
            self._start_item(zone, unit, ("in-its-section", *(("in-a-box",) if boxed else ())))

    def _small(self) -> bool:
        """Whether the section is one of several of its name that stand at the ends of others, with little in them."""
        return self.section.title.casefold() in self.walk.repeated and len(self.units) <= _FEWEST_WORDS

    def _praise(self, found: list[Passage], reasons: tuple[str, ...]) -> None:
        for sentence in found:
            self._close()
            self._start("good-practice", sentence, None, reasons)
            self._close()

    # other reviews

    def _other_named(self, unit: Unit) -> bool:
        return whose.recommended_by_other(unit.passage) is not None

    def _quoted(self, unit: Unit, *, opens_list: bool) -> None:
        other = whose.recommended_by_other(unit.passage)
        item = unit.marker_kind is not None and not (unit.marker_kind == "decimal" and self.decimals)
        if item and other is None and self.source is not None and self.list_kind is None:
            if "recommend" in " ".join((self.section.title, *self.section.path)).casefold():
                self._start_item("recommendation", unit, ("list-item",), source=self.source)
            return
        named = whose.review_named(unit.passage) if self.quoted else None
        leads = wording.lead_in(unit.text) == "recommendation" or _LEADS.search(unit.text) is not None
        if opens_list and leads and (source := other or named or self.source):
            self.list_kind, self.list_source, self.list_marker = "recommendation", source, None
            return
        quoted: Passage | None = None
        for sentence in sentences(unit.passage):
            on = quoted is not None and whose.goes_on(sentence)
            quoted = whose.recommended_by_other(sentence) or (quoted if on else None)
            says = on or _THAT.search(sentence.text) is not None
            if quoted is not None and says and not sentence.text.endswith(":"):
                self._close()
                self._start("recommendation", _recommended(sentence), None, ("in-running-text",), source=quoted)
                self._close()

    # beginnings and ends

    def _start_item(
        self, kind: StatementKind, unit: Unit, reasons: tuple[str, ...], source: Passage | None = None
    ) -> None:
        self._close()
        number = unit.marker if unit.marker_kind not in (None, "bullet") else None
        if unit.marker_kind == "decimal" and self.decimals:
            number = None  # the paragraph's number, as all have one
        if unit.boxed is not None and "in-a-box" not in reasons:
            reasons = (*reasons, "in-a-box")
        self._start(kind, unit.passage, number, reasons, source=source)
        self.start_level, self.start_kind = unit.level, unit.marker_kind

    def _start(
        self,
        kind: StatementKind,
        passage: Passage,
        number: str | None,
        reasons: tuple[str, ...],
        source: Passage | None = None,
    ) -> None:
        self._close()
        if kind == "recommendation":
            passage = wording.asked(passage)
        lead, parts = wording.inline_parts(passage)
        if number:
            reasons = (*reasons, "numbered")
        if kind == "recommendation" and wording.is_directive(passage.text):
            reasons = (*reasons, "says-what-to-do")
        if self.zone == kind:
            reasons = (*reasons, "in-its-section")
        draft = Draft(kind, lead, number, tuple(dict.fromkeys(reasons)), self.section.kind)
        draft.parts = parts
        draft.whom = self.whom if kind in ("recommendation", "action", "consideration") else None
        draft.whose = source or self.source
        self.draft, self.parts_open = draft, True
        self.start_level, self.start_kind = 0, None

    def _close_text(self, unit: Unit) -> None:
        """A paragraph ends the statement before it."""
        if unit.marker_kind is None:
            self._close()

    def _close(self) -> None:
        if self.draft is not None:
            self.last_drafts = [self.draft]
            self.held.append(self.draft)
        self.draft, self.parts_open = None, False

    # tables

    def _table(self, table: Table) -> None:
        if self.section.kind == "response" and self.walk.described is None:
            return
        columns, first = columns_of(table, None if self.quoted else self.zone, self.walk.columns)
        self.walk.columns = columns or None
        if not columns:
            return
        source = self.source
        if self.quoted and source is None:
            return
        reader = TableReader(self.document, columns, self.section.kind)
        for each in reader.read(table.rows[first:]):
            mine = msgspec.structs.replace(each, whom=each.whom or self.whom, whose=source)
            if each.kind == "recommendation" or source is None:
                self.held.append(mine)


def _recommended(sentence: Passage) -> Passage:
    """What a sentence says that another review recommended: the words behind "recommended that"."""
    match = _RECOMMENDED_THAT.search(sentence.text)
    rest = sentence.cut(match.end()) if match else sentence
    return rest if wording.is_sentence(rest.text) else sentence


def _states(heading: str, kind: StatementKind) -> bool:
    """Whether the words behind a heading's label are a statement, and not its topic."""
    if heading.rstrip().endswith(":"):
        return True
    if kind in ("recommendation", "action"):
        return wording.is_directive(heading) and wording.is_sentence(heading)
    return wording.is_sentence(heading) or len(heading.split()) >= _FEWEST_OF_LEARNING


def _is_theme(unit: Unit, kind: StatementKind) -> bool:
    """Whether an item is a theme that the report goes on to speak of, and not what was learned."""
    return kind == "learning" and len(unit.text.split()) < _FEWEST_OF_LEARNING and not wording.is_sentence(unit.text)


def _within(passage: Passage, words_: str) -> Passage | None:
    at = passage.text.find(words_)
    return passage.cut(at, at + len(words_)) if at >= 0 else None


def _decimal_paragraphs(sections: Iterable[Section]) -> bool:
    """Whether the report numbers its paragraphs 3.14: then such a number is none of a statement."""
    count = 0
    for section in sections:
        if zone_of(section) is not None:
            continue
        for block in section.blocks:
            if not isinstance(block, Table):
                marker = getattr(block, "marker", None) or ""
                count += bool(_DECIMAL.match(f"{marker} {block.passage.text[:12]}".strip()))
    return count >= _MANY


def _repeated_titles(sections: Iterable[Section]) -> frozenset[str]:
    titles: dict[str, int] = {}
    for section in sections:
        if section.own:
            titles[section.title.casefold()] = titles.get(section.title.casefold(), 0) + 1
    return frozenset(title for title, count in titles.items() if count > 1)


_NOT_READ = frozenset({"contents", "glossary", "references", "terms-of-reference"})
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,3}\.?\s")
_MANY = 6
_LONGEST_TOPIC, _LONGEST_POINT, _LONGEST_NAME = 90, 700, 50
_FEWEST_WORDS, _FEWEST_OF_LEARNING = 4, 9
_REFERENCE = re.compile(r"\(?(?:[Ss]ee|in|of|above|below|and|to|from|is about|was about|relates|refers)\b")
_RECOMMENDED_THAT = re.compile(
    r"\b(?:recommended|said|advised|proposed|suggested)(?: in \d{4})?(?: that|:)\s+[“\"‘]?", re.IGNORECASE
)
_THAT = re.compile(r"\b(?:recommend(?:ed|s|ation)|proposed)\b", re.IGNORECASE)
_LEADS = re.compile(r"\brecommend[^.]*:$", re.IGNORECASE)

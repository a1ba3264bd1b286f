"""From the pieces of a cell to single statements: labels, links and facts taken out, items and sentences apart."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

import msgspec

from lessonbook.domain import Certainty, Ethnicity, Link, Method, Passage, RecommendationsMade, StatementKind
from lessonbook.extraction.digest.ends import finished, full_stop, punctuated
from lessonbook.extraction.digest.labelling import (
    STATING,
    Label,
    addressed_by,
    is_kind,
    is_label_only,
    is_method,
    is_subheading,
    label_of,
    names_learning,
)
from lessonbook.extraction.digest.links import inner_links, parted
from lessonbook.extraction.digest.model import Note, Piece, RawCase, Role
from lessonbook.extraction.digest.units import INTRO, MADE, statements, units
from lessonbook.extraction.facts import Found, items, read_ethnicity, read_link, read_method

_KIND_OF_ROLE: dict[str, StatementKind] = {
    "learning": "learning",
    "recommendation": "recommendation",
    "consideration": "consideration",
    "action": "action",
    "key-issue": "key-issue",
    "background": "key-issue",
    "integrated": "learning",
}
_ADDRESSED = re.compile(r"(?:A )?recommendations? (?:is |are |was |were )?made (?:to|for)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
# What our own digests print under a recommendation, as ``Said in 14 earlier reviews in 9 areas since 2016``.
_SAID_BEFORE = re.compile(
    r"\s*\bSaid in (?:1 earlier review, of|\d+ earlier reviews(?: in \d+ areas?)? since) \d{4}\.?\s*$"
)
_SHOULD = re.compile(r"\b(?:should|must|needs? to)\b")
_OF_KEY_ISSUES = frozenset({"key-issue", "background", "keywords", "method"})
_DIRECTIVE = re.compile(r"\b(?:should|must)\b|^(?:[\w'’]+ ){1,4}to [a-z]+ |^(?:ensure|review|develop|consider)\b")
_FEWEST_DIRECTIVE = 3


class Said(msgspec.Struct, frozen=True):
    """One statement: its words, their other readings, and how sure its kind and its borders are.

    ``addressees`` are those that a heading above its list names: "For schools:".
    """

    kind: StatementKind
    passage: Passage
    readings: tuple[Passage, ...] = ()
    certainty: Certainty = "stated"
    integrated: bool = False
    addressees: tuple[str, ...] = ()


class Wording(msgspec.Struct):
    """What the text cells of one case say."""

    said: list[Said] = msgspec.field(default_factory=list)
    links: list[Found[Link]] = msgspec.field(default_factory=list)
    ethnicities: list[Found[Ethnicity]] = msgspec.field(default_factory=list)
    methods: list[Found[Method]] = msgspec.field(default_factory=list)
    made: list[Found[RecommendationsMade]] = msgspec.field(default_factory=list)
    integrated: list[Passage] = msgspec.field(default_factory=list)
    keywords: list[Passage] = msgspec.field(default_factory=list)
    kinds: list[Passage] = msgspec.field(default_factory=list)
    furniture: list[Passage] = msgspec.field(default_factory=list)
    notes: list[Note] = msgspec.field(default_factory=list)


def keywords_in(passage: Passage) -> tuple[Passage, ...]:
    """The words of a list of keywords, between semicolons or commas."""
    found = items(passage)
    if len(found) > 1 or "," not in passage.text:
        return found
    ends = [match.start() for match in re.finditer(",", passage.text)]
    parts = (passage.cut(a, b).strip(" ,") for a, b in zip([0, *ends], [*ends, len(passage)], strict=True))
    return tuple(part for part in parts if part)


class Column:
    """Reads the pieces of one column of a case into a ``Wording``."""

    def __init__(self, wording: Wording, role: Role, case: RawCase) -> None:
        self._wording = wording
        self._label: str = role if role == "method" or role in _KIND_OF_ROLE else "key-issue"
        self._role = role
        self._certainty: Certainty = "stated"
        self._lost = case.labelled and role == "learning"
        self._case = case
        self._listed = False
        self._ended = False
        self._group: tuple[str, ...] = ()

    def read(self, pieces: Sequence[Piece]) -> None:
        """Reads the pieces in order."""
        pieces = [whole for piece in pieces if (whole := self._without_line_of_ours(piece)).passage]
        for piece, below in zip_longest(pieces, pieces[1:]):
            if not self._wording.said and is_kind(piece):
                self._wording.kinds.append(piece.passage)
            elif self._label in STATING and is_subheading(piece, below):
                self._wording.furniture.append(piece.passage)
                self._group = addressed_by(piece.text)
            else:
                self._piece(piece)
        self._directive_end(pieces)
        self._cut_off(pieces)

    def _without_line_of_ours(self, piece: Piece) -> Piece:
        """The piece without the line that our digests print under a recommendation that was made before."""
        line = _SAID_BEFORE.search(piece.text)
        if line is None:
            return piece
        self._wording.furniture.append(piece.passage.cut(line.start(), line.end()).strip())
        readings = tuple(
            reading.cut(0, found.start() if (found := _SAID_BEFORE.search(reading.text)) else None)
            for reading in piece.readings
        )
        return msgspec.structs.replace(piece, passage=piece.passage.cut(0, line.start()).strip(), readings=readings)

    def _cut_off(self, pieces: Sequence[Piece]) -> None:
        """What has no end where its cell or its row ends, though the items here have one."""
        wording = [piece for piece in pieces if not is_label_only(piece)]
        if not wording or not punctuated(wording, self._case.punctuated):
            return
        at_border = [above for above, below in pairwise(wording) if above.row < below.row and not above.item]
        for piece in (*at_border, wording[-1]):
            if not self._ends_well(piece):
                message = "The last words of this cell may be missing: it ends without an end of its sentence."
                self._wording.notes.append(Note("cut-off", message, (piece.passage,)))

    def _directive_end(self, pieces: Sequence[Piece]) -> None:
        """Learning that ends in what must be done, and no label of recommendations: the label may have been lost."""
        if self._label != "learning" or not self._case.recommending or self._wording.made:
            return
        said = [each for each in self._wording.said if each.kind == "learning"]
        last = list(takewhile(lambda each: _DIRECTIVE.search(each.passage.text), reversed(said)))
        if _FEWEST_DIRECTIVE <= len(last) < len(said) and any(label_of(piece) for piece in pieces):
            message = "These read as recommendations, but the only label says that they are learning."
            passages = tuple(each.passage for each in reversed(last))
            self._wording.notes.append(Note("label-lost", message, passages))

    def _ends_well(self, piece: Piece) -> bool:
        parts = parted(piece.passage)
        return finished(piece.text) or (bool(parts) and parts[-1][1])

    def _piece(self, piece: Piece) -> None:
        self._after_end_of_list(piece)
        readings = piece.readings
        for part, link in parted(piece.passage):
            if link:
                self._link(part)
                continue
            for unit in units(part, piece, whole=piece.item):
                self._unit(msgspec.structs.replace(piece, passage=unit, readings=readings))
                readings = ()

    def _after_end_of_list(self, piece: Piece) -> None:
        """An item after the last one of a list, without a label between: the label was lost."""
        if label_of(piece) is not None or not piece.item:
            self._listed = self._ended = False
        elif self._ended and self._label == "learning" and _SHOULD.search(piece.text):
            self._label, self._certainty, self._ended = "recommendation", "inferred", False
            message = (
                "The list of learning had ended before this: its label is missing, and it reads as a recommendation."
            )
            self._wording.notes.append(Note("label-lost", message, (piece.passage,)))
        self._ended = self._listed and full_stop(piece.text)
        self._listed = self._listed or piece.text.rstrip().endswith(";")

    def _link(self, passage: Passage) -> None:
        found = read_link(passage)
        if found is not None:
            self._wording.links.append(found)
        else:
            target = max(passage.links(), key=lambda mark: mark.end - mark.start, default=None)
            printed = _ADDRESS.search(passage.text)
            url = target.href if target is not None else printed[0].rstrip(".") if printed else None
            self._wording.links.append(Found(Link(passage.text, url), passage))

    def _unit(self, piece: Piece) -> None:
        """A sentence or an item: a label, a fact, or a statement."""
        label = label_of(piece)
        if label is not None and self._accepts(label, piece):
            self._labelled(piece, label)
        elif intro := INTRO.match(piece.text):
            self._set("learning" if intro["what"][0] in "lLfF" else "recommendation")
            self._wording.furniture.append(piece.passage.cut(0, intro.end()))
            self._rest(piece, intro.end())
        elif MADE.match(piece.text) and self._label != "key-issue":
            self._wording.made.append(Found(RecommendationsMade("made", piece.text), piece.passage))
        elif self._label == "method" or (self._role != "key-issue" and is_method(piece)):
            self._method(piece)
        elif self._label == "keywords":
            self._wording.keywords.extend(keywords_in(piece.passage))
        elif self._label == "link":
            self._wording.furniture.append(piece.passage)
        else:
            self._state(piece)

    def _accepts(self, label: Label, piece: Piece) -> bool:
        """In a column of key issues "Actions by … included:" begins a sentence, unless the label stands alone."""
        return self._role != "key-issue" or label.role in _OF_KEY_ISSUES or is_label_only(piece)

    def _labelled(self, piece: Piece, label: Label) -> None:
        if label.role == "no-recommendations":
            self._none_made(piece)
            return
        self._set(label.role)
        words = piece.passage.cut(0, label.end).strip()
        if label.role == "integrated":
            self._wording.integrated.append(words)
        else:
            self._wording.furniture.append(words)
        self._rest(piece, label.end)

    def _set(self, role: str) -> None:
        self._label, self._certainty, self._lost = role, "stated", self._lost and role not in STATING
        self._group = ()

    def _rest(self, piece: Piece, start: int) -> None:
        rest = piece.passage.cut(start).strip()
        if rest:
            for unit in units(rest, piece, whole=piece.item):
                self._unit(msgspec.structs.replace(piece, passage=unit, title=False))

    def _none_made(self, piece: Piece) -> None:
        """The fact that a review makes no recommendations, and what is listed after it instead."""
        colon = piece.text.find(":") + 1
        words = piece.passage.cut(0, colon or None).strip()
        self._wording.made.append(Found(RecommendationsMade("none", words.text), words))
        said = words.text.casefold()
        if "action" in said:
            self._set("action")
        elif "consideration" in said:
            self._set("consideration")
        if colon:
            self._rest(piece, colon)

    def _method(self, piece: Piece) -> None:
        found = read_method(piece.passage) or Found(Method(None, piece.text), piece.passage)
        self._wording.methods.append(found)

    def _state(self, piece: Piece) -> None:
        kind = _KIND_OF_ROLE.get(self._label, "key-issue")
        if kind == "key-issue" and (ethnicity := read_ethnicity(piece.passage)) is not None:
            self._wording.ethnicities.append(ethnicity)
            if ethnicity.value.status == "not-stated":
                return
        certainty = "unsure" if piece.unsure else self._certainty
        if self._lost and kind == "learning" and not names_learning(piece):
            certainty = "inferred"
            message = "The label before this is missing; by its place it is learning."
            self._wording.notes.append(Note("label-lost", message, (piece.passage,)))
            self._lost = False
        integrated = self._label == "integrated"
        if integrated and _ADDRESSED.match(piece.text):
            kind, integrated = "recommendation", False
        for index, part in enumerate(statements(piece.passage, kind)):
            readings = piece.readings if index == 0 else ()
            self._wording.said.append(Said(kind, part, readings, certainty, integrated, self._group))
            self._wording.links.extend(found for link in inner_links(part) if (found := read_link(link)))

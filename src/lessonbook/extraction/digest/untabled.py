"""A case that stands in no table of cases: its heading, the facts below it, and its labelled parts."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lessonbook.domain import Block, Heading, ListItem, Paragraph, Passage, Table, TextBlock
from lessonbook.extraction.digest.headings import is_area, is_facts, is_numbered, names_only, opens, read_heading
from lessonbook.extraction.digest.model import HEADING_ROLES, Line, Note, Piece, Role, Setting
from lessonbook.extraction.digest.parts import meaning_of
from lessonbook.extraction.digest.pieces import pieces_of
from lessonbook.extraction.digest.turned import Turned, turned_of
from lessonbook.extraction.digest.words import column_role
from lessonbook.extraction.facts.heading_label import label_end
from lessonbook.vocabulary import dates, kinds

_MOST_HEADING_LINES = 4
_LONGEST_LINE = 60
_NAMED: frozenset[Role] = frozenset({"kind", "section", "link", "keywords", "number"})
_FACT = re.compile(r"\s*(?P<label>[^:\n]{2,40}?)\s*:\s*(?=\S)")
_LONGEST_FACT = 120
_FACT_ROLES: frozenset[Role] = frozenset({"date", "area", "name", "kind", "section", "link", "keywords"})


class Untabled(msgspec.Struct):
    """What was read of the case so far: blocks that head it, blocks of its text, and values with a column's name."""

    heading: list[TextBlock]
    text: list[TextBlock] = msgspec.field(default_factory=list)
    named: dict[Role, list[TextBlock]] = msgspec.field(default_factory=dict)

    def add(self, block: TextBlock) -> None:
        """Takes a block: a line of the heading where only an area or a month stands in it, else text."""
        if not self.text and is_facts(block.passage.text.strip()):
            self.heading.append(block)
        else:
            self.text.append(block)

    def take(self, case: Turned, furniture: list[Passage]) -> Iterator[Note]:
        """Takes the parts of a case from a table on its side; what has an unknown label is a problem."""
        for block in case.title:
            if self.heading:
                self.add(block)
            else:
                self.heading.append(block)
        for part in case.parts:
            if part.role is not None and (part.role in _NAMED or part.role in HEADING_ROLES):
                self.named.setdefault(part.role, []).extend(part.blocks)
                furniture.append(part.label)
            elif part.role == "fact":
                whole = part.blocks[0].passage
                fact = Paragraph(part.label.strip(" :").join(whole, ": "))
                self.named.setdefault("fact", []).extend((fact, *part.blocks[1:]))
            elif part.role is None:
                words = (part.label, *(block.passage for block in part.blocks))
                yield Note("row-not-understood", "This row of a case has a label that is not known.", words)
            else:
                self.text.extend((Heading(part.label, 6), *part.blocks))

    def line(self, number: int, setting: Setting) -> tuple[Line, list[Passage]]:
        """The case as a line, and the labels that were taken off its facts."""
        cells: dict[Role, list[Piece]] = {role: list(pieces_of(blocks, number)) for role, blocks in self.named.items()}
        labels: list[Passage] = []
        text: list[Piece] = []
        for piece in pieces_of(self.text, number):
            fact = fact_of(piece.passage)
            if fact is None:
                text.append(piece)
                continue
            role, label, value = fact
            labels.append(label)
            cells.setdefault(role, []).append(msgspec.structs.replace(piece, passage=value, title=False))
        cells["case"] = [*_titles(self.heading, number), *cells.get("case", [])]
        cells["mixed"] = [*cells.get("mixed", []), *text]
        return Line(number, {role: tuple(pieces) for role, pieces in cells.items() if pieces}, setting), labels


def _titles(blocks: Iterable[TextBlock], number: int) -> list[Piece]:
    return [
        Piece(block.passage.strip(), title=index == 0, row=number, first=True, last=True)
        for index, block in enumerate(blocks)
    ]


def fact_of(passage: Passage) -> tuple[Role, Passage, Passage] | None:
    """The role, the label and the value of a line such as "Date published: April 2022"; none where it is no fact."""
    match = _FACT.match(passage.text)
    role = column_role(match["label"]) if match is not None else None
    if match is None or role not in _FACT_ROLES or len(passage) > _LONGEST_FACT:
        return None
    value = passage.cut(match.end()).strip()
    return (role, passage.cut(0, match.end()).strip(), value) if _fits(role, value) else None


def _fits(role: Role, value: Passage) -> bool:
    """Whether a value is what its label says, so that "Partnership: agree a policy" stays what it is."""
    text = value.text.rstrip(" .")
    if role == "date":
        return any(not text[: found.start].strip() and not text[found.end :].strip() for found in dates.read(text))
    if role == "area":
        return is_area(text)
    if role == "name":
        return label_end(text) == len(text)
    if role == "kind":
        return kinds.only_kinds(text)
    if role == "section":
        return meaning_of(text).section is not None
    return role == "keywords" or bool(value.links()) or text.startswith(("http", "www."))


_NOT_A_CASE = re.compile(
    r"\b(?:digest|bulletin|newsletter|issue|edition|volume|conference|training|event|welcome|foreword|contents?)\b",
    re.IGNORECASE,
)


def not_a_case(text: str) -> bool:
    """Whether a heading with an area and a month is of something else: an issue, an event."""
    return _NOT_A_CASE.search(text) is not None


def is_headed_below(block: TextBlock, below: Block | None) -> bool:
    """Whether a block that is a bare label ("Case 3: Child A") heads a case, by its number or what stands below it."""
    text = block.passage.text.strip()
    if below is None or not_a_case(text) or not names_only(text):
        return False
    if is_numbered(text) and text[:1].isalpha():
        return True
    if isinstance(below, Table):
        return turned_of(below, below_heading=True) is not None
    first = below.passage.text.strip().split("\n", 1)[0]
    if is_facts(first):
        return True
    fact = fact_of(below.passage.cut(below.passage.text.find(first), None).cut(0, len(first)))
    return fact is not None and fact[0] in ("area", "date", "kind")


def whole_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the heading of a case in one, where its lines were read as several."""
    whole: list[Block] = []
    at = 0
    while at < len(blocks):
        first, taken = blocks[at], 1
        if isinstance(first, Heading) and not _is_dated(first.passage):
            joined = first.passage
            for number, below in enumerate(blocks[at + 1 : at + _MOST_HEADING_LINES], 2):
                if isinstance(below, (Table, ListItem)) or len(below.passage) > _LONGEST_LINE:
                    break
                if opens(below.passage) and read_heading(below.passage).label is not None:
                    break
                joined = joined.join(below.passage)
                if opens(joined) and _is_dated(joined):
                    first, taken = msgspec.structs.replace(first, passage=joined), number
                    break
        whole.append(first)
        at += taken
    return whole


def _is_dated(passage: Passage) -> bool:
    return bool(dates.read(passage.text))

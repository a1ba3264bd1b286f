"""What the stages of the digest extractor hand to one another."""

from typing import Literal

import msgspec

from lessonbook.domain import Audience, Certainty, Evidence, Passage, Scope

# What a column holds. "mixed" holds key issues until a label of learning, and then that.
Role = Literal[
    "case",
    "date",
    "area",
    "name",
    "kind",
    "section",
    "link",
    "key-issue",
    "learning",
    "recommendation",
    "method",
    "mixed",
    "keywords",
    "number",
    "fact",
    "other",
]
HEADING_ROLES: tuple[Role, ...] = ("date", "area", "name", "case")
TEXT_ROLES: tuple[Role, ...] = ("key-issue", "mixed", "method", "learning", "recommendation")


class Setting(msgspec.Struct, frozen=True):
    """The part and section of the digest that a case stands in, with the headings that say so.

    ``list_number`` changes wherever a new heading begins: cases of one number stand in one list.
    """

    scope: Scope | None = None
    audience: Audience | None = None
    section: str | None = None
    section_certainty: Certainty = "stated"
    headings: tuple[Passage, ...] = ()
    unknown_heading: Passage | None = None
    list_number: int = 0


class Piece(msgspec.Struct, frozen=True):
    """A paragraph or list item of a cell, in the printed row ``row``; ``first`` and ``last`` of its cell.

    ``bullet`` says that the item's own bullet was printed; an item without one may be a line of the item above it.
    ``readings`` are other readings of the same words, ``unsure`` says that its parts were joined on weak signs.
    """

    passage: Passage
    item: bool = False
    bullet: bool = False
    title: bool = False
    row: int = 0
    first: bool = False
    last: bool = False
    readings: tuple[Passage, ...] = ()
    unsure: bool = False

    @property
    def text(self) -> str:
        """The wording."""
        return self.passage.text


class Line(msgspec.Struct, frozen=True):
    """A printed row of a table: the pieces in each column. A case without a table is one line.

    ``header_above`` says that a table's header stands above it, without a heading of its own.
    """

    number: int
    cells: dict[Role, tuple[Piece, ...]]
    setting: Setting
    continued: bool = False
    header_above: bool = False

    def pieces(self, *roles: Role) -> tuple[Piece, ...]:
        """The pieces of some columns, in the order of the columns asked for."""
        return tuple(piece for role in roles for piece in self.cells.get(role, ()))


class Note(msgspec.Struct, frozen=True):
    """A problem in the making: its words are known, its evidence is not cut yet."""

    code: str
    message: str
    passages: tuple[Passage, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class RawCase(msgspec.Struct):
    """The lines of one case, as one stream of pieces a column.

    ``labelled`` and ``recommending`` say that the cases of its list label their learning and their recommendations,
    ``punctuated`` that their items end with a sign.
    """

    setting: Setting
    streams: dict[Role, list[Piece]]
    notes: list[Note]
    date_only: bool = False
    header_above: bool = False
    labelled: bool = False
    recommending: bool = False
    punctuated: bool = True

    def stream(self, role: Role) -> list[Piece]:
        """The pieces of a column, in order."""
        return self.streams.setdefault(role, [])

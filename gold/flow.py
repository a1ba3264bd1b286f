"""What a layout sets, in order: the flow between a content and its pages. Renderers know these types and no content.

Running text may hold ``**bold**`` and ``[^a]``, the sign of a footnote.
"""

import re
from dataclasses import dataclass, field

_NOTE_SIGN = re.compile(r"\[\^\w+\]")


@dataclass(frozen=True)
class Cover:
    lines: tuple[str, ...]
    imprint: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """The contents page: the headings down to ``depth``, with page numbers."""

    title: str
    depth: int = 2


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``number`` is that of a numbered paragraph ("3.14"), ``indent`` sets it in from the left."""

    text: str
    number: str | None = None
    indent: bool = False


@dataclass(frozen=True)
class Item:
    """An item of a list; ``marker`` as printed, nothing for a bullet; ``parts`` are (marker, text) below it."""

    text: str
    marker: str | None = None
    parts: tuple[tuple[str | None, str], ...] = ()


@dataclass(frozen=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Table:
    """A ruled table; a cell's paragraphs are parted by line breaks. ``widths`` are shares of the width."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Box:
    title: str | None
    blocks: tuple["Block", ...]


Block = Cover | Contents | PageBreak | Heading | Paragraph | Items | Table | Box


@dataclass(frozen=True)
class Printed:
    """Words that must be found on the pages, in order: a heading, or one place of a statement in one or more pieces."""

    pieces: tuple[str, ...]
    statement: str | None = None
    in_contents: bool = False


@dataclass
class Flow:
    """A report ready to be set: blocks in order, what was printed of each statement where, and its numbers.

    ``told`` says which of number, to and by were printed of a statement, as (id, name).
    """

    blocks: list[Block] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    told: set[tuple[str, str]] = field(default_factory=set)
    notes: dict[str, str] = field(default_factory=dict)
    running: str = ""
    title: str = ""
    language: str = "en"


def plain(text: str) -> str:
    """Running text without the marks of bold and footnotes."""
    return _NOTE_SIGN.sub("", text.replace("**", ""))


def words_of(flow: Flow) -> str:
    """All words of a flow as plain text, a block a line: what a reader could find in it."""
    return "\n".join(_words(block) for block in flow.blocks) + "\n" + "\n".join(flow.notes.values())


def _words(block: Block) -> str:
    match block:
        case Cover():
            return "\n".join((*block.lines, *block.imprint))
        case Heading() | Paragraph():
            return plain(block.text)
        case Items():
            return "\n".join(plain(" ".join((item.text, *(text for _, text in item.parts)))) for item in block.items)
        case Table():
            return "\n".join(plain(cell) for row in block.rows for cell in row)
        case Box():
            return "\n".join((block.title or "", *(_words(inner) for inner in block.blocks)))
        case _:
            return ""

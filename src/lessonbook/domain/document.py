"""A document as it was read: its text, its pages and its blocks in reading order.

``Document.text`` is the one thing that offsets count in. For text and Markdown it is the text of the file, character
by character; for HTML, Word and PDF it is what the reader wrote down, block after block, and reading the same bytes
with the same reader version writes it down again.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal

import msgspec

from lessonbook.domain.passage import Passage, Span


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A rectangle on a page, in points (1/72 inch) from the page's top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Page(msgspec.Struct, frozen=True):
    """Page ``number`` (from 1) holds characters ``start`` to ``end`` of the text. Width and height are in points."""

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading; ``level`` counts from 1. ``boxed`` is the number of the drawn box or text box it stands in.

    Boxes are numbered from 1 in reading order; all blocks of one box have its number, over pages as well.
    """

    passage: Passage
    level: int
    boxes: tuple[Box, ...] = ()
    boxed: int | None = None


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A paragraph of running text; ``boxed`` as in ``Heading``."""

    passage: Passage
    boxes: tuple[Box, ...] = ()
    boxed: int | None = None


class ListItem(msgspec.Struct, frozen=True, tag="item"):
    """An item of a list; ``level`` counts from 0; ``marker`` is the bullet or number as printed, where there is one.

    ``boxed`` as in ``Heading``.
    """

    passage: Passage
    level: int = 0
    marker: str | None = None
    ordered: bool = False
    boxes: tuple[Box, ...] = ()
    boxed: int | None = None


TextBlock = Heading | Paragraph | ListItem


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table. ``column`` counts from 0; a cell may cover several columns and rows."""

    blocks: tuple[TextBlock, ...]
    column: int
    columns: int = 1
    rows: int = 1


class Row(msgspec.Struct, frozen=True):
    """A row of a table as printed: what a page cut in two is two rows, the second with ``continued``.

    ``continued`` is set where the layout says so (no rule above, or a row that Word let cross the page); where the
    source does not tell, it stays false, and the extractor decides.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    continued: bool = False
    page: int | None = None


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table. A header row that a new page repeats is in ``rows`` once; its repeats are in ``Document.furniture``."""

    rows: tuple[Row, ...]
    boxes: tuple[Box, ...] = ()


Block = Heading | Paragraph | ListItem | Table

DocumentFormat = Literal["text", "markdown", "html", "docx", "pdf"]


class Note(msgspec.Struct, frozen=True):
    """A footnote or endnote, kept apart from the running text: its sign as printed, its words, its page."""

    marker: str
    passage: Passage
    page: int | None = None


class OcrLine(msgspec.Struct, frozen=True, array_like=True):
    """Characters ``start`` to ``end`` were read from a picture, with this confidence from 0 to 1."""

    start: int
    end: int
    confidence: float


class ReadingProblem(msgspec.Struct, frozen=True):
    """What could not be read: a code, a sentence for a person, and the place where there is one."""

    code: str
    message: str
    span: Span | None = None
    page: int | None = None


class Document(msgspec.Struct, frozen=True):
    """What a reader made of some bytes. ``sha256`` is the hash of the bytes, in hexadecimal.

    ``notes`` are footnotes, which stand in no block. ``ocr`` are the lines, in order, that were read from pictures.
    Contents pages, headers, footers and page numbers are ``furniture``.
    """

    sha256: str
    format: DocumentFormat
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    title: str | None = None
    language: str | None = None
    reader: str = ""
    furniture: tuple[Span, ...] = ()
    problems: tuple[ReadingProblem, ...] = ()
    notes: tuple[Note, ...] = ()
    ocr: tuple[OcrLine, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds a character, or nothing where the format has no pages."""
        after = bisect_right(self.pages, offset, key=lambda page: page.start)
        if after and offset < self.pages[after - 1].end:
            return self.pages[after - 1].number
        return None

    def ocr_confidence(self, start: int, end: int) -> float | None:
        """The least confidence of the lines from a picture in this stretch, or nothing where there are none."""
        first = bisect_right(self.ocr, start, key=lambda line: line.end)
        found = takewhile(lambda line: line.start < end, self.ocr[first:])
        return min((line.confidence for line in found), default=None)

    def passages(self) -> Iterator[Passage]:
        """Every passage in reading order, those in tables row by row; footnotes are in ``notes`` only."""
        for block in self.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        yield from (inner.passage for inner in cell.blocks)
            else:
                yield block.passage

"""Writes a document down where the format has no text of its own to count in: HTML and Word."""

from lessonbook.domain import (
    Block,
    Cell,
    Document,
    DocumentFormat,
    Heading,
    ListItem,
    Paragraph,
    Passage,
    ReadingProblem,
    Row,
    Table,
    TextBlock,
)
from lessonbook.reading import bullets
from lessonbook.reading.building import PassageBuilder
from lessonbook.reading.leftovers import furniture


class Manuscript:
    """Takes blocks and tables in reading order; each block becomes a line of the text and a passage that stands there.

    A table inside a cell is written into that cell, row by row. Between ``begin_furniture`` and ``end_furniture``
    what is written is in the text but no block.
    """

    def __init__(self, sha256: str, written_as: DocumentFormat, reader: str) -> None:
        self._sha256 = sha256
        self._format: DocumentFormat = written_as
        self._reader = reader
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._in_furniture = 0
        self._tables = 0
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._cell: list[TextBlock] | None = None
        self._place = (0, 1, 1)
        self._header = False
        self._problems: list[ReadingProblem] = []

    def heading(self, wording: PassageBuilder, level: int) -> None:
        """A heading; nothing where it has no wording."""
        if passage := self._write(wording):
            self._append(Heading(passage, level))

    def paragraph(self, wording: PassageBuilder) -> None:
        """A paragraph, or the list items that were typed as one."""
        if passage := self._write(wording):
            for block in bullets.blocks(passage):
                self._append(block)

    def item(self, wording: PassageBuilder, level: int, marker: str | None, *, ordered: bool) -> None:
        """An item of a list. A bullet typed in front of it besides is left out."""
        if passage := self._write(wording):
            for block in bullets.blocks(passage):
                self._append(ListItem(block.passage, level, marker or getattr(block, "marker", None), ordered))

    def begin_furniture(self) -> None:
        """What follows is not the document's wording: navigation, a table of contents."""
        self._in_furniture += 1

    def end_furniture(self) -> None:
        """The wording goes on."""
        self._in_furniture -= 1

    def begin_table(self) -> None:
        """A table begins; inside a cell it only goes on with that cell."""
        self._tables += 1

    def end_table(self) -> None:
        """The table ends."""
        self._tables -= 1
        if not self._tables and self._rows:
            self._blocks.append(Table(tuple(self._rows)))
            self._rows = []

    def begin_row(self, *, header: bool = False) -> None:
        """A row begins."""
        if self._tables == 1:
            self._header = header

    def end_row(self) -> None:
        """The row ends; one without cells was none."""
        if self._tables == 1 and self._cells:
            self._rows.append(Row(tuple(self._cells), header=self._header))
            self._cells = []

    def begin_cell(self, column: int, columns: int = 1, rows: int = 1) -> None:
        """A cell begins at a column, over so many columns and rows."""
        if self._tables == 1:
            self._cell = []
            self._place = (column, columns, rows)

    def end_cell(self) -> None:
        """The cell ends."""
        if self._tables == 1 and self._cell is not None:
            self._cells.append(Cell(tuple(self._cell), *self._place))
            self._cell = None

    def problem(self, code: str, message: str) -> None:
        """Something that could not be read, once for each code."""
        if all(problem.code != code for problem in self._problems):
            self._problems.append(ReadingProblem(code, message))

    def document(self, title: str | None, language: str | None) -> Document:
        """The document as written so far."""
        text = "".join(self._text)
        return Document(
            self._sha256,
            self._format,
            text,
            tuple(self._blocks),
            title=title,
            language=language,
            reader=self._reader,
            furniture=furniture(text, self._blocks),
            problems=tuple(self._problems),
        )

    def _write(self, wording: PassageBuilder) -> Passage | None:
        """Writes the wording as a line of the text; its passage, or nothing where it is empty or furniture."""
        passage = wording.build()
        if not passage:
            return None
        start = self._length
        self._text.append(passage.text + "\n")
        self._length += len(passage.text) + 1
        if self._in_furniture:
            return None
        return Passage.at(passage.text, start, passage.marks)

    def _append(self, block: Heading | Paragraph | ListItem) -> None:
        if self._cell is not None:
            self._cell.append(block)
        else:
            self._blocks.append(block)

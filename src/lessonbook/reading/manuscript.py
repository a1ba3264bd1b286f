"""Writes a document down where the format has no text of its own to count in: HTML and Word."""

import msgspec

from lessonbook.domain import (
    Block,
    Cell,
    Document,
    DocumentFormat,
    Heading,
    ListItem,
    Mark,
    Note,
    Paragraph,
    Passage,
    ReadingProblem,
    Row,
    Table,
    TextBlock,
)
from lessonbook.reading import bullets, contents
from lessonbook.reading.leftovers import furniture


class Manuscript:
    """Takes blocks and tables in reading order; each block becomes a line of the text and a passage that stands there.

    A table inside a cell is written into that cell, row by row. Between ``begin_furniture`` and ``end_furniture``
    what is written is in the text but no block; between ``begin_note`` and ``end_note`` it is a footnote.
    Wording comes as a passage whose runs are not looked at: it stands where it is written.
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
        self._notes: list[Note] = []
        self._note: list[Passage] | None = None
        self._boxes = 0
        self._boxed: list[int] = []

    def heading(self, wording: Passage, level: int, number: str | None = None) -> None:
        """A heading, with the number that the program printed before it; nothing where it has no wording."""
        if number and wording:
            wording = _shifted(number.strip() + " ", wording)
        if passage := self._write(wording):
            self._append(Heading(passage, level, boxed=self._box))

    def paragraph(self, wording: Passage) -> None:
        """A paragraph, or the list items that were typed as one."""
        if passage := self._write(wording):
            for block in bullets.blocks(passage):
                self._append(msgspec.structs.replace(block, boxed=self._box) if self._boxed else block)

    def item(self, wording: Passage, level: int, marker: str | None, *, ordered: bool) -> None:
        """An item of a list. A bullet typed in front of it besides is left out."""
        if passage := self._write(wording):
            for block in bullets.blocks(passage):
                typed = getattr(block, "marker", None)
                self._append(ListItem(block.passage, level, marker or typed, ordered, boxed=self._box))

    def begin_box(self) -> None:
        """What follows stands in a box; a box inside a box is a part of it."""
        if not self._boxed:
            self._boxes += 1
        self._boxed.append(self._boxes)

    def end_box(self) -> None:
        """The box ends."""
        self._boxed.pop()

    @property
    def _box(self) -> int | None:
        return self._boxed[-1] if self._boxed else None

    def begin_note(self) -> None:
        """A footnote begins: what follows is in no block."""
        self._note = []

    def end_note(self, marker: str) -> None:
        """The footnote ends; one without wording was none."""
        parts, self._note = self._note or [], None
        if parts:
            whole = parts[0]
            for part in parts[1:]:
                whole = whole.join(part, "\n")
            self._notes.append(Note(marker, whole))

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
        blocks = contents.without(_numbered_boxes(self._blocks))
        return Document(
            self._sha256,
            self._format,
            text,
            blocks,
            title=title,
            language=language,
            reader=self._reader,
            furniture=furniture(text, blocks, (note.passage for note in self._notes)),
            problems=tuple(self._problems),
            notes=tuple(self._notes),
        )

    def _write(self, passage: Passage) -> Passage | None:
        """Writes the wording as a line of the text; its passage, or nothing where it is empty, furniture or a note."""
        if not passage:
            return None
        start = self._length
        self._text.append(passage.text + "\n")
        self._length += len(passage.text) + 1
        if self._in_furniture:
            return None
        written = Passage.at(passage.text, start, passage.marks)
        if self._note is not None:
            self._note.append(written)
            return None
        return written

    def _append(self, block: Heading | Paragraph | ListItem) -> None:
        if self._cell is not None:
            self._cell.append(block)
        else:
            self._blocks.append(block)


def _shifted(before: str, passage: Passage) -> Passage:
    length = len(before)
    marks = tuple(Mark(m.start + length, m.end + length, m.kind, m.href) for m in passage.marks)
    return Passage(before + passage.text, marks=marks)


def _numbered_boxes(blocks: list[Block]) -> list[Block]:
    """Boxes that hold wording, numbered from 1 in reading order: a heading on a coloured bar is no box."""
    wordy = {block.boxed for block in blocks if not isinstance(block, Table | Heading) and block.boxed is not None}
    numbers = {old: new for new, old in enumerate(sorted(wordy), 1)}
    return [
        block
        if isinstance(block, Table) or block.boxed is None
        else msgspec.structs.replace(block, boxed=numbers.get(block.boxed))
        for block in blocks
    ]

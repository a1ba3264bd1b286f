"""A document as lines: every row of its tables, and every case that stands in no table, with the part it stands in."""

from collections.abc import Sequence

import msgspec

from lessonbook.domain import Cell, Document, Heading, ListItem, Paragraph, PartialDate, Passage, Row, Table, TextBlock
from lessonbook.extraction.digest import columns as column_roles
from lessonbook.extraction.digest.columns import Columns, cell_text
from lessonbook.extraction.digest.grid import line_of, shift_of, without_fused_header
from lessonbook.extraction.digest.model import Line, Note, Piece, Setting
from lessonbook.extraction.digest.parts import Meaning, meaning_of, opened_by
from lessonbook.extraction.digest.pieces import is_bold, pieces_of, whole_label, wordless
from lessonbook.extraction.digest.starts import opens_case
from lessonbook.extraction.digest.words import closes, column_role, says_empty
from lessonbook.extraction.facts import read_case_heading
from lessonbook.vocabulary import dates

_LONGEST_TITLE = 160
_LONGEST_ROW_TITLE = 80


class Layout:
    """The lines of a document in order, the furniture around them, and what stands outside every case."""

    def __init__(self, document: Document) -> None:
        self.lines: list[Line] = []
        self.furniture: list[Passage] = []
        self.notes: list[Note] = []
        self.title: str | None = None
        self.issue_date: PartialDate | None = None
        self._setting = Setting()
        self._columns: Columns = ()
        self._untabled: list[TextBlock] | None = None
        self._closed = False
        for block in document.blocks:
            if isinstance(block, Table):
                self._table(block)
            elif block.passage.strip():
                self._text(block)
        self._end_untabled()
        self.title = self.title or document.title

    # Headings

    def _open(self, heading: Passage, meaning: Meaning) -> None:
        self._end_untabled()
        self.furniture.append(heading)
        self._setting = opened_by(heading, self._setting, meaning)

    def _heading_meaning(self, block: TextBlock) -> Meaning | None:
        """What a heading, or a paragraph set like one, opens; none where it opens nothing."""
        text = block.passage.text
        like_heading = isinstance(block, Heading) or (
            isinstance(block, Paragraph) and (is_bold(block.passage) or text.isupper())
        )
        if not like_heading or opens_case(block.passage.strip()) or self._is_title(block):
            return None
        meaning = meaning_of(text.strip())
        return meaning if meaning.known and not self._inside_case(block) else None

    def _inside_case(self, block: TextBlock) -> bool:
        return self._untabled is not None and whole_label(block.passage.text) is not None

    def _is_title(self, block: TextBlock) -> bool:
        """The first heading of all is the title of the digest, whatever words it has."""
        words = block.passage.text.casefold()
        return (
            isinstance(block, Heading)
            and self.title is None
            and not self.lines
            and (block.level == 1 or "digest" in words or "lessons" in words)
        )

    def _open_unknown(self, heading: Passage | None) -> None:
        """What stands below a heading that names no section, or below a header of another table, has no section."""
        self._setting = Setting(
            self._setting.scope,
            (heading and meaning_of(heading.text).audience) or self._setting.audience,
            headings=self._setting.headings[:1],
            unknown_heading=heading,
            list_number=self._setting.list_number + 1,
        )

    # Text outside tables

    def _text(self, block: TextBlock) -> None:
        passage = block.passage.strip()
        self._closed = self._closed or (isinstance(block, Heading) and closes(passage.text))
        if self._closed:
            self._end_untabled()
            self.furniture.append(passage)
        elif (meaning := self._heading_meaning(block)) is not None:
            self._open(passage, meaning)
        elif self._starts_untabled(block, passage):
            self._end_untabled()
            self._untabled = [block]
        elif self._untabled is not None and not self._ends_untabled(block):
            self._untabled.append(block)
        else:
            self._end_untabled()
            self._aside(block, passage)

    def _starts_untabled(self, block: TextBlock, passage: Passage) -> bool:
        """A heading, or a bold paragraph, that reads as a case's heading begins a case without a table."""
        if isinstance(block, ListItem) or not (isinstance(block, Heading) or is_bold(passage)):
            return False
        heading = read_case_heading(passage)
        if heading.area is None:
            return False
        return heading.published is not None or (
            heading.area.value.status != "unresolved" and heading.label is not None
        )

    def _ends_untabled(self, block: TextBlock) -> bool:
        """A heading that is no label of a case's own parts ends a case without a table."""
        text = block.passage.text
        return isinstance(block, Heading) and whole_label(text) is None and column_role(text) is None

    def _end_untabled(self) -> None:
        if self._untabled is not None:
            heading, *rest = self._untabled
            number = len(self.lines)
            case = Piece(heading.passage.strip(), title=True, row=number, first=True, last=True)
            self.lines.append(Line(number, {"case": (case,), "mixed": pieces_of(rest, number)}, self._setting))
            self._untabled = None

    def _aside(self, block: TextBlock, passage: Passage) -> None:
        if self._is_title(block):
            self.title = passage.text
        if not self.lines and self.issue_date is None and len(passage) < _LONGEST_TITLE:
            self.issue_date = next((found.value for found in dates.read(passage.text)), None)
        if isinstance(block, Heading) and self._setting.list_number:
            self._open_unknown(passage)
        if isinstance(block, Heading) or not self.lines or says_empty(passage.text) or wordless(passage.text):
            self.furniture.append(passage)
        else:
            self.notes.append(Note("outside-a-case", "This text stands outside every case.", (passage,)))

    # Tables

    def _table(self, table: Table) -> None:
        self._end_untabled()
        wide = column_roles.width(table.rows)
        shift = shift_of(table.rows, self._columns)
        known = header_above = False
        for index, printed in enumerate(table.rows):
            found = column_roles.from_header(printed)
            row, words = (printed, ()) if found else without_fused_header(printed)
            self.furniture.extend(words)
            filled = [cell for cell in row.cells if not wordless(cell_text(cell))]
            if not filled or self._closed or _says_empty(filled):
                self._keep_out(row)
            elif (meaning := _row_meaning(row, filled, wide)) is not None:
                self._open(filled[0].blocks[0].passage, meaning)
            elif (title := _row_title(row, filled, wide)) is not None:
                self._end_untabled()
                self.furniture.append(title)
                self._open_unknown(title)
            elif found is not None:
                self._keep_out(row)
                self._head(found)
                known = header_above = True
            else:
                if not known and not self._fits_columns(wide):
                    self._columns = column_roles.from_content(table.rows[index:])
                known = True
                line = line_of(row, self._columns, self._setting, len(self.lines), shift)
                self.lines.append(msgspec.structs.replace(line, header_above=header_above))
                header_above = False

    def _head(self, columns: Columns) -> None:
        """A header with other columns than those above it begins a table of another kind: its section is not known."""
        if self._columns and columns != self._columns and self.lines and self.lines[-1].setting == self._setting:
            self._open_unknown(None)
        self._columns = columns

    def _fits_columns(self, wide: int) -> bool:
        """Whether a table without a header may go on in the columns of the table before it."""
        return 0 < wide <= len(self._columns) and bool(self.lines)

    def _keep_out(self, row: Row) -> None:
        self.furniture.extend(block.passage for cell in row.cells for block in cell.blocks if block.passage)


def _row_meaning(row: Row, filled: Sequence[Cell], wide: int) -> Meaning | None:
    """What a row with one cell opens, where that cell is a part's or a section's heading."""
    if len(filled) != 1 or len(filled[0].blocks) != 1 or wide < 2 or filled[0].column > 0:
        return None
    passage = filled[0].blocks[0].passage
    if opens_case(passage.strip()) or passage.text.rstrip().endswith((".", ";", ",")):
        return None
    meaning = meaning_of(passage.text.strip())
    if row.header or passage.text.isupper() or filled[0].columns > 1 or is_bold(passage):
        return meaning if meaning.known else None
    return meaning if meaning.section is not None and meaning.section_certainty == "stated" else None


def _row_title(row: Row, filled: Sequence[Cell], wide: int) -> Passage | None:
    """A row that is set as a heading, whatever it names: one cell, in capitals, or bold over all columns."""
    if len(filled) != 1 or len(filled[0].blocks) != 1 or wide < 2 or filled[0].column > 0:
        return None
    passage = filled[0].blocks[0].passage
    if len(passage) > _LONGEST_ROW_TITLE or column_role(passage.text) or opens_case(passage.strip()):
        return None
    over_all = filled[0].columns >= wide and (row.header or is_bold(passage))
    return passage if over_all or (passage.text.isupper() and " " in passage.text.strip()) else None


def _says_empty(filled: Sequence[Cell]) -> bool:
    """Whether a row only says that its part has no cases."""
    return len(filled) <= 2 and says_empty(cell_text(filled[-1])) and not opens_case(filled[0].blocks[0].passage)

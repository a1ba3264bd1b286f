"""A document as lines: every row of its tables, and every case that stands in no table, with the part it stands in."""

from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from lessonbook.domain import Cell, Document, Heading, ListItem, Paragraph, PartialDate, Passage, Row, Table, TextBlock
from lessonbook.extraction.digest import columns as column_roles
from lessonbook.extraction.digest.columns import Columns, cell_text, is_foreign
from lessonbook.extraction.digest.grid import line_of, shift_of, without_fused_header
from lessonbook.extraction.digest.headings import opens
from lessonbook.extraction.digest.labelling import label_of
from lessonbook.extraction.digest.model import Line, Note, Piece, Setting
from lessonbook.extraction.digest.parts import Meaning, meaning_of, opened_by
from lessonbook.extraction.digest.pieces import is_bold, whole_label, wordless
from lessonbook.extraction.digest.starts import opens_case
from lessonbook.extraction.digest.turned import Turned, turned_of
from lessonbook.extraction.digest.untabled import Untabled, is_headed_below, not_a_case, whole_headings
from lessonbook.extraction.digest.words import closes, column_role, key, says_empty
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
        self._untabled: Untabled | None = None
        self._header: tuple[str, ...] = ()
        self.turned = 0
        self._closed = False
        self._is_headed = False
        blocks = [block for block in document.blocks if isinstance(block, Table) or block.passage.strip()]
        blocks = whole_headings(blocks)
        for block, below in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Table):
                self._table(block)
            else:
                self._is_headed = is_headed_below(block, below)
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
        if not like_heading or _begins_case(block.passage.strip()) or self._is_headed or self._is_title(block):
            return None
        meaning = meaning_of(text.strip())
        return meaning if meaning.known and not self._inside_case(block, meaning) else None

    def _inside_case(self, block: TextBlock, meaning: Meaning) -> bool:
        """Whether a heading is a label of the case above it, and not the next part of a digest in parts."""
        if self._untabled is None or whole_label(block.passage.text) is None:
            return False
        above = next(iter(self._untabled.heading), None)
        if isinstance(block, Heading) and isinstance(above, Heading) and block.level <= above.level:
            return False
        other_scope = meaning.scope is not None and self._setting.scope not in (None, meaning.scope)
        other_audience = meaning.audience is not None and self._setting.audience not in (None, meaning.audience)
        return ":" in block.passage.text or not (other_scope or other_audience)

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
        self._closed = self._still_closed(block, passage)
        if self._closed:
            self._end_untabled()
            self.furniture.append(passage)
        elif (meaning := self._heading_meaning(block)) is not None:
            self._open(passage, meaning)
        elif self._starts_untabled(block, passage):
            self._end_untabled()
            self._untabled = Untabled([block])
        elif self._untabled is not None and not self._ends_untabled(block):
            self._untabled.add(block)
        else:
            self._end_untabled()
            self._aside(block, passage)

    def _still_closed(self, block: TextBlock, passage: Passage) -> bool:
        """Whether this is furniture at the end; a case, a part or a section opens the digest again."""
        set_apart = isinstance(block, Heading) or is_bold(passage)
        if set_apart and closes(passage.text):
            return bool(self.lines) or self._untabled is not None
        return self._closed and not (
            set_apart and (self._heading_meaning(block) is not None or self._starts_untabled(block, passage))
        )

    def _starts_untabled(self, block: TextBlock, passage: Passage) -> bool:
        """A heading, or a bold paragraph, that reads as a case's heading begins a case without a table."""
        if isinstance(block, ListItem) or not (isinstance(block, Heading) or is_bold(passage)):
            return False
        if self._is_headed or opens(passage):
            return True
        heading = read_case_heading(passage)
        if heading.area is None or not_a_case(passage.text):
            return False
        return heading.published is not None or (
            heading.area.value.status != "unresolved" and heading.label is not None
        )

    def _ends_untabled(self, block: TextBlock) -> bool:
        """A heading that is no label of a case's own parts ends a case without a table."""
        return isinstance(block, Heading) and label_of(Piece(block.passage.strip(), title=True)) is None

    def _end_untabled(self) -> None:
        if self._untabled is not None:
            line, labels = self._untabled.line(len(self.lines), self._setting)
            self.lines.append(line)
            self.furniture.extend(labels)
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

    def _turned(self, cases: Sequence[Turned]) -> None:
        """Cases of a table on its side; the first is the one whose heading stands above it, where it names none."""
        for case in cases:
            if case.is_headed or self._untabled is None:
                self._end_untabled()
                self._untabled = Untabled([])
            self.notes.extend(self._untabled.take(case, self.furniture))
        self.turned += 1

    def _table(self, table: Table) -> None:
        turned = None if self._closed else turned_of(table, below_heading=self._untabled is not None)
        if turned is not None:
            self._turned(turned)
            return
        self._end_untabled()
        if is_foreign(table):
            words = tuple(block.passage for row in table.rows for cell in row.cells for block in cell.blocks)
            self.notes.append(Note("outside-a-case", "This table stands outside every case.", words))
            return
        wide = column_roles.width(table.rows)
        shift = shift_of(table.rows, self._columns)
        known = header_above = False
        for index, printed in enumerate(table.rows):
            found = column_roles.from_header(printed, first=index == 0 or self._repeats_header(printed))
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
                self._header = _texts(printed)
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

    def _repeats_header(self, row: Row) -> bool:
        return bool(self._header) and _texts(row) == self._header

    def _fits_columns(self, wide: int) -> bool:
        """Whether a table without a header may go on in the columns of the table before it."""
        return 0 < wide <= len(self._columns) and bool(self.lines)

    def _keep_out(self, row: Row) -> None:
        self.furniture.extend(block.passage for cell in row.cells for block in cell.blocks if block.passage)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(key(cell_text(cell)) for cell in row.cells)


def _begins_case(passage: Passage) -> bool:
    return opens_case(passage) or opens(passage)


def _row_meaning(row: Row, filled: Sequence[Cell], wide: int) -> Meaning | None:
    """What a row with one cell opens, where that cell is a part's or a section's heading."""
    if len(filled) != 1 or len(filled[0].blocks) != 1 or wide < 2 or filled[0].column > 0:
        return None
    passage = filled[0].blocks[0].passage
    if _begins_case(passage.strip()) or passage.text.rstrip().endswith((".", ";", ",")):
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
    if len(passage) > _LONGEST_ROW_TITLE or column_role(passage.text) or _begins_case(passage.strip()):
        return None
    over_all = filled[0].columns >= wide and (row.header or is_bold(passage))
    return passage if over_all or (passage.text.isupper() and " " in passage.text.strip()) else None


def _says_empty(filled: Sequence[Cell]) -> bool:
    """Whether a row only says that its part has no cases."""
    return len(filled) <= 2 and says_empty(cell_text(filled[-1])) and not opens_case(filled[0].blocks[0].passage)

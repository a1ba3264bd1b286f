"""Tables turned on their side: a label in the first column of each row, or boxes that begin with their label."""

from collections.abc import Sequence

import msgspec

from lessonbook.domain import Cell, Passage, Row, Table, TextBlock
from lessonbook.extraction.digest.headings import names_only, opens
from lessonbook.extraction.digest.model import HEADING_ROLES, Role
from lessonbook.extraction.digest.pieces import is_bold, whole_label, without_number, wordless
from lessonbook.extraction.digest.starts import opens_case
from lessonbook.extraction.digest.words import column_role, loose_column_role

_LONGEST_LABEL = 60
_FEWEST = 2


class Part(msgspec.Struct, frozen=True):
    """A labelled part of a case. ``role`` is none where the label is not known."""

    label: Passage
    role: Role | None
    blocks: tuple[TextBlock, ...]


class Turned(msgspec.Struct):
    """A case of a turned table: the row that heads it, where there is one, and its parts."""

    title: tuple[TextBlock, ...] = ()
    parts: list[Part] = msgspec.field(default_factory=list)

    @property
    def is_headed(self) -> bool:
        """Whether the table itself says which case this is."""
        return bool(self.title) or any(part.role in HEADING_ROLES for part in self.parts)


def turned_of(table: Table, *, below_heading: bool) -> list[Turned] | None:
    """The cases of a turned table, or none where the table is another one.

    ``below_heading`` says that the heading of a case stands above the table, so that its boxes need not name one.
    """
    rows = [filled for row in table.rows if (filled := _filled(row))]
    side = [row for row in rows if len(row) > 1 and row[0].column == 0 and _label_role(row[0]) is not None]
    if (
        len(side) >= _FEWEST
        and len(side) * 3 >= 2 * sum(len(row) > 1 for row in rows)
        and not _is_header(rows[0])
        and sum(map(_is_header, rows)) * 2 < len(side)
    ):
        return _from_sides(rows)
    boxes = [box for row in rows for cell in row if (box := _box(cell)) is not None]
    cells = sum(len(row) for row in rows)
    if len(boxes) >= _FEWEST and len(boxes) * 3 >= 2 * (cells - 1):
        cases = _from_boxes(rows)
        return cases if below_heading or cases[0].title else None
    return _from_stacks(rows) if below_heading else None


def _filled(row: Row) -> list[Cell]:
    cells = [
        msgspec.structs.replace(cell, blocks=tuple(block for block in cell.blocks if not wordless(block.passage.text)))
        for cell in row.cells
    ]
    return [cell for cell in cells if cell.blocks]


def _from_sides(rows: Sequence[list[Cell]]) -> list[Turned]:
    """Each further column is a case; a row that heads a case, or a part that comes again, begins the next one."""
    columns = sorted({cell.column for row in rows if len(row) > 1 for cell in row[1:]})
    found: dict[int, list[Turned]] = {column: [Turned()] for column in columns}
    for row in rows:
        if len(row) == 1 and row[0].column in found:
            _go_on(found[row[0].column][-1], row[0])
            continue
        if len(row) == 1 and _label_role(row[0]) is None:
            for cases in found.values():
                _head(cases, row[0])
            continue
        if row[0].column > 0:
            for cell in row:
                _go_on(found[cell.column][-1], cell)
            continue
        label = row[0].blocks[0].passage.strip()
        for cell in row[1:]:
            _add(found[cell.column], Part(label, _label_role(row[0]), cell.blocks))
        if len(row) == 1:
            _add(found[columns[0]], Part(label, _label_role(row[0]), ()))
    return [case for column in columns for case in found[column] if case.parts or case.title]


def _head(cases: list[Turned], cell: Cell) -> None:
    """A row of one cell: the heading of a case, or more of the part above."""
    last = cases[-1]
    if not last.parts and not last.title:
        last.title = cell.blocks
    elif _heads(cell):
        cases.append(Turned(cell.blocks))
    else:
        _go_on(last, cell)


def _go_on(case: Turned, cell: Cell) -> None:
    """A cell without a label of its own goes on with the part above it: a page cut the row."""
    if case.parts:
        above = case.parts.pop()
        case.parts.append(msgspec.structs.replace(above, blocks=(*above.blocks, *cell.blocks)))
    else:
        case.title = (*case.title, *cell.blocks)


def _heads(cell: Cell) -> bool:
    passage = cell.blocks[0].passage.strip()
    return opens(passage) or opens_case(passage) or (is_bold(passage) and names_only(passage.text))


def _add(cases: list[Turned], part: Part) -> None:
    again = part.role in HEADING_ROLES and any(above.role == part.role for above in cases[-1].parts)
    if again:
        cases.append(Turned())
    cases[-1].parts.append(part)


def _from_boxes(rows: Sequence[list[Cell]]) -> list[Turned]:
    cases = [Turned()]
    for cell in (cell for row in rows for cell in row):
        box = _box(cell)
        if box is not None:
            cases[-1].parts.append(box)
        else:
            _head(cases, cell)
    return cases


def _from_stacks(rows: Sequence[list[Cell]]) -> list[Turned] | None:
    """Rows of labels alone, each above the row of what they name."""
    case = Turned()
    labels: dict[int, Cell] = {}
    for row in rows:
        if all(_label_role(cell) is not None for cell in row):
            labels = {cell.column: cell for cell in row}
            if any(_label_role(cell) in HEADING_ROLES for cell in row):
                return None  # the header of a table of cases
        elif not labels or any(cell.column not in labels for cell in row):
            return None
        else:
            for cell in row:
                name = labels[cell.column]
                case.parts.append(Part(name.blocks[0].passage.strip(), _label_role(name), cell.blocks))
    roles = {part.role for part in case.parts}
    return [case] if len(case.parts) >= _FEWEST and not roles & set(HEADING_ROLES) else None


def _box(cell: Cell) -> Part | None:
    """A cell that begins with a line that is a label, and goes on."""
    first, *rest = cell.blocks
    role = role_of_label(first.passage.text)
    if role is None or not rest:
        return None
    return Part(first.passage.strip(), role, tuple(rest))


def _label_role(cell: Cell) -> Role | None:
    text = " ".join(block.passage.text for block in cell.blocks)
    return role_of_label(text) if len(cell.blocks) <= _FEWEST else None


def role_of_label(text: str) -> Role | None:
    """What a label says of the part that it stands before, with a number before the label or not."""
    plain = without_number(text)
    if len(plain) > _LONGEST_LABEL or not plain[:1].isalpha():
        return None
    role = column_role(plain)
    if role is None and whole_label(plain) is not None:
        role = "mixed"
    return role or (loose_column_role(plain) if len(plain.split()) <= 6 and ":" not in plain.rstrip(":") else None)


def _is_header(row: Sequence[Cell]) -> bool:
    return len(row) > 1 and all(_label_role(cell) is not None for cell in row)

"""Statements in tables: which column holds what, and what a row says."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lessonbook.domain import Document, Passage, Row, StatementKind, Table
from lessonbook.extraction.report import words
from lessonbook.extraction.report.found import Draft, Found
from lessonbook.extraction.report.labels import label_at
from lessonbook.extraction.report.units import Unit, units_of
from lessonbook.extraction.report.wording import inline_parts, is_directive, is_sentence
from lessonbook.vocabulary import addressees
from lessonbook.vocabulary.matching import key

Columns = dict[int, str]
_STATING = ("recommendation", "action", "learning", "good-practice")


def columns_of(table: Table, zone: StatementKind | None, before: Columns | None = None) -> tuple[Columns, int]:
    """What each column holds, and how many rows stand above the first that says something.

    ``before`` are the columns of the table above where that one goes on here without a header.
    """
    for at, row in enumerate(table.rows[:_DEEPEST_HEADER]):
        cells = [(cell.column, _text(row, cell.column)) for cell in row.cells]
        if len([text for _, text in cells if text]) < 2:
            continue
        roles = {column: role for column, text in cells if text and (role := _role(text))}
        if any(role in _STATING for role in roles.values()) and (len(roles) > 1 or row.header or at == 0):
            return _with_number(roles, table.rows[at + 1 :]), at + 1
    width = max((cell.column + 1 for row in table.rows for cell in row.cells), default=0)
    if before and width == max(before, default=0) + 1:
        return before, 0
    return (_guessed(table, zone), 0) if zone is not None else ({}, 0)


def _with_number(roles: Columns, rows: Sequence[Row]) -> Columns:
    """The columns, and a first one without a heading that holds numbers only."""
    if 0 in roles or "number" in roles.values():
        return roles
    filled = [text for row in rows if (text := _text(row, 0))]
    numbered = bool(filled) and all(_NUMBER.fullmatch(text) for text in filled)
    return {0: "number", **roles} if numbered else roles


def _text(row: Row, column: int) -> str:
    return " ".join(block.passage.text for cell in row.cells if cell.column == column for block in cell.blocks)


def _role(header: str) -> str | None:
    text = key(header).strip(" .:?*()")
    if len(text) > _LONGEST_HEADER:
        return None
    whole = text.replace(" ", "")  # a narrow column breaks its header's word ("Timescal e")
    return next((role for form in (text, whole) for role, pattern in _headers() if pattern.fullmatch(form)), None)


@cache
def _headers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    columns = words.content("statements.toml")["columns"]
    order = ("number", "ignored", "to", "by", "recommendation", "action", "learning", "good-practice")
    return tuple((role, re.compile("|".join(f"(?:{source})" for source in columns[role]))) for role in order)


def _guessed(table: Table, zone: StatementKind) -> Columns:
    """The columns of a table that has no header, in a section that says what it holds: the longest cells state."""
    texts: dict[int, list[str]] = {}
    for row in table.rows:
        for cell in row.cells:
            texts.setdefault(cell.column, []).append(" ".join(block.passage.text for block in cell.blocks))
    if not texts or zone not in _STATING:
        return {}
    means = {column: sum(map(len, cells)) / len(cells) for column, cells in texts.items()}
    longest = max(means, key=lambda column: means[column])
    if means[longest] < _SHORTEST_MEAN or not any(is_directive(text) for text in texts[longest]):
        return {}
    roles = {longest: str(zone)}
    for column, cells in texts.items():
        filled = [cell for cell in cells if cell]
        if column == longest or not filled:
            continue
        if all(_NUMBER.fullmatch(cell) for cell in filled):
            roles[column] = "number"
        elif sum(bool(_DATE.search(cell)) for cell in filled) * 2 > len(filled):
            roles.setdefault(column, "by")
        elif means[column] < _LONGEST_NAME and sum(bool(addressees.addressees_in(cell)) for cell in filled) * 2 >= len(
            filled
        ):
            roles.setdefault(column, "to")
    return roles


class TableReader:
    """Reads the rows of one table. ``place`` is the kind of its section."""

    def __init__(self, document: Document, columns: Columns, place: str) -> None:
        self._document = document
        self._columns = columns
        self._place = place
        self._drafts: list[Draft] = []
        self._last: list[Draft] = []

    def read(self, rows: Sequence[Row]) -> list[Found]:
        """The statements of these rows, in order."""
        for row in rows:
            self._row({role: self._units(row, role) for role in set(self._columns.values())}, row)
        return [draft.done() for draft in self._drafts]

    def _units(self, row: Row, role: str) -> list[Unit]:
        columns = [column for column, mine in self._columns.items() if mine == role]
        blocks = [block for cell in row.cells if cell.column in columns for block in cell.blocks]
        return [unit for unit in units_of(blocks, self._document) if isinstance(unit, Unit)]

    def _row(self, cells: dict[str, list[Unit]], row: Row) -> None:
        if _is_repeated_header(cells):
            return
        number = _number_in(cells.get("number", []))
        made: list[Draft] = []
        main = next((role for role in ("recommendation", "learning", "good-practice") if cells.get(role)), None)
        if main is not None:
            made = self._main(main, cells[main], number, row)
        if actions := cells.get("action"):
            made += self._actions(actions, number, has_owner="recommendation" in self._columns.values())
        whom, when = _joined(cells.get("to", [])), _joined(cells.get("by", []))
        if not made and (whom or when):
            self._lengthen(whom, when, row)
            return
        for draft in made:
            draft.whom, draft.when = draft.whom or whom, draft.when or when
        self._last = made or self._last

    def _main(self, role: str, units: list[Unit], number: str | None, row: Row) -> list[Draft]:
        if self._continues(units, number, row):
            last = self._drafts[-1]
            _extend(last, units)
            return []
        kind: StatementKind = role  # type: ignore[assignment]  # the roles that state are kinds
        drafts = list(_drafts_in(units, kind, number, self._place))
        self._drafts += drafts
        return drafts

    def _actions(self, units: list[Unit], number: str | None, *, has_owner: bool) -> list[Draft]:
        drafts = list(_drafts_in(units, "action", None if has_owner else number, self._place))
        self._drafts += drafts
        return drafts

    def _continues(self, units: list[Unit], number: str | None, row: Row) -> bool:
        """Whether a row is the rest of the one above, which a page cut in two."""
        if not self._drafts or number is not None or not units:
            return False
        first = units[0]
        if first.marker_kind in ("number", "decimal"):
            return False
        return row.continued or (first.text[:1].islower() and not self._drafts[-1].lead.text.rstrip().endswith("."))

    def _lengthen(self, whom: Passage | None, when: Passage | None, row: Row) -> None:
        if not row.continued:
            return
        for draft in self._last:
            draft.whom = draft.whom.join(whom) if draft.whom and whom else draft.whom or whom
            draft.when = draft.when.join(when) if draft.when and when else draft.when or when


def _drafts_in(units: list[Unit], kind: StatementKind, number: str | None, place: str) -> Iterator[Draft]:
    """The statements of a cell: one with its parts, or one an item where its items stand by themselves."""
    units = [unit for unit in units if unit.text.strip(" -–—.")]
    if not units or (len(units) == 1 and _EMPTY.fullmatch(units[0].text)):
        return
    lead_ends = units[0].text.rstrip().endswith((":", ";", ",")) or units[0].marker_kind is None
    groups: list[list[Unit]] = [[units[0]]]
    for unit in units[1:]:
        stands = unit.marker_kind is not None and not lead_ends and unit.level <= units[0].level
        if (stands and (is_sentence(unit.text) or is_directive(unit.text))) or (
            (label := label_at(unit.passage)) is not None and label.number
        ):
            groups.append([unit])
        else:
            groups[-1].append(unit)
    for group in groups:
        yield _draft_of(group, kind, number if len(groups) == 1 else None, place)


def _draft_of(group: list[Unit], kind: StatementKind, number: str | None, place: str) -> Draft:
    first, lead = group[0], group[0].passage
    if (label := label_at(lead, zone=kind)) is not None and label.end < len(lead):
        number, lead = label.number or number, lead.cut(label.end)
    elif number is None and first.marker_kind in ("number", "decimal", "letter", "roman"):
        number = first.marker
    elif number is None and (match := _LEADING.match(lead.text)):
        number, lead = re.sub(r"\s+", "", match["number"]), lead.cut(match.end())
    reasons = ("in-a-table", "column-heading", *(("numbered",) if number else ()))
    draft = Draft(kind, lead, number, reasons, place)
    _extend(draft, group[1:])
    if not draft.parts:
        draft.lead, draft.parts = inline_parts(draft.lead)
    return draft


def _extend(draft: Draft, units: list[Unit]) -> None:
    for unit in units:
        if unit.marker_kind is not None:
            draft.parts.append(unit.passage)
        elif draft.parts:
            draft.parts[-1] = draft.parts[-1].join(unit.passage)
        else:
            draft.lead = draft.lead.join(unit.passage)


def _joined(units: list[Unit]) -> Passage | None:
    joined: Passage | None = None
    for unit in units:
        if _EMPTY.fullmatch(unit.text):
            continue
        joined = joined.join(unit.passage) if joined else unit.passage
    return joined


def _number_in(units: list[Unit]) -> str | None:
    if not units:
        return None
    unit = units[0]
    if (label := label_at(unit.passage)) is not None and label.number:
        return label.number
    text = f"{unit.marker or ''} {unit.text}".strip() if unit.marker else unit.text
    match = _NUMBER.match(text)
    return re.sub(r"\s+", "", match["number"]) if match else None


def _is_repeated_header(cells: dict[str, list[Unit]]) -> bool:
    filled = {role: " ".join(unit.text for unit in units) for role, units in cells.items() if units}
    return len(filled) > 1 and all(_role(text) is not None for text in filled.values())


_DEEPEST_HEADER = 4
_LONGEST_HEADER = 70
_SHORTEST_MEAN, _LONGEST_NAME = 40, 60
_NUMBER = re.compile(
    r"\W*(?:(?:rec|no|ref|r|action|a|lp|f)\w{0,12}\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}\s?[a-z]?|[A-Z])\W*(?!\w)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?P<number>\d{1,2}(?:[a-z](?:\s?-\s?[a-z])?)?(?:\s?\([ivx]{1,4}(?:-[ivx]{1,4})?\))?(?:\.\d{1,2})?)[.):]?\s+(?=[A-Z])"
)
_EMPTY = re.compile(r"[\W_]*|n/?a\.?|none|tbc|tba", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:immediate|ongoing|complete|completed|month|months|weeks|quarter|q[1-4]|tbc)\b",
    re.IGNORECASE,
)

"""What each column of a table holds: by its heading, by the table before it, or by what stands in it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lessonbook.domain import Cell, Passage, Row, Table
from lessonbook.extraction.digest.headings import opens
from lessonbook.extraction.digest.model import Role
from lessonbook.extraction.digest.pieces import is_bold
from lessonbook.extraction.digest.starts import start_of
from lessonbook.extraction.digest.words import column_role, loose_column_role
from lessonbook.vocabulary import dates, labels

Columns = tuple[Role | None, ...]
_LEARNING_LABELS = frozenset(
    {"learning", "recommendation", "integrated", "no-recommendations", "consideration", "action"}
)
_SHORT = 40
_MOST_HEADING_WORDS = 7
_FEWEST_NAMED = 2


def cell_text(cell: Cell) -> str:
    """The wording of a cell."""
    return " ".join(block.passage.text for block in cell.blocks).strip()


def width(rows: Iterable[Row]) -> int:
    """The number of columns of a table."""
    return max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)


def from_header(row: Row, *, first: bool = False) -> Columns | None:
    """The columns that a header row names, or none where it is no header.

    ``first`` says that it is the first of its table: its words may then be others that tell the same.
    """
    texts = {cell.column: cell_text(cell) for cell in row.cells}
    read = loose_column_role if first or row.header else column_role
    named = {column: role for column, text in texts.items() if text and (role := read(text))}
    filled = sum(1 for text in texts.values() if text)
    unknown = filled - len(named)
    if first and unknown == 1 and len(named) >= _FEWEST_NAMED and _is_set_as_header(row):
        unknown = 0  # one heading of its own among headings that are known
    if not named or unknown or (filled == 1 and not row.header):
        return None
    roles = _settled([named.get(column) for column in range(max(texts) + 1)])
    return tuple("other" if role is None and texts.get(column) else role for column, role in enumerate(roles))


def is_foreign(table: Table) -> bool:
    """Whether a table is none of cases: a header of short words that mostly head no column, and no case below it."""
    filled = [[cell for cell in row.cells if cell_text(cell)] for row in table.rows]
    filled = [row for row in filled if row]
    if len(filled) < 2 or len(filled[0]) < 2 or not all(_is_short(cell_text(cell)) for cell in filled[0]):
        return False
    named = [loose_column_role(cell_text(cell)) for cell in filled[0]]
    if sum(role is not None for role in named) * 2 > len(named):
        return False
    starts = [cell_text(cell) for row in filled for cell in row]
    return not any(start_of(text) == "heading" or opens(Passage(text)) for text in starts)


def _is_set_as_header(row: Row) -> bool:
    blocks = [block for cell in row.cells for block in cell.blocks]
    return all(_is_short(block.passage.text) for block in blocks) and (
        row.header or all(is_bold(block.passage) for block in blocks)
    )


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_HEADING_WORDS and not text.rstrip().endswith((".", ";"))


def from_content(rows: Sequence[Row]) -> Columns:
    """The columns of a table without a header row, by what stands in them."""
    columns = width(rows)
    votes = [_votes([cell_text(c) for row in rows for c in row.cells if c.column == n]) for n in range(columns)]
    roles: list[Role | None] = [None] * columns
    for role in ("case", "date", "link", "learning"):
        best = max(range(columns), key=lambda n: votes[n][role], default=None)
        if best is not None and roles[best] is None and votes[best][role] > 0.3:
            roles[best] = "case" if role == "case" else "date" if role == "date" else _text_role(role)
    if "case" not in roles and columns:
        roles[next((n for n, role in enumerate(roles) if role is None), 0)] = "case"
    return _settled(roles)


def _text_role(role: str) -> Role:
    return "link" if role == "link" else "learning"


def _settled(roles: list[Role | None]) -> Columns:
    """With "case" for the column that holds it, and the columns without a heading by their place."""
    if "case" not in roles:
        if "area" in roles and "name" not in roles:
            roles[roles.index("area")] = "case"
        elif "name" in roles and "area" not in roles:
            roles[roles.index("name")] = "case"
    open_columns = [n for n, role in enumerate(roles) if role is None]
    texts = {role for role in roles if role in ("key-issue", "learning", "recommendation", "mixed")}
    for n in open_columns:
        if not texts:
            later = [m for m in open_columns if m > n]
            roles[n] = "key-issue" if later else "mixed"
        elif texts == {"learning"} and n < roles.index("learning"):
            roles[n] = "key-issue"
        else:
            continue
        texts.add("key-issue" if roles[n] == "key-issue" else "mixed")
    if (
        "recommendation" not in roles
        and "learning" not in roles
        and roles.count("key-issue") == 1
        and "mixed" not in roles
    ):
        roles[roles.index("key-issue")] = "mixed"
    return tuple(roles)


def _votes(texts: Sequence[str]) -> Counter[str]:
    votes: Counter[str] = Counter()
    filled = [text for text in texts if text]
    for text in filled:
        found = dates.read(text[:_SHORT])
        if found and not text[: found[0].start].strip():
            votes["date" if not text[found[0].end :].strip() else "case"] += 1
        elif (label := labels.label_at(text)) and label.role in _LEARNING_LABELS:
            votes["learning"] += 1
        elif labels.link_label(text):
            votes["link"] += 1
    for role in votes:
        votes[role] = votes[role] / len(filled)  # type: ignore[assignment]
    return votes

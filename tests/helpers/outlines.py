"""Documents as plain lists, so that a test can say what a reader should have found."""

from lessonbook.domain import Document, Heading, ListItem, Table, evidence_of


def outline(document: Document) -> list:
    """Each block as (kind, text, …): a heading with its level, an item with level and marker, a table as rows."""
    return [_block(block) for block in document.blocks]


def cells(table: Table) -> list:
    """Rows of cells, each cell as its blocks."""
    return [[[_block(block) for block in cell.blocks] for cell in row.cells] for row in table.rows]


def marks(passage) -> list:
    """Emphasis and links as (kind, words) or (kind, words, target)."""
    return [
        (mark.kind, passage.text[mark.start : mark.end], *([mark.href] if mark.href else [])) for mark in passage.marks
    ]


def check_places(document: Document) -> None:
    """Every passage is evidence, and every character of the text is wording, furniture or white space."""
    used = bytearray(len(document.text))
    for passage in [*document.passages(), *(note.passage for note in document.notes)]:
        for piece in evidence_of(passage, document):
            assert document.text[piece.start : piece.end] == piece.quote
        for span in passage.spans():
            used[span.start : span.end] = b"\1" * (span.end - span.start)
    for span in document.furniture:
        assert document.text[span.start : span.end].strip()
        used[span.start : span.end] = b"\1" * (span.end - span.start)
    assert not "".join(c for c, known in zip(document.text, used, strict=True) if not known).strip()


def _block(block) -> tuple:
    match block:
        case Table():
            return ("table", cells(block))
        case Heading():
            return ("heading", block.passage.text, block.level)
        case ListItem():
            return ("item", block.passage.text, block.level, block.marker)
        case _:
            return ("paragraph", block.passage.text)

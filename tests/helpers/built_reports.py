"""Documents put together block by block, for layouts that a text file cannot show: boxes, tables, bold words, pages."""

from lessonbook.domain import (
    Cell,
    Document,
    Heading,
    ListItem,
    Mark,
    Page,
    Paragraph,
    Passage,
    Row,
    StatementClaim,
    Table,
)
from lessonbook.extraction.report import sections, statements

NEXT_PAGE = object()


def h(text, level=2, boxed=None):
    return ("heading", text, {"level": level, "boxed": boxed})


def p(text, bold=0, boxed=None):
    """A paragraph; the first ``bold`` characters are bold, or all where it is True."""
    return ("paragraph", text, {"bold": len(text) if bold is True else bold, "boxed": boxed})


def li(marker, text, level=0, boxed=None):
    return ("item", text, {"marker": marker, "level": level, "boxed": boxed})


def table(*rows, header=True, continued=()):
    """A table of rows of cells; a cell is a text, or blocks. Rows in ``continued`` go on from a page before."""
    return ("table", rows, {"header": header, "continued": continued})


def document(*blocks):
    """The document of these blocks; ``NEXT_PAGE`` ends a page."""
    return _Builder().build(blocks)


def statements_of(*blocks):
    """What a document of these blocks states, as statement claims' values."""
    return [claim.value for claim in read(*blocks).claims if isinstance(claim.value, StatementClaim)]


def read(*blocks):
    """What the reader of statements says of a document of these blocks."""
    built = document(*blocks)
    found = statements.read(built, sections.read(built))
    assert all(piece.holds_in(built.text) for claim in found.claims for piece in claim.evidence)
    return found


def texts_of(kind, *blocks):
    """The texts of one kind."""
    return [statement.text for statement in statements_of(*blocks) if statement.kind == kind]


class _Builder:
    def __init__(self):
        self.text = ""
        self.pages = []
        self.start = 0

    def build(self, blocks):
        made = []
        for block in blocks:
            if block is NEXT_PAGE:
                self._end_page()
            else:
                made.append(self._block(*block))
        self._end_page()
        return Document("0" * 64, "pdf", self.text, tuple(made), tuple(self.pages))

    def _end_page(self):
        self.pages.append(Page(len(self.pages) + 1, self.start, len(self.text)))
        self.start = len(self.text)

    def _passage(self, text, bold=0):
        start = len(self.text)
        self.text += text + "\n"
        return Passage.at(text, start, (Mark(0, bold, "bold"),) if bold else ())

    def _block(self, kind, text, how):
        if kind == "heading":
            return Heading(self._passage(text), how["level"], boxed=how["boxed"])
        if kind == "paragraph":
            return Paragraph(self._passage(text, how["bold"]), boxed=how["boxed"])
        if kind == "item":
            marker = how["marker"]
            self.text += f"{marker} "
            return ListItem(self._passage(text), how["level"], marker, marker[:1].isalnum(), boxed=how["boxed"])
        return self._table(text, how)

    def _table(self, rows, how):
        made = []
        for at, row in enumerate(rows):
            cells = []
            for column, cell in enumerate(row):
                inside = [p(cell)] if isinstance(cell, str) else cell
                cells.append(Cell(tuple(self._block(*each) for each in inside if each[1]), column))
            made.append(Row(tuple(cells), header=how["header"] and at == 0, continued=at in how["continued"]))
        return Table(tuple(made))

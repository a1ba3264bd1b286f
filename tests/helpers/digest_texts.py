"""Invented cases as rows of text, to be read as a digest."""

from lessonbook import reading
from lessonbook.extraction import digest

HEADER = ("CASE", "KEY ISSUES", "LEARNING & RECOMMENDATIONS")


def row(*cells):
    """A row of a table: cells parted by tabs."""
    return "\t".join(cells)


def bullets(*items):
    """A list as HTML inside a cell."""
    return "<ul> " + " ".join(f"<li>{item}</li>" for item in items) + " </ul>"


def digest_text(*rows, section="NEGLECT", before="## **National Learning - Children**"):
    """A digest with one table: a section row, a header row, and the given rows; None stands for a page's end."""
    lines = [row(section, "", ""), row(*HEADER), *("" if each is None else each for each in rows)]
    return "\n".join(["## **Lessons in Practice**", "", "Issue 7 – May 2023", "", before, "", *lines, ""])


def read_text(text):
    """The extraction and the document of a text."""
    document = reading.read_here(text.encode())
    return digest.extract(document), document


def read_rows(*rows, **settings):
    """The entries of a digest with these rows."""
    return read_text(digest_text(*rows, **settings))[0].entries


def said(entry, kind):
    """The statements of one kind, in order."""
    return [statement.text for statement in entry.values("statement") if statement.kind == kind]


def codes(entry):
    """The codes of an entry's problems."""
    return [problem.code for problem in entry.problems]


def evidence_of_statement(entry, text):
    """The quotes that a statement rests on."""
    return next(
        [piece.quote for piece in claim.evidence]
        for claim in entry.claims
        if claim.field == "statement" and claim.value.text == text
    )

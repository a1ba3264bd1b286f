"""Writes list pages as text, HTML and Word from the lines of invented cases, and reads records back as plain values."""

import html
import io
from collections.abc import Sequence

from helpers.listing_cases import Expected
from lessonbook.domain import Document, Entry

URL = "https://library.example/reports/{}.pdf"


def _is_link(line: str) -> bool:
    return line.lstrip("> ").startswith("Read ")


def as_text(cases: Sequence[Sequence[str]], *, before: str = "", after: str = "") -> bytes:
    """One line under another, an empty line between cases."""
    return "\n\n".join(filter(None, (before, *("\n".join(lines) for lines in cases), after))).encode()


def as_wrapped_text(cases: Sequence[Sequence[str]], width: int = 72) -> bytes:
    """The same, each line broken at white space where it is wider than ``width``."""
    wrapped = []
    for lines in cases:
        folded = []
        for line in lines:
            row = ""
            for word in line.split():
                if row and len(row) + 1 + len(word) > width:
                    folded.append(row)
                    row = word
                else:
                    row = f"{row} {word}" if row else word
            folded.append(row)
        wrapped.append(folded)
    return as_text(wrapped)


def as_html(cases: Sequence[Sequence[str]], *, style: str = "blocks", before: str = "", after: str = "") -> bytes:
    """``blocks``: headings and paragraphs; ``breaks``: one paragraph a case; ``old``: one paragraph for all of them."""
    if style == "old":
        body = "<p>" + "<br><br>\n".join(_broken(lines, at) for at, lines in enumerate(cases)) + "</p>"
    elif style == "breaks":
        body = "\n".join(f"<p>{_broken(lines, at)}</p>" for at, lines in enumerate(cases))
    else:
        body = "\n".join(
            f"<h3>{html.escape(lines[0])}</h3>\n" + "\n".join(f"<p>{_linked(line, at)}</p>" for line in lines[1:])
            for at, lines in enumerate(cases)
        )
    head = "<!doctype html><html lang=en><head><title>Case reviews</title></head>"
    return f"{head}<body>{before}{body}{after}</body></html>".encode()


def _linked(line: str, at: int) -> str:
    if not _is_link(line):
        return html.escape(line)
    return f'{"&gt; " if line.startswith(">") else ""}<a href="{URL.format(at)}">{html.escape(line.lstrip("> "))}</a>'


def _broken(lines: Sequence[str], at: int) -> str:
    return f"<strong>{html.escape(lines[0])}</strong><br>" + "<br>\n".join(_linked(line, at) for line in lines[1:])


def as_docx(cases: Sequence[Sequence[str]], *, style: str = "blocks") -> bytes:
    """``blocks``: heading styles and paragraphs; ``breaks``: one paragraph a case, its first line bold."""
    import docx  # noqa: PLC0415 - slow to import, and most tests write no Word file

    document = docx.Document()
    for at, lines in enumerate(cases):
        if style == "blocks":
            document.add_heading(lines[0], 3)
            for line in lines[1:]:
                _add(document.add_paragraph(), line, at)
        else:
            paragraph = document.add_paragraph()
            paragraph.add_run(lines[0]).bold = True
            for line in lines[1:]:
                paragraph.add_run().add_break()
                _add(paragraph, line, at)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(paragraph, line: str, at: int) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - as above
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    if not _is_link(line):
        paragraph.add_run(line)
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(URL.format(at), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(paragraph.add_run(line)._r)
    paragraph._p.append(link)


def read_back(entry: Entry) -> Expected:
    """An entry's values in the form of what was planted."""
    area, method = entry.value("area"), entry.value("method")
    published = entry.value("published")
    harm = entry.value("harm")
    return Expected(
        area.as_written if area else "",
        entry.value("label") or "",
        published.edtf if published else "",
        harm.as_written if harm else "",
        tuple((said.kind, said.text) for said in entry.values("statement")),
        method.as_written if method else None,
        entry.value("keywords") or (),
        tuple(link.label for link in entry.values("link")),
    )


def evidence_holds(entry: Entry, document: Document) -> bool:
    """Whether every claim's evidence is where it says, and each statement has some."""
    pieces = [piece for claim in entry.claims for piece in claim.evidence]
    return all(piece.holds_in(document.text) for piece in pieces) and all(
        claim.evidence for claim in entry.claims if claim.field == "statement"
    )

"""The same issue by each library alone: its plain headings, tables, lists and links, nothing of ours around them."""

import io
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from pathlib import Path
from textwrap import fill

import docx
import jinja2
import msgspec
import typst
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lessonbook.publishing import Case, Issue
from lessonbook.publishing.wording import HEADINGS

_TEMPLATES = Path(__file__).parent / "bare"


def pdf(issue: Issue) -> bytes:
    """typst, to PDF/UA-1 as well: the standard is part of what is asked for, not of our layout."""
    words = msgspec.json.encode(issue).decode()
    template = (_TEMPLATES / "digest.typ").read_bytes()
    return typst.compile(
        template, ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"], sys_inputs={"issue": words}
    )


def html(issue: Issue) -> bytes:
    """Jinja2."""
    return _template("digest.html").render(issue=issue, cases=issue.cases(), **HEADINGS).encode()


@cache
def _template(name: str) -> jinja2.Template:
    return jinja2.Environment(autoescape=True).from_string((_TEMPLATES / name).read_text("utf-8"))


def email(issue: Issue) -> bytes:
    """Jinja2 and the standard library's message, the lines of the text wrapped with textwrap."""
    lines = [issue.title, issue.edition, issue.content_note, *issue.introduction, *issue.about]
    lines += [f"- {case.heading} {case.url or ''}" for case in issue.cases()]
    lines += [f"- {case.heading}: {case.sources}" for case in issue.cases()]
    message = EmailMessage(SMTP)
    message["Subject"] = issue.title
    message.set_content("\n".join(_filled(line) for line in lines), cte="quoted-printable")
    letter = _template("email.html").render(issue=issue, cases=issue.cases(), **HEADINGS)
    message.add_alternative(letter, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def word(issue: Issue) -> bytes:
    """python-docx, paragraph by paragraph."""
    document = docx.Document()
    document.add_heading(issue.title, 1)
    for text in (issue.edition, issue.content_note, *issue.introduction):
        document.add_paragraph(text)
    for part in issue.parts:
        document.add_heading(part.heading, 2)
        for section in part.sections:
            if section.heading:
                document.add_heading(section.heading, 3)
            _table(document, section.cases)
    for text in issue.about:
        document.add_paragraph(text)
    for case in issue.cases():
        document.add_paragraph(f"{case.heading}: {case.sources}")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _table(document: Document, cases: tuple[Case, ...]) -> None:
    table = document.add_table(rows=1, cols=3)
    for cell, name in zip(table.rows[0].cells, ("CASE", "KEY ISSUES", "LEARNING"), strict=True):
        cell.text = name
    for case in cases:
        first, second, third = table.add_row().cells
        _add(first, (case.heading, case.kinds, case.relevance, case.harm))
        _add(second, case.key_issues, "List Bullet")
        _add(second, case.ethnicity)
        for link in case.links:
            _link(second.add_paragraph(), link.label, link.url)
        _add(third, (case.method,))
        for group in case.groups:
            _add(third, (group.label,))
            _add(third, group.statements, "List Bullet")
        _add(third, (case.closing,))


def _add(cell: _Cell, texts: Iterable[str | None], style: str | None = None) -> None:
    for line in texts:
        if line:
            cell.add_paragraph(line, style)


def _link(paragraph: Paragraph, label: str, url: str | None) -> None:
    run = paragraph.add_run(label)
    if url:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(run._r)  # noqa: SLF001 - the library has no other way to make a link
        paragraph._p.append(link)  # noqa: SLF001 - the same


def text(issue: Issue) -> bytes:
    """The standard library's textwrap on every line."""

    lines = [issue.title, issue.edition, issue.content_note, *issue.introduction, *issue.about]
    for case in issue.cases():
        lines += [case.heading, case.kinds or "", case.relevance or "", case.harm or "", *case.key_issues]
        lines += [*case.ethnicity, case.method or "", case.closing or "", *(link.label for link in case.links)]
        lines += [item for group in case.groups for item in (group.label, *group.statements)]
        lines += [f"{case.heading}: {case.sources}"]
    return "\n".join(_filled(line) for line in lines).encode()


def _filled(line: str) -> str:
    return fill(line, 78, break_long_words=False, break_on_hyphens=False)


BARE = {"html": html, "docx": word, "pdf": pdf, "email": email, "text": text}

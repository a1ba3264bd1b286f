"""A digest as a partnership writes it in Word: banner, coloured tables of two or three columns, bullets, links.

Cases that matter locally are in italics, and a star and a line of words say why.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from sample.content import Case, cases
from sample.telling import Group, Labels, groups_of, heading_of, issues_of, kind_line

LABELS = Labels(learning="Lessons learned:", recommendations="Recommendations include:", actions="Actions:")
_SHORT_LABELS = Labels(learning="Key messages:", recommendations="The review recommends:", actions="Actions:")
_WRITTEN = datetime(2022, 10, 3, 9, 0, tzinfo=UTC)


def make(plan: dict[str, Any], known: dict[str, Case] | None = None) -> bytes:
    """The Word file of a digest. ``known`` are the cases that the plan names, where they are not the sample's."""
    word = Document()
    _set_up(word, plan)
    word.add_heading(plan["title"], 0)
    word.add_paragraph(plan["publisher"]).runs[0].bold = True
    word.add_paragraph(plan["issue"])
    word.add_paragraph(
        "Welcome to our round-up of what reviews across the country have taught us since the spring. Share it in your "
        "team meeting and choose one thing to do differently. Reviews printed in italics and marked ★ have something "
        "to say about our own practice."
    )
    word.add_paragraph("This edition contains accounts of abuse, neglect and death. Please look after yourself.")
    for part in plan["part"]:
        word.add_heading(part["heading"], 1)
        for section in part["section"]:
            if "heading" in section:
                word.add_heading(section["heading"], 2)
            columns = section.get("columns", part["columns"])
            _table(word, columns, [(known or cases())[case] for case in section["cases"]], plan["relevance"])
    word.add_paragraph()
    word.add_paragraph("Tell us what you did with this edition: learning@tworivers.example.org")
    return _bytes(word)


def _set_up(word: WordDocument, plan: dict[str, Any]) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.footer.paragraphs[0].text = f"{plan['publisher']} · {plan['issue']}"
    word.styles["Normal"].font.size = Pt(10)
    word.core_properties.title = f"{plan['title']}: {plan['issue']}"
    word.core_properties.author = plan["publisher"]
    word.core_properties.created = word.core_properties.modified = _WRITTEN


def _table(word: WordDocument, columns: list[str], told: list[Case], relevance: dict[str, str]) -> None:
    table: Table = word.add_table(rows=1, cols=len(columns), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no public way to do this
    for case in told:
        cells = table.add_row().cells
        _case_cell(cells[0], case, relevance.get(case.id))
        _issues(cells[1], case, narrative=columns[-1] == "Report" or case.title is not None)
        if len(columns) == 3:
            _lessons(cells[2], case, LABELS)
            _links(cells[1], case)
        else:
            _lessons(cells[1], case, _SHORT_LABELS)
            _links(cells[1], case)


def _case_cell(cell: _Cell, case: Case, reason: str | None) -> None:
    heading = _first(cell)
    run = heading.add_run(heading_of(case, "long", " - "))
    run.bold, run.italic = True, reason is not None
    if kind := kind_line(case):
        cell.add_paragraph(kind)
    if reason is not None:
        words = "★ Relevant to us" + (f": {reason}" if reason else "")
        cell.add_paragraph(words)
    if case.harm:
        cell.add_paragraph(case.harm)


def _issues(cell: _Cell, case: Case, *, narrative: bool) -> None:
    if narrative:
        _first(cell).add_run(" ".join(issues_of(case)))
        return
    for text in issues_of(case):
        _first(cell, "List Bullet").add_run(text)


def _lessons(cell: _Cell, case: Case, labels: Labels) -> None:
    if case.method:
        _first(cell).add_run(case.method.text)
    for group in groups_of(case, labels, separator=";"):
        _group(cell, group)


def _group(cell: _Cell, group: Group) -> None:
    if group.kind == "words":
        _first(cell).add_run(group.items[0])
        return
    if group.label:
        _first(cell).add_run(group.label).bold = True
    for text in group.items:
        _first(cell, "List Bullet").add_run(text)


def _links(cell: _Cell, case: Case) -> None:
    for link in case.links:
        paragraph = _first(cell)
        target = link.url or ""
        identifier = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element = OxmlElement("w:hyperlink")
        element.set(qn("r:id"), identifier)
        element.append(paragraph.add_run(link.label)._r)  # noqa: SLF001 - python-docx has no public way to do this
        paragraph._p.append(element)  # noqa: SLF001 - the same


def _first(cell: _Cell, style: str | None = None) -> Paragraph:
    """The cell's empty paragraph where it still has one, else a new one."""
    paragraph: Paragraph = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 or paragraph.text or paragraph.hyperlinks:
        return cell.add_paragraph(style=style)
    if style:
        paragraph.style = style
    return paragraph


def _bytes(word: WordDocument) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()

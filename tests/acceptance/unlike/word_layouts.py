"""Three digests in Word: four columns; no tables at all; one table for everything."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from sample.content import Case
from sample.telling import Labels, date_of, groups_of, heading_of, issues_of, kind_line
from tests.acceptance.unlike.told import Section

_FOUR = Labels(learning="Key learning:", recommendations="Recommendations made:", actions="Actions agreed:")
_HEADINGS = Labels(
    learning="Learning points", recommendations="Recommendations", integrated="Learning and recommendations"
)
_SECTIONS = Labels(learning="What we learned:", recommendations="Recommendations:")


def four_columns(sections: list[Section]) -> bytes:
    """Date and area, case, background, learning: each in a column of its own; a table for each section."""
    word = _opened("Learning from Reviews: quarterly summary", "Quarter 2, 2023/24")
    word.add_heading("National reviews: children", 1)
    for section in sections:
        word.add_heading(section.heading, 2)
        table = word.add_table(rows=1, cols=4, style="Table Grid")
        for cell, title in zip(
            table.rows[0].cells, ("Published", "Case", "Background", "Learning and recommendations"), strict=True
        ):
            cell.text = title
        for case in section.cases:
            cells = table.add_row().cells
            cells[0].text = date_of(case, "long")
            cells[0].add_paragraph(case.area or "")
            cells[1].text = case.label or ""
            cells[1].paragraphs[0].runs[0].bold = True
            cells[1].add_paragraph(case.harm or "")
            cells[2].text = " ".join(issues_of(case))
            _lessons(cells[3], case, _FOUR)
            _links(cells[2], case)
    return _bytes(word)


def headings(sections: list[Section]) -> bytes:
    """No tables: each case is a heading with paragraphs and lists."""
    word = _opened("Safeguarding Learning Digest", "Summer 2023")
    word.add_paragraph("This digest brings together reviews published between May and September.")
    word.add_heading("National learning: children", 1)
    for section in sections:
        word.add_heading(section.heading, 2)
        for case in section.cases:
            word.add_heading(heading_of(case, "long"), 3)
            if kind := kind_line(case):
                word.add_paragraph(kind)
            word.add_paragraph(case.harm or "")
            word.add_heading("Key issues", 4)
            for text in issues_of(case):
                word.add_paragraph(text, style="List Bullet")
            if case.method:
                word.add_paragraph(case.method.text)
            for group in groups_of(case, _HEADINGS, separator=";"):
                if group.label:
                    word.add_heading(group.label, 4)
                for text in group.items:
                    style = {"words": None, "recommendation": "List Number"}.get(group.kind, "List Bullet")
                    word.add_paragraph(text, style=style)
            for link in case.links:
                _link(word.add_paragraph(), link.label, link.url or "")
    return _bytes(word)


def section_rows(sections: list[Section]) -> bytes:
    """One table for the whole digest; a section is a row across all columns."""
    word = _opened("Review of Reviews", "No. 21 – October 2023")
    word.add_heading("National learning – children", 1)
    table = word.add_table(rows=1, cols=3, style="Table Grid")
    for cell, title in zip(table.rows[0].cells, ("CASE", "KEY ISSUES", "LEARNING"), strict=True):
        cell.text = title
    for section in sections:
        row = table.add_row().cells
        merged = row[0].merge(row[2])
        merged.text = section.heading.upper()
        merged.paragraphs[0].runs[0].bold = True
        for case in section.cases:
            cells = table.add_row().cells
            cells[0].text = heading_of(case)
            cells[0].paragraphs[0].runs[0].bold = True
            cells[0].add_paragraph(case.harm or "")
            for text in issues_of(case):
                _next(cells[1]).add_run(f"• {text}")
            _links(cells[1], case)
            _lessons(cells[2], case, _SECTIONS)
    return _bytes(word)


def _opened(title: str, issue: str) -> WordDocument:
    word = Document()
    word.add_heading(title, 0)
    word.add_paragraph(issue)
    word.core_properties.title = title
    return word


def _lessons(cell: _Cell, case: Case, labels: Labels) -> None:
    if case.method:
        _next(cell).add_run(case.method.text)
    for group in groups_of(case, labels, separator=";"):
        if group.label:
            _next(cell).add_run(group.label).bold = True
        for text in group.items:
            paragraph = _next(cell)
            paragraph.add_run(text)
            if group.kind != "words":
                paragraph.style = "List Bullet"


def _links(cell: _Cell, case: Case) -> None:
    for link in case.links:
        _link(cell.add_paragraph(), link.label, link.url or "")


def _link(paragraph: Paragraph, label: str, target: str) -> None:
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element.append(paragraph.add_run(label)._r)
    paragraph._p.append(element)


def _next(cell: _Cell) -> Paragraph:
    paragraph = cell.paragraphs[0]
    return cell.add_paragraph() if len(cell.paragraphs) > 1 or paragraph.text else paragraph


def _bytes(word: WordDocument) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()

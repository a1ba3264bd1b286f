"""Digests that set each case apart: a table on its side in Word; in PDF a heading with facts below it."""

import typst
from docx.table import Table, _Cell
from sample.content import Case
from sample.telling import Labels, date_of, groups_of, issues_of, kind_line
from tests.acceptance.unlike.pdf_layouts import _PAGE, _words
from tests.acceptance.unlike.told import Section
from tests.acceptance.unlike.word_layouts import _bytes, _lessons, _link, _next, _opened

_LABELS = Labels()


def turned_tables(sections: list[Section]) -> bytes:
    """Word: a small table of two columns a case, the labels on the left, one table below the other."""
    word = _opened("Practice Review Bulletin", "Issue 14 | Winter 2023")
    word.add_heading("National reviews: children", 1)
    for section in sections:
        word.add_heading(section.heading, 2)
        for case in section.cases:
            table = word.add_table(rows=0, cols=2, style="Table Grid")
            _row(table, "Case").text = case.label or ""
            for text in (kind_line(case), case.harm):
                if text:
                    table.rows[-1].cells[1].add_paragraph(text)
            _row(table, "Area").text = case.area or ""
            _row(table, "Date published").text = date_of(case, "long")
            issues = _row(table, "Key issues")
            for text in issues_of(case):
                _next(issues).add_run(text)
            _lessons(_row(table, "Learning and recommendations"), case, _LABELS)
            links = _row(table, "Read more")
            for link in case.links:
                _link(_next(links), link.label, link.url or "")
            word.add_paragraph()
    word.add_heading("Training and events", 1)
    word.add_paragraph("Our next learning hour is on 14 February. Recommendations are discussed there.")
    return _bytes(word)


def _row(table: Table, label: str) -> _Cell:
    name, value = table.add_row().cells
    name.paragraphs[0].add_run(label).bold = True
    return value


def facts_below(sections: list[Section]) -> bytes:
    """PDF: a heading of the label alone, lines of facts below it, run-in labels in bold."""
    body = ["= Learning Lessons Newsletter", "Autumn 2023", "== National learning: children"]
    for section in sections:
        body.append(f"=== {section.heading}")
        for number, case in enumerate(section.cases, 1):
            body += [
                f"==== Case {number}: {_words(case.label or '')}",
                f"*Area:* {_words(case.area or '')}",
                f"*Date published:* {date_of(case, 'long')}",
                *([_words(kind)] if (kind := kind_line(case)) else []),
                _words(case.harm or ""),
                f"*Key issues:* {_words(' '.join(issues_of(case)))}",
                *_lessons_in_series(case),
                *(f"#link({chr(34)}{link.url}{chr(34)})[{_words(link.label)}]" for link in case.links),
            ]
    body += ["== Contact us", "Write to the business unit at business.unit\\@example.org."]
    source = _PAGE.format(page="margin: 22mm", hyphenate="false") + "\n\n".join(body)
    return typst.compile(source.encode(), format="pdf", timestamp=1700000000)


def _lessons_in_series(case: Case) -> list[str]:
    blocks = [_words(case.method.text)] if case.method else []
    for group in groups_of(case, _LABELS, separator=";"):
        blocks += [f"*{_words(group.label)}*"] if group.label else []
        blocks.append("\n".join(_words(item) if group.kind == "words" else f"- {_words(item)}" for item in group.items))
    return blocks

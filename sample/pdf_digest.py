"""A digest as a partnership prints it to PDF: ruled tables on A4, rows that cross pages, header rows repeated.

Written with typst. Cases that matter locally carry a line of words.
"""

from typing import Any

import typst

from sample.content import Case, cases
from sample.telling import Labels, groups_of, heading_of, issues_of, kind_line

LABELS = Labels(
    learning="Learning includes:",
    recommendations="Recommendations for practice:",
    actions="Actions:",
    considerations="Considerations:",
)
_WELCOME = """For everyone who works with children, adults and families in our area.
This number looks back at the winter. It speaks of abuse, neglect and death.
"""
_RELEVANCE = "Local relevance: yes"
_PAGE = """#set document(title: {title}, author: {author})
#set page(paper: "a4", margin: 16mm, header: text(8pt)[{publisher_words}],
  footer: context align(center, text(8pt)[Page #counter(page).display()]))
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en", region: "GB", hyphenate: false)
#set smartquote(enabled: false)
#set par(justify: true)
#show table.cell: set par(justify: false)
#set list(indent: 2pt, body-indent: 4pt)
#set table(stroke: 0.6pt + black, inset: 5pt)
"""


def source(plan: dict[str, Any]) -> str:
    """The typst source of a digest."""
    lines = [
        _PAGE.format(
            title=_string(plan["title"]), author=_string(plan["publisher"]), publisher_words=plan["publisher"]
        ),
        f"= {plan['title']}",
        f"{_words(plan['issue'])}\n",
        _WELCOME,
    ]
    for part in plan["part"]:
        lines.append(f"== {_words(part['heading'])}")
        if "empty" in part:
            lines.append(_words(part["empty"]) + "\n")
        for section in part.get("section", ()):
            if "heading" in section:
                lines.append(f"=== {_words(section['heading'])}")
            lines.append(_table(part["columns"], [cases()[case] for case in section["cases"]], plan["relevance"]))
    lines.append("_Reviews in Brief_ is put together by the partnerships' business unit.")
    return "\n".join(lines)


def make(plan: dict[str, Any]) -> bytes:
    """The PDF file of a digest; the same source gives the same bytes with the same version of typst."""
    pdf: bytes = typst.compile(source(plan).encode(), format="pdf", timestamp=1680000000)
    return pdf


def _table(columns: list[str], told: list[Case], relevance: dict[str, str]) -> str:
    widths = "(26%, 1fr)" if len(columns) == 2 else "(24%, 1fr, 1fr)"
    header = ", ".join(f"[*{_words(column)}*]" for column in columns)
    rows = [", ".join(f"[{cell}]" for cell in _row(case, len(columns), relevance.get(case.id))) for case in told]
    body = ",\n".join(rows)
    return f"#table(columns: {widths}, table.header({header}),\n{body},\n)\n"


def _row(case: Case, columns: int, reason: str | None) -> list[str]:
    first = [f"*{_words(heading_of(case))}*"]
    if kind := kind_line(case):
        first.append(_words(kind))
    if reason is not None:
        first.append(_RELEVANCE + (f", {_words(reason)}" if reason else ""))
    if case.harm:
        first.append(_words(case.harm))
    second = [_words(" ".join(issues_of(case)))] if columns == 2 else [_bullets(issues_of(case))]
    second += [f"#link({_string(link.url or '')})[#underline[{_words(link.label)}]]" for link in case.links]
    cells = [first, second]
    if columns == 3:
        cells.append(_lessons(case))
    return ["\n\n".join(cell) for cell in cells]


def _lessons(case: Case) -> list[str]:
    blocks = [_words(case.method.text)] if case.method else []
    for group in groups_of(case, LABELS, separator=";"):
        if group.label:
            blocks.append(f"*{_words(group.label)}*")
        blocks.append(_words(group.items[0]) if group.kind == "words" else _bullets(group.items))
    return blocks


def _bullets(texts: tuple[str, ...]) -> str:
    return "\n".join(f"- {_words(text)}" for text in texts)


def _words(text: str) -> str:
    """Text with the signs that typst would read as markup made harmless."""
    return "".join(f"\\{sign}" if sign in "\\#*_`$<>@[]~=" else sign for sign in text)


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

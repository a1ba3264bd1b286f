"""Three digests in PDF: two columns with the learning in the same cell; rules across only; a newsletter."""

import typst
from sample.content import Case
from sample.telling import Labels, groups_of, heading_of, issues_of, kind_line
from tests.acceptance.unlike.told import Section

_PAGE = """#set page(paper: "a4", {page})
#set text(size: 9.5pt, lang: "en", region: "GB", hyphenate: {hyphenate})
#set smartquote(enabled: false)
#set list(body-indent: 4pt)
"""
_RULES_ACROSS = """#table(columns: (25%, 1fr, 1fr), column-gutter: 8pt, inset: 5pt,
  stroke: (x, y) => (bottom: 0.5pt + gray), fill: (x, y) => if y == 0 { luma(225) },
"""
_LABELS = Labels()
_SERIES = Labels(
    learning="Learning includes:", recommendations="Recommendations include:", integrated=_LABELS.integrated
)


def two_columns(sections: list[Section]) -> bytes:
    """The case on the left; on the right the story in prose, then the learning, all in one cell; words hyphenated."""
    body = ["= Case Review Bulletin", "Issue 9, October 2023", "== National learning: children"]
    for section in sections:
        rows = ",\n".join(f"[{_first(case)}], [{_story(case)}]" for case in section.cases)
        body += [
            f"=== {section.heading}",
            f"#table(columns: (30%, 1fr), inset: 6pt, table.header([*Case*], [*Summary and learning*]),\n{rows})",
        ]
    return _compiled(
        'margin: 20mm, footer: context align(right, counter(page).display("1 / 1", both: true))', body, hyphenate=True
    )


def adults(sections: list[Section]) -> bytes:
    """Adults only; shaded header, rules between rows and none between columns."""
    body = [
        "= Adult Learning Digest",
        "November 2023 | Learning from safeguarding adult reviews",
        "== National learning",
    ]
    for section in sections:
        rows = ",\n".join(
            f"[{_first(case)}], [{_bullets(issues_of(case))}\n\n{_links(case)}], [{_lessons(case)}]"
            for case in section.cases
        )
        body += [
            f"=== {section.heading}",
            f"{_RULES_ACROSS}table.header([*Who*], [*What happened*], [*What we can learn*]),\n{rows})",
        ]
    return _compiled("flipped: true, margin: 15mm", body)


def newsletter(sections: list[Section]) -> bytes:
    """Two columns of running text; a case is a bold line, paragraphs, and lessons in series."""
    body = ["= Safeguarding News", "Autumn 2023", "== National learning - children"]
    for section in sections:
        body.append(f"=== {section.heading}")
        for case in section.cases:
            body += [
                f"==== {_words(heading_of(case, 'long'))}",
                _words(case.harm or ""),
                _words(" ".join(issues_of(case))),
            ]
            body += [_words(case.method.text)] if case.method else []
            body += [
                f"*{_words(group.label)}* {_words('; '.join(text.removesuffix(';') for text in group.items))}"
                if group.label
                else _words(" ".join(group.items))
                for group in groups_of(case, _SERIES)
            ]
            body.append(_links(case))
    return _compiled("columns: 2, margin: 18mm", body)


def _first(case: Case) -> str:
    parts = [f"*{_words(heading_of(case))}*", kind_line(case) or "", _words(case.harm or "")]
    return "\n\n".join(part for part in parts if part)


def _story(case: Case) -> str:
    return "\n\n".join([_words(" ".join(issues_of(case))), _lessons(case), _links(case)])


def _lessons(case: Case) -> str:
    blocks = [_words(case.method.text)] if case.method else []
    for group in groups_of(case, _LABELS, separator=";"):
        blocks += [f"*{_words(group.label)}*"] if group.label else []
        blocks.append(_words(group.items[0]) if group.kind == "words" else _bullets(group.items))
    return "\n\n".join(blocks)


def _bullets(texts: tuple[str, ...]) -> str:
    return "\n".join(f"- {_words(text)}" for text in texts)


def _links(case: Case) -> str:
    return "\n\n".join(f'#link("{link.url}")[#underline[{_words(link.label)}]]' for link in case.links)


def _words(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\#*_`$<>@[]~=" else sign for sign in text)


def _compiled(page: str, body: list[str], *, hyphenate: bool = False) -> bytes:
    source = _PAGE.format(page=page, hyphenate=str(hyphenate).lower()) + "\n\n".join(body)
    return typst.compile(source.encode(), format="pdf", timestamp=1700000000)

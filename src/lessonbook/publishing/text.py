"""The issue as plain text, 78 characters wide."""

from textwrap import wrap

from lessonbook.publishing.issue import Case, Issue, Section
from lessonbook.publishing.wording import ABOUT, CONTENT_NOTE, CONTENTS, EMPTY, SOURCES, counted

_WIDTH = 78


def render_text(issue: Issue) -> bytes:
    """UTF-8, lines of at most 78 characters unless a single word is longer."""
    lines = [*_heading(issue.title, "="), issue.edition, *([issue.partnership] if issue.partnership else []), ""]
    lines += [*_heading(CONTENT_NOTE, "-"), *_paragraph(issue.content_note)]
    for paragraph in issue.introduction:
        lines += _paragraph(paragraph)
    lines += [*_heading(CONTENTS, "-"), *(f"{part.heading}: {counted(part.count, 'case')}" for part in issue.parts), ""]
    for part in issue.parts:
        lines += _heading(part.heading, "=")
        for section in part.sections:
            lines += _section(section)
    lines += _heading(ABOUT, "=")
    for paragraph in issue.about:
        lines += _paragraph(paragraph)
    lines += _sources(issue)
    return ("\n".join(lines).rstrip() + "\n").encode()


def _section(section: Section) -> list[str]:
    lines = _heading(section.heading, "-") if section.heading else []
    if not section.cases:
        return [*lines, EMPTY, ""]
    for case in section.cases:
        lines += _case(case)
    return lines


def _case(case: Case) -> list[str]:
    lines = _heading(case.heading, ".")
    for paragraph in (case.kinds, case.relevance, case.harm):
        lines += _paragraph(paragraph) if paragraph else []
    lines += _items("Key issues:", (*case.key_issues, *case.ethnicity))
    lines += _paragraph(case.method) if case.method else []
    for group in case.groups:
        lines += _items(group.label, group.items)
    lines += _paragraph(case.closing) if case.closing else []
    for link in case.links:
        lines += [*_wrapped(link.label), *([f"<{link.url}>"] if link.url else []), ""]
    return lines


def _sources(issue: Issue) -> list[str]:
    lines = [*_heading(SOURCES, "="), *_paragraph(issue.sources_note)]
    for document in issue.documents:
        lines += [*_wrapped(document.short), f"  SHA-256 {document.sha256}", ""]
    for case in issue.cases():
        lines += _paragraph(f"{case.heading}: {case.sources}")
    return lines


def _heading(text: str, line: str) -> list[str]:
    lines = _wrapped(text)
    return [*lines, line * max(len(part) for part in lines), ""]


def _items(label: str, items: tuple[str, ...]) -> list[str]:
    if not items:
        return []
    lines = [label]
    for item in items:
        lines += _wrapped(item, "- ", "  ")
    return [*lines, ""]


def _paragraph(text: str) -> list[str]:
    return [*_wrapped(text), ""]


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ) or [first]

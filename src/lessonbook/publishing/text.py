"""The issue as plain text, 78 characters wide."""

from textwrap import wrap

from lessonbook.publishing.issue import Case, Group, Issue, Section
from lessonbook.publishing.wording import ABOUT, CONTENT_NOTE, CONTENTS, EMPTY, SOURCES, counted

_WIDTH = 78


def render_text(issue: Issue) -> bytes:
    """UTF-8, lines of at most 78 characters unless a single word is longer."""
    lines = [*heading(issue.title, "="), issue.edition, *([issue.partnership] if issue.partnership else []), ""]
    lines += [*heading(CONTENT_NOTE, "-"), *paragraph(issue.content_note)]
    for text in issue.introduction:
        lines += paragraph(text)
    lines += [*heading(CONTENTS, "-"), *(f"{part.heading}: {counted(part.count, 'case')}" for part in issue.parts), ""]
    for part in issue.parts:
        lines += heading(part.heading, "=")
        for section in part.sections:
            lines += _section(section)
    lines += heading(ABOUT, "=")
    for text in issue.about:
        lines += paragraph(text)
    lines += _sources(issue)
    return ("\n".join(lines).rstrip() + "\n").encode()


def _section(section: Section) -> list[str]:
    lines = heading(section.heading, "-") if section.heading else []
    if not section.cases:
        return [*lines, EMPTY, ""]
    for case in section.cases:
        lines += _case(case)
    return lines


def _case(case: Case) -> list[str]:
    lines = heading(case.heading, ".")
    for text in (case.kinds, case.relevance, case.harm):
        lines += paragraph(text) if text else []
    lines += _items("Key issues:", (*case.key_issues, *case.ethnicity))
    lines += paragraph(case.method) if case.method else []
    for group in case.groups:
        lines += _group(group)
    lines += paragraph(case.closing) if case.closing else []
    for link in case.links:
        lines += [*wrapped(link.label), *([f"<{link.url}>"] if link.url else []), ""]
    return lines


def _sources(issue: Issue) -> list[str]:
    lines = [*heading(SOURCES, "="), *paragraph(issue.sources_note)]
    for document in issue.documents:
        lines += [*wrapped(document.short), f"  SHA-256 {document.sha256}", ""]
    for case in issue.cases():
        lines += paragraph(f"{case.heading}: {case.sources}")
    return lines


def heading(text: str, line: str) -> list[str]:
    """The text underlined with a character, and an empty line."""
    lines = wrapped(text)
    return [*lines, line * max(len(part) for part in lines), ""]


def _items(label: str, items: tuple[str, ...]) -> list[str]:
    if not items:
        return []
    lines = [label]
    for item in items:
        lines += wrapped(item, "- ", "  ")
    return [*lines, ""]


def _group(group: Group) -> list[str]:
    lines = [group.label]
    for item, said_before in group.lines:
        lines += wrapped(item, "- ", "  ")
        lines += wrapped(said_before, "    ", "    ") if said_before else []
    return [*lines, ""]


def paragraph(text: str) -> list[str]:
    """The lines of a paragraph, and an empty one."""
    return [*wrapped(text), ""]


def wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """The text in lines, with an indent for the first and one for the rest."""
    return wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ) or [first]

"""The issue as an e-mail to practitioners: one line a case with its link, as text and as HTML.

Subject and preview are seen over a shoulder and on locked screens: they say which issue it is and how much is in it,
and nothing of what happened to anybody.
"""

import datetime as dt
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from hashlib import sha256

from lessonbook.publishing.html import template
from lessonbook.publishing.issue import Issue, Section
from lessonbook.publishing.text import heading, paragraph, wrapped
from lessonbook.publishing.wording import ABOUT, CONTENT_NOTE, EMPTY, HEADINGS, SOURCES, counted

# A domain that never exists (RFC 2606): nobody is written to by mistake before a partnership has said who it is.
_NO_DOMAIN = "lessonbook.invalid"


def render_email(issue: Issue) -> bytes:
    """A draft as in RFC 5322 (.eml), unsent, with no recipient; the same issue gives the same bytes."""
    text, html = _text(issue), _html(issue)
    key = sha256(f"{text}{html}{issue.sender}".encode()).hexdigest()[:32]
    message = EmailMessage(SMTP.clone(max_line_length=78))
    message["Subject"] = f"{issue.title}, {issue.edition}"
    message["From"] = formataddr((issue.partnership, issue.sender or f"digest@{_NO_DOMAIN}"))
    message["Date"] = format_datetime(dt.datetime.combine(issue.made_on, dt.time(), dt.UTC))
    message["Message-ID"] = f"<{key}@{_NO_DOMAIN}>"
    message["Content-Language"] = issue.language
    message["X-Unsent"] = "1"  # mail programs open the file as a draft
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=-{key}")
    return message.as_bytes()


def preview(issue: Issue) -> str:
    """The line that a mail program shows beside the subject."""
    return f"{counted(len(issue.cases()), 'review')} to learn from. Please read the note at the top first."


def _html(issue: Issue) -> str:
    return template("email.html").render(
        issue=issue, preview=preview(issue), source_lines=_source_lines(issue), **HEADINGS
    )


def _text(issue: Issue) -> str:
    lines = [preview(issue), "", *heading(issue.title, "="), issue.edition, issue.partnership, ""]
    lines += paragraph(f"{CONTENT_NOTE}: {issue.content_note}")
    for text in issue.introduction:
        lines += paragraph(text)
    for part in issue.parts:
        lines += heading(part.heading, "=")
        lines += [] if part.count else [EMPTY, ""]
        for section in part.sections:
            lines += _section(section)
    lines += heading(ABOUT, "=")
    for text in issue.about:
        lines += paragraph(text)
    lines += [*heading(SOURCES, "="), *paragraph(issue.sources_note)]
    for line in _source_lines(issue):
        lines += wrapped(line, "- ", "  ")
    return "\n".join(lines) + "\n"


def _section(section: Section) -> list[str]:
    if not section.cases:
        return []
    lines = heading(section.heading, "-") if section.heading else []
    for case in section.cases:
        lines += wrapped(case.heading, "- ", "  ")
        lines += wrapped(case.relevance, "  ", "  ") if case.relevance else []
        lines += wrapped(case.repeated, "  ", "  ") if case.repeated else []
        lines += [f"  <{case.url}>"] if case.url else []
    return [*lines, ""]


def _source_lines(issue: Issue) -> list[str]:
    documents = [f"{document.short}: SHA-256 {document.sha256}" for document in issue.documents]
    return [*documents, *(f"{case.heading}: {case.sources}" for case in issue.cases())]

"""One issue in the format asked for."""

from collections.abc import Callable

from lessonbook.domain import LessonbookError
from lessonbook.publishing.email import render_email
from lessonbook.publishing.html import render_html
from lessonbook.publishing.issue import Format, Issue
from lessonbook.publishing.pdf import render_pdf
from lessonbook.publishing.text import render_text
from lessonbook.publishing.word import render_docx


def render(issue: Issue, format: Format, *, word_template: bytes | None = None) -> bytes:  # noqa: A002 - the field's word
    """The issue as the bytes of a file: the same issue gives the same bytes.

    ``email`` is a message as in RFC 5322 (``.eml``). ``word_template`` is a partnership's own Word file, whose look the
    Word file takes on. Raises ``LessonbookError`` where the format is not known or the template is not a Word file.
    """
    if format not in RENDERERS:
        raise LessonbookError("format-unknown", f"“{format}” is no format: choose {', '.join(RENDERERS)}.")
    if format == "docx":
        return render_docx(issue, word_template)
    return RENDERERS[format](issue)


RENDERERS: dict[str, Callable[[Issue], bytes]] = {
    "html": render_html,
    "docx": render_docx,
    "pdf": render_pdf,
    "email": render_email,
    "text": render_text,
}

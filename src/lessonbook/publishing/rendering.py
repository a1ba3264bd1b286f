"""One issue in the format asked for."""

from collections.abc import Callable

from lessonbook.domain import LessonbookError
from lessonbook.publishing.issue import Format, Issue
from lessonbook.publishing.text import render_text


def render(issue: Issue, format: Format) -> bytes:  # noqa: A002 - the word that the command line uses
    """The issue as the bytes of a file: the same issue gives the same bytes.

    ``email`` is a message as in RFC 5322 (``.eml``). Raises ``LessonbookError`` where the format is not known.
    """
    if format not in RENDERERS:
        raise LessonbookError("format-unknown", f"“{format}” is no format: choose {', '.join(RENDERERS)}.")
    return RENDERERS[format](issue)


RENDERERS: dict[str, Callable[[Issue], bytes]] = {"text": render_text}

"""The issue as a PDF for everyone: PDF/UA-1, set by typst with the fonts that typst brings."""

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import typst

from lessonbook.domain import LessonbookError
from lessonbook.publishing.glyphs import in_words
from lessonbook.publishing.issue import Issue
from lessonbook.publishing.wording import HEADINGS


def render_pdf(issue: Issue) -> bytes:
    """A4 landscape, tagged, with title, language, bookmarks and page numbers.

    The words go to typst as data, so nothing in them can be markup. The machine's own fonts are not looked at: the
    pages are the same everywhere. Raises ``LessonbookError`` where typst refuses the issue.
    """
    moment = dt.datetime.combine(issue.made_on, dt.time(), dt.UTC)
    try:
        return typst.compile(
            _template(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"issue": in_words(msgspec.json.encode(_data(issue)).decode())},
            timestamp=moment,
        )
    except typst.TypstError as error:
        raise LessonbookError("pdf-failed", f"The PDF cannot be made ({error.message}): report this.") from error


def _data(issue: Issue) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(issue)
    day = issue.made_on
    data["made_on"] = {"year": day.year, "month": day.month, "day": day.day}
    for part, plain in zip(issue.parts, data["parts"], strict=True):
        plain["count"] = part.count
    data["words"] = HEADINGS
    return data


@cache
def _template() -> bytes:
    return files("lessonbook.publishing").joinpath("templates/digest.typ").read_bytes()

"""What people and programs write in an address or a form, read."""

from lessonbook.domain import LessonbookError, PartialDate


def date_of(text: str) -> PartialDate | None:
    """A date as precise as it is written; nothing where nothing is. Raises ``LessonbookError`` ``date-unreadable``."""
    if not text.strip():
        return None
    try:
        return PartialDate(text.strip())
    except ValueError as error:
        raise LessonbookError(
            "date-unreadable", f"“{text}” is not a date: write 2021, 2021-02 or 2021-02-23."
        ) from error

"""The words that every format has in common: headings, labels, dates as the digest writes them."""

from datetime import date

from lessonbook.domain import PartialDate, Review, StatementKind

COLUMNS = ("CASE", "KEY ISSUES", "LEARNING AND RECOMMENDATIONS")
EMPTY = "No reviews in this period."
ABOUT = "About this issue"
SOURCES = "Sources"
CONTENTS = "In this issue"
CONTENT_NOTE = "Before you read"
UNSECTIONED = "Other reviews"
# The headings as the templates call them.
HEADINGS = {
    "columns": COLUMNS,
    "empty": EMPTY,
    "about": ABOUT,
    "sources": SOURCES,
    "contents": CONTENTS,
    "content_note": CONTENT_NOTE,
}
METHOD = "Method:"
ETHNICITY = "Ethnicity:"
INTEGRATED = "Learning and recommendations are integrated:"
LABELS: dict[StatementKind, str] = {
    "learning": "Learning:",
    "recommendation": "Recommendations:",
    "consideration": "Considerations:",
    "action": "Actions:",
    "good-practice": "Good practice:",
}
# Not the calendar module's names: those follow the machine's locale, and an issue is the same bytes everywhere.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def short_date(value: PartialDate) -> str:
    """A publication date as in a case's heading: ``Feb 2021``, ``2021``, ``23 Dec 2016``."""
    return _written(value, 3)


def long_date(value: PartialDate) -> str:
    """A date in running text: ``February 2021``, ``23 December 2016``, ``summer 2018``."""
    return _written(value, None)


def day_in_words(value: date) -> str:
    """``5 October 2021``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 review``, ``2 reviews``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def case_heading(review: Review) -> str:
    """Month, area and label with dashes between; what the source did not give is left out."""
    parts = (
        short_date(review.published) if review.published else None,
        review.area.as_written if review.area else None,
        (review.title or review.label) if review.scope == "national-panel" else (review.label or review.title),
    )
    return " – ".join(part for part in parts if part) or "Untitled review"


def _written(value: PartialDate, letters: int | None) -> str:
    """The date with its months cut to so many letters."""
    first, slash, last = value.edtf.partition("/")
    return f"between {_point(first, letters)} and {_point(last, letters)}" if slash else _point(first, letters)


def _point(point: str, letters: int | None) -> str:
    qualifier = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(point[-1], "")
    year, *rest = (int(number) for number in point.rstrip("~?%").split("-"))
    words = [str(year)]
    if rest:
        words.insert(0, _SEASONS.get(rest[0]) or _MONTHS[rest[0] - 1][:letters])
    if len(rest) == 2:
        words.insert(0, str(rest[1]))
    return qualifier + " ".join(words)

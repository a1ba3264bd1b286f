"""Published and read again: what differs between the reviews of an issue and the reviews read from its file."""

import datetime as dt
from typing import Any

import msgspec

from lessonbook import extraction, reading
from lessonbook.domain import Area, Authority, Document, Entry, Extraction, PartialDate, Relevance, Review
from lessonbook.domain.serialise import to_plain
from lessonbook.publishing import Format, IssueSettings, compose, render
from lessonbook.publishing.casework import is_relevant, published_statements
from lessonbook.register.resolution import Source, resolve

# What a digest that we publish must give back, beside area and statements.
FIELDS = (
    "kinds",
    "audience",
    "label",
    "title",
    "published",
    "incident",
    "section",
    "subjects",
    "method",
    "harm",
    "recommendations_made",
    "integrated",
    "links",
    "relevance",
)


def reviews_of(document: Document, read: Extraction) -> list[Review]:
    """The reviews of a document alone, as the register resolves them."""
    return [review_of(document, entry) for entry in read.entries]


def review_of(document: Document, entry: Entry) -> Review:
    key = f"{document.sha256[:8]}-{entry.position:03d}"
    return resolve(key, [Source(key, document.sha256, entry.claims, entry.problems)])


def settings_for(area: Area | None = None) -> IssueSettings:
    """An issue of everything there is."""
    return IssueSettings(
        number=5,
        date=PartialDate("2021-12"),
        area=area or Area("Darlington", "named", (Authority("Darlington", "E06000005"),)),
        published_from=PartialDate("1990"),
        published_to=PartialDate("2090"),
        made_on=dt.date(2021, 12, 3),
    )


def read_again(reviews: list[Review], settings: IssueSettings, form: Format) -> tuple[list[Review], list[Review]]:
    """The reviews in the order of the issue, and those read from its file; a problem in either is an error."""
    issue = compose(reviews, settings)
    by_id = {review.id: _as_marked_here(review, settings.area) for review in reviews}
    document = reading.read_here(render(issue, form))
    read = extraction.extract(document)
    assert list(read.problems) == []
    return [by_id[case.review] for case in issue.cases()], reviews_of(document, read)


def _as_marked_here(review: Review, area: Area) -> Review:
    """An issue prints the marks of its own area, and names it; those of other partnerships are not its to print."""
    mark = Relevance(relevant=True, reason=review.relevance.reason, area=area.as_written) if review.relevance else None
    return msgspec.structs.replace(review, relevance=mark if is_relevant(review, area) else None)


def record(review: Review) -> dict[str, Any]:
    """What is compared of a review, as plain values."""
    plain = to_plain(review)
    kept = {field: plain[field] for field in FIELDS}
    kept["area"] = review.area and (review.area.as_written, sorted(a.gss for a in review.area.authorities))
    kept["statements"] = [(s.kind, s.text, sorted(s.addressees)) for s in published_statements(review)]
    return kept


def differences(published: list[Review], read: list[Review], leave_out: frozenset[str] = frozenset()) -> list[str]:
    """One line a field that differs; a line for a review more or less.

    An audience that was not known may be read from the part that the review was put in.
    """
    lines = [f"{len(published)} reviews were published and {len(read)} read"] if len(published) != len(read) else []
    for before, after in zip(published, read, strict=False):
        one, other = record(before), record(after)
        unlike = [field for field in one if one[field] != other[field] and field not in leave_out]
        if before.audience is None and "audience" in unlike:
            unlike.remove("audience")
        lines += [f"{before.id} {field}: {one[field]!r} → {other[field]!r}" for field in unlike]
    return lines

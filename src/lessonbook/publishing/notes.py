"""What a reader must know of an issue: its period, how it was made, what was left out."""

from collections.abc import Iterator
from typing import NamedTuple

from lessonbook.domain import Review
from lessonbook.publishing.casework import is_relevant, own_statements, published_statements
from lessonbook.publishing.issue import IssueSettings
from lessonbook.publishing.wording import UNSECTIONED, counted, day_in_words, long_date


class Chosen(NamedTuple):
    """The reviews of an issue, and how many were left out: for want of a date, and held or withdrawn."""

    reviews: tuple[Review, ...]
    undated: int
    withheld: int


def front_matter(chosen: Chosen, settings: IssueSettings) -> tuple[str, ...]:
    """What stands before the parts, after the editor's own introduction."""
    first, last = long_date(settings.published_from), long_date(settings.published_to)
    period = f"published in {first}" if first == last else f"published from {first} to {last}"
    sentences = [f"This issue has reviews {period}."]
    if any(is_relevant(review, settings.area) for review in chosen.reviews):
        area = settings.area.as_written
        sentences.append(f"Cases that were marked as relevant to {area} are in italics and say so in words.")
    return tuple(sentences)


SOURCES_NOTE = (
    "For each case: its statements in the order of the digest, counted from 1 (key issues first), with the page and "
    "the characters of the source that each came from, and to whom and by when where the source says so beside it."
)


def about(chosen: Chosen, settings: IssueSettings) -> tuple[str, ...]:
    """The note of method and date: what a reader must know to judge the issue."""
    reviews = chosen.reviews
    checked = sum(review.status in {"checked", "approved"} for review in reviews)
    by = f" by {settings.partnership}" if settings.partnership else ""
    made = (
        f"Made{by} on {day_in_words(settings.made_on)} from {counted(len(reviews), 'review')}, {checked} of which had "
        "been checked by a person. The words are those of the sources."
    )
    method = (
        f"Local learning is from {settings.area.as_written} itself. A review is regional where a digest of the region "
        "calls it regional or its area lies in the region. The others are national, under the section that their "
        f"source gives; those without one stand under “{UNSECTIONED}”."
    )
    return (made, method, *_caveats(chosen))


def _caveats(chosen: Chosen) -> Iterator[str]:
    reviews = chosen.reviews
    for count, one, many in (
        (
            sum(review.published is None for review in reviews),
            "review by the Panel has no date of publication.",
            "reviews by the Panel have no date of publication.",
        ),
        (
            sum(review.section_inferred for review in reviews),
            "case stands in a section that was inferred, as the source does not give one or its heading was lost.",
            "cases stand in a section that was inferred, as the source does not give one or its heading was lost.",
        ),
        (
            sum(review.audience is None and review.scope != "national-panel" for review in reviews),
            "review does not say whether it is about children or adults; if national, it stands with the children.",
            "reviews do not say whether they are about children or adults; if national, they stand with the children.",
        ),
        (
            sum(len(review.statements) - len(published_statements(review)) for review in reviews),
            "statement without a place in a source was left out.",
            "statements without a place in a source were left out.",
        ),
        (
            sum(len(published_statements(review)) - len(own_statements(review)) for review in reviews),
            "statement of another review or inquiry that a source quotes was left out.",
            "statements of other reviews or inquiries that sources quote were left out.",
        ),
        (
            chosen.undated,
            "review without a date of publication was left out.",
            "reviews without a date of publication were left out.",
        ),
        (chosen.withheld, "review held or withdrawn was left out.", "reviews held or withdrawn were left out."),
    ):
        if count:
            yield counted(count, one, many)

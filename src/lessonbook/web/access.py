"""Which records a person can reach, by whatever address."""

from collections.abc import Iterator

from django.http import HttpRequest

from lessonbook.domain import LessonbookError, Review
from lessonbook.register import reviews
from lessonbook.register.models import HIDDEN
from lessonbook.search.query import Filter
from lessonbook.web.people import person_of


def review_for(request: HttpRequest, review_id: str) -> Review:
    """The review with this id where this person may see it. Raises ``LessonbookError`` ``review-unknown``."""
    found = reviews.get(review_id)
    if not may_see(request, found):
        raise LessonbookError("review-unknown", "There is no review at this address: it may not be approved yet.")
    return found


def may_see(request: HttpRequest, review: Review) -> bool:
    """Readers see what is approved; editors see all, held and withdrawn as well."""
    return review.status == "approved" or person_of(request).sees_unapproved


def shown(request: HttpRequest, **filters: str) -> Iterator[Review]:
    """Reviews for lists and counts: what is held or withdrawn is in none."""
    for review in reviews.find(**filters):  # type: ignore[arg-type]  # text filters only
        if review.status not in HIDDEN and may_see(request, review):
            yield review


def approved_only(request: HttpRequest) -> bool:
    """Whether what this person is told must come from approved reviews alone."""
    return not person_of(request).sees_unapproved


def filters_for(request: HttpRequest) -> tuple[Filter, ...]:
    """What every search of this person is limited to."""
    return (Filter("status", "approved"),) if approved_only(request) else ()

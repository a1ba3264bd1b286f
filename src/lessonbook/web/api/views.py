"""The API's addresses: each calls one function of a room below and says what it returns."""

from typing import cast

import msgspec
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from lessonbook.domain import LessonbookError, Review, Statement
from lessonbook.domain.serialise import from_json
from lessonbook.publishing import Issue
from lessonbook.register import coding, reviews
from lessonbook.register.coding import Use
from lessonbook.register.lessons import telling
from lessonbook.register.lessons.telling import Lesson
from lessonbook.search.facets import FACETS
from lessonbook.search.hits import Results
from lessonbook.search.query import Filter
from lessonbook.search.searching import Options, search
from lessonbook.web import issues, tasks
from lessonbook.web.access import filters_for, review_for
from lessonbook.web.api.answers import Page, after_of, cursor_of, limit_of
from lessonbook.web.asked import date_of
from lessonbook.web.models import PublishedIssue
from lessonbook.web.people import for_role, person_of
from lessonbook.web.tasks import Progress

_SHOWN_TO_EDITORS = ("extracted", "checked", "approved")


class Published(msgspec.Struct, frozen=True):
    """A published issue in one line; ``files`` are its formats."""

    number: int
    version: int
    title: str
    edition: str
    area: str
    cases: int
    published: str
    note: str
    files: list[str]


class PublishedWhole(msgspec.Struct, frozen=True):
    """A published issue with all its words, and the SHA-256 of each file by format."""

    about: Published
    issue: Issue
    sha256: dict[str, str]


def list_reviews(request: HttpRequest) -> Page[Review]:
    """Reviews in order of id, a page at a time."""
    asked, limit = request.GET, limit_of(request)
    statuses = _SHOWN_TO_EDITORS if person_of(request).sees_unapproved else ("approved",)
    found = reviews.page(
        after_of(request),
        limit + 1,
        statuses,
        area=asked.get("area"),
        published_from=asked.get("from"),
        published_to=asked.get("until"),
        section=asked.get("section"),
        audience=asked.get("audience"),
        scope=asked.get("scope"),
        status=asked.get("status"),
        kind=asked.get("kind"),
        label=asked.get("label"),
        document=asked.get("document"),
    )
    return Page(found[:limit], cursor_of(found[limit - 1].id) if len(found) > limit else None)


def one_review(request: HttpRequest, review_id: str) -> Review:
    """A review's record, as it is exported."""
    return review_for(request, review_id)


def one_statement(request: HttpRequest, review_id: str, statement: str) -> Statement:
    """A statement of a review, with its evidence."""
    found = next((one for one in review_for(request, review_id).statements if one.id == statement), None)
    if found is None:
        raise LessonbookError("statement-unknown", "The review shows no such statement.")
    return found


def find(request: HttpRequest) -> Results:
    """Statements by words, meaning and filters, the best first, with facets."""
    asked = request.GET
    chosen = tuple(Filter(field, value) for field in FACETS for value in asked.getlist(field) if value)
    offset = asked.get("offset", "0")
    if not offset.isascii() or not offset.isdecimal() or len(offset) > 7:
        raise LessonbookError("offset-unreadable", "offset must be a whole number from 0.")
    options = Options(
        filters=(*chosen, *filters_for(request)),
        published_from=date_of(asked.get("from", "")),
        published_to=date_of(asked.get("until", "")),
        exact=asked.get("exact") == "true",
        documents=asked.get("documents") == "true",
        limit=limit_of(request),
        offset=int(offset),
    )
    return search(asked.get("q", ""), options)


@for_role("editor")  # type: ignore[arg-type]  # the API's views return values, which `endpoint` answers with
def list_lessons(request: HttpRequest) -> Page[Lesson]:
    """What more than one review says, the most said first."""
    asked = request.GET
    return Page(telling.lessons(area=asked.get("area"), theme=asked.get("theme"), limit=limit_of(request)))


@for_role("editor")  # type: ignore[arg-type]  # as above
def one_lesson(request: HttpRequest, lesson_id: str) -> Lesson:  # noqa: ARG001 - every view is given who asks
    """A lesson with every instance."""
    return telling.lesson(lesson_id)


def list_themes(request: HttpRequest) -> Page[Use]:  # noqa: ARG001 - every view is given who asks
    """Every theme with its uses."""
    return Page(list(coding.uses()))


def list_issues(request: HttpRequest) -> Page[Published]:  # noqa: ARG001 - every view is given who asks
    """The latest version of every published issue, the newest first."""
    return Page([_published(row) for row in issues.newest()])


def one_issue(request: HttpRequest, number: str) -> PublishedWhole:  # noqa: ARG001 - every view is given who asks
    """The latest version of a published issue with all its words."""
    row = issues.issue_of(int(number), 0)
    hashes = dict(row.files.values_list("format", "sha256"))
    return PublishedWhole(_published(row), from_json(row.issue, Issue), hashes)


def begin_import(request: HttpRequest) -> Progress:
    """Take documents in, in the background; `/imports/{number}` tells how far that is. It needs a token."""
    person = person_of(request)
    if person.scopes is None or "import" not in person.scopes:
        raise LessonbookError("token-needed", "Sending documents needs a token whose scopes have import.")
    addresses = request.POST.getlist("addresses")
    return tasks.progress_of(tasks.begin(request.FILES.getlist("files"), person.name, addresses))


def one_import(request: HttpRequest, number: str) -> Progress:
    """How far an import is, then what became of each document."""
    person = person_of(request)
    if not (person.sees_unapproved or "import" in (person.scopes or ())):
        raise PermissionDenied
    return tasks.progress_of(tasks.task_of(int(number)))


def _published(row: PublishedIssue) -> Published:
    return Published(
        number=row.number,
        version=row.version,
        title=row.title,
        edition=row.edition,
        area=row.area,
        cases=row.cases,
        published=row.made_at.isoformat(),
        note=row.note,
        files=list(cast("list[str]", row.files.order_by("id").values_list("format", flat=True))),
    )

"""Issues of the digest that were published: what each was composed from, its files, and how it is corrected."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db.models import Max

from lessonbook.domain import LessonbookError, Review
from lessonbook.domain.serialise import to_json
from lessonbook.publishing import RENDERERS, Issue, IssueSettings, compose, render
from lessonbook.publishing.issue import Format
from lessonbook.register import reviews
from lessonbook.register.lessons import telling
from lessonbook.register.models import HIDDEN
from lessonbook.register.opening import changing
from lessonbook.web.models import IssueFile, PublishedIssue

ENDINGS: dict[Format, str] = {"html": "html", "docx": "docx", "pdf": "pdf", "email": "eml", "text": "txt"}
MEDIA_TYPES: dict[str, str] = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "email": "message/rfc822",
    "text": "text/plain; charset=utf-8",
}


def composed(settings: IssueSettings, *, approved_only: bool) -> Issue:
    """The issue that the register gives now. Raises as ``publishing.compose`` does."""
    return compose(_chosen(approved_only=approved_only), settings)


def left_out(settings: IssueSettings) -> int:
    """How many reviews of the period nobody has approved."""
    found = reviews.find(published_from=settings.published_from, published_to=settings.published_to)
    return sum(review.status not in HIDDEN | {"approved"} for review in found)


def said_before(settings: IssueSettings) -> dict[str, str]:
    """The lines that tell where a recommendation was made before, for the reviews of the period."""
    found = reviews.find(published_from=settings.published_from, published_to=settings.published_to)
    return telling.lines_for(found)


@changing
def publish(settings: IssueSettings, *, approved_only: bool, author: str, note: str = "") -> PublishedIssue:
    """Freeze an issue with all its files. Published again, the same number is a new version, which needs a note.

    Raises ``LessonbookError``: ``issue-empty``, ``note-missing``.
    """
    issue = composed(settings, approved_only=approved_only)
    if not issue.cases():
        raise LessonbookError("issue-empty", "There is no case in this issue: approve reviews, or change the period.")
    earlier = PublishedIssue.objects.filter(area=issue.area, number=settings.number)
    version = (earlier.aggregate(last=Max("version"))["last"] or 0) + 1
    if version > 1 and not note.strip():
        raise LessonbookError(
            "note-missing", f"Issue {settings.number} is published already: say in a note what this version corrects."
        )
    row = PublishedIssue.objects.create(
        number=settings.number,
        version=version,
        area=issue.area,
        title=issue.title,
        edition=issue.edition,
        cases=len(issue.cases()),
        settings=to_json(settings).decode(),
        issue=to_json(issue).decode(),
        note=note.strip(),
        author=author,
        made_at=datetime.now(tz=UTC),
    )
    IssueFile.objects.bulk_create(_file(row, form, render(issue, form)) for form in RENDERERS)  # type: ignore[arg-type]
    return row


def issue_of(number: int, version: int) -> PublishedIssue:
    """A published issue; version 0 is the latest. Raises ``LessonbookError`` ``issue-unknown``."""
    found = PublishedIssue.objects.filter(number=number).order_by("-version", "-id")
    row = found.filter(version=version).first() if version else found.first()
    if row is None:
        raise LessonbookError("issue-unknown", "There is no issue at this address: see the list of issues.")
    return row


def newest() -> list[PublishedIssue]:
    """The latest version of every issue, the newest first."""
    shown: dict[tuple[str, int], PublishedIssue] = {}
    for row in PublishedIssue.objects.order_by("version").defer("issue", "settings"):
        shown[row.area, row.number] = row
    return sorted(shown.values(), key=lambda row: (row.made_at, row.pk), reverse=True)


def next_number() -> int:
    """The number of the issue that comes next."""
    return (PublishedIssue.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def _chosen(*, approved_only: bool) -> Iterable[Review]:
    return reviews.find(status="approved") if approved_only else reviews.find()


def _file(row: PublishedIssue, form: Format, data: bytes) -> IssueFile:
    name = f"digest-issue-{row.number}{f'-version-{row.version}' if row.version > 1 else ''}.{ENDINGS[form]}"
    return IssueFile(issue=row, format=form, name=name, sha256=hashlib.sha256(data).hexdigest(), data=data)

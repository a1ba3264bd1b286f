"""Publish: choose period and area, see the issue compose itself, publish it; published issues, and their feed."""

import base64
import datetime as dt
import hashlib
import re

import msgspec
from django.contrib import messages
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from lessonbook.domain import LessonbookError, PartialDate
from lessonbook.domain.serialise import from_json
from lessonbook.publishing import Issue, IssueSettings
from lessonbook.publishing import render as rendered
from lessonbook.register import reviews
from lessonbook.vocabulary import areas
from lessonbook.web import issues
from lessonbook.web.exporting import download
from lessonbook.web.models import PublishedIssue
from lessonbook.web.people import for_role, person_of

_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)


@for_role("publisher")
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """The form; with its values, the issue as it composes itself; sent as published, the issue is frozen."""
    asked = request.POST if request.method == "POST" else request.GET
    context: dict[str, object] = {"asked": asked, "number": asked.get("number") or issues.next_number()}
    context["everything"] = asked.get("which") == "all"
    if "area" not in asked:
        return render(request, "web/publish.html", context)
    try:
        settings = _settings(request)
        if request.method == "POST":
            return _publish(request, settings)
        issue = issues.composed(settings, approved_only=asked.get("which") != "all")
    except LessonbookError as error:
        return render(request, "web/publish.html", {**context, "error": error.message}, status=400)
    context |= {"issue": issue, "left_out": issues.left_out(settings), "query": asked.urlencode()}
    context["corrects"] = PublishedIssue.objects.filter(area=issue.area, number=settings.number).exists()
    return render(request, "web/publish.html", context)


@for_role("publisher")
@require_safe
def preview(request: HttpRequest, form: str) -> HttpResponse:
    """The issue in one format, as it will look."""
    settings = _settings(request)
    settings = msgspec.structs.replace(settings, said_before=issues.said_before(settings))
    issue = issues.composed(settings, approved_only=request.GET.get("which") != "all")
    return _shown(issue, form)


@require_safe
def issue_list(request: HttpRequest) -> HttpResponse:
    """Every issue, the newest first."""
    return render(request, "web/issues.html", {"issues": issues.newest()})


@require_safe
def issue(request: HttpRequest, number: int, version: int = 0) -> HttpResponse:
    """One issue: its cases, its files with their hashes, what each version corrected."""
    row = issues.issue_of(number, version)
    versions = PublishedIssue.objects.filter(area=row.area, number=number).order_by("version").defer("issue")
    composed = from_json(row.issue, Issue)
    files = row.files.defer("data").order_by("id")
    context = {"row": row, "issue": composed, "files": files, "versions": versions}
    return render(request, "web/issue.html", context)


@require_safe
def issue_file(request: HttpRequest, number: int, version: int, form: str) -> HttpResponse:  # noqa: ARG001 - Django's call
    """A file of an issue, byte for byte as it was published."""
    row = issues.issue_of(number, version)
    file = row.files.filter(format=form).first()
    if file is None:
        raise LessonbookError("file-unknown", "This issue has no file in that format.")
    data = bytes(file.data)
    return web_page(data) if form == "html" else download(file.name, issues.MEDIA_TYPES[form], data)


def web_page(data: bytes) -> HttpResponse:
    """The digest's web page, which needs nothing but its own style: nothing else is allowed to it."""
    response = HttpResponse(data, content_type=issues.MEDIA_TYPES["html"])
    styles = " ".join(f"'sha256-{_hash(found)}'" for found in _STYLE.findall(data)) or "'none'"
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src {styles}; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response


class IssueFeed(Feed):  # type: ignore[type-arg]  # Django's stubs want what they do not name
    """The issues as an Atom feed (RFC 4287)."""

    feed_type = Atom1Feed
    title = "Lessons learned digests"
    description_template = None

    def link(self) -> str:
        """Where the issues are."""
        return reverse("issues")

    def items(self) -> list[PublishedIssue]:
        """The newest issues."""
        return issues.newest()[:50]

    def item_title(self, item: PublishedIssue) -> str:
        """The issue's title: nothing of a case stands in a feed."""
        return f"{item.title}, {item.edition}" + (f", version {item.version}" if item.version > 1 else "")

    def item_description(self, item: PublishedIssue) -> str:
        """How many cases it has, and what it corrects."""
        return f"{item.cases} cases.{f' Corrected: {item.note}' if item.note else ''}"

    def item_link(self, item: PublishedIssue) -> str:
        """The issue's page."""
        return reverse("issue-version", args=[item.number, item.version])

    def item_pubdate(self, item: PublishedIssue) -> dt.datetime:
        """When it was published."""
        return item.made_at

    def item_updateddate(self, item: PublishedIssue) -> dt.datetime:
        """The same: a version never changes."""
        return item.made_at


def _publish(request: HttpRequest, settings: IssueSettings) -> HttpResponse:
    settings = msgspec.structs.replace(settings, said_before=issues.said_before(settings))
    approved_only = request.POST.get("which") != "all"
    note, author = request.POST.get("note", ""), person_of(request).name
    row = issues.publish(settings, approved_only=approved_only, author=author, note=note)
    messages.success(request, gettext("The issue is published."))
    return redirect("issue-version", row.number, row.version)


def _settings(request: HttpRequest) -> IssueSettings:
    asked = request.POST if request.method == "POST" else request.GET
    number = asked.get("number", "").strip()
    if not number.isdecimal() or not 0 < int(number) < 100_000:
        raise LessonbookError("number-unreadable", "The number of the issue must be a whole number, as in 5.")
    introduction = asked.get("introduction", "").replace("\r", "").split("\n\n")
    return IssueSettings(
        number=int(number),
        date=_date(asked.get("date", ""), gettext("the month of the issue")),
        area=areas.find(asked.get("area", "").strip()),
        published_from=_date(asked.get("from", ""), gettext("the beginning of the period")),
        published_to=_date(asked.get("until", ""), gettext("the end of the period")),
        made_on=dt.datetime.now(tz=dt.UTC).date(),
        partnership=asked.get("partnership", "").strip(),
        introduction=tuple(" ".join(part.split()) for part in introduction if part.strip()),
        title=asked.get("title", "").strip() or "Lessons Learned Research Digest",
        document_names=reviews.document_names(),
    )


def _date(text: str, what: str) -> PartialDate:
    try:
        return PartialDate(text.strip())
    except ValueError as error:
        raise LessonbookError("date-unreadable", f"Write {what} as in 2021-12; “{text}” is no date.") from error


def _shown(issue: Issue, form: str) -> HttpResponse:
    if form not in issues.ENDINGS:
        raise LessonbookError("file-unknown", "There is no such format.")
    data = rendered(issue, form)
    if form == "html":
        return web_page(data)
    return download(f"preview.{issues.ENDINGS[form]}", issues.MEDIA_TYPES[form], data)


def _hash(style: bytes) -> str:
    return base64.b64encode(hashlib.sha256(style).digest()).decode()

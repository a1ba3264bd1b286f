"""Sources: the documents of the register, each page or text as a person looks at it."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessonbook.domain import Evidence, LessonbookError, Review
from lessonbook.domain.serialise import from_json
from lessonbook.register import archive, models
from lessonbook.web import sourcing
from lessonbook.web.access import may_see
from lessonbook.web.exporting import download
from lessonbook.web.people import person_of


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """Every document that was taken in."""
    rows = models.Document.objects.order_by("-imported_at", "name").defer("text")
    known = [row for row in rows if _may_open(request, row.pk)]
    return render(request, "web/documents.html", {"documents": known})


@require_safe
def document(request: HttpRequest, sha256: str) -> HttpResponse:
    """A document: what it is, the reviews it speaks of, and its words with a quotation marked."""
    found = _opened(request, sha256)
    spoken_of = [review for review in _reviews(sha256) if may_see(request, review)]
    context = {"document": found, "reviews": spoken_of, **source_context(request, found, _asked(request, found))}
    return render(request, "web/document.html", context)


@require_safe
def picture(request: HttpRequest, sha256: str, number: int) -> HttpResponse:
    """A page's picture as PNG."""
    _opened(request, sha256)
    tag = sourcing.tag_of(sha256, number)
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(sourcing.page_of(sha256, number).png, content_type="image/png")
    response["ETag"], response["Cache-Control"] = tag, "private, max-age=86400"
    return response


@require_safe
def original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The file as it was taken in, to be saved: it is never shown as a page of this site."""
    found = _opened(request, sha256)
    archive.check(sha256)
    return download(found.name, "application/octet-stream", archive.path_of(sha256).read_bytes())


def source_context(request: HttpRequest, found: models.Document, evidence: Sequence[Evidence]) -> dict[str, object]:
    """What the templates need to show a source with evidence marked: a page of a PDF, or a part of a text.

    ``page`` or ``part`` in the address say which; without them it is the one where the evidence begins.
    """
    asked = request.GET
    wanted = asked.get("page") or asked.get("part") or ""
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 7 else None
    source: dict[str, object] = {"source": found, "evidence": evidence}
    if found.format == "pdf":
        first = next((piece.page for piece in evidence if piece.page), 1)
        return source | _page(found, number or first, evidence)
    stretches, part, parts = sourcing.parts_of(found.text, evidence, number)
    return source | {"stretches": stretches, "number": part, "count": parts}


def _page(found: models.Document, number: int, evidence: Sequence[Evidence]) -> dict[str, object]:
    context: dict[str, object] = {"number": number, "count": sourcing.count_of(found.pk)}
    try:
        page = sourcing.page_of(found.pk, number)
    except LessonbookError as error:
        return context | {"undrawn": error.message}
    return context | {"page": page, "marks": sourcing.marks_on(page, found.text, number, evidence)}


def _asked(request: HttpRequest, found: models.Document) -> tuple[Evidence, ...]:
    """The stretch of the text that the address names, as in ``?start=120&end=180``."""
    start, end = request.GET.get("start", ""), request.GET.get("end", "")
    if not (start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10):
        return ()
    first, last = int(start), min(int(end), len(found.text))
    if first >= last:
        return ()
    page = request.GET.get("page", "")
    number = int(page) if page.isdecimal() and len(page) < 7 else None
    return (Evidence(found.pk, number, first, last, found.text[first:last]),)


def _opened(request: HttpRequest, sha256: str) -> models.Document:
    found = sourcing.document(sha256)
    if not _may_open(request, sha256):
        raise LessonbookError("document-unknown", "There is no document at this address: it was not taken in here.")
    return found


def _may_open(request: HttpRequest, sha256: str) -> bool:
    """A reader opens a document only where every review that it speaks of is approved."""
    return person_of(request).sees_unapproved or all(may_see(request, review) for review in _reviews(sha256))


def _reviews(sha256: str) -> list[Review]:
    entries = models.Entry.objects.filter(document=sha256, live=True).order_by("position")
    records = dict(models.Review.objects.filter(pk__in=entries.values("review"), live=True).values_list("pk", "record"))
    order = dict.fromkeys(entries.values_list("review_id", flat=True))
    return [from_json(records[pk], Review) for pk in order if pk in records]

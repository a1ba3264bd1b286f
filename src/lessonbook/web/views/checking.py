"""Check: what waits for a person, and a record beside its source.

A change is saved at once, tells who made it and when, and can be undone.
"""

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from lessonbook.domain import Evidence, LessonbookError, Review, StatementClaim, Status
from lessonbook.register import edits, models, queue, records, reviews, stored
from lessonbook.register.matching import deciding
from lessonbook.vocabulary.addressees import ADDRESSEES
from lessonbook.web import fields, sourcing
from lessonbook.web.access import shown
from lessonbook.web.paging import Pages
from lessonbook.web.people import for_role, person_of
from lessonbook.web.views.documents import source_context
from lessonbook.web.views.reviews import HEADINGS, grouped

_A_PAGE = 50
_EVENTS = 30
_STATEMENT_FIELDS = ("kind", "text", "number", "addressed_to", "timescale")


@for_role("editor")
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The queue: what needs a person most first."""
    found = queue.waiting(shown(request))
    pages = Pages.asked(request.GET, _A_PAGE)
    part = found[pages.offset : pages.offset + pages.size]
    held = [one for status in ("held", "withdrawn") for one in reviews.find(status=status)]
    context = {"waiting": part, "pages": pages.of(len(found), request.GET), "total": len(found), "held": held}
    return render(request, "web/check.html", context)


@for_role("editor")
@require_safe
def review(request: HttpRequest, review_id: str) -> HttpResponse:
    """A record beside its source; ``at`` in the address says which field or statement is shown in the source."""
    found = reviews.get(review_id)
    if found.id != review_id:
        return redirect("check-review", found.id)
    return render(request, "web/check_review.html", _context(request, found))


def _context(request: HttpRequest, found: Review) -> dict[str, object]:
    sources = tuple(records.sources_of([found.id]).get(found.id, []))
    held = records.edits_of([found.id]).get(found.id, [])
    edited = frozenset(edit.field for edit in held if edit.field != "statement")
    rows = fields.shown(found, sources, edited)
    at = request.GET.get("at", "")
    evidence = _evidence(found, rows, at)
    waits = [one.review.id for one in queue.waiting(shown(request))]
    context: dict[str, object] = {
        "review": found,
        "fields": rows,
        "groups": grouped(found),
        "kinds": HEADINGS,
        "addressees": ADDRESSEES,
        "at": at,
        "in_the_way": queue.in_the_way(found),
        "unsure": [pair for pair in deciding.unsure() if found.id in (pair.first, pair.second)],
        "suppressed": _suppressed(found.id),
        "events": _events(found.id),
        "seen": _last_claim(found.id),
        "next": next((one for one in waits if one != found.id), None),
        "names": reviews.document_names(),
    }
    document = request.GET.get("document") or (evidence[0].document if evidence else next(iter(found.documents), ""))
    if document:
        own = tuple(piece for piece in evidence if piece.document == document)
        context |= source_context(request, sourcing.document(document), own)
    return context


def _evidence(found: Review, rows: tuple[fields.Shown, ...], at: str) -> tuple[Evidence, ...]:
    """The evidence of a field (``field:harm``), a statement (its id), or of the first statement."""
    if at.startswith("field:"):
        return tuple(
            piece for row in rows if row.field.id == at[6:] for claim in row.claims for piece in claim.evidence
        )
    chosen = [one for one in found.statements if one.id == at] or list(found.statements[:1])
    return chosen[0].evidence if chosen else ()


class Past(msgspec.Struct, frozen=True):
    """A line of a record's history. ``claim`` can still be taken back where it is set."""

    action: str
    field: str
    author: str
    made_at: object
    claim: int | None


def _events(review_id: str) -> list[Past]:
    holding = set(
        models.EditorClaim.objects.filter(review=review_id, withdrawn=False, superseded_by__isnull=True).values_list(
            "pk", flat=True
        )
    )
    rows = models.Event.objects.filter(review=review_id).order_by("-id")[:_EVENTS]
    return [_past(row, holding) for row in rows]


def _past(row: models.Event, holding: set[int]) -> Past:
    detail = msgspec.json.decode(row.detail)
    claim = detail.get("claim")
    about = str(detail.get("after") or detail.get("field") or "").replace("_", " ")
    is_open = row.action in ("edited", "suppressed") and claim in holding
    return Past(row.action, about, row.author, row.made_at, claim if is_open else None)


def _suppressed(review_id: str) -> list[tuple[int, str]]:
    rows = models.EditorClaim.objects.filter(
        review=review_id, field="statement", value__isnull=True, withdrawn=False, superseded_by__isnull=True
    )
    anchors = ((row.pk, stored.edit_from(row).anchor) for row in rows)
    return [(pk, anchor.text if anchor else "") for pk, anchor in anchors]


def _last_claim(review_id: str) -> int:
    last = models.EditorClaim.objects.filter(review=review_id).order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


@for_role("editor")
@require_POST
def change_field(request: HttpRequest, review_id: str, name: str) -> HttpResponse:
    """Confirm, correct or empty a field."""
    field = fields.field_of(name)
    _refuse_overtaken(request, review_id, name, "")
    typed = "; ".join(request.POST.getlist("value")) if field.several else request.POST.get("value", "")
    value = field.read(typed) if typed.strip() else None
    edits.correct(review_id, name, value, evidence=_chosen_words(request), author=person_of(request).name)
    return _saved(request, review_id, f"field:{name}")


@for_role("editor")
@require_POST
def change_statement(request: HttpRequest, review_id: str, statement: str) -> HttpResponse:
    """Correct a statement, show it no more, or cut it in two at a line that is left empty."""
    _refuse_overtaken(request, review_id, "statement", statement)
    author = person_of(request).name
    held = next((one for one in reviews.get(review_id).statements if one.id == statement), None)
    if held is None:
        raise LessonbookError("statement-unknown", "This statement is not shown any more: look at the record again.")
    if request.POST.get("do") == "suppress":
        edits.suppress(review_id, statement, author=author)
        return _saved(request, review_id, "")
    pieces = [" ".join(part.split()) for part in request.POST.get("text", "").replace("\r", "").split("\n\n")]
    first, *others = [part for part in pieces if part] or [held.text]
    value = _statement_claim(request, first, held.addressees, held.parts if first == held.text else ())
    evidence = _chosen_words(request) or held.evidence
    edits.correct_statement(review_id, statement, value, evidence=_part_of(first, others, evidence), author=author)
    for text in others:
        own = msgspec.structs.replace(value, text=text, number=None, parts=())
        edits.add(review_id, own, evidence=_part_of(text, [first], evidence), author=author)
    return _saved(request, review_id, statement)


@for_role("editor")
@require_POST
def add_statement(request: HttpRequest, review_id: str) -> HttpResponse:
    """Add a statement: its words are chosen or typed as they stand in the source, and so are its evidence."""
    evidence = _chosen_words(request)
    text = " ".join((request.POST.get("text") or " ".join(piece.quote for piece in evidence)).split())
    if not text:
        raise LessonbookError("statement-empty", "Choose words in the source, or type them as they stand there.")
    if not evidence:
        evidence = (_found_words(request, text),)
    new = edits.add(
        review_id, _statement_claim(request, text, (), ()), evidence=evidence, author=person_of(request).name
    )
    return _saved(request, review_id, new)


@for_role("editor")
@require_POST
def set_status(request: HttpRequest, review_id: str) -> HttpResponse:
    """Say how far checking is. What is approved has nothing in its way."""
    status: Status = request.POST.get("status", "")  # type: ignore[assignment]  # set_status refuses what it does not know
    found = reviews.get(review_id)
    if status == "approved" and (blocking := queue.in_the_way(found)):
        raise LessonbookError(
            "approval-blocked", f"This record cannot be approved yet: {' '.join(one.message for one in blocking)}"
        )
    edits.set_status(review_id, status, author=person_of(request).name)
    messages.success(request, gettext("Saved: %(status)s.") % {"status": status})
    following = request.POST.get("next")
    return redirect("check-review", following) if following else redirect("check-review", review_id)


@for_role("editor")
@require_POST
def undo(request: HttpRequest, review_id: str, claim: int) -> HttpResponse:
    """Take an editor's change back: what it superseded holds again."""
    edits.withdraw(claim, author=person_of(request).name)
    return _saved(request, review_id, "")


@for_role("editor")
@require_POST
def decide_match(request: HttpRequest, review_id: str) -> HttpResponse:
    """Say whether two reviews are one."""
    other, author = request.POST.get("other", ""), person_of(request).name
    if request.POST.get("do") == "merge":
        deciding.merge(review_id, other, author=author)
    else:
        deciding.keep_apart(review_id, other, author=author)
    return _saved(request, review_id, "")


def _refuse_overtaken(request: HttpRequest, review_id: str, field: str, target: str) -> None:
    """Where another editor changed the same thing since the page was opened, neither change is lost: a person looks."""
    seen = request.POST.get("seen", "")
    if not seen.isdecimal():
        return
    later = models.EditorClaim.objects.filter(review=review_id, field=field, target=target, pk__gt=int(seen))
    overtaken = later.exclude(author=person_of(request).name).order_by("-pk").first()
    if overtaken is not None:
        raise LessonbookError(
            "overtaken",
            f"{overtaken.author or 'Somebody'} changed this while you were at it. Their change is kept, yours was "
            "not saved: go back, copy your words, look at the record again.",
        )


def _chosen_words(request: HttpRequest) -> tuple[Evidence, ...]:
    """The words that a person chose in the source, as evidence; nothing where none were."""
    quote, document = request.POST.get("quote", "").strip(), request.POST.get("document", "")
    if not quote or not document:
        return ()
    page = request.POST.get("page", "")
    number = int(page) if page.isdecimal() else None
    before, after = request.POST.get("before", ""), request.POST.get("after", "")
    return (sourcing.evidence_for(document, number, quote, before, after),)


def _found_words(request: HttpRequest, text: str) -> Evidence:
    page = request.POST.get("page", "")
    return sourcing.evidence_for(request.POST.get("document", ""), int(page) if page.isdecimal() else None, text)


def _part_of(text: str, others: list[str], evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The evidence of one part of a statement that is cut in two: where its words are found, all where they are not."""
    if not others or not evidence:
        return evidence
    try:
        first = evidence[0]
        return (sourcing.evidence_for(first.document, first.page, text, "", others[0]),)
    except LessonbookError:
        return evidence


def _statement_claim(
    request: HttpRequest, text: str, addressees: tuple[str, ...], parts: tuple[str, ...]
) -> StatementClaim:
    asked = request.POST
    to = tuple(asked.getlist("addressees")) if "addressees-shown" in asked else addressees
    kind = asked.get("kind", "learning")
    if kind not in HEADINGS:
        raise LessonbookError("kind-unknown", f"There is no kind of statement “{kind}”.")
    return StatementClaim(
        kind=kind,  # type: ignore[arg-type]  # one of the kinds, checked above
        text=text,
        addressees=to,
        number=asked.get("number", "").strip() or None,
        parts=parts,
        addressed_to=asked.get("addressed_to", "").strip() or None,
        timescale=asked.get("timescale", "").strip() or None,
        attributed_to=asked.get("attributed_to", "").strip() or None,
    )


def _saved(request: HttpRequest, review_id: str, at: str) -> HttpResponse:
    messages.success(request, gettext("Saved."))
    query = f"?at={at}#{at}" if at else ""
    return redirect(reverse("check-review", args=[review_id]) + query)

"""One document, one transaction: its entries, their claims, the reviews they belong to, and the records."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from django.db import transaction

from lessonbook.domain import Document, Entry, Extraction, LessonbookError
from lessonbook.register import archive, models, stored
from lessonbook.register.history import note
from lessonbook.register.identity import entry_key
from lessonbook.register.intake.anchoring import anchor_again
from lessonbook.register.intake.entries import Sorted, claim_row, end_claims, sort, update_claims
from lessonbook.register.intake.freshness import is_fresh
from lessonbook.register.matching.assigning import Assignment, Newcomer, assign
from lessonbook.register.matching.facts import facts_of
from lessonbook.register.parts import in_parts
from lessonbook.register.records import fill, keys_for, refresh
from lessonbook.register.reports import FileStatus
from lessonbook.register.resolution import Source, resolve
from lessonbook.register.wordings import announce

MEDIA_TYPES = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


class Recorded(msgspec.Struct, frozen=True):
    """What a document brought: how many new reviews, how many entries of known ones, how many a person must look at."""

    status: FileStatus
    new: int = 0
    matched: int = 0
    unsure: int = 0


def record(name: str, data: bytes, document: Document, extraction: Extraction) -> Recorded:
    """Store what was read from some bytes, whole or not at all; bytes first, so that no record ever lacks its source.

    Raises ``LessonbookError`` ``evidence-broken`` where an extractor's quotation is not in the document.
    """
    _check(document, extraction)
    archive.keep(data)
    with transaction.atomic():
        if is_fresh(document.sha256):  # the same bytes under another name, or another program was faster
            return Recorded("unchanged")
        known = models.Document.objects.filter(pk=document.sha256).first()
        same_text = known is not None and known.text == document.text
        row = _document(known, name, len(data), document, extraction)
        run = models.Run.objects.create(
            document=row,
            extractor=extraction.extractor,
            logic_version=extraction.logic_version,
            reader=document.reader,
            problems=stored.text_of(extraction.problems),
            furniture=stored.text_of(extraction.furniture),
            passed_over=stored.text_of(extraction.passed_over),
            made_at=datetime.now(tz=UTC),
        )
        found = sort(document.sha256, extraction.entries, same_text=same_text)
        touched = _keep(found, run, document, same_text=same_text)
        assignments = _add(found, run, touched)
        return Recorded(
            "imported" if known is None else "re-read",
            new=sum(one.review == key for key, one in assignments.items()),
            matched=sum(one.review != key for key, one in assignments.items()),
            unsure=sum(bool(one.candidates) for one in assignments.values()),
        )


def _check(document: Document, extraction: Extraction) -> None:
    claims = (claim for entry in extraction.entries for claim in entry.claims)
    for piece in (piece for claim in claims for piece in claim.evidence):
        if piece.document != document.sha256 or not piece.holds_in(document.text):
            raise LessonbookError(
                "evidence-broken",
                f"“{piece.quote[:60]}” is not at character {piece.start} of the document: nothing was stored; "
                "please report this fault of Lessonbook.",
            )


def _document(
    known: models.Document | None, name: str, size: int, document: Document, extraction: Extraction
) -> models.Document:
    row = known or models.Document(pk=document.sha256, name=name, imported_at=datetime.now(tz=UTC))
    row.format, row.media_type, row.size = document.format, MEDIA_TYPES[document.format], size
    row.title = extraction.title or document.title
    row.issue_date = extraction.issue_date.edtf if extraction.issue_date else None
    row.reader, row.text, row.problems = document.reader, document.text, stored.text_of(document.problems)
    row.save(force_insert=known is None)
    return row


def _keep(found: Sorted, run: models.Run, document: Document, *, same_text: bool) -> set[str]:
    """Bring entries that were there before up to date, end those that are gone; the reviews they belong to."""
    for old, entry in found.kept:
        old.row.run, old.row.position, old.row.problems = run, entry.position, stored.text_of(entry.problems)
        old.row.save(update_fields=["run", "position", "problems"])
        if update_claims(old, entry, run):
            note(old.row.review_id, "read-again", document=document.sha256)
    for old in found.gone:
        old.row.live = False
        old.row.save(update_fields=["live"])
        end_claims(old.claims, run)
        note(old.row.review_id, "no-longer-read", document=document.sha256)
    touched = {old.row.review_id for old, _ in found.kept} | {old.row.review_id for old in found.gone}
    if touched and not same_text:
        anchor_again(document, touched)
    return touched


def _add(found: Sorted, run: models.Run, touched: set[str]) -> dict[str, Assignment]:
    """Store the entries that are new, each under a review that the register has or a new one."""
    sha256 = run.document_id
    keys = _free_keys(sha256, found.fresh)
    sources = [Source(key, sha256, entry.claims, entry.problems) for key, entry in zip(keys, found.fresh, strict=True)]
    resolved = [resolve(source.key, [source]) for source in sources]
    facts = [facts_of(review) for review in resolved]
    taken = {old.row.review_id for old, _ in found.kept}
    assigned = assign([Newcomer(key, one) for key, one in zip(keys, facts, strict=True)], taken)
    new_rows: list[models.Review] = []
    new_keys: list[models.ReviewKey] = []
    for key, review, fact, assignment in zip(keys, resolved, facts, assigned, strict=True):
        if assignment.review == key:
            row = models.Review(id=key)
            fill(row, review, fact)
            new_rows.append(row)
            new_keys += keys_for(review, fact)
    models.Review.objects.bulk_create(new_rows)
    models.ReviewKey.objects.bulk_create(new_keys)
    _add_entries(found.fresh, keys, assigned, run)
    assignments = dict(zip(keys, assigned, strict=True))
    again = touched | _add_candidates(assignments) | _joined(assignments, sha256)
    announce([row.pk for row in new_rows if row.pk not in again])
    refresh(again)
    return assignments


def _add_entries(
    entries: Sequence[Entry], keys: Sequence[str], assigned: Sequence[Assignment], run: models.Run
) -> None:
    rows = [
        models.Entry(
            key=key,
            document_id=run.document_id,
            run=run,
            review_id=assignment.review,
            position=entry.position,
            problems=stored.text_of(entry.problems),
        )
        for entry, key, assignment in zip(entries, keys, assigned, strict=True)
    ]
    models.Entry.objects.bulk_create(rows)
    models.Claim.objects.bulk_create(
        claim_row(claim, position, row, run)
        for row, entry in zip(rows, entries, strict=True)
        for position, claim in enumerate(entry.claims)
    )


def _add_candidates(assignments: dict[str, Assignment]) -> set[str]:
    """Write down who may be whom; the reviews that a person must look at."""
    pairs = [
        models.MatchCandidate(first_id=candidate.review, second_id=assignment.review, reason=candidate.reason)
        for assignment in assignments.values()
        for candidate in assignment.candidates
    ]
    models.MatchCandidate.objects.bulk_create(pairs)
    return {review for pair in pairs for review in (pair.first_id, pair.second_id)}


def _joined(assignments: dict[str, Assignment], document: str) -> set[str]:
    """The reviews that were in the register before and have an entry more."""
    joined = {assignment.review for key, assignment in assignments.items() if assignment.review != key}
    for review in sorted(joined):
        note(review, "document-added", document=document)
    return joined


def _free_keys(document: str, entries: Sequence[Entry]) -> list[str]:
    """A key for each entry; a position that had another entry before gives another key."""
    turns = [0] * len(entries)
    while True:
        keys = [entry_key(document, entry.position, turn) for entry, turn in zip(entries, turns, strict=True)]
        taken: set[str] = set()
        for part in in_parts(keys):
            taken.update(models.Entry.objects.filter(key__in=part).values_list("key", flat=True))
            taken.update(models.Review.objects.filter(pk__in=part).values_list("pk", flat=True))
        first = {key: index for index, key in reversed(list(enumerate(keys)))}
        again = [key in taken or first[key] != index for index, key in enumerate(keys)]
        if not any(again):
            return keys
        turns = [turn + more for turn, more in zip(turns, again, strict=True)]

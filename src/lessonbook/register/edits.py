"""What editors claim: corrections, statements suppressed or added, a review's status. Each can be withdrawn."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import get_args

import msgspec

from lessonbook.domain import MANY, VALUE_TYPES, Evidence, LessonbookError, Statement, StatementClaim, Status
from lessonbook.domain.serialise import from_plain, to_plain
from lessonbook.register import models, reviews, stored
from lessonbook.register.history import note
from lessonbook.register.identity import statement_id
from lessonbook.register.opening import changing
from lessonbook.register.records import refresh
from lessonbook.register.resolution import Anchor
from lessonbook.register.resolution.voices import EditValue


@changing
def correct(
    review: str, field: str, value: EditValue | None, *, evidence: Sequence[Evidence] = (), author: str = ""
) -> int:
    """Claim a field's value as an editor; ``None`` empties it. The claim's number, to withdraw it.

    ``subject``, ``link`` and ``proceeding`` are claimed whole, as a tuple. Statements have functions of their own.
    Raises ``LessonbookError``: ``field-unknown``, ``value-unfit``.
    """
    if field not in VALUE_TYPES or field == "statement":
        fields = ", ".join(sorted(set(VALUE_TYPES) - {"statement"}))
        raise LessonbookError("field-unknown", f"There is no field “{field}” to correct: choose from {fields}.")
    _check_fit(field, value)
    return _claim(reviews.row(review), field, value, author=author, evidence=evidence)


@changing
def correct_statement(
    review: str, statement: str, value: StatementClaim, *, evidence: Sequence[Evidence] = (), author: str = ""
) -> int:
    """Claim another value for a statement, whole: kind, text, addressees, number, parts, whom it is addressed to,
    by when, whose it is. It keeps its id and its evidence.
    """
    row, held = _statement(review, statement)
    anchor = _anchor(held)
    return _claim(row, "statement", value, author=author, target=held.id, evidence=evidence, anchor=anchor)


@changing
def suppress(review: str, statement: str, *, author: str = "") -> int:
    """Show a statement no more; the claim's number, to withdraw it and show the statement again."""
    row, held = _statement(review, statement)
    return _claim(row, "statement", None, author=author, target=held.id, anchor=_anchor(held))


@changing
def add(review: str, value: StatementClaim, *, evidence: Sequence[Evidence] = (), author: str = "") -> str:
    """Add a statement that no extractor found; its id. Without evidence it cannot be published."""
    row = reviews.row(review)
    before = row.editor_claims.count()
    new_id = statement_id(row.pk, f"editor-{value.kind}", value.text, before)
    _claim(row, "statement", value, author=author, target=new_id, evidence=evidence)
    return new_id


@changing
def withdraw(claim: int, *, author: str = "") -> None:
    """Take an editor's claim back: what it superseded holds again. Raises ``LessonbookError`` ``claim-unknown``."""
    row = models.EditorClaim.objects.filter(pk=claim, withdrawn=False).first()
    if row is None:
        raise LessonbookError("claim-unknown", f"There is no editor's claim {claim} that holds: see the history.")
    row.withdrawn = True
    row.save(update_fields=["withdrawn"])
    models.EditorClaim.objects.filter(superseded_by=row).update(superseded_by=row.superseded_by)
    note(row.review_id, "withdrawn", author=author, claim=claim, field=row.field)
    refresh([row.review_id])


@changing
def set_status(review: str, status: Status, *, author: str = "") -> None:
    """Say how far a review's checking is. Raises ``LessonbookError`` ``status-unknown``."""
    if status not in get_args(Status):
        known = ", ".join(get_args(Status))
        raise LessonbookError("status-unknown", f"There is no status “{status}”: choose from {known}.")
    row = reviews.row(review)
    note(row.pk, "status", author=author, before=row.status, after=status)
    row.status = status
    row.save(update_fields=["status"])
    refresh([row.pk])


def _check_fit(field: str, value: object) -> None:
    if value is None:
        return
    try:
        from_plain(to_plain(value), stored.edit_type(field))
    except (msgspec.ValidationError, NotImplementedError) as error:
        whole = " (a tuple of them, all there are)" if field in MANY else ""
        raise LessonbookError("value-unfit", f"That is no value for {field}{whole}: {error}.") from error


def _claim(  # noqa: PLR0913 - a claim has so many parts
    row: models.Review,
    field: str,
    value: EditValue | None,
    *,
    author: str,
    target: str = "",
    evidence: Sequence[Evidence] = (),
    anchor: Anchor | None = None,
) -> int:
    before = row.editor_claims.filter(field=field, target=target, superseded_by__isnull=True, withdrawn=False)
    superseded = list(before.values_list("pk", flat=True))
    claim = models.EditorClaim.objects.create(
        review=row,
        field=field,
        target=target,
        value=None if value is None else stored.text_of(value),
        evidence=stored.text_of(tuple(evidence)),
        anchor=_first_anchor(row, superseded) or stored.text_of(anchor),
        author=author,
        made_at=datetime.now(tz=UTC),
    )
    models.EditorClaim.objects.filter(pk__in=superseded).update(superseded_by=claim)
    action = "suppressed" if value is None else "edited"
    note(row.pk, action, author=author, claim=claim.pk, field=field, target=target)
    refresh([row.pk])
    return claim.pk


def _first_anchor(row: models.Review, superseded: Sequence[int]) -> str | None:
    """The statement as the document had it: an edit of an edit is anchored there, not in the editor's wording."""
    first = row.editor_claims.filter(pk__in=superseded).exclude(target="").order_by("id").first()
    return first.anchor if first else None


def _statement(review: str, statement: str) -> tuple[models.Review, Statement]:
    row = reviews.row(review)
    held = next((one for one in reviews.get(row.pk).statements if one.id == statement), None)
    if held is None:
        raise LessonbookError("statement-unknown", f"The review {row.pk} shows no statement {statement}.")
    return row, held


def _anchor(held: Statement) -> Anchor:
    return Anchor(held.kind, held.text, held.evidence, held.attributed_to)

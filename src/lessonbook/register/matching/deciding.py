"""What a person decides about reviews that may be one: merge, split, keep apart, and undo each."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_json
from lessonbook.register import models, reviews, stored
from lessonbook.register.history import note
from lessonbook.register.identity import split_key
from lessonbook.register.matching.candidates import UnsureMatch, settle, waiting
from lessonbook.register.opening import changing
from lessonbook.register.records import refresh


def unsure() -> list[UnsureMatch]:
    """The pairs that wait for a person, in the order they were found."""
    return waiting()


@changing
def merge(kept: str, other: str, *, author: str = "") -> int:
    """Make one review of two: what is said of ``other`` is said of ``kept``; the decision's number, to undo it.

    The id of ``other`` leads to ``kept`` from now on. Raises ``LessonbookError`` ``merge-with-itself``.
    """
    into, gone = reviews.row(kept), reviews.row(other)
    if into.pk == gone.pk:
        raise LessonbookError("merge-with-itself", f"{kept} and {other} are one review already: there is no merging.")
    decision = _move(
        gone, into, list(gone.entries.all()), list(gone.editor_claims.all()), action="merge", author=author
    )
    settle(into.pk, gone.pk, "merged")
    _lead(gone, into)
    refresh([into.pk, gone.pk])
    return decision


@changing
def keep_apart(one: str, other: str, *, author: str = "") -> None:
    """Say that two reviews are two; they are not proposed again."""
    first, second = reviews.row(one), reviews.row(other)
    settle(first.pk, second.pk, "apart")
    note(first.pk, "kept-apart", author=author, other=second.pk)
    refresh([first.pk, second.pk])


@changing
def split(review: str, documents: Collection[str], *, author: str = "") -> tuple[str, int]:
    """Make a review of its own of what these documents (by SHA-256) say; its id and the decision's number.

    Editors' claims on statements of those documents go with them. Raises ``LessonbookError`` ``split-nothing`` where
    nothing would move or nothing would stay.
    """
    row = reviews.row(review)
    entries = list(row.entries.filter(live=True).order_by("id"))
    moving = [entry for entry in entries if entry.document_id in documents]
    if not moving or len(moving) == len(entries):
        raise LessonbookError("split-nothing", f"Name some, not all, of the documents that speak of {review}.")
    new = _revived(moving[0].key) or models.Review.objects.create(id=_free_id(moving[0].key), status=row.status)
    keys = {entry.key for entry in moving}
    claims = [claim for claim in row.editor_claims.all() if _is_about(claim, keys)]
    decision = _move(row, new, moving, claims, action="split", author=author)
    settle(row.pk, new.pk, "apart")
    refresh([row.pk, new.pk])
    return new.pk, decision


@changing
def undo(decision: int, *, author: str = "") -> None:
    """Take a merge or a split back: every entry and every editor's claim goes where it was.

    Raises ``LessonbookError``: ``decision-unknown``; ``decision-undone``; ``undo-later-first`` where a later decision
    moved the same entries.
    """
    made = models.MatchDecision.objects.filter(pk=decision).first()
    if made is None:
        raise LessonbookError("decision-unknown", f"There is no decision {decision}: see the review's history.")
    if made.undone_at is not None:
        raise LessonbookError("decision-undone", f"The decision {decision} has been undone already.")
    back, here = (made.other, made.kept) if made.action == "merge" else (made.kept, made.other)
    entries = from_json(made.entries, tuple[int, ...])
    claims: Sequence[int] = from_json(made.editor_claims, tuple[int, ...])
    moved = models.Entry.objects.filter(pk__in=entries, review=here)
    if moved.count() != len(entries) or here.merged_into_id is not None:
        raise LessonbookError("undo-later-first", "A later decision moved these entries on: undo that first.")
    keys = set(moved.values_list("key", flat=True))
    moved.update(review=back)
    claims = [claim.pk for claim in here.editor_claims.all() if claim.pk in claims or _is_about(claim, keys)]
    models.EditorClaim.objects.filter(pk__in=claims).update(review=back)
    _lead(back, None)
    if made.action == "split":
        _lead(here, back)
    made.undone_at = datetime.now(tz=UTC)
    made.save(update_fields=["undone_at"])
    settle(made.kept_id, made.other_id, "open" if made.action == "merge" else "merged")
    for review in (here, back):
        note(review.pk, f"{made.action}-undone", author=author, decision=decision)
    refresh([here.pk, back.pk])


def _move(  # noqa: PLR0913 - what moves from where to where, and who said so
    source: models.Review,
    target: models.Review,
    entries: Sequence[models.Entry],
    claims: Sequence[models.EditorClaim],
    *,
    action: str,
    author: str,
) -> int:
    entry_ids, claim_ids = [entry.pk for entry in entries], [claim.pk for claim in claims]
    models.Entry.objects.filter(pk__in=entry_ids).update(review=target)
    models.EditorClaim.objects.filter(pk__in=claim_ids).update(review=target)
    kept, other = (target, source) if action == "merge" else (source, target)
    decision = models.MatchDecision.objects.create(
        action=action,
        kept=kept,
        other=other,
        entries=stored.text_of(entry_ids),
        editor_claims=stored.text_of(claim_ids),
        author=author,
        made_at=datetime.now(tz=UTC),
    )
    note(kept.pk, action, author=author, other=other.pk, decision=decision.pk)
    note(other.pk, action, author=author, other=kept.pk, decision=decision.pk)
    return decision.pk


def _lead(row: models.Review, heir: models.Review | None) -> None:
    """Let a review's id lead to another, or to itself again."""
    row.merged_into = heir
    row.save(update_fields=["merged_into"])


def _is_about(claim: models.EditorClaim, entry_keys: Collection[str]) -> bool:
    """Whether an editor's claim is on a statement of one of these entries: a statement's id begins with its entry's."""
    return claim.target.partition("-")[0] in entry_keys


def _revived(key: str) -> models.Review | None:
    """The review that an entry made, where it was merged away and has the entry's id still."""
    row = models.Review.objects.filter(pk=key, merged_into__isnull=False).first()
    if row is not None:
        _lead(row, None)
    return row


def _free_id(key: str) -> str:
    turn = 0
    while models.Review.objects.filter(pk=split_key(key, turn)).exists():
        turn += 1
    return split_key(key, turn)

"""From the claims in the tables to the records that people see, and the keys they are found by."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db.models import QuerySet

from lessonbook.domain import Claim, Problem, Review, Status
from lessonbook.register import models, stored
from lessonbook.register.coding import with_themes
from lessonbook.register.matching.candidates import partners, waiting
from lessonbook.register.matching.facts import Facts, facts_of, keys_of
from lessonbook.register.parts import in_parts
from lessonbook.register.resolution import Edit, Source, resolve
from lessonbook.register.wordings import announce

_FILLED = (
    "label",
    "area",
    "audience",
    "scope",
    "section",
    "published_from",
    "published_to",
    "statements",
    "facts",
    "record",
)
_NO_SOURCE = Problem(
    "no-source", "No document is read to speak of this review any more; it is kept because an editor worked on it."
)


def refresh(review_ids: Iterable[str]) -> None:
    """Resolve reviews anew from their claims; write records and keys. Call it inside the transaction of a change.

    Where a review came to life or ended, those that it may be the same as are resolved anew too.
    """
    wanted = set(review_ids)
    changed = _update_live(wanted)
    for ids in in_parts(sorted(wanted | partners(changed))):
        rows = list(models.Review.objects.filter(id__in=ids))
        keys: list[models.ReviewKey] = []
        for row, review in zip(rows, resolved_anew(rows), strict=True):
            facts = facts_of(review)
            fill(row, review, facts)
            keys += keys_for(review, facts) if row.live else ()
        # One upsert is several times as fast as an update with a case for each row and column.
        models.Review.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=_FILLED)
        models.ReviewKey.objects.filter(review__in=ids).delete()
        models.ReviewKey.objects.bulk_create(keys)
        announce(ids)


def _update_live(review_ids: Collection[str]) -> list[str]:
    """Say which reviews are live: somebody speaks of them and they were not merged. Those for which that changed."""
    changed: list[str] = []
    for ids in in_parts(sorted(review_ids)):
        spoken_of = set(models.Entry.objects.filter(review__in=ids, live=True).values_list("review_id", flat=True))
        spoken_of |= set(_held(ids).values_list("review_id", flat=True))
        for row in models.Review.objects.filter(id__in=ids).only("live", "merged_into"):
            live = row.merged_into_id is None and row.pk in spoken_of
            if live != row.live:
                changed.append(row.pk)
                models.Review.objects.filter(pk=row.pk).update(live=live)
    return changed


def resolved_anew(rows: Sequence[models.Review]) -> Iterator[Review]:
    """For each row the review that its claims give now, with the themes of its statements."""
    yield from with_themes(rows, list(_resolved(rows)))


def _resolved(rows: Sequence[models.Review]) -> Iterator[Review]:
    ids = [row.pk for row in rows]
    sources, edits, unsure = sources_of(ids), edits_of(ids), _unsure(ids)
    for row in rows:
        own, changes = sources.get(row.pk, []), edits.get(row.pk, [])
        problems = (*(() if own else (_NO_SOURCE,)), *unsure.get(row.pk, ()))
        status: Status = row.status  # type: ignore[assignment]  # as it was written
        yield resolve(row.pk, own, changes, status=status, problems=problems)


def fill(row: models.Review, review: Review, facts: Facts) -> None:
    """Put a resolved review into its row."""
    row.label, row.audience, row.scope, row.section = review.label, review.audience, review.scope, review.section
    row.area = review.area.as_written if review.area else None
    row.published_from = review.published.earliest if review.published else None
    row.published_to = review.published.latest if review.published else None
    row.statements = len(review.statements)
    row.facts = stored.text_of(facts)
    row.record = stored.text_of(review)


def keys_for(review: Review, facts: Facts) -> list[models.ReviewKey]:
    """The keys of a review: those of filters and those of matching."""
    keys = [f"area:{authority.gss}" for authority in (review.area.authorities if review.area else ())]
    keys += [f"kind:{kind}" for kind in review.kinds]
    return [models.ReviewKey(review_id=review.id, key=key) for key in dict.fromkeys((*keys, *keys_of(facts)))]


def sources_of(review_ids: Collection[str]) -> dict[str, list[Source]]:
    """What documents say of each review now, in order of intake."""
    entries = list(models.Entry.objects.filter(review__in=review_ids, live=True).order_by("id"))
    claims: dict[int, list[Claim]] = defaultdict(list)
    document_of = {entry.pk: entry.document_id for entry in entries}
    for part in in_parts(list(document_of)):
        held = models.Claim.objects.filter(entry__in=part, ended_by__isnull=True).order_by("entry", "position", "id")
        for row in held.iterator():
            claims[row.entry_id].append(stored.claim_from(row, document_of[row.entry_id]))
    sources: dict[str, list[Source]] = defaultdict(list)
    for entry in entries:
        problems = stored.problems_from(entry.problems)
        sources[entry.review_id].append(Source(entry.key, entry.document_id, tuple(claims[entry.pk]), problems))
    return sources


def edits_of(review_ids: Collection[str]) -> dict[str, list[Edit]]:
    """What editors claim of each review now, in order of making."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for row in _held(review_ids).order_by("id"):
        edits[row.review_id].append(stored.edit_from(row))
    return edits


def _held(review_ids: Collection[str]) -> QuerySet[models.EditorClaim]:
    """Editors' claims that hold."""
    return models.EditorClaim.objects.filter(review__in=review_ids, withdrawn=False, superseded_by__isnull=True)


def _unsure(review_ids: Collection[str]) -> dict[str, list[Problem]]:
    """For each review the others that may be the same, as problems for a person."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for pair in waiting(review_ids):
        found[pair.first].append(_unsure_match(pair.second, pair.reason))
        found[pair.second].append(_unsure_match(pair.first, pair.reason))
    return found


def _unsure_match(other: str, reason: str) -> Problem:
    """That a review may be the same as another: a person merges them or keeps them apart."""
    return Problem("match-unsure", f"This may be the same review as {other}: {reason}. Merge them or keep them apart.")

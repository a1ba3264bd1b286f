"""The entries of a new reading, put beside those of the old one: claims that stay, that end, that are new."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from lessonbook.domain import Claim, Entry
from lessonbook.register import models, stored
from lessonbook.register.intake.aligning import align
from lessonbook.register.parts import in_parts


class Old(msgspec.Struct):
    """An entry that the register has, with its claims that hold."""

    row: models.Entry
    claims: list[models.Claim]


class Sorted(msgspec.Struct):
    """Entries that were there before, that are gone, and that are new."""

    kept: list[tuple[Old, Entry]]
    gone: list[Old]
    fresh: list[Entry]


def sort(document: str, entries: Sequence[Entry], *, same_text: bool) -> Sorted:
    """Tell which entries of a reading the register has already."""
    old = _old(document)
    claims = [[stored.claim_from(row, document) for row in one.claims] for one in old]
    pairs = align(claims, [entry.claims for entry in entries], same_text=same_text)
    kept = [(old[pairs[index]], entry) for index, entry in enumerate(entries) if index in pairs]
    gone = [one for index, one in enumerate(old) if index not in set(pairs.values())]
    return Sorted(kept, gone, [entry for index, entry in enumerate(entries) if index not in pairs])


def _old(document: str) -> list[Old]:
    rows = list(models.Entry.objects.filter(document=document, live=True).order_by("position", "id"))
    claims: dict[int, list[models.Claim]] = defaultdict(list)
    for part in in_parts([row.pk for row in rows]):
        for claim in models.Claim.objects.filter(entry__in=part, ended_by__isnull=True).order_by("position", "id"):
            claims[claim.entry_id].append(claim)
    return [Old(row, claims[row.pk]) for row in rows]


def claim_row(claim: Claim, position: int, entry: models.Entry, run: models.Run) -> models.Claim:
    """A document's claim as a row."""
    return models.Claim(
        entry=entry,
        run=run,
        position=position,
        field=claim.field,
        value=stored.text_of(claim.value),
        evidence=stored.places_text(claim.evidence),
        certainty=claim.certainty,
        origin=claim.origin,
        confidence=claim.confidence,
        reasons=stored.text_of(claim.reasons),
    )


def update_claims(old: Old, entry: Entry, run: models.Run) -> bool:
    """Bring the claims of an entry up to a new reading; whether any ended or came.

    A claim that is the same stays as it is, with the reading that made it. One that is not ends, superseded by the
    claim that has its value or, for a field that is claimed once, its place.
    """
    wanted = [claim_row(claim, position, old.row, run) for position, claim in enumerate(entry.claims)]
    held = defaultdict(list)
    for row in old.claims:
        held[_same(row)].append(row)
    stay: list[models.Claim] = []
    come: list[models.Claim] = []
    for row in wanted:
        if held[_same(row)]:
            known = held[_same(row)].pop(0)
            known.position = row.position
            stay.append(known)
        else:
            come.append(row)
    end = [row for row in old.claims if row not in stay]
    models.Claim.objects.bulk_create(come)
    models.Claim.objects.bulk_update(stay, ["position"], batch_size=200)
    end_claims(end, run, come)
    return bool(come or end)


def end_claims(rows: Sequence[models.Claim], run: models.Run, successors: Sequence[models.Claim] = ()) -> None:
    """Claims that a reading did not find again."""
    for row in rows:
        row.ended_by = run
        row.superseded_by = _successor(row, successors)
    models.Claim.objects.bulk_update(rows, ["ended_by", "superseded_by"], batch_size=200)


def _same(row: models.Claim) -> tuple[object, ...]:
    return row.field, row.value, row.evidence, row.certainty, row.origin, row.confidence, row.reasons


def _successor(row: models.Claim, successors: Sequence[models.Claim]) -> models.Claim | None:
    alike = [one for one in successors if one.field == row.field]
    same_value = next((one for one in alike if one.value == row.value), None)
    return same_value or (alike[0] if len(alike) == 1 else None)

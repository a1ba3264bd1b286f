"""Pairs of reviews that may be one and wait for a person. A review that was merged stands for what it became."""

from collections.abc import Collection

import msgspec
from django.db.models import Q

from lessonbook.register import models


class UnsureMatch(msgspec.Struct, frozen=True):
    """Two reviews that may be one, and why."""

    first: str
    second: str
    reason: str


def waiting(review_ids: Collection[str] | None = None) -> list[UnsureMatch]:
    """The pairs that wait, all or those of some reviews, each once, in the order they were found."""
    pairs = models.MatchCandidate.objects.filter(state="open").select_related("first", "second")
    if review_ids is not None:
        members = [*review_ids, *_merged_into(review_ids)]
        pairs = pairs.filter(Q(first__in=members) | Q(second__in=members))
    found: dict[frozenset[str], UnsureMatch] = {}
    for pair in pairs.order_by("id"):
        first, second = heir(pair.first), heir(pair.second)
        if first.live and second.live and first.pk != second.pk:
            found.setdefault(frozenset((first.pk, second.pk)), UnsureMatch(first.pk, second.pk, pair.reason))
    return list(found.values())


def partners(review_ids: Collection[str]) -> set[str]:
    """The reviews in a waiting pair with one of these."""
    pairs = models.MatchCandidate.objects.filter(
        Q(first__in=review_ids) | Q(second__in=review_ids), state="open"
    ).select_related("first", "second")
    return {heir(row).pk for pair in pairs for row in (pair.first, pair.second)}


def settle(one: str, other: str, state: str) -> int:
    """Say what became of two reviews, and of what was merged into them; how many pairs that settled."""
    ones, others = ([review, *_merged_into([review])] for review in (one, other))
    pairs = models.MatchCandidate.objects.filter(
        Q(first__in=ones, second__in=others) | Q(first__in=others, second__in=ones)
    )
    return pairs.update(state=state)


def heir(row: models.Review) -> models.Review:
    """What a review became by merging; itself where it was not merged."""
    while row.merged_into is not None:
        row = row.merged_into
    return row


def _merged_into(review_ids: Collection[str]) -> list[str]:
    found: list[str] = []
    latest = list(review_ids)
    while latest := list(models.Review.objects.filter(merged_into__in=latest).values_list("id", flat=True)):
        found += latest
    return found

"""Which items a set of filters lets through, and how many reviews there are under each facet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessonbook.domain import PartialDate
from lessonbook.register import models as register
from lessonbook.search.facets import FACETS, OF_STATEMENTS, wanted
from lessonbook.search.models import IndexedReview
from lessonbook.search.query import Filter
from lessonbook.search.stored import Index, Segment

Mask = NDArray[np.bool_]
Numbers = NDArray[Any]


def allowed(
    segment: Segment,
    index: Index,
    filters: Sequence[Filter],
    owners: NDArray[np.int64] | None,
    *,
    documents: bool,
) -> Mask:
    """The items of a segment that may be shown. ``owners`` are the only reviews allowed, where that is limited."""
    mask: Mask = ~np.isin(segment.ids, index.gone, assume_unique=True)
    if not documents:
        mask &= ~_with_any(segment, ("is:document",), of_items=True)
    for asked in filters:
        of_items = asked.field in OF_STATEMENTS
        held = _with_any(segment, wanted(asked), of_items=of_items)
        mask &= ~held if asked.negated else held
    if owners is not None:
        mask &= np.isin(segment.owner_ids, owners)[segment.owners]
    return mask


def _with_any(segment: Segment, facets: Iterable[str], *, of_items: bool) -> Mask:
    """The items that have one of these facets, by themselves or by their review."""
    asked = set(facets)
    codes = np.array([number for number, name in enumerate(segment.facets) if name in asked], np.int32)
    starts, listed = (segment.item_from, segment.item_codes) if of_items else (segment.owner_from, segment.owner_codes)
    rows = np.searchsorted(starts, np.flatnonzero(np.isin(listed, codes)), side="right") - 1
    mask: Mask = np.zeros(len(starts) - 1, bool)
    mask[rows] = True
    return mask if of_items else mask[segment.owners]


def owners_published(first: PartialDate | None, last: PartialDate | None) -> NDArray[np.int64] | None:
    """The reviews whose date of publication can lie in a period; nothing where there is no period."""
    if first is None and last is None:
        return None
    rows = register.Review.objects.filter(live=True, published_from__isnull=False)
    rows = rows.filter(published_to__gte=first.earliest) if first else rows
    rows = rows.filter(published_from__lte=last.latest) if last else rows
    named = rows.values("pk")
    return np.array(list(IndexedReview.objects.filter(review__in=named).values_list("pk", flat=True)), np.int64)


def counted(found: Sequence[tuple[Segment, NDArray[np.intp]]]) -> dict[str, list[tuple[str, int]]]:
    """For each facet its values, each with the number of reviews that have an item found, the most first.

    ``found`` gives for each segment the rows of the items found.
    """
    counts: Counter[str] = Counter()
    for segment, rows in found:
        owners = np.unique(segment.owners[rows])
        codes = _gathered(segment.owner_from, segment.owner_codes, owners)[1]
        _add(counts, segment, codes)
        whose, codes = _gathered(segment.item_from, segment.item_codes, rows)
        pairs = np.unique(segment.owners[rows][whose].astype(np.int64) * len(segment.facets) + codes)
        _add(counts, segment, pairs % max(len(segment.facets), 1))
    table: dict[str, list[tuple[str, int]]] = {field: [] for field in FACETS}
    for facet, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        field, value = facet.split(":", 1)
        if field in table:
            table[field].append((value, count))
    return table


def _add(counts: Counter[str], segment: Segment, codes: Numbers) -> None:
    for code, count in enumerate(np.bincount(codes, minlength=0)):
        if count:
            counts[segment.facets[code]] += int(count)


def _gathered(starts: Numbers, listed: Numbers, rows: Numbers) -> tuple[NDArray[np.intp], Numbers]:
    """The codes of some rows, one after another, and for each code the place in ``rows`` it belongs to."""
    sizes = np.asarray(starts)[rows + 1] - np.asarray(starts)[rows]
    whose = np.repeat(np.arange(len(rows)), sizes)
    before = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64) if len(rows) else np.zeros(0, np.int64)
    places = np.arange(len(whose)) - before[whose] + np.asarray(starts)[rows][whose]
    return whose, np.asarray(listed)[places]

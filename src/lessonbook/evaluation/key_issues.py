"""Key issues chosen from a report, against the sentences that a careful reader could choose.

There is no one right choice, so there is no F1: counted are how many of the chosen are acceptable, how many of those
not to be missed are there, whether there are at most eight, and whether they stand in gold's order, which is of time.
"""

from collections.abc import Sequence
from itertools import combinations

from lessonbook.evaluation import wording
from lessonbook.evaluation.gold import Record
from lessonbook.evaluation.results import KeyIssues

MOST = 8


def judge(chosen: Sequence[Record], candidates: Sequence[Record]) -> tuple[KeyIssues, list[Record], list[Record]]:
    """The counts for one record, the chosen that are not acceptable, and the missed that must be there."""
    places = [_place(one["text"], candidates) for one in chosen]
    met = {place for place in places if place is not None}
    must = [index for index, candidate in enumerate(candidates) if candidate.get("must")]
    pairs = [(one, other) for one, other in combinations([place for place in places if place is not None], 2)]
    counts = KeyIssues(
        chosen=len(chosen),
        acceptable=sum(place is not None for place in places),
        must=len(must),
        must_found=sum(index in met for index in must),
        pairs=len(pairs),
        ordered=sum(one <= other for one, other in pairs),
        records=1,
        too_many=int(len(chosen) > MOST),
    )
    others = [one for one, place in zip(chosen, places, strict=True) if place is None]
    return counts, others, [candidates[index] for index in must if index not in met]


def _place(text: str, candidates: Sequence[Record]) -> int | None:
    value, index = max(
        ((wording.likeness(text, candidate["text"]), -index) for index, candidate in enumerate(candidates)),
        default=(0.0, 0),
    )
    return -index if value >= wording.NEAR else None

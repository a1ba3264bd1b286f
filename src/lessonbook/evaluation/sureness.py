"""Whether the extractor is right as often as it says: values in bins by how sure it was."""

from collections.abc import Sequence
from itertools import pairwise

from lessonbook.evaluation.results import Bin, Calibration, Judged

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def calibration(judged: Sequence[Judged]) -> Calibration:
    """Over all values that the extractor said how sure it is of."""
    if not judged:
        return Calibration(0, None, None)
    bins = tuple(
        _bin(low, high, some)
        for low, high in pairwise(_EDGES)
        if (some := [one for one in judged if low <= one.confidence and (one.confidence < high or high == 1.0)])
    )
    error = sum(one.values * abs(one.said - one.right) for one in bins) / len(judged)
    brier = sum((one.confidence - one.right) ** 2 for one in judged) / len(judged)
    return Calibration(len(judged), error, brier, bins)


def _bin(low: float, high: float, some: Sequence[Judged]) -> Bin:
    said = sum(one.confidence for one in some) / len(some)
    return Bin(low, high, len(some), said, sum(one.right for one in some) / len(some))

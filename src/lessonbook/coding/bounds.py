"""From which confidence on a theme is given: where enough were right when their reviews were left out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lessonbook.coding.model import NEVER
from lessonbook.coding.seeing import Floats

RIGHT_ENOUGH = 2 / 3
# A person put a term there because it tells of the theme: what it gives stands unless most of it was wrong. A bound
# near what terms usually reach (0.69) would take whole themes away for a few statements more.
RIGHT_ENOUGH_WITH_TERMS = 1 / 2
_STEPS = tuple(step / 20 for step in range(20))
_AS_MANY = 10  # what is usual counts as so many cases: few cases of one theme say little


def smoothed(confidences: Floats, right: NDArray[np.bool_]) -> tuple[float, ...]:
    """What share is right from each step of confidence on, over all themes; where nothing is found, as before."""
    usual, last = [], 0.0
    for step in _STEPS:
        found = confidences >= step
        last = float(right[found].mean()) if found.any() else last
        usual.append(last)
    return tuple(usual)


def bound(confidences: Floats, right: NDArray[np.bool_], usual: Sequence[float], enough: float) -> float:
    """The lowest confidence from which on, and from every higher step on, so large a share (``enough``) is right."""
    least = NEVER
    for step, share in reversed(list(zip(_STEPS, usual, strict=True))):
        found = confidences >= step
        if (int(right[found].sum()) + _AS_MANY * share) / (int(found.sum()) + _AS_MANY) < enough:
            break
        least = step
    return least

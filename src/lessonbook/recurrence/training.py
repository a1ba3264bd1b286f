"""Making the weights of ``sameness`` from judged pairs: logistic regression, the same weights for the same pairs."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from lessonbook.recurrence.sameness import Features

_STEPS = 50
_MOST_TOTAL = 30.0  # beyond it a share is 0 or 1
_LEAST_STEP = 1e-4
_HELD_BACK = 3.0  # ridge: with few judged pairs weights that are far from what was known are chance
_HELD_BACK_NEW = 0.1  # of a feature that nothing was known of


def trained(pairs: Sequence[tuple[Features, bool]], known: Mapping[str, float] | None = None) -> dict[str, float]:
    """The weights, by the features' names and ``constant``, from pairs with whether they are the same.

    ``known`` are weights from other pairs, near which these are held. Newton's method with a ridge on all but the
    constant, each step halved until it helps. Raises ``ValueError`` where all are judged alike.
    """
    if len({same for _, same in pairs}) < 2:
        raise ValueError("pairs that are the same and pairs that are not are needed")
    rows = np.array([[1.0, *features] for features, _ in pairs])
    wanted = np.array([float(same) for _, same in pairs])

    def _loss(weights: NDArray[np.float64]) -> float:
        total = rows @ weights
        missed = np.logaddexp(0.0, np.where(wanted > 0, -total, total)).sum()
        return float(missed + (weights - prior) @ ridge @ (weights - prior) / 2)

    known = known or {}
    names = ("constant", *Features._fields)
    prior = np.array([known.get(name, 0.0) for name in names])
    ridge = np.diag([0.0, *(_HELD_BACK if name in known else _HELD_BACK_NEW for name in names[1:])])
    weights = prior.copy()
    for _ in range(_STEPS):
        sure = _shares(rows @ weights)
        slope = rows.T @ (sure - wanted) + ridge @ (weights - prior)
        curve = (rows * (sure * (1 - sure))[:, None]).T @ rows + ridge
        step = np.linalg.lstsq(curve, slope, rcond=None)[0]
        length = 1.0
        while length > _LEAST_STEP and _loss(weights - length * step) >= _loss(weights):
            length /= 2
        if length <= _LEAST_STEP:
            break
        weights = weights - length * step
    return dict(zip(names, (round(float(one), 4) for one in weights), strict=True))


def _shares(totals: NDArray[np.float64]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(totals, -_MOST_TOTAL, _MOST_TOTAL)))
    return shares

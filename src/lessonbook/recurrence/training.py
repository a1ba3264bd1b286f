"""Making the weights of ``sameness`` from judged pairs: logistic regression, the same weights for the same pairs."""

from collections.abc import Sequence

import numpy as np

from lessonbook.recurrence.sameness import Features

_STEPS = 50
_HELD_BACK = 0.1  # ridge: with few judged pairs large weights are chance


def trained(pairs: Sequence[tuple[Features, bool]]) -> dict[str, float]:
    """The weights, by the features' names and ``constant``, from pairs with whether they are the same.

    Newton's method with a ridge on all but the constant. Raises ``ValueError`` where all are judged alike.
    """
    if len({same for _, same in pairs}) < 2:
        raise ValueError("pairs that are the same and pairs that are not are needed")
    rows = np.array([[1.0, *features] for features, _ in pairs])
    wanted = np.array([float(same) for _, same in pairs])
    ridge = np.diag([0.0, *([_HELD_BACK] * (rows.shape[1] - 1))])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (sure - wanted) + ridge @ weights
        curve = (rows * (sure * (1 - sure))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(("constant", *Features._fields), (round(float(one), 4) for one in weights), strict=True))

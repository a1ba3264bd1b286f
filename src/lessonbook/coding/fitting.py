"""The two fits that coding is made of, ridge and logistic regression: the same input gives the same result."""

import numpy as np

from lessonbook.coding.seeing import Floats

_HELD_BACK = 1.0
_STEPS, _LEAST_STEP = 40, 1e-7
_MOST_TOTAL = 30.0  # beyond it a share is 0 or 1


def ridge(rows: Floats, targets: Floats, counts: Floats, held_back: float) -> Floats:
    """The weights, a row for each column of ``rows``, that bring rows nearest to targets; ``counts`` are of rows."""
    weighed = rows.T * counts
    solved = np.linalg.solve(weighed @ rows + held_back * np.eye(rows.shape[1]), weighed @ targets)
    return np.asarray(solved, np.float64)


def logistic(rows: Floats, wanted: Floats) -> Floats:
    """The constant, then the weights of the columns, of a logistic regression with a light ridge (Newton's method)."""
    rows = np.column_stack([np.ones(len(rows)), rows])
    held_back = np.diag([0.0, *[_HELD_BACK] * (rows.shape[1] - 1)])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        sure = shares(rows @ weights)
        slope = rows.T @ (sure - wanted) + held_back @ weights
        curve = (rows * (sure * (1 - sure))[:, None]).T @ rows + held_back
        step = np.linalg.lstsq(curve, slope, rcond=None)[0]
        weights = weights - step
        if float(np.abs(step).max()) < _LEAST_STEP:
            break
    return weights


def shares(totals: Floats) -> Floats:
    """Weighed sums as shares from 0 to 1."""
    found: Floats = 1 / (1 + np.exp(-np.clip(totals, -_MOST_TOTAL, _MOST_TOTAL)))
    return found

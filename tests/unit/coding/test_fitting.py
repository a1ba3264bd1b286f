"""The two fits find weights that are known."""

import numpy as np
import pytest

from lessonbook.coding.fitting import logistic, ridge, shares


def test_ridge_finds_the_weights_that_made_the_targets():
    rows = np.random.default_rng(1).normal(size=(200, 3))
    weights = np.array([[1.0, 0.0], [-2.0, 1.0], [0.5, 3.0]])
    assert ridge(rows, rows @ weights, np.ones(200), 1e-9) == pytest.approx(weights, abs=1e-6)


def test_a_row_that_counts_twice_is_as_two_rows():
    rows, targets = np.array([[1.0], [2.0]]), np.array([[1.0], [5.0]])
    twice = ridge(np.array([[1.0], [2.0], [2.0]]), np.array([[1.0], [5.0], [5.0]]), np.ones(3), 0.1)
    assert ridge(rows, targets, np.array([1.0, 2.0]), 0.1) == pytest.approx(twice)


def test_logistic_is_as_sure_as_the_shares_that_are_right():
    rows = np.array([[0.0]] * 100 + [[1.0]] * 100)
    wanted = np.array([1.0] * 20 + [0.0] * 80 + [1.0] * 70 + [0.0] * 30)
    constant, weight = logistic(rows, wanted)
    assert shares(np.array([constant, constant + weight])) == pytest.approx([0.2, 0.7], abs=0.03)  # held back a little

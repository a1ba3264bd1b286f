"""The least confidence that gives a theme."""

import numpy as np
import pytest

from lessonbook.coding.bounds import RIGHT_ENOUGH, RIGHT_ENOUGH_WITH_TERMS, bound, smoothed
from lessonbook.coding.model import NEVER

USUAL = (2 / 3,) * 20


def test_the_bound_is_where_two_in_three_begin_to_be_right():
    confidences = np.array([0.1] * 100 + [0.6] * 100)
    right = np.array([False] * 100 + [True] * 90 + [False] * 10)
    assert bound(confidences, right, USUAL, RIGHT_ENOUGH) == pytest.approx(0.15)


def test_few_cases_follow_what_is_usual():
    wrong = (np.array([0.9]), np.array([False]))
    assert bound(*wrong, (0.9,) * 20, RIGHT_ENOUGH) == 0.0
    assert bound(*wrong, (0.7,) * 20, RIGHT_ENOUGH) == 0.95


def test_where_it_is_never_right_enough_the_theme_is_never_given():
    assert bound(np.array([0.99] * 50), np.array([False] * 50), (0.1,) * 20, RIGHT_ENOUGH) == NEVER


def test_what_is_usual_is_the_share_that_is_right_from_each_step_on():
    usual = smoothed(np.array([0.0, 0.5, 0.9]), np.array([False, False, True]))
    assert (usual[0], usual[1], usual[11], usual[19]) == pytest.approx((1 / 3, 1 / 2, 1.0, 1.0))


def test_with_terms_a_theme_is_kept_unless_most_of_it_was_wrong():
    confidences, right = np.array([0.2] * 30), np.array([True, False] * 15)
    assert bound(confidences, right, USUAL, RIGHT_ENOUGH_WITH_TERMS) == 0.0
    assert bound(confidences, ~np.ones(30, bool), USUAL, RIGHT_ENOUGH_WITH_TERMS) > 0.2

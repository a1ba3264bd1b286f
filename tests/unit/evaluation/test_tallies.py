"""Precision, recall, F1 and their interval."""

import pytest

from lessonbook.evaluation.results import Judged
from lessonbook.evaluation.sureness import calibration
from lessonbook.evaluation.tallies import Tally, by_name, figure


def test_precision_recall_and_f1():
    tally = Tally(right=6, wrong=2, missed=4)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_found_where_there_is_nothing_is_right():
    assert Tally(silent=1).f1 == 1
    assert Tally(missed=1).f1 == 0


def test_the_interval_holds_the_figure_and_widens_with_what_differs():
    alike = figure([Tally(9, 1, 1)] * 12)
    unlike = figure([Tally(18, 2, 2), Tally(0, 0, 0)] * 5 + [Tally(0, 10, 10), Tally(10, 0, 0)])
    assert alike.low == alike.f1 == alike.high
    assert unlike.low < unlike.f1 < unlike.high


def test_the_same_results_give_the_same_interval():
    tallies = [Tally(number, 2, 1) for number in range(9)]
    assert figure(tallies) == figure(tallies)


def test_macro_is_over_documents_that_have_any():
    found = figure([Tally(1, 0, 0), Tally(0, 0, 3), Tally()])
    assert (found.macro, found.documents) == (0.5, 2)
    assert found.f1 == pytest.approx(2 / 5)


def test_count_error_is_the_mean_over_documents_of_how_far_the_number_is_off():
    assert figure([Tally(8, 0, 2), Tally(4, 1, 0), Tally(0, 3, 0)]).count_error == pytest.approx((0.2 + 0.25) / 2)
    assert figure([Tally(0, 3, 0)]).count_error is None


def test_names_keep_the_order_in_which_they_are_met():
    assert list(by_name([{"b": Tally()}, {"a": Tally(), "b": Tally()}])) == ["b", "a"]


def test_calibration_compares_how_sure_with_how_often_right():
    judged = [Judged("label", 0.97, right=number < 9) for number in range(10)]
    found = calibration([*judged, Judged("label", 0.3, right=False)])
    bins = [(one.values, round(one.said, 2), round(one.right, 2)) for one in found.bins]
    assert bins == [(1, 0.3, 0.0), (10, 0.97, 0.9)]
    assert found.error == pytest.approx((0.3 + 10 * 0.07) / 11)
    assert calibration([]).error is None


def test_complete_certainty_is_in_the_last_bin():
    assert calibration([Judged("label", 1.0, right=True)]).bins[0].high == 1.0

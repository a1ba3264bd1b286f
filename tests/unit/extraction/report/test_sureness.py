import pytest

from lessonbook.domain import LessonbookError
from lessonbook.extraction.report.sureness import combine


def test_more_reasons_make_a_reading_surer() -> None:
    assert combine(["on-the-cover"]) < combine(["on-the-cover", "two-places-agree"]) <= 0.99


def test_a_doubt_makes_it_less_sure() -> None:
    assert combine(["on-the-cover", "places-disagree"]) < combine(["on-the-cover"])


def test_a_reason_counts_once() -> None:
    assert combine(["label-found", "label-found"]) == combine(["label-found"])


def test_nothing_to_rest_on_is_even_odds() -> None:
    assert combine([]) == 0.5


def test_no_reading_is_wholly_sure() -> None:
    assert combine(["on-the-cover", "label-found", "two-places-agree", "name-known", "says-so"]) == 0.99


def test_a_reason_that_the_table_does_not_have_is_an_error() -> None:
    with pytest.raises(LessonbookError, match="a-good-feeling"):
        combine(["a-good-feeling"])

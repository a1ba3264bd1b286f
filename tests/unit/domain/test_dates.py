from datetime import date

import pytest

from lessonbook.domain import PartialDate


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "year"),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28), "month"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2016-12-23", date(2016, 12, 23), date(2016, 12, 23), "day"),
        ("2018-22", date(2018, 6, 1), date(2018, 8, 31), "season"),
        ("2018-24", date(2018, 12, 1), date(2019, 2, 28), "season"),
        ("2007/2019", date(2007, 1, 1), date(2019, 12, 31), "interval"),
        ("1960~", date(1960, 1, 1), date(1960, 12, 31), "year"),
    ],
)
def test_a_date_says_no_more_than_its_words(edtf, earliest, latest, precision):
    when = PartialDate(edtf)
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "wrong", ["", "21", "2021-13", "2021-02-30", "2021-22-01", "Feb 2021", "2021/", "2021-2", "2021-02-03T1"]
)
def test_what_is_no_date_is_refused_in_a_sentence(wrong):
    with pytest.raises(ValueError, match="“"):
        PartialDate(wrong)


def test_dates_stand_in_order_whatever_their_precision():
    dates = [PartialDate(text) for text in ("2021-03", "2020", "2021-02-14", "2021", "2021-02")]
    assert [str(when) for when in sorted(dates)] == ["2020", "2021", "2021-02", "2021-02-14", "2021-03"]


def test_overlap_is_whether_both_can_be_the_same_day():
    assert PartialDate("2021").overlaps(PartialDate("2021-05"))
    assert not PartialDate("2021-04").overlaps(PartialDate("2021-05"))


def test_of_takes_what_was_said():
    assert [str(PartialDate.of(2021)), str(PartialDate.of(2021, 2)), str(PartialDate.of(2021, 2, 3))] == [
        "2021",
        "2021-02",
        "2021-02-03",
    ]

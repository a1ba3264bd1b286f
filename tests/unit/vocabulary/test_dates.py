"""Dates as sources write them, with the precision they have."""

import pytest

from lessonbook.vocabulary import dates

ONE = {
    "Mar 2021": "2021-03",
    "Sept 2021": "2021-09",
    "Sep. 2021": "2021-09",
    "March, 2021": "2021-03",
    "Feb '21": "2021-02",
    "2021": "2021",
    "Mar-22": "2022-03",
    "Mar-2022": "2022-03",
    "23 December 2016": "2016-12-23",
    "10th May 2020": "2020-05-10",
    "10th of May 2020": "2020-05-10",
    "December 23, 2016": "2016-12-23",
    "3/4/2019": "2019-04-03",
    "23.12.16": "2016-12-23",
    "2016-12-23": "2016-12-23",
    "12/2019": "2019-12",
    "summer of 2018": "2018-22",
    "Winter 2018": "2018-24",
    "early 2020": "2020",
    "mid-March 2021": "2021-03",
    "around 2016": "2016~",
    "in or around March 2016": "2016-03~",
    "believed to be in March 2016": "2016-03?",
    "between 2007 and 2019": "2007/2019",
    "2005-2015": "2005/2015",
    "2018/19": "2018/2019",
    "March to May 2019": "2019-03/2019-05",
    "between November and February 2019": "2018-11/2019-02",
    "between 3rd and 7th May 2019": "2019-05-03/2019-05-07",
    "3/4 May 2019": "2019-05-03/2019-05-04",
    "1 May 2019 to 3 June 2020": "2019-05-01/2020-06-03",
    "spring/summer 2018": "2018-21/2018-22",
    "late 1990s": "1990/1999",
    "Medi 2019": "2019-09",
}
NONE = [
    "Care Act 2014",
    "Working Together to Safeguard Children 2018",
    "£2019",
    "RN2019",
    "20190 people",
    "31 February 2019",
    "in May",
    "aged 6, 3 and 1",
    "16-17 years",
]


@pytest.mark.parametrize("words", ONE)
def test_a_date_keeps_its_precision_and_its_place(words):
    text = f"It happened ({words}), they say."
    (match,) = dates.read(text)
    assert match.value.edtf == ONE[words]
    assert text[match.start : match.end] == words


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text):
    assert dates.read(text) == []


def test_several_dates_in_order():
    found = dates.read("Seen in 2016 and 2017, moved in autumn of 2019, died on 4 May 2020.")
    assert [match.value.edtf for match in found] == ["2016", "2017", "2019-23", "2020-05-04"]


def test_an_interval_that_runs_backwards_is_two_dates():
    assert [match.value.edtf for match in dates.read("between 2019 and 2007")] == ["2019", "2007"]


def test_a_year_that_runs_into_a_name_is_read():
    (match,) = dates.read("2012Area – name")
    assert (match.value.edtf, match.end) == ("2012", 4)

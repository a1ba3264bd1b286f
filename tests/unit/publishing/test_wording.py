"""Dates and headings as a digest writes them."""

import pytest

from helpers.invented_cases import review
from lessonbook.domain import PartialDate
from lessonbook.publishing.wording import case_heading, counted, long_date, short_date


@pytest.mark.parametrize(
    ("edtf", "short", "long"),
    [
        ("2021", "2021", "2021"),
        ("2021-09", "Sep 2021", "September 2021"),
        ("2016-12-23", "23 Dec 2016", "23 December 2016"),
        ("2018-22", "summer 2018", "summer 2018"),
        ("2018~", "about 2018", "about 2018"),
        ("2018-03?", "perhaps Mar 2018", "perhaps March 2018"),
        ("2007/2019", "between 2007 and 2019", "between 2007 and 2019"),
    ],
)
def test_a_date_says_no_more_than_it_knows(edtf, short, long):
    assert short_date(PartialDate(edtf)) == short
    assert long_date(PartialDate(edtf)) == long


def test_a_heading_leaves_out_what_is_missing():
    assert case_heading(review()) == "Mar 2021 – Kent – Child A"
    assert case_heading(review(area=None)) == "Mar 2021 – Child A"
    assert case_heading(review(label=None)) == "Mar 2021 – Kent"
    assert case_heading(review(label=None, area=None, published=None)) == "Untitled review"


def test_a_panel_review_is_headed_by_its_title():
    assert case_heading(review(title="A theme", scope="national-panel")) == "Mar 2021 – Kent – A theme"
    assert case_heading(review(title="A theme")) == "Mar 2021 – Kent – Child A"


def test_numbers_agree_with_their_nouns():
    assert (counted(1, "case"), counted(2, "case"), counted(0, "child", "children")) == (
        "1 case",
        "2 cases",
        "0 children",
    )

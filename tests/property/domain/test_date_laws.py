"""A partial date is EDTF that another library reads in the same way."""

import datetime as dt
import time

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbook.domain import PartialDate

years = st.integers(1900, 2099)
days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
points = st.one_of(
    years.map(PartialDate.of),
    st.tuples(years, st.integers(1, 12)).map(lambda parts: PartialDate.of(*parts)),
    days.map(lambda day: PartialDate.of(day.year, day.month, day.day)),
)
plain = st.one_of(
    points,
    st.tuples(points, points).filter(lambda pair: pair[0] < pair[1]).map("{0[0]}/{0[1]}".format).map(PartialDate),
)
seasons = st.tuples(years, st.integers(21, 24)).map(lambda parts: PartialDate("{}-{}".format(*parts)))
qualified = st.tuples(points, st.sampled_from("~?%")).map("{0[0]}{0[1]}".format).map(PartialDate)


def day_of(moment):
    return dt.date(*time.struct_time(moment)[:3])


@settings(deadline=None)  # the other library builds its grammar first
@given(plain)
def test_the_other_library_reads_the_same_days(date):
    other = edtf.parse_edtf(date.edtf)
    assert day_of(other.lower_strict()) == date.earliest
    assert day_of(other.upper_strict()) == date.latest


@settings(deadline=None)  # the other library builds its grammar first
@given(st.one_of(plain, seasons, qualified))
def test_the_other_library_writes_the_same(date):
    assert str(edtf.parse_edtf(date.edtf)) == date.edtf
    assert PartialDate(str(date)) == date


@settings(deadline=None)  # the other library builds its grammar first
@given(st.one_of(plain, seasons, qualified), st.one_of(plain, seasons, qualified))
def test_order_and_overlap_agree(one, other):
    assert one.earliest <= one.latest
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)
    assert (one < other) + (other < one) + (one == other) == 1


@settings(deadline=None)  # the other library builds its grammar first
@given(st.text(max_size=12))
def test_any_text_is_a_date_or_an_error(text):
    try:
        date = PartialDate(text)
    except ValueError:
        return
    assert edtf.parse_edtf(date.edtf) is not None


@pytest.mark.parametrize("text", ["2021-13", "2021-02-30", "21", "2021-2", "2021/", "", "May 2021"])
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match="“"):
        PartialDate(text)

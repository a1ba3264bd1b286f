import pytest

from lessonbook.extraction.digest.starts import start_of


@pytest.mark.parametrize("rest", ["Kent – Child L\nKind: Learning review", "Kent – Child L", "Unnamed LA – Child L"])
def test_a_date_and_an_area_are_a_heading(rest):
    assert start_of(f"Oct 2021 – {rest}") == "heading"


@pytest.mark.parametrize("rest", ["", " –", " (SAR)", " – Learning review"])
def test_a_date_alone_or_with_a_kind_is_a_date(rest):
    assert start_of(f"Oct 2021{rest}") == "date"

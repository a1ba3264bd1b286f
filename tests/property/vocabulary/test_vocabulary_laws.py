"""Look-ups never fail on any text, and what they find lies within it."""

import datetime as dt

import edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbook.vocabulary import addressees, areas, dates, ethnicity, harms, hedges, kinds, labels, methods, sections

WORDS = (
    "Hull City Council Kent and & , – - / unnamed LA Borough A Child of the London St. Helens May 2021 2019/20 3rd"
    " Learning : Recommendations include ; Read full overview ( PDF ) ethnicity not stated White British death between"
    " aged 4-year-old summer N NE Isle Scilly Richard upon Thames Safeguarding Board ’ ‘ \n"
)
words = st.sampled_from(WORDS.split(" "))
texts = st.one_of(st.text(max_size=60), st.lists(words, max_size=14).map(" ".join))


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_resolving_never_fails_and_keeps_the_words(text):
    area = areas.resolve(text)
    assert area.as_written == text
    assert (area.status == "named") == bool(area.authorities)
    assert all(authority.gss and areas.region_of(authority.gss) for authority in area.authorities)
    assert len({authority.gss for authority in area.authorities}) == len(area.authorities)


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_an_area_at_the_start_resolves_by_itself(text):
    match = areas.area_at(text)
    if match is not None:
        assert 0 < match.end <= len(text)
        assert match.area == areas.resolve(text[: match.end])


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_dates_are_edtf_and_lie_in_order(text):
    reached = 0
    for match in dates.read(text):
        assert reached <= match.start < match.end <= len(text)
        assert edtf.parse_edtf(match.value.edtf) is not None
        reached = match.end


@settings(deadline=None)  # the first look-up reads the data files
@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)),
    st.sampled_from(["%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%Y-%m-%d"]),
)
def test_a_day_is_read_back(day, written):
    (match,) = dates.read(f"It was on {day.strftime(written)}.")
    assert match.value.edtf == day.isoformat()


@settings(deadline=None)  # the first look-up reads the data files
@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(["%B %Y", "%b %Y", "%b. %Y", "%m/%Y"]))
def test_a_month_is_read_back(day, written):
    (match,) = dates.read(f"It was in {day.strftime(written)}.")
    assert match.value.edtf == day.isoformat()[:7]


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_no_look_up_fails_on_any_text(text):
    label = labels.label_at(text)
    assert label is None or 0 < label.end <= len(text)
    assert labels.link_label(text) in {True, False}
    assert len(set(kinds.kinds_in(text))) == len(kinds.kinds_in(text))
    assert len(set(addressees.addressees_in(text))) == len(addressees.addressees_in(text))
    assert sections.section_of(text) is None or sections.section_of(text) in sections.SECTIONS
    assert ethnicity.status_in(text) in {None, "stated", "not-stated"}
    method = methods.method_in(text)
    found = [*harms.harms_in(text), *hedges.hedges_in(text), *([method] if method else [])]
    assert all(text[match.start : match.end].strip() for match in found)

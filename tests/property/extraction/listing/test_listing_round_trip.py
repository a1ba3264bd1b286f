"""Whatever is planted in a list page, in whatever pattern and format, is read back exactly and accounted for."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.listing_cases import CASES, expected_of, lines_of
from helpers.listing_pages import as_html, as_text, as_wrapped_text, evidence_holds, read_back
from lessonbook import reading
from lessonbook.domain import LessonbookError
from lessonbook.extraction import listing, unaccounted

WORDS = (
    *("visits", "agencies", "staff", "chronology", "handover", "school", "curiosity", "recording", "supervision"),
    *(
        "need",
        "share",
        "plan",
        "review",
        "improve",
        "listen",
        "challenge",
        "with",
        "about",
        "after",
        "early",
        "together",
    ),
    *("children's", "multi-agency", "well-being", "24-hour", "GPs", "café", "£50", "s.47", "and", "or", "the"),
)
phrases = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(" ".join)
bracketed = st.builds("{} ({}; {}) {}".format, phrases, phrases, phrases, phrases)
quoted = st.builds("{} “{}; {}” {}".format, phrases, phrases, phrases, phrases)
items = st.builds("look at {}".format, st.one_of(phrases, bracketed, quoted)).map(lambda text: f"{text} again")
item_lists = st.lists(items, min_size=1, max_size=6).map(tuple)
story = st.lists(st.builds("The family {} then.".format, phrases), min_size=1, max_size=4).map(tuple)


@st.composite
def planted(draw):
    case = draw(st.sampled_from(CASES))
    case = replace(
        case,
        issues=draw(item_lists),
        learning=draw(item_lists),
        recommendations=draw(item_lists),
        story=draw(story),
        keywords=tuple(
            draw(st.lists(st.sampled_from(["neglect", "young parents", "housing"]), min_size=2, unique=True))
        ),
    )
    return case, draw(st.integers(1, 7)), draw(st.integers(0, 11))


pages = st.lists(planted(), min_size=1, max_size=6)
writers = st.sampled_from(
    [
        as_text,
        as_wrapped_text,
        as_html,
        lambda cases: as_html(cases, style="breaks"),
        lambda cases: as_html(cases, style="old"),
    ]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page=pages, writer=writers)
def test_what_is_planted_is_read_back(page, writer):
    document = reading.read_here(writer([lines_of(*each) for each in page]))

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [expected_of(*each) for each in page]
    assert unaccounted(document, extraction) == ()
    assert all(evidence_holds(entry, document) for entry in extraction.entries)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(
                [line for pattern in range(1, 8) for case in CASES[:3] for line in lines_of(case, pattern)]
                + [
                    "# Neglect",
                    "2018",
                    "March",
                    "Back to top",
                    "Related resources",
                    "includes: a; b",
                    "- Learning: x",
                    "",
                ]
            ),
        ),
        max_size=25,
    ).map("\n".join)
)
def test_no_character_of_any_text_is_lost(text):
    try:
        document = reading.read_here(text.encode("utf-8", "ignore"))
    except LessonbookError:  # the reader refuses it as no text, or as empty
        return

    extraction = listing.extract(document)

    assert unaccounted(document, extraction) == ()
    assert 0 <= listing.fits(document) <= 1
    assert all(evidence_holds(entry, document) for entry in extraction.entries)

"""What a saved page prints around its cases, and the headings of years, months and sections above them."""

import pytest

from helpers.listing_cases import CASES, expected_of, lines_of
from helpers.listing_pages import as_html, as_text, read_back
from lessonbook import reading
from lessonbook.extraction import listing, unaccounted

NAVIGATION = """<header><a href="/">Home</a></header>
<nav><ul><li><a href="/a">Case reviews</a></li><li><a href="/b">Training</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site work and to count visits.</p>
<button>Accept all</button></div>
<h1>Case reviews published in 2018</h1><p>Last updated: 7 June 2019</p>
<p>A list of the executive summaries or full overview reports of reviews published in 2018. To find all of them
search the repository.</p>"""
FOOTER = """<p><a href="#top">Back to top</a></p><ul><li><a href="?page=1">1</a></li><li><a href="?page=2">2</a></li>
<li><a href="?page=2">Next ›</a></li></ul>
<h2>Related resources</h2><ul><li><a href="/2017">2017 – Other lists – Archive of 2017</a></li>
<li><a href="/brief">Learning from case reviews: briefings</a></li></ul>
<footer><p>© 2019 Example charity. Registered charity 000000.</p></footer>"""


@pytest.mark.parametrize("style", ["blocks", "breaks"])
@pytest.mark.parametrize("pattern", range(1, 8))
def test_a_saved_web_page_gives_its_cases_and_nothing_else(pattern, style):
    printed = [lines_of(case, pattern, turn) for turn, case in enumerate(CASES)]
    document = reading.read_here(as_html(printed, style=style, before=NAVIGATION, after=FOOTER))

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [
        expected_of(case, pattern, turn) for turn, case in enumerate(CASES)
    ]
    assert unaccounted(document, extraction) == ()
    assert extraction.problems == ()
    assert listing.fits(document) > 0.8


def test_contents_that_repeat_the_headings_are_no_cases():
    printed = [lines_of(case, 5) for case in CASES]
    contents = "<h2>On this page</h2><ul>" + "".join(
        f'<li><a href="#{at}">{x[0]}</a></li>' for at, x in enumerate(printed)
    )
    document = reading.read_here(as_html(printed, before=contents + "</ul>"))

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [expected_of(case, 5) for case in CASES]
    assert unaccounted(document, extraction) == ()


def test_a_line_between_two_cases_is_no_part_of_either():
    first, second = lines_of(CASES[0], 4), lines_of(CASES[1], 4)
    document = reading.read_here(as_text([first, ["Back to top"], ["Page 1 of 3"], second]))

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [expected_of(CASES[0], 4), expected_of(CASES[1], 4)]
    assert unaccounted(document, extraction) == ()


def test_headings_of_year_and_month_date_only_cases_that_have_no_date():
    dated = lines_of(CASES[4], 5)
    undated = [dated[0].removeprefix("2018 – "), *dated[1:]]
    page = as_text([["# 2018"], ["## March"], [f"### {undated[0]}", *undated[1:]], [f"### {dated[0]}", *dated[1:]]])
    document = reading.read_here(page)

    extraction = listing.extract(document)

    inferred, stated = (next(c for c in entry.claims if c.field == "published") for entry in extraction.entries)
    assert (inferred.value.edtf, inferred.certainty) == ("2018-03", "inferred")
    assert " ".join(piece.quote for piece in inferred.evidence) == "2018 March"
    assert (stated.value.edtf, stated.certainty) == ("2018", "stated")
    assert [entry.value("area").as_written for entry in extraction.entries] == ["Torbay", "Torbay"]
    assert unaccounted(document, extraction) == ()


def test_a_page_that_says_published_in_a_year_dates_its_cases():
    lines = lines_of(CASES[4], 5)
    lines[0] = "Torbay – Child Q3"
    document = reading.read_here(as_text([["# Published in 2017"], [f"## {lines[0]}", *lines[1:]]]))

    (entry,) = listing.extract(document).entries

    (published,) = (claim for claim in entry.claims if claim.field == "published")
    assert (published.value.edtf, published.certainty) == ("2017", "inferred")
    assert entry.value("label") == "Child Q3"


def test_a_case_with_no_date_anywhere_says_so():
    lines = lines_of(CASES[4], 5)
    lines[0] = "## Torbay – Child Q3"
    (entry,) = listing.extract(reading.read_here(as_text([lines]))).entries

    assert entry.value("published") is None
    assert "date-missing" in [problem.code for problem in entry.problems]


def test_a_section_is_claimed_only_under_its_heading():
    page = as_text([["# Neglect"], lines_of(CASES[3], 4), ["# Other reviews"], lines_of(CASES[4], 4)])
    extraction = listing.extract(reading.read_here(page))

    assert [entry.value("section") for entry in extraction.entries] == ["neglect", None]


def test_a_story_outside_every_case_is_a_problem():
    stray = "Death of a 4-year-old girl in 2015 after a fire. Learning: test the alarms."
    document = reading.read_here(as_text([["# Overview"], [stray], lines_of(CASES[0], 4)]))

    extraction = listing.extract(document)

    assert [(problem.code, problem.evidence[0].quote) for problem in extraction.problems] == [("text-unplaced", stray)]
    assert unaccounted(document, extraction) == ()


def test_prose_behind_a_case_is_a_problem_and_not_lost():
    stray = "The family was supported by a specialist team for two years."
    page = as_text([lines_of(CASES[0], 4), [stray], ["Back to top"], ["Our site is run by volunteers in three towns."]])
    document = reading.read_here(page)

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [expected_of(CASES[0], 4)]
    assert [(problem.code, problem.evidence[0].quote) for problem in extraction.problems] == [("text-unplaced", stray)]


@pytest.mark.parametrize("title", ["Safeguarding adult reviews published in 2021", "Safeguarding Adults Reviews 2021"])
def test_a_page_of_adults_reviews_is_about_adults(title):
    lines = ["2021 – Kent – Adult T", "Death of a 78-year-old man in 2019 from sepsis.", "Learning: see; ask; act."]
    (entry,) = listing.extract(reading.read_here(as_text([[f"# {title}"], lines]))).entries

    assert entry.value("audience") == "adults"


def test_kinds_are_claimed_where_the_heading_says_them():
    lines = ["2021 – Kent – Adult T: safeguarding adult review", "Death of a 78-year-old man.", "Learning: see; ask."]
    (entry,) = listing.extract(reading.read_here(as_text([lines]))).entries

    assert entry.value("kinds") == ("sar",)
    assert entry.value("audience") == "adults"

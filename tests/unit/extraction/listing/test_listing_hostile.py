"""Pages that are no list, hardly one, or a very long one."""

import time

import pytest

from helpers.listing_cases import CASES, expected_of, lines_of
from helpers.listing_pages import as_text, read_back
from lessonbook import reading
from lessonbook.domain import Document
from lessonbook.extraction import listing, unaccounted

PROSE = """The partnership met in March 2019 and agreed its plan for the year.

2019 was a year of change. 2018 – the year before – had been one too.

Learning: the plan works. Recommendations: keep it.
"""
DIGEST = (
    "# Research digest\n\n## Neglect\n\nCASE\tKEY ISSUES\tLEARNING AND RECOMMENDATIONS\n"
    + "\n".join(
        f"Mar 2021 – {case.area} – {case.label} {case.harm}\t{' '.join(case.story)}\t"
        f"Learning: {'; '.join(case.learning)}. Recommendations: {'; '.join(case.recommendations)}."
        for case in CASES
    )
    + "\n"
)


@pytest.mark.parametrize("text", [PROSE, "One line.", "2018", "# Case reviews published in 2018\n\nNone yet.\n"])
def test_a_page_without_a_case_gives_no_entry_and_says_so(text):
    document = reading.read_here(text.encode())

    extraction = listing.extract(document)

    assert extraction.entries == ()
    assert [problem.code for problem in extraction.problems] == ["no-case-found"]
    assert unaccounted(document, extraction) == ()
    assert listing.fits(document) == 0.0


def test_an_empty_document_is_no_list():
    document = Document("0" * 64, "text", "", ())

    assert listing.extract(document).entries == ()
    assert listing.fits(document) == 0.0


@pytest.mark.parametrize("pattern", range(1, 8))
def test_one_case_is_a_list(pattern):
    document = reading.read_here(as_text([lines_of(CASES[3], pattern)]))

    (entry,) = listing.extract(document).entries

    assert read_back(entry) == expected_of(CASES[3], pattern)
    assert listing.fits(document) > 0.9


def test_five_hundred_cases_are_read_in_seconds():
    printed = [(CASES[turn % len(CASES)], 1 + turn % 7, turn) for turn in range(500)]
    document = reading.read_here(as_text([lines_of(*each) for each in printed]))
    started = time.perf_counter()

    extraction = listing.extract(document)

    assert time.perf_counter() - started < 20
    assert [read_back(entry) for entry in extraction.entries] == [expected_of(*each) for each in printed]


def test_a_digest_does_not_fit():
    assert listing.fits(reading.read_here(DIGEST.encode())) < 0.3


def test_a_list_that_calls_itself_a_digest_fits_less():
    printed = [lines_of(case, 4) for case in CASES]
    plain = listing.fits(reading.read_here(as_text([["# Case reviews of 2018"], *printed])))
    titled = listing.fits(reading.read_here(as_text([["# Research digest, issue 4"], *printed])))

    assert titled < 0.8 < plain


def test_a_report_with_a_dated_title_does_not_fit():
    chapters = "\n\n".join(f"# {n} Chapter\n\n" + "The family was known to the board. " * 40 for n in range(1, 30))
    document = reading.read_here(f"# 2019 – Kent – Child K9\n\nOverview report\n\n{chapters}".encode())

    assert listing.fits(document) < 0.3


def test_a_heading_without_a_story_is_kept_with_a_problem():
    document = reading.read_here(as_text([["# 2018 – Kent – Child K9"], lines_of(CASES[0], 5)]))

    bare, told = listing.extract(document).entries

    assert bare.value("label") == "Child K9"
    assert [problem.code for problem in bare.problems] == ["no-text"]
    assert read_back(told) == expected_of(CASES[0], 5)


def test_a_case_without_a_harm_sentence_says_so():
    document = reading.read_here(as_text([["2018 – Kent – Child K9", "Learning: look; ask; write it down."]]))

    (entry,) = listing.extract(document).entries

    assert entry.value("harm") is None
    assert [problem.code for problem in entry.problems] == ["harm-missing"]


def test_a_line_of_thousands_of_labels_is_read_in_time():
    words = "Learning: one; two and Three of them. " * 1_000
    document = reading.read_here(f"2018 – Kent – Child K9\nDeath of a boy. {words}".encode())
    started = time.perf_counter()

    extraction = listing.extract(document)

    assert time.perf_counter() - started < 20
    assert len(extraction.entries) == 1
    assert unaccounted(document, extraction) == ()

"""Twelve invented cases in each of the seven patterns, in each format that lists are published in."""

from collections.abc import Callable

import pytest

from helpers.listing_cases import CASES, expected_of, lines_of
from helpers.listing_pages import URL, as_docx, as_html, as_text, as_wrapped_text, evidence_holds, read_back
from lessonbook import reading
from lessonbook.extraction import listing, unaccounted

PATTERNS = range(1, 8)
WRITERS: dict[str, Callable] = {
    "text": as_text,
    "wrapped text": as_wrapped_text,
    "html": as_html,
    "html, one paragraph a case": lambda cases: as_html(cases, style="breaks"),
    "html, one paragraph": lambda cases: as_html(cases, style="old"),
    "docx": as_docx,
    "docx, one paragraph a case": lambda cases: as_docx(cases, style="breaks"),
}


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("writer", WRITERS)
def test_every_case_is_read_back_as_it_was_printed(writer, pattern):
    document = reading.read_here(WRITERS[writer]([lines_of(case, pattern, turn) for turn, case in enumerate(CASES)]))

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [
        expected_of(case, pattern, turn) for turn, case in enumerate(CASES)
    ]
    assert unaccounted(document, extraction) == ()
    assert all(evidence_holds(entry, document) for entry in extraction.entries)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("writer", WRITERS)
def test_a_list_page_fits(writer, pattern):
    document = reading.read_here(WRITERS[writer]([lines_of(case, pattern, turn) for turn, case in enumerate(CASES)]))

    assert listing.fits(document) > 0.9


@pytest.mark.parametrize("pattern", PATTERNS)
def test_nothing_is_a_problem_where_nothing_is_lost(pattern):
    turns = [turn for turn in range(len(CASES)) if pattern != 6 or turn % 3 != 1]
    document = reading.read_here(as_text([lines_of(CASES[turn], pattern, turn) for turn in turns]))

    extraction = listing.extract(document)

    assert [problem for entry in extraction.entries for problem in entry.problems] == []
    assert extraction.problems == ()


def test_a_lost_label_is_a_problem_and_its_statements_are_inferred():
    document = reading.read_here(as_text([lines_of(CASES[1], 6, turn=1)]))

    (entry,) = listing.extract(document).entries

    assert [problem.code for problem in entry.problems] == ["label-lost"]
    certainties = {claim.value.kind: claim.certainty for claim in entry.claims if claim.field == "statement"}
    assert certainties["learning"] == "inferred"
    assert certainties["recommendation"] == "stated"


@pytest.mark.parametrize("writer", ["html", "html, one paragraph a case", "docx"])
def test_links_keep_their_targets(writer):
    document = reading.read_here(WRITERS[writer]([lines_of(case, 5) for case in CASES]))

    links = [entry.value("link") for entry in listing.extract(document).entries]

    assert [link.url for link in links] == [URL.format(at) for at in range(len(CASES))]


def test_a_page_of_all_patterns_is_read_as_a_whole():
    printed = [(case, pattern, turn) for pattern in PATTERNS for turn, case in enumerate(CASES)]
    document = reading.read_here(as_html([lines_of(*each) for each in printed]))

    extraction = listing.extract(document)

    assert [read_back(entry) for entry in extraction.entries] == [expected_of(*each) for each in printed]
    assert [entry.position for entry in extraction.entries] == list(range(len(printed)))
    assert unaccounted(document, extraction) == ()


def test_what_a_list_implies_is_claimed_as_inferred():
    document = reading.read_here(as_text([lines_of(CASES[0], 4)]))

    (entry,) = listing.extract(document).entries

    certainty = {claim.field: claim.certainty for claim in entry.claims}
    assert (entry.value("scope"), certainty["scope"]) == ("national", "inferred")
    assert (entry.value("audience"), certainty["audience"]) == ("children", "inferred")
    assert certainty["published"] == "stated"
    assert entry.value("kinds") is None
    assert entry.value("section") is None

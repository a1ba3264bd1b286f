"""Digests that came badly through a PDF are put together again: 180 invented cases with damage to one row in three."""

from functools import cache

import pytest
from benchmarks.invented_digests import Invented, invented
from sample import damage
from sample.gold import record

from helpers.judged import judged, sentences, statements_of
from lessonbook import extraction, reading
from lessonbook.evaluation import DocumentResult

DIGESTS = list(invented(3, seed=7))
# The share of statements that must be right, in the case they belong to (F1).
STATEMENTS = 0.98


def gold_of(digest: Invented) -> list[dict]:
    """What areas resolve to is not asked here: they are the vocabulary's own."""
    return [
        {
            "case": case_id,
            **record(case, {"scope": "national", "audience": "children", "section": section["id"]}, areas),
        }
        for section in digest.plan["part"][0]["section"]
        for case_id in section["cases"]
        for case in [digest.cases[case_id]]
        for areas in [{case.area: []}]
    ]


@cache
def compared(number: int) -> DocumentResult:
    digest = DIGESTS[number]
    document = reading.read_here(damage.make(digest.plan, digest.cases))
    return judged(document, extraction.extract(document), gold_of(digest))


@pytest.mark.parametrize("number", range(len(DIGESTS)))
def test_every_case_is_found_and_no_other(number):
    cases = compared(number).cases
    assert (cases.wrong, cases.missed) == (0, 0)


@pytest.mark.parametrize("number", range(len(DIGESTS)))
def test_statements_stand_in_the_case_they_belong_to(number):
    result = compared(number)
    if statements_of(result).f1 < STATEMENTS:
        pytest.fail(sentences(result.differences), pytrace=False)


@pytest.mark.parametrize("number", range(len(DIGESTS)))
def test_what_was_read_twice_stands_once_in_the_first_sentence(number):
    harm = compared(number).fields["harm"]
    assert (harm.wrong, harm.missed) == (0, 0)

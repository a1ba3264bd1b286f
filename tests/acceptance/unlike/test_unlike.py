"""Digests in layouts that nobody tuned the extractor to."""

from functools import cache

import pytest
from tests.acceptance.unlike.digests import DIGESTS, gold_of, made

from helpers.judged import fields_of, judged, sentences, statements_of
from lessonbook import extraction, reading
from lessonbook.evaluation import DocumentResult

# The share of statements (F1) and of fields that must be right.
STATEMENTS = 0.95
FIELDS = 0.95


@cache
def compared(layout: str) -> DocumentResult:
    document = reading.read_here(made(DIGESTS[layout]))
    return judged(document, extraction.extract(document), gold_of(DIGESTS[layout]))


@pytest.mark.parametrize("layout", DIGESTS)
def test_every_case_is_found_and_no_other(layout):
    cases = compared(layout).cases
    assert (cases.wrong, cases.missed) == (0, 0), sentences(compared(layout).differences)


@pytest.mark.parametrize("layout", DIGESTS)
def test_statements_and_fields_are_read(layout):
    result = compared(layout)
    if statements_of(result).f1 < STATEMENTS or fields_of(result).f1 < FIELDS:
        pytest.fail(sentences(result.differences), pytrace=False)

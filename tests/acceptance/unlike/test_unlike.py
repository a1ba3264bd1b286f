"""Digests in layouts that nobody tuned the extractor to."""

from functools import cache

import pytest
from tests.acceptance.unlike.digests import DIGESTS, gold_of, made

from helpers.gold_comparison import Comparison, compare
from lessonbook import extraction, reading

# The share of statements (F1) and of fields that must be right.
STATEMENTS = 0.95
FIELDS = 0.95


@cache
def compared(layout: str) -> Comparison:
    document = reading.read_here(made(DIGESTS[layout]))
    return compare(extraction.extract(document), gold_of(DIGESTS[layout]))


@pytest.mark.parametrize("layout", DIGESTS)
def test_every_case_is_found_and_no_other(layout):
    cases = compared(layout).cases
    assert (cases.wrong, cases.missed) == (0, 0), compared(layout).report()


@pytest.mark.parametrize("layout", DIGESTS)
def test_statements_and_fields_are_read(layout):
    comparison = compared(layout)
    if comparison.statements.f1 < STATEMENTS or comparison.field_f1 < FIELDS:
        pytest.fail(comparison.report(), pytrace=False)

"""Which documents are taken for reports, and what a report's extraction accounts for."""

import pytest

from helpers.small_reports import ADULT_REVIEW, PARTNERSHIP_REVIEW
from lessonbook import reading
from lessonbook.extraction import extract, report, unaccounted

MINUTES = """\
# Minutes of the Safeguarding Adults Board

Present: the chair and eight members. Apologies were received.

## 1. Matters arising

The board heard that a review is under way and that its recommendations are awaited.

## 2. Action plan

- The business manager to circulate the learning from the last audit.
"""

NEWSLETTER = """\
# Safeguarding newsletter

## What is new

Our new training calendar is out. Agencies should book places early.

## Learning from reviews

- Read the national review of the year.
"""

POLICY = """\
# Missing Children Policy

## 1. Introduction

This policy says what agencies should do.

## 2. Scope

It applies to all staff.

## 3. Process

Staff should ring the police and record the call.
"""

INVOICE = """\
# Invoice 2041

Two days of training, 14 June: £900.

Please pay within thirty days.
"""

NOVEL = """\
# The Lamplighter's Summer

## Chapter One

The rain had not stopped since Tuesday, and Ada was tired of the sea. Nobody had come up the hill for a week.

## Chapter Two

In the morning there was a letter under the door.
"""


def document(text):
    return reading.read_here(text.encode())


@pytest.mark.parametrize("text", [PARTNERSHIP_REVIEW, ADULT_REVIEW])
def test_a_report_is_read_as_one_entry_and_accounts_for_every_character(text):
    read = document(text)
    found = extract(read)
    assert (found.extractor, found.logic_version, len(found.entries)) == ("report", report.LOGIC_VERSION, 1)
    assert unaccounted(read, found) == ()


@pytest.mark.parametrize("text", [MINUTES, NEWSLETTER, POLICY, INVOICE, NOVEL])
def test_what_is_no_report_is_not_taken_for_one(text):
    assert report.fits(document(text)) < 0.5
    assert extract(document(text)).extractor != "report"


def test_a_yearly_report_says_that_it_tells_of_several_reviews():
    text = PARTNERSHIP_REVIEW.replace(
        "# Local Child Safeguarding Practice Review", "# Annual Report 2021-22: practice reviews"
    )
    found = report.extract(document(text))
    assert found.entries == ()
    assert [problem.code for problem in found.problems] == ["several-reviews"]
    assert unaccounted(document(text), found) == ()

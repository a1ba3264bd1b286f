"""The two public reports in ``../shared``: what they state, by counts, numbers and hashes."""

import hashlib
from pathlib import Path

import pytest

from lessonbook import reading
from lessonbook.domain import StatementClaim
from lessonbook.extraction import extract, unaccounted

REPORTS = Path(__file__).parents[2].parent / "shared" / "data" / "reports"


def read(name):
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    document = reading.read_here(path.read_bytes())
    return document, extract(document)


def stated(extraction, kind="recommendation"):
    (entry,) = extraction.entries
    values = [claim.value for claim in entry.claims if isinstance(claim.value, StatementClaim)]
    return [value for value in values if value.kind == kind]


def fingerprint(texts):
    letters = ("".join(character for character in text if character.isalnum()) for text in texts)
    return hashlib.sha256("\n".join(letters).encode()).hexdigest()[:16]


def test_the_rapid_review_has_its_thirteen_recommendations_and_no_other():
    document, extraction = read("rapid-review-mental-health-inpatient-data.pdf")
    found = stated(extraction)
    assert extraction.extractor == "report"
    assert [each.number for each in found] == [str(number) for number in range(1, 14)]
    assert [len(each.parts) for each in found] == [2, 3, 0, 0, 5, 0, 0, 0, 5, 0, 0, 2, 0]
    assert {each.attributed_to for each in found} == {None}
    assert fingerprint(each.text for each in found) == RAPID_REVIEW
    assert unaccounted(document, extraction) == ()


def test_the_briefing_gives_the_inquirys_recommendations_as_the_inquirys():
    document, extraction = read("infected-blood-inquiry-recommendations-briefing.pdf")
    found = stated(extraction)
    assert extraction.extractor == "report"
    assert {each.attributed_to for each in found} == {"Infected Blood Inquiry"}
    assert len(found) == 40
    assert [each.number for each in found][:5] == ["1", "2", "3", "4a(i-iii)", "4a(iv-v)"]
    assert [each.number for each in found][-3:] == ["11a-d", "12a-b", "12d-e"]
    assert fingerprint(each.text for each in found) == BRIEFING
    assert extraction.entries[0].value("recommendations_made") is None
    assert unaccounted(document, extraction) == ()


# Of the letters and figures of the texts, in order, as they stand on the pages.
RAPID_REVIEW = "281bfe4e7a084cfc"
BRIEFING = "ac83bbcdca7a4464"

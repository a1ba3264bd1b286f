"""A list page sorted by theme is a list page; a digest without tables, in sections, is a digest."""

import pytest

from lessonbook import extraction, reading

LIST_BY_THEME = """# Case reviews by theme

## Neglect

2019 – Leeds – Child Ash
Neglect of a 4-year-old girl over two years. Learning: assess what a day is like for the child; tell fathers. \
Recommendations: agree one policy on missed visits; audit it after a year. Keywords: neglect, non-attendance.

2019 – Kent – Child Birch
Neglect of three brothers, known since 2016. Learning: look at the history; write it down. \
Recommendations: train staff in chronologies. Keywords: neglect, siblings.

## Sexual abuse

2018 – Norfolk – Child Cedar
Sexual abuse of a 13-year-old girl by a relative. Learning: listen to siblings; record what is said. \
Recommendations: review how disclosures are recorded. Keywords: sexual abuse, disclosure.
"""
DIGEST_BY_THEME = """# Safeguarding news

## Neglect

### Jan 2019 – Leeds City Council – Child Ash

Neglect of a 4-year-old girl over two years.

Learning:

- assess what a day is like for the child
- tell fathers what is decided

Recommendations:

- agree one policy on missed visits

## Sexual abuse

### Feb 2019 – Norfolk County Council – Child Cedar

Sexual abuse of a 13-year-old girl by a relative.

Learning:

- listen to siblings
"""


@pytest.mark.parametrize(("text", "extractor"), [(LIST_BY_THEME, "listing"), (DIGEST_BY_THEME, "digest")])
def test_sections_alone_do_not_make_a_digest(text, extractor):
    found = extraction.extract(reading.read_here(text.encode()))
    assert found.extractor == extractor
    assert [entry.value("label") for entry in found.entries][-1] == "Child Cedar"
    learning = [claim.value.text for entry in found.entries for claim in entry.claims if claim.field == "statement"]
    assert "assess what a day is like for the child" in learning

"""Whatever a report says and in whatever order, its facts and key issues point to its own words and name no author."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessonbook.domain import Document
from lessonbook.extraction.report import facts, key_issues, sections
from lessonbook.reading import read_here

LINES = st.sampled_from(
    (
        "# Serious Case Review",
        "## Child B",
        "‘Jay’",
        "Author: Tabitha Wrenfield",
        "By Tabitha Wrenfield",
        "Tabitha Wrenfield, Independent Reviewer",
        "March 2021",
        "Draft 2, 1/2/2020",
        "© 2019",
        "Kent Safeguarding Children Partnership",
        "Commissioned by:",
        "Published:",
        "## 1. Introduction",
        "Child B, aged 3, died in May 2019 of a suspected head injury.",
        "Jay was a 4-year-old boy. Jay was White British. Jay died in 2018.",
        "The review was led by Tabitha Wrenfield, an independent reviewer, using the SILP methodology.",
        "The period under review is from May 2018 to June 2019.",
        "An inquest into the death of Child B was opened.",
        "## Summary of events",
        "1.1 In June 2018 the social worker closed the case and the mother was not told of the assault.",
        "| Name | Relationship | Age |\n|---|---|---|\n| Child B | Subject | 3 |\n| Ms A | Mother | 24 |",
        "Age: 3",
        "of the",
        "“",
    )
)
TEXTS = st.lists(LINES, min_size=1, max_size=16).map("\n\n".join)


def _evidence_holds(document: Document) -> bool:
    parts = sections.read(document)
    read = facts.read(document, parts)
    claims = (*read.claims, *key_issues.choose(document, parts, ()))
    pieces = [piece for claim in claims for piece in claim.evidence]
    pieces += [piece for problem in read.problems for piece in problem.evidence]
    return all(claim.evidence for claim in claims) and all(piece.holds_in(document.text) for piece in pieces)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_evidence_holds(text: str) -> None:
    assert _evidence_holds(read_here(text.encode()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_no_author_is_kept(text: str) -> None:
    document = read_here(text.encode())
    read = facts.read(document, sections.read(document))
    assert "Wrenfield" not in repr(read.claims) + repr(read.problems)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_any_text_is_read(text: str) -> None:
    document = read_here(f"# Review\n\n{text}\n".encode())
    assert _evidence_holds(document)

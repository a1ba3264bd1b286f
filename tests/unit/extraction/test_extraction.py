"""Which extractor reads a document, and whether every character is accounted for."""

from helpers.digest_texts import digest_text, row
from lessonbook import reading
from lessonbook.domain import Claim, Document, Entry, Evidence, Extraction, Paragraph, Passage, Problem, Span
from lessonbook.extraction import EXTRACTORS, NOT_RECOGNISED, digest, extract, listing, report, unaccounted

REPORT = "# How services worked\n\nIn May 2021 the board met and read this report.\n\n## Findings\n\n- Staff cared.\n"
TEXT = "One two; three."


def document(text=TEXT):
    return Document("0" * 64, "text", text, (Paragraph(Passage.at(text, 0)),))


def extraction(*, evidence=(), furniture=(), problems=()):
    entry = Entry(0, (Claim("title", "Ash", evidence),))
    return Extraction("0" * 64, "digest", 1, (entry,), problems, furniture)


def piece(start, end):
    return Evidence("0" * 64, None, start, end, TEXT[start:end])


def test_a_digest_is_read_as_one():
    read = reading.read_here(digest_text(row("Jan 2023 – Kent County Council – Ash", "Ash moved.", "Ask.")).encode())
    found = extract(read)
    assert (found.extractor, found.logic_version) == ("digest", digest.LOGIC_VERSION)
    assert len(found.entries) == 1


def test_what_is_neither_says_so_and_gives_no_case():
    found = extract(reading.read_here(REPORT.encode()))
    assert (found.extractor, found.entries) == (NOT_RECOGNISED, ())
    assert [problem.code for problem in found.problems] == ["not-recognised"]


def test_what_was_not_recognised_is_stale_when_an_extractor_changed():
    assert EXTRACTORS[NOT_RECOGNISED] == digest.LOGIC_VERSION + listing.LOGIC_VERSION + report.LOGIC_VERSION
    assert extract(reading.read_here(REPORT.encode())).logic_version == EXTRACTORS[NOT_RECOGNISED]


def test_nothing_is_accounted_for_without_evidence():
    assert unaccounted(document(), extraction()) == (Span(0, len(TEXT)),)


def test_evidence_furniture_and_problems_account_for_what_they_hold():
    problem = Problem("outside-a-case", "It stands outside.", (piece(9, 15),))
    found = extraction(evidence=(piece(0, 7),), furniture=(Span(7, 8),), problems=(problem,))
    assert unaccounted(document(), found) == ()


def test_gaps_are_given_without_the_white_space_around_them():
    assert unaccounted(document(), extraction(evidence=(piece(0, 3), piece(9, 14)))) == (Span(4, 8), Span(14, 15))


def test_pieces_that_overlap_are_counted_once():
    assert unaccounted(document(), extraction(evidence=(piece(0, 12), piece(2, 5), piece(10, 15)))) == ()


def test_a_report_whose_plan_looks_like_cases_is_a_report():
    rows = "".join(
        f"| {action} | {who} | {when} |\n"
        for action, who, when in (
            ("Agree one plan for each family", "Children's social care; housing", "June 2022"),
            ("Share what is known of debts", "Metropolitan Police", "March 2022"),
            ("Meet parents twice a year", "Partnership", "September 2022"),
        )
    )
    text = (
        "# Thematic Review: three young people in Borrowdale\n\nBorrowdale Safeguarding Children Partnership\n\n"
        "Published December 2021\n\n## Summary\n\nThis review considers three young people. Agencies took part.\n\n"
        "## Terms of reference\n\nThe review was asked what agencies knew.\n\n"
        "## Findings\n\nThe review found that plans were not shared between agencies.\n\n"
        "## Recommendations\n\n| What | Who | When |\n| --- | --- | --- |\n" + rows
    )
    assert extract(reading.read_here(text.encode())).extractor == "report"

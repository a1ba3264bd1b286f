"""The sample collection is read as its gold records say, case by case."""

import io
import re

import docx
import pypdf
import pytest
from sample import content, damage, gold, make

from helpers.judged import judged, said, sentences
from helpers.sample_files import FILES, SAMPLE, document_of, extraction_of, gold_of
from lessonbook.extraction.accounting import unaccounted

MADE = make.made()


@pytest.mark.parametrize("file", FILES)
def test_every_case_is_read_as_the_gold_says(file):
    result = judged(document_of(file), extraction_of(file), gold_of(file))
    differences = [one for one in result.differences if " addressees of " not in one.name]
    if differences:
        pytest.fail(sentences(differences), pytrace=False)
    assert sorted(said(extraction_of(file))) == sorted(
        [(one["kind"], one["text"]) for one in record["statements"]] for record in gold_of(file)
    )


@pytest.mark.parametrize("file", FILES)
def test_addressees_of_recommendations_are_found(file):
    """Not all: who is told something and who must do it is a matter of grammar that words alone do not settle."""
    assert judged(document_of(file), extraction_of(file), gold_of(file)).details["addressees"].f1 >= 0.9


@pytest.mark.parametrize("file", FILES)
def test_every_character_is_accounted_for(file):
    document = document_of(file)
    left = [document.text[span.start : span.end] for span in unaccounted(document, extraction_of(file))]
    assert left == []


@pytest.mark.parametrize("file", FILES)
def test_all_evidence_stands_in_the_document(file):
    text = document_of(file).text
    pieces = [piece for entry in extraction_of(file).entries for claim in entry.claims for piece in claim.evidence]
    assert pieces
    assert [piece for piece in pieces if not piece.holds_in(text)] == []


def test_the_lost_heading_is_a_problem_of_its_cases():
    lost = {
        entry.value("label")
        for entry in extraction_of("digest-issue-3.txt").entries
        if any(problem.code == "heading-lost" for problem in entry.problems)
    }
    assert lost == {"Baby Siskin", "Teasel", "Yarrow"}


def test_the_bullet_that_a_page_cut_has_two_pieces_of_evidence():
    entries = extraction_of("digest-issue-3.txt").entries
    cut = [
        claim
        for entry in entries
        for claim in entry.claims
        if claim.field == "statement" and claim.value.text == "grandparents should be part of the plan from the start."
    ]
    assert [len(claim.evidence) for claim in cut] == [2]


# The sample itself.


def test_there_are_at_least_sixty_cases_and_each_is_told():
    told = {record["case"] for file in FILES for record in gold_of(file)}
    assert told == set(content.cases())
    assert len(told) >= 60


def test_some_cases_are_told_twice():
    twice = {record["case"] for file in FILES for record in gold_of(file) if record["also_in"]}
    assert len(twice) >= 5


def test_the_files_are_what_the_data_makes():
    for name, data in MADE.items():
        assert _text(name, data) == _text(name, (SAMPLE / name).read_bytes()), f"run python -m sample.make: {name}"


def test_every_kind_of_damage_is_in_the_damaged_digest():
    done = {kind for kinds in content.documents()["issue-3"]["damage"].values() for kind in kinds}
    described = set(re.findall(r"^``([a-z-]+)``", damage.__doc__, re.MULTILINE))
    assert done == described


def test_ages_are_counted_as_documented():
    assert content.days_of("9w") == [63, 69]
    assert content.days_of("4m") == [120, 152]


def test_a_list_page_takes_only_the_first_sentence_for_the_harm():
    records = {record["case"]: record for record in gold.records("list-2012-2017")}
    essex = records["essex-baby-t"]
    assert essex["harm"]["as_written"] == "Death of a 6-week-old boy in November 2011."
    assert essex["statements"][0]["text"] == "Baby T was found dead in his parents' bed."


def _text(name: str, data: bytes) -> list[str]:
    """The words of a file: the bytes of a Word or PDF file also depend on the library that wrote it."""
    if name.endswith(".docx"):
        document = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return [*(paragraph.text for paragraph in document.paragraphs), *cells]
    if name.endswith(".pdf"):
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    return data.decode().splitlines()

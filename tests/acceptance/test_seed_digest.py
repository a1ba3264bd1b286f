"""The seed digest, all of it: sections, cases, statements, what was mended, and that no character is lost.

The text is not ours to copy: counts, structure and hashes stand here, each checked by eye against the source.
"""

import hashlib
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from lessonbook import reading
from lessonbook.domain import Table
from lessonbook.extraction import digest, extract, listing, unaccounted

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "darlington-digest-issue-4.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed digest is not beside this checkout")

SECTIONS = {
    ("regional", "children", None): 7,
    ("regional", "adults", None): 2,
    ("national-panel", "children", None): 1,
    ("national", "children", "physical-and-emotional-abuse"): 13,
    ("national", "children", "neglect"): 3,
    ("national", "children", "child-death"): 21,
    ("national", "children", "sexual-abuse"): 9,
    ("national", "children", "homicide"): 8,
    ("national", "adults", "behavioural-and-mental-health"): 3,
}
# Month, learning, recommendations, considerations, actions of each case in order.
COUNTS = """
03 0 0 0 0 | 03 0 0 0 0 | 04 0 0 0 0 | 05 0 0 0 0 | 05 0 0 0 0 | 05 0 0 0 0 | 05 0 0 0 0 | 02 0 0 0 0 | 08 0 0 0 0
.. 3 0 0 0
02 2 2 0 0 | 02 9 3 0 0 | 03 8 3 0 0 | 04 4 4 0 0 | 05 3 0 1 0 | 06 3 3 0 0 | 06 4 2 0 0 | 07 3 3 0 0 | 07 3 3 0 0
07 2 5 0 0 | 07 7 5 0 0 | 08 3 3 0 0 | 06 0 0 0 0
05 5 4 0 0 | 06 5 2 0 0 | 08 4 3 0 0
02 3 2 0 0 | 03 2 3 0 0 | 03 3 3 0 0 | 03 4 3 0 0 | 04 5 4 0 0 | 04 6 3 0 0 | 04 3 4 0 0 | 04 4 3 0 0 | 04 7 0 0 0
05 3 3 0 0 | 05 3 3 0 0 | 06 1 3 0 0 | 06 5 0 0 0 | 06 5 0 0 0 | 07 3 4 0 0 | 07 3 3 0 0 | 08 2 4 0 0 | 08 5 0 0 0
08 4 2 0 0 | 08 3 2 0 0 | 05 0 0 0 0
03 3 3 0 0 | 03 10 2 0 0 | 04 7 4 0 0 | 05 3 3 0 0 | 06 3 0 0 5 | 07 2 0 0 0 | 08 3 2 0 0 | 08 3 2 0 0 | 05 0 0 0 0
02 6 4 0 0 | 02 6 7 0 0 | 04 4 1 0 0 | 05 7 2 0 0 | 05 2 5 0 0 | 06 4 3 0 0 | 07 2 3 0 0 | .. 0 0 0 0
09 8 0 0 0 | 09 4 0 0 0 | 07 9 0 0 0
"""
# The wording of every learning point, recommendation, consideration and action, in order and with its case.
LEARNING_HASH = "09439710bdca858283d1ceb61e80de5b19037fccd20b8540b404d92e379bc689"
LABELS_HASH = "c72a55399b03f4eb411ecc66f6ad1462fe949a2092e2237d4f95783332e79e3d"


@pytest.fixture(scope="module")
def document():
    return reading.read_here(SEED.read_bytes())


@pytest.fixture(scope="module")
def extraction(document):
    return digest.extract(document)


@pytest.fixture(scope="module")
def entries(extraction):
    return extraction.entries


def test_it_is_a_digest_and_no_list(document):
    assert digest.fits(document) == 1.0
    assert listing.fits(document) < 0.5
    assert len(extract(document).entries) == 67


def test_front_matter(extraction):
    assert extraction.title == "Lessons Learned Research Digest"
    assert str(extraction.issue_date) == "2021-10"


def test_every_case_stands_in_its_section(entries):
    found = Counter((e.value("scope"), e.value("audience"), e.value("section")) for e in entries)
    assert found == SECTIONS


def test_sections_of_lists_without_heading_are_inferred_and_reported(entries):
    inferred = [e for e in entries if any(c.field == "section" and c.certainty == "inferred" for c in e.claims)]
    assert Counter(e.value("section") for e in inferred) == {"child-death": 21, "sexual-abuse": 9}
    assert inferred == [e for e in entries if "heading-lost" in {p.code for p in e.problems}]


def test_every_statement_stands_in_its_case(entries):
    found = []
    for entry in entries:
        kinds = Counter(statement.kind for statement in entry.values("statement"))
        published = entry.value("published")
        month = str(published)[5:7] if published is not None and published.precision == "month" else ".."
        counts = [kinds[kind] for kind in ("learning", "recommendation", "consideration", "action")]
        found.append(" ".join([month, *map(str, counts)]))
    assert found == [case.strip() for line in COUNTS.strip().splitlines() for case in line.split("|")]


def test_the_wording_of_learning_is_as_checked(entries):
    lines = [f"{e.position} {s.kind} {s.text}" for e in entries for s in e.values("statement") if s.kind != "key-issue"]
    assert _hash(lines) == LEARNING_HASH


def test_areas_and_labels(entries):
    assert _hash(f"{entry.position} {entry.value('label')}" for entry in entries) == LABELS_HASH
    areas = [entry.value("area") for entry in entries]
    assert Counter(area.status if area else None for area in areas) == {"named": 61, "unnamed": 5, None: 1}
    assert all(area.authorities for area in areas if area and area.status == "named")


def test_ethnicity_of_the_national_childrens_cases(entries):
    cases = [e for e in entries if (e.value("scope"), e.value("audience")) == ("national", "children")]
    statuses = Counter(entry.values("subject")[0].ethnicity.status for entry in cases)
    assert len(cases) == 54
    assert statuses["not-stated"] == 30
    assert statuses["stated"] in {17, 18}  # one says nationality, which is not ethnicity


def test_links(entries):
    links = Counter(link.label for entry in entries for link in entry.values("link"))
    assert sum(links.values()) == 66
    assert links["Read full overview (PDF)"] == 43
    assert not any(link.url for entry in entries for link in entry.values("link"))
    assert all(len(entry.values("link")) <= 1 for entry in entries)


def test_what_was_read_twice_is_kept_once_and_a_disagreement_shown(entries):
    problems = [problem for entry in entries for problem in entry.problems]
    disagreeing = [problem for problem in problems if problem.code == "readings-disagree"]
    assert [len(problem.evidence) for problem in disagreeing] == [2]
    first, second = disagreeing[0].evidence
    assert (re.findall(r"\d+th", first.quote), re.findall(r"\d+th", second.quote)) == (["19th"], ["18th"])
    assert sum(problem.code == "read-twice" for problem in problems) == 8
    stated = " ".join(s.text for e in entries for s in e.values("statement")) + str([e.value("harm") for e in entries])
    assert not any(word in stated for word in ("normanent", "agonaica", "Modway", "burying"))


def test_no_recommendations_is_a_fact(entries):
    status = Counter(made.status if (made := entry.value("recommendations_made")) else None for entry in entries)
    assert status["none"] == 3
    integrated = [entry for entry in entries if entry.value("integrated")]
    assert len(integrated) == 1
    learning, recommendations = (
        [s.text for s in integrated[0].values("statement") if s.kind == kind] for kind in ("learning", "recommendation")
    )
    assert recommendations[: len(learning)] == learning


def test_one_review_of_two_children(entries):
    two = entries[5].values("subject")
    assert [subject.outcome for subject in two] == ["serious-harm", "death"]


def test_a_cut_bullet_has_its_pieces_of_evidence(entries):
    cut = [c for e in entries for c in e.claims if c.field == "statement" and len(c.evidence) > 1]
    assert len(cut) > 40
    assert all(piece.quote.strip() for claim in cut for piece in claim.evidence)


def test_all_evidence_holds(document, entries):
    for entry in entries:
        for piece in (p for c in entry.claims for p in c.evidence):
            assert piece.holds_in(document.text)


def test_no_statement_stands_in_two_cases(entries):
    of_case = [
        {n for c in e.claims if c.field == "statement" for p in c.evidence for n in range(p.start, p.end)}
        for e in entries
    ]
    assert all(not first & second for first, second in combinations(of_case, 2))


def test_every_character_is_accounted_for(document, extraction):
    assert unaccounted(document, extraction) == ()
    assert extraction.problems == ()


def test_furniture_in_the_tables_is_labels_and_headings_only(document, extraction):
    """Accounting cannot be bought with furniture: inside the tables it is short, and each long piece is known."""
    first_table = next(block for block in document.blocks if isinstance(block, Table))
    start = first_table.rows[0].cells[0].blocks[0].passage.runs[0].at
    furniture = [
        document.text[s.start : s.end] for s in (*document.furniture, *extraction.furniture) if s.start >= start
    ]
    wording = [re.sub(r"<[^>]*>|&\w+;", "", text).strip() for text in furniture]
    long = [text for text in wording if len(text) > 45]
    assert len(long) == 4
    assert [text for text in long if not re.search(r"Panel|following|There have been no", text)] == []
    assert sum(len(re.sub(r"\W", "", text)) for text in wording) < 0.025 * len(document.text)


def _hash(lines):
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()

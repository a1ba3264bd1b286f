"""What we publish can be taken in again: the same reviews, statement for statement, from Word, HTML and PDF."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from helpers.invented_cases import reviews
from helpers.round_trip import differences, read_again, record, reviews_of, settings_for
from helpers.sample_files import FILES, document_of, extraction_of
from lessonbook import extraction, reading
from lessonbook.domain import Relevance, Review
from lessonbook.vocabulary import areas

FORMS = ("docx", "html", "pdf")
SEED = Path(__file__).parents[3] / "shared" / "seed" / "darlington-digest-issue-4.txt"
# Invented reviews are not read from a text, so what an extractor infers from words they need not have.
INFERRED = frozenset({"subjects", "harm", "statements", "incident", "audience"})


@cache
def of_sample(file: str) -> tuple[Review, ...]:
    return tuple(reviews_of(document_of(file), extraction_of(file)))


@cache
def of_seed() -> tuple[Review, ...]:
    document = reading.read_here(SEED.read_bytes())
    return tuple(reviews_of(document, extraction.extract(document)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("file", FILES)
def test_the_sample_published_and_read_is_the_sample(file, form):
    before, after = read_again(list(of_sample(file)), settings_for(), form)
    assert len(before) == len(of_sample(file))
    assert differences(before, after) == []


@pytest.mark.skipif(not SEED.exists(), reason="the seed digest is not here")
@pytest.mark.parametrize("form", FORMS)
def test_the_seed_published_and_read_is_the_seed(form):
    before, after = read_again(list(of_seed()), settings_for(), form)
    assert (len(before), len(after)) == (67, 67)
    # Counted, not shown: the texts are the publishers'.
    assert len(differences(before, after)) == 0


@pytest.mark.parametrize("form", FORMS)
def test_another_partnership_that_publishes_the_same_reads_the_same(form):
    kent = settings_for(areas.find("Kent"))
    before, after = read_again(list(of_sample(FILES[0])), kent, form)
    assert len(before) == len(of_sample(FILES[0]))
    assert [record(item)["statements"] for item in before] == [record(item)["statements"] for item in after]


@pytest.mark.parametrize("form", FORMS)
def test_invented_reviews_come_back_with_every_statement(form):
    before, after = read_again(reviews(67), settings_for(), form)
    assert differences(before, after, INFERRED) == []
    said = [[(item.kind, item.text) for item in review.statements] for review in before]
    assert said == [[(item.kind, item.text) for item in review.statements] for review in after]
    assert [item.harm.as_written for item in before] == [item.harm.as_written for item in after]


@pytest.mark.parametrize("form", FORMS)
def test_what_was_read_from_a_digest_of_ours_stays_as_it_is(form):
    _, first = read_again(reviews(40, seed=3), settings_for(), "docx")
    before, after = read_again(first, settings_for(), form)
    assert differences(before, after) == []


@pytest.mark.parametrize("form", FORMS)
def test_relevance_comes_back_with_its_reason(form):
    marked = [
        msgspec.structs.replace(review, relevance=Relevance(relevant=True, reason="a like plan"))
        for review in reviews(3)
    ]
    _, after = read_again(marked, settings_for(), form)
    assert [(item.relevance.relevant, item.relevance.reason) for item in after] == [(True, "a like plan")] * 3


def test_a_difference_is_seen():
    before = reviews(2)
    after = [msgspec.structs.replace(before[0], label="Child Z"), before[1]]
    assert len(differences(before, after)) == 1
    assert len(differences(before, after[:1])) == 2

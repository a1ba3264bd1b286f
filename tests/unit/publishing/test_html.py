"""The web page: its structure, and that it needs nothing else."""

import itertools
import re

import pytest
from lxml import html

from helpers.hostile_texts import BEYOND_FONTS, LONG, MARKUP, SCRIPTS
from helpers.invented_cases import Source, review, reviews, settings
from lessonbook.domain import Harm, Link, Relevance
from lessonbook.publishing import compose, render


def page_of(*chosen, **changes):
    return html.fromstring(render(compose(chosen, settings(**changes)), "html"))


def test_language_title_and_landmarks():
    page = page_of(*reviews(3))
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == "Lessons Learned Research Digest, Issue 5 – December 2021"
    assert len(page.findall(".//main")) == 1
    assert page.find(".//nav") is not None


def test_the_skip_link_comes_first_and_leads_to_the_content():
    page = page_of()
    first = page.find("body")[0]
    assert (first.tag, first.get("href")) == ("a", "#content")
    assert page.find(".//main").get("id") == "content"


def test_headings_are_one_level_at_a_time():
    levels = [int(heading.tag[1]) for heading in page_of(*reviews(30)).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_content_note_comes_before_everything_that_distresses():
    text = page_of(*reviews(3)).text_content()
    assert text.index("Before you read") < text.index("Local learning") < text.index("Hartlepool")


def test_tables_have_headers_of_columns_and_rows():
    page = page_of(*reviews(20))
    tables = page.findall(".//table")
    assert tables
    for table in tables:
        assert [cell.get("scope") for cell in table.findall("thead/tr/th")] == ["col"] * 3
        assert [cell.text for cell in table.findall("thead/tr/th")] == [
            "CASE",
            "KEY ISSUES",
            "LEARNING AND RECOMMENDATIONS",
        ]
        assert all(row.find("th").get("scope") == "row" for row in table.findall("tbody/tr"))
        assert page.get_element_by_id(table.get("aria-labelledby")).tag in {"h2", "h3"}


def test_it_asks_for_nothing_from_outside():
    text = render(compose(reviews(5), settings()), "html").decode()
    assert not re.search(r"<(script|link|img|iframe|object|embed)\b|@import|url\(", text)


def test_every_jump_has_its_target_and_every_id_is_one():
    page = page_of(*reviews(30))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    jumps = [link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")]
    assert len(jumps) > 30
    assert set(jumps) <= set(ids)


def test_relevant_cases_are_marked_in_words_and_italics():
    page = page_of(review(relevance=Relevance(relevant=True, reason="a like plan")), review(id="2", label="Child B"))
    assert [em.text for em in page.iter("em")] == ["Mar 2021 – Kent – Child A"]
    assert [p.text for p in page.iter("p") if p.get("class") == "relevance"] == ["Relevant to Darlington: a like plan"]


def test_links_keep_their_target_and_a_label_without_one_is_text():
    page = page_of(review(links=(Link("Read it", "https://example.org/a?b=1&c=2"), Link("Read this"))))
    assert [a.get("href") for a in page.iter("a") if a.text == "Read it"] == ["https://example.org/a?b=1&c=2"]
    assert [p.text for p in page.iter("p") if p.text == "Read this"] == ["Read this"]


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS, *BEYOND_FONTS, LONG])
def test_a_text_stays_the_text_it_is(text):
    source = Source()
    page = page_of(review(statements=(source.statement("learning", text),), harm=Harm(text), label=text))
    assert [li.text_content() for li in page.findall(".//td//li")] == [text]
    assert text in [p.text_content() for p in page.findall(".//th/p")]


def test_an_empty_issue_says_so_in_every_part():
    page = page_of()
    assert page.find(".//table") is None
    assert [p.text for p in page.iter("p")].count("No reviews in this period.") == sum(
        len(part.sections) for part in compose([], settings()).parts
    )

"""Themes: each with a definition to code by, and found by each of its terms."""

import pytest

from lessonbook.vocabulary.themes import THEMES, terms_in


def found_in(text):
    return {match.id for match in terms_in(text)}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_every_theme_says_what_it_is_and_is_found_by_each_of_its_terms(theme):
    assert theme.definition
    assert theme.include
    assert theme.exclude
    assert theme.source
    for term in theme.terms:
        assert theme.id in found_in(f"For {term.replace('*', '')}, please."), term


def test_the_words_found_stand_at_the_place_given():
    text = "The fathers’ drinking was taken at face value."
    assert {(one.id, text[one.start : one.end]) for one in terms_in(text)} == {
        ("engaging-fathers", "fathers"),
        ("substance-misuse", "drinking"),
        ("professional-curiosity", "taken at face value"),
    }


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Bullying, and being bullied, went on for a year.", "peer-on-peer-abuse"),
        ("A NON‑MOBILE baby had a bruise.", "injuries-in-non-mobile-babies"),
        ("Two risk-assessments were made.", "assessment"),
    ],
)
def test_case_hyphens_and_endings_do_not_matter(text, theme):
    assert theme in found_in(text)


@pytest.mark.parametrize("text", ["", "The engagement party was online-free", "Daddy longlegs"])
def test_a_part_of_a_word_is_no_term(text):
    assert "engaging-fathers" not in found_in(text)
    assert "gangs" not in found_in(text)

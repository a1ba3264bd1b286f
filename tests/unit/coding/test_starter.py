"""The starter set holds together: each statement is coded by both and settled, with themes that there are."""

import pytest

from lessonbook.coding import starter
from lessonbook.vocabulary import sections, themes

THEMES = {theme.id for theme in themes.THEMES}


def test_it_is_large_enough_and_no_statement_stands_twice():
    texts = [one.text for one in starter.statements()]
    assert len(texts) >= 600
    assert len(set(texts)) == len(texts)
    assert {one.section for one in starter.statements()} <= {section.id for section in sections.SECTIONS}


@pytest.mark.parametrize("name", ["first-coding", "second-coding", "settled"])
def test_each_statement_is_coded_with_themes_of_the_vocabulary(name):
    coded = starter.codings(name)
    assert list(coded) == [one.id for one in starter.statements()]
    assert {theme for given in coded.values() for theme in given} <= THEMES
    assert all(len(set(given)) == len(given) for given in coded.values())


def test_what_is_settled_was_given_by_a_coder_and_keeps_what_both_gave():
    first, second = starter.codings("first-coding"), starter.codings("second-coding")
    for key, settled in starter.codings("settled").items():
        assert set(first[key]) & set(second[key]) <= set(settled) <= set(first[key]) | set(second[key])

"""Coding by terms: which themes, and for which words."""

import pytest

from lessonbook.coding.terms import code


def told(text):
    return {one.theme: [text[start:end] for start, end in one.reasons] for one in code(text)}


def test_each_theme_says_the_words_that_were_the_reason():
    found = told("Information was not shared with the police; the drinking and the drug use went on.")
    assert found == {
        "information-sharing": ["Information was not shared"],
        "substance-misuse": ["drinking", "drug use"],
    }


@pytest.mark.parametrize(
    ("text", "theme", "other"),
    [
        ("He was described as placing himself at risk.", "victim-blaming-language", "looked-after"),
        ("She used the chronology of domestic abuse of older people by family.", "chronologies", "frailty"),
    ],
)
def test_words_within_a_longer_term_of_another_theme_say_nothing(text, theme, other):
    found = told(text)
    assert theme in found
    assert other not in found


def test_a_text_without_terms_stays_uncoded():
    assert code("The report was published in spring.") == code("") == ()

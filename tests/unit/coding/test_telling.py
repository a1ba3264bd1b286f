"""Coding with the model that ships."""

import numpy as np
import pytest

from lessonbook.coding import code, code_all, model, seeing, starter, suggested, telling, training
from lessonbook.domain import LessonbookError

NO_TERM = "The twin brothers were hidden from the school nurse whenever their bruises could be seen."


def words(text, coded):
    return [text[start:end] for start, end in coded.reasons]


def test_the_model_that_ships_was_made_of_this_vocabulary_and_starter_set():
    settled = starter.codings("settled")
    now = training.made_of((one.text, settled[one.id], one.review) for one in starter.statements())
    assert model.shipped().made_of == now, "run scripts/make_theme_model.py"


def test_a_term_is_the_reason_and_makes_sure():
    text = "Ensure that information sharing between agencies is improved."
    found = {one.theme: one for one in code(text)}
    assert words(text, found["information-sharing"]) == ["information sharing"]
    assert found["information-sharing"].confidence > 0.5


def test_a_theme_without_its_terms_has_words_of_the_text_as_reasons():
    text = "The importance of what a child went through each day being understood by those who met her."
    found = suggested(text, seeing.meanings_of([text])[0])
    assert len(found) == 3
    for one in found:
        assert one.reasons
        assert all(0 <= start < end <= len(text) for start, end in one.reasons)
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)


@pytest.mark.parametrize("text", ["", "The report was published in spring.", "12 · 34", "Ж"])
def test_what_says_nothing_stays_uncoded(text):
    assert code(text) == ()


def test_a_text_is_coded_alike_alone_and_among_others():
    texts = ["Supervision should be reflective.", NO_TERM, ""]
    together = code_all(texts, seeing.meanings_of(texts))
    assert together == [code(text) for text in texts]
    assert code_all([], np.zeros((0, 384), np.int8)) == []


def test_below_its_bound_a_theme_is_not_given():
    strict = model.shipped()
    never = (model.NEVER,) * len(strict.themes)
    strict = model.Model(**{**{name: getattr(strict, name) for name in strict.__struct_fields__}, "least": never})
    text = NO_TERM
    by_terms = set(telling.terms.code(text))
    assert {one.theme for one in code(text, strict)} <= {one.theme for one in by_terms}


def test_a_model_survives_being_stored():
    shipped = model.shipped()
    again = model.from_bytes(model.to_bytes(shipped))
    assert again == shipped
    assert code("Voice of the child.", again) == code("Voice of the child.", shipped)


def test_what_is_no_model_is_said():
    with pytest.raises(LessonbookError, match="cannot be read"):
        model.from_bytes(b"nothing")


def test_a_theme_that_the_model_was_not_trained_on_is_given_by_its_terms():
    shipped = model.shipped()
    kept = tuple(theme for theme in shipped.themes if theme != "supervision")
    fewer = model.for_themes(shipped, kept)
    assert fewer.themes == kept
    again = model.from_bytes(model.to_bytes(fewer))
    text = "Supervision and information sharing should be better."
    found = {one.theme: one for one in code(text, again)}
    assert found["supervision"].confidence < 0.01
    assert (
        found["information-sharing"].confidence
        == {one.theme: one for one in code(text)}["information-sharing"].confidence
    )

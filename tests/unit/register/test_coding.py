"""Themes in the register: from wordings to records, and from there to whoever listens."""

import pytest

from helpers.register_cases import Case, document_of
from lessonbook.register import coding, edits, models, reviews, verify
from lessonbook.register.intake.recording import record
from lessonbook.register.wordings import wording_of

SAID = "The fathers’ drinking was taken at face value."


@pytest.fixture
def review(home):
    data, document, extraction = document_of(
        Case(statements=(("learning", SAID), ("learning", "The report came late.")))
    )
    record("d", data, document, extraction)
    return models.Review.objects.get().pk


def themes(review):
    return {one.text: one.themes for one in reviews.get(review).statements if one.themes}


CODED = {SAID: ("engaging-fathers", "professional-curiosity", "substance-misuse")}


def test_a_record_shows_the_themes_of_its_wordings_once_they_are_coded(review):
    assert themes(review) == {}
    told = []
    assert coding.learn(lambda *moved: told.append(moved)) == models.Wording.objects.count()
    assert SAID in themes(review)
    assert themes(review)[SAID] == CODED[SAID]
    assert told[-1][0] == told[-1][1]
    assert coding.missing() == coding.learn() == 0
    assert verify.verify().ok


def test_each_theme_has_the_words_that_were_the_reason(review):
    coding.learn()
    words = {one.theme: [SAID[start:end] for start, end in one.reasons] for one in coding.of(SAID)}
    assert words["substance-misuse"] == ["drinking"]
    assert coding.of("Nobody said this drinking.") == ()


def test_themes_stay_when_a_record_is_resolved_anew(review):
    coding.learn()
    edits.correct(review, "label", "Child Q")
    assert themes(review)[SAID] == CODED[SAID]
    assert verify.verify().ok


def test_what_is_held_has_no_themes_and_gets_them_back(review):
    coding.learn()
    edits.set_status(review, "held")
    assert themes(review) == {}
    assert not models.Wording.objects.filter(pk=wording_of(SAID)).exists()
    assert verify.verify().ok
    edits.set_status(review, "checked")
    coding.learn()
    assert themes(review)[SAID] == CODED[SAID]
    assert verify.verify().ok


def test_uses_are_counted_by_statement_and_by_review(review):
    coding.learn()
    uses = {one.theme: (one.statements, one.reviews) for one in coding.uses()}
    assert uses["substance-misuse"] == (1, 1)
    assert uses["gangs"] == (0, 0)
    assert len(uses) == 110

"""Confirming themes, and training on what was confirmed."""

import pytest

from helpers.register_cases import Case, document_of
from lessonbook.coding import model as models_of_themes
from lessonbook.domain import LessonbookError
from lessonbook.register import coding, edits, models, reviews, theming, verify
from lessonbook.register.intake.recording import record

SAID = "Information sharing between the surgery and the nursery was poor."
PLAIN = "The report came late."


@pytest.fixture
def review(home):
    statements = (("learning", SAID), ("learning", PLAIN))
    record("d", *document_of(Case(statements=statements)))
    coding.learn()
    return models.Review.objects.get().pk


def themes(review):
    return {one.text: one.themes for one in reviews.get(review).statements}


def statement(review, text):
    return next(one.id for one in reviews.get(review).statements if one.text == text)


def test_what_is_confirmed_is_shown_and_stays(review):
    theming.confirm(statement(review, SAID), ["was-not-brought", "record-keeping"], author="E")
    assert themes(review)[SAID] == ("record-keeping", "was-not-brought")
    edits.set_status(review, "held")
    edits.set_status(review, "checked")
    coding.learn()
    assert themes(review)[SAID] == ("record-keeping", "was-not-brought")
    assert [one.theme for one in coding.of(SAID)] == ["was-not-brought", "record-keeping"]
    assert verify.verify().ok


def test_a_statement_can_be_said_to_have_no_theme_and_that_can_be_taken_back(review):
    before = themes(review)[SAID]
    assert before
    theming.confirm(statement(review, SAID), [], author="E")
    assert themes(review)[SAID] == ()
    theming.forget(statement(review, SAID), author="E")
    assert themes(review)[SAID] == before
    assert models.Event.objects.filter(action="themes").count() == 2


def test_what_there_is_not_cannot_be_confirmed(review):
    with pytest.raises(LessonbookError, match="no theme “weather”"):
        theming.confirm(statement(review, SAID), ["weather"], author="E")
    with pytest.raises(LessonbookError, match="no statement x"):
        theming.confirm("x", ["missing"], author="E")


def test_a_statement_without_a_sure_theme_waits_until_a_person_has_looked(review):
    count, (first, *_) = theming.waiting()
    assert (count, first.text, len(first.suggested)) == (1, PLAIN, 3)
    theming.confirm(first.statement, [], author="E")
    assert theming.waiting() == (0, ())


def test_training_on_nothing_confirmed_changes_nothing(review):
    learned = theming.train()
    assert (learned.confirmed, learned.changes) == (0, ())
    assert coding.in_use() == models_of_themes.shipped()
    assert coding.missing() == 0


def test_training_learns_what_was_confirmed_is_the_same_again_and_codes_anew(review):
    theming.confirm(statement(review, PLAIN), ["out-of-hours"], author="E")
    learned = theming.train()
    assert learned.confirmed == 1
    assert learned.coded == models.Wording.objects.count()
    made = bytes(models.ThemeModel.objects.get().model)
    assert theming.train().changes == ()
    assert bytes(models.ThemeModel.objects.get().model) == made
    assert themes(review)[PLAIN] == ("out-of-hours",)
    assert verify.verify().ok


def test_what_another_model_coded_is_coded_anew_and_the_change_is_told(review):
    theming.confirm(statement(review, PLAIN), [], author="E")
    models.Wording.objects.filter(text=SAID).update(themes='[["gangs",[]]]')
    models.ThemeModel.objects.update(coded_by="another")
    assert coding.missing() == models.Wording.objects.count()
    _, changes = coding.recode()
    assert {(one.theme, one.gained, one.lost) for one in changes} >= {("gangs", 0, 1), ("information-sharing", 1, 0)}
    assert "information-sharing" in themes(review)[SAID]


def test_the_vocabulary_is_checked_with_what_the_register_shows(review):
    assert {one.code for one in theming.check()} <= {"near-synonyms"}


def test_a_review_has_its_themes_by_statements_and_a_section_with_words(review):
    found = theming.of_review(review)
    assert dict(found.themes) == {"information-sharing": 1}
    assert 0 < found.confidence < 1
    assert found.told in theming.SECTION_IDS
    assert theming.of_review(review) == found

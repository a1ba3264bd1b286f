import pytest

from lessonbook.recurrence import words_of
from lessonbook.recurrence.formulas import without_formulas


@pytest.mark.parametrize(
    "text",
    [
        "The panel recommends that tenants are told.",
        "It is therefore recommended that tenants are told.",
        "I am concerned that tenants are told.",
        "During the inquest, evidence was heard that tenants are told.",
        "Recommendation 4: The Board should ensure that tenants are told.",
        "The court heard that tenants are told.",
        "However, there is evidence that tenants are told.",
    ],
)
def test_a_lead_in_is_taken_off(text):
    assert without_formulas(text).removeprefix("the board ").endswith("tenants are told.")
    assert words_of(text).stems - {"board"} == words_of("Tenants are told.").stems


@pytest.mark.parametrize(
    "text",
    [
        "During the inquest, evidence was heard that:",
        "The matters of concern are as follows:",
        "In my opinion there is a risk that future deaths will occur unless action is taken.",
        "The panel recommends:",
        "Copies of the letters are enclosed.",
    ],
)
def test_a_formula_says_nothing(text):
    assert not words_of(text).says_something


@pytest.mark.parametrize(
    "text",
    [
        "Information sharing",
        "Evidence of injuries was not photographed.",
        "Concerns of neighbours were not passed on.",
        "The review of the plan was late.",
        "Action plans were not followed.",
        "I was told by nobody",
        "Alsoran houses were cold.",
    ],
)
def test_what_only_begins_alike_stays(text):
    assert words_of(text).says_something


def test_a_word_is_never_cut():
    assert without_formulas("Alsoran houses were cold") == "alsoran houses were cold"
    assert without_formulas("The issues were legion") == "legion"


def test_it_is_done_once():
    text = "Furthermore, the panel recommends that it is of concern that heaters fail."
    assert without_formulas(without_formulas(text)) == without_formulas(text) == "heaters fail."

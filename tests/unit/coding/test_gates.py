"""Quality gates on a theme set."""

from lessonbook.coding.gates import CodedStatement, check
from lessonbook.vocabulary.themes import THEMES, Theme


def theme(name, definition, broader=""):
    return Theme(name, name, "practice", definition, ("a",), ("b",), "s", (name,), broader)


RAIN = theme("rain", "Water falls from the sky.")
TAX = theme("tax", "Money is paid to the state.")


def coded(*themes, review="r", times=1):
    return [CodedStatement(f"{review}{number}", frozenset(themes)) for number in range(times)]


def codes(findings):
    return [(one.code, one.themes) for one in findings]


def test_nothing_is_said_where_all_is_well():
    assert check((RAIN, TAX), [*coded("rain", times=300), *coded("tax", times=300)]) == ()
    assert check((), ()) == ()


def test_too_many_themes_in_all_or_for_what_is_coded():
    many = [theme(f"t{number}", f"{number}") for number in range(151)]
    assert ("too-many", ()) in codes(check(many, ()))
    found = check(THEMES, coded("neglect", times=600))
    assert found[0].code == "too-many"
    assert "110 themes for 600 coded statements" in found[0].sentence


def test_a_theme_with_few_uses_or_in_one_review_is_said_once_enough_is_coded():
    said = [*coded("tax", times=600), *(CodedStatement("one", frozenset({"rain"})) for _ in range(9))]
    assert codes(check((RAIN, TAX), said)) == [("too-few-uses", ("rain",))]
    assert check((RAIN, TAX), said[400:]) == ()


def test_themes_in_the_same_words_are_said_unless_one_is_part_of_the_other():
    same = theme("rainfall", "Water falls from the sky.")
    assert codes(check((RAIN, same), ())) == [("near-synonyms", ("rain", "rainfall"))]
    part = theme("rainfall", "Water falls from the sky.", broader="rain")
    assert check((RAIN, part), ()) == ()


def test_themes_that_stand_together_overlap():
    said = [*coded("rain", "tax", times=5), *coded("rain", times=3), *coded("tax", times=2)]
    assert codes(check((RAIN, TAX), said)) == [("overlap", ("rain", "tax"))]
    assert check((RAIN, TAX), [*said, *coded("tax", times=1)]) == ()


def test_the_vocabulary_as_it_is_has_few_near_synonyms():
    assert len([one for one in check(THEMES, ()) if one.code == "near-synonyms"]) <= 3

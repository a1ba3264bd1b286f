import pytest

from helpers.register_cases import KENT, LEEDS, UNNAMED, Case, source
from lessonbook.domain import Area, Authority
from lessonbook.register.matching.comparing import compare
from lessonbook.register.matching.facts import facts_of
from lessonbook.register.resolution import resolve

VALE, VALE_AGAIN = Area("Upper Vale Partnership", "unresolved"), Area("Upper Vale partnership", "unresolved")
BABY = {"incident": "2030-11", "age": (100, 120), "sex": "male", "outcome": "serious-harm"}
SENTENCES = (("learning", "Ask who lives in the home."), ("learning", "Escalate when nobody answers."))
OTHERS = (("learning", "See the child alone."), ("learning", "Read the old file."))


def outcome(one, other):
    def facts(said):
        return facts_of(resolve("r", [source(Case(**{"statements": (), **said}))]))

    return compare(facts(one), facts(other)).outcome


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {"label": "“child z”"}, id="area, label and month"),
        pytest.param({}, {"label": "Baby Z"}, id="another word for the same child"),
        pytest.param({"title": "Overview report: Z"}, {"title": "Summary: Z"}, id="a report and its summary"),
        pytest.param({}, {"area": Area("Leeds SCP", "named", LEEDS.authorities)}, id="another spelling of the area"),
        pytest.param({"area": VALE}, {"area": VALE_AGAIN}, id="an area that is not known, written alike"),
        pytest.param(BABY, {**BABY, "published": "2031"}, id="a year that fits, with the event"),
        pytest.param(BABY, {**BABY, "published": None}, id="no month, with the event"),
        pytest.param(BABY, {**BABY, "published": "2031-04"}, id="the month after, with the event"),
        pytest.param({**BABY, "label": None}, {**BABY, "label": None}, id="no label, with the event"),
        pytest.param({"label": None, "statements": SENTENCES}, {"statements": SENTENCES}, id="the same sentences"),
        pytest.param({**BABY, "area": UNNAMED}, {**BABY, "area": UNNAMED}, id="unnamed, everything else agrees"),
    ],
)
def test_surely_the_same(one, other):
    assert outcome(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {"published": "2031"}, id="a year that fits, no event"),
        pytest.param({}, {"published": None}, id="no month, no event"),
        pytest.param({"label": None}, {"label": None}, id="no label, no event"),
        pytest.param(BABY, {**BABY, "label": None}, id="one has no label"),
        pytest.param(BABY, {**BABY, "outcome": "death"}, id="one fact of the event contradicts"),
        pytest.param(BABY, {**BABY, "published": "2032-01"}, id="finished then, published later"),
        pytest.param({"statements": SENTENCES}, {"statements": SENTENCES, "area": KENT}, id="same words elsewhere"),
        pytest.param({"area": UNNAMED, "outcome": "death"}, {"area": UNNAMED, "outcome": "death"}, id="unnamed"),
        pytest.param(
            {**BABY, "area": UNNAMED}, {**BABY, "area": UNNAMED, "published": "2031"}, id="unnamed, a year that fits"
        ),
        pytest.param(
            {"label": "Child Z", "statements": SENTENCES},
            {"label": "Children Z&Y", "statements": SENTENCES},
            id="a label among several, same words",
        ),
    ],
)
def test_for_a_person(one, other):
    assert outcome(one, other) == "unsure"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {"area": KENT}, id="another area"),
        pytest.param({}, {"label": "Child Y"}, id="another label"),
        pytest.param({}, {"label": "Adult Z"}, id="a child and an adult"),
        pytest.param({}, {"published": "2029-03"}, id="another year"),
        pytest.param(BABY, {**BABY, "incident": "2028-01", "outcome": "death"}, id="another event"),
        pytest.param({"label": None, **BABY}, {"label": None, **BABY, "age": (4000, 4400)}, id="another age"),
        pytest.param({"label": None}, {}, id="one has no label and nothing else agrees"),
        pytest.param({"area": UNNAMED}, {}, id="unnamed is never filled in"),
        pytest.param({"area": VALE}, {"area": Area("Lower Vale", "unresolved")}, id="another area that is not known"),
        pytest.param({"area": UNNAMED}, {"area": UNNAMED}, id="unnamed, the same letter"),
        pytest.param({"area": UNNAMED, "statements": SENTENCES}, {"area": UNNAMED, "statements": OTHERS}, id="other"),
        pytest.param({"more": (("audience", "adults"),)}, {"more": (("audience", "children"),), "label": None}, id="x"),
        pytest.param({"label": None, "title": "Safer sleep"}, {"label": None, "title": "Out of sight"}, id="titles"),
    ],
)
def test_surely_not_the_same(one, other):
    assert outcome(one, other) == "different"


def test_a_partnership_of_several_authorities_meets_one_of_them():
    tees = Area("Tees", "named", (Authority("Redcar", "E06000003"), Authority("Middlesbrough", "E06000002")))
    middlesbrough = Area("Middlesbrough", "named", (Authority("Middlesbrough", "E06000002"),))
    assert outcome({"area": tees, **BABY}, {"area": middlesbrough, **BABY}) == "same"


def test_a_thematic_review_is_its_title():
    panel = {"area": None, "label": None, "title": "Out of sight"}
    assert outcome(panel, {**panel, "title": "“Out of Sight”"}) == "same"


def test_the_reason_is_in_words():
    def facts(**said):
        return facts_of(resolve("r", [source(Case(**{"statements": (), **said}))]))

    verdict = compare(facts(**BABY), facts(**{**BABY, "outcome": "death"}))
    assert verdict.reason == (
        "both have the area, the label, the month, the date of the incident, the age and the sex, "
        "but the outcomes differ"
    )

"""Fields of a record against gold's: right, wrong, missed, and rightly or wrongly silent."""

import pytest

from lessonbook.evaluation import fields


def judged(found, gold):
    return {one.name: one.tally for one in fields.judge(found, gold)}


def counts(tally):
    return tally.right, tally.wrong, tally.missed, tally.silent, tally.unsaid


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        pytest.param("2021-03", "2021-03", (1, 0, 0, 0, 0), id="right"),
        pytest.param("2021-04", "2021-03", (0, 1, 1, 0, 0), id="wrong, and the right one missed"),
        pytest.param(None, "2021-03", (0, 0, 1, 0, 1), id="abstained where gold has a value"),
        pytest.param("2021-03", None, (0, 1, 0, 0, 0), id="found where the source does not say"),
        pytest.param(None, None, (0, 0, 0, 1, 0), id="rightly silent"),
    ],
)
def test_a_date_is_right_wrong_missed_or_rightly_not_there(found, gold, expected):
    assert counts(judged({"published": found}, {"published": gold})["published"]) == expected


def test_a_key_that_gold_leaves_out_is_not_judged():
    assert judged({"published": "2021", "label": "Child B", "subjects": [{"label": "B"}]}, {}) == {}


def test_kinds_and_authorities_count_one_by_one():
    found = {"as_written": "the Elm Council", "status": "named", "authorities": [{"gss": "E1"}]}
    gold = {"as_written": "Elm council", "status": "named", "authorities": [{"gss": "E1"}, {"gss": "E2"}]}
    tallies = judged({"kinds": ["scr", "sar"], "area": found}, {"kinds": ["dhr", "scr"], "area": gold})
    assert counts(tallies["kinds"]) == (1, 1, 1, 0, 0)
    assert counts(tallies["authorities"]) == (1, 0, 1, 0, 0)
    assert counts(tallies["area"]) == (0, 1, 1, 0, 0)
    assert counts(tallies["area_as_written"]) == (1, 0, 0, 0, 0)


def test_an_unnamed_area_is_right_only_where_it_stays_unnamed():
    unnamed = {"as_written": "Anonymous", "status": "unnamed", "authorities": []}
    named = {"as_written": "Anonymous", "status": "named", "authorities": [{"gss": "E1"}]}
    assert counts(judged({"area": unnamed}, {"area": unnamed})["authorities"]) == (1, 0, 0, 0, 0)
    assert counts(judged({"area": named}, {"area": unnamed})["authorities"]) == (0, 1, 1, 0, 0)


def test_subjects_meet_by_label_and_then_in_their_order():
    found = [{"label": "Jay", "sex": "male"}, {"label": None, "sex": "female"}, {"label": "Kit", "sex": "not-stated"}]
    gold = [{"label": "kit", "sex": "female"}, {"label": "Jay", "sex": "male"}]
    tallies = judged({"subjects": found}, {"subjects": gold})
    assert counts(tallies["subjects"]) == (2, 1, 0, 0, 0)
    assert counts(tallies["sex"]) == (1, 0, 1, 0, 1)


def test_an_age_is_right_by_its_days_whatever_its_words():
    gold = {"label": "B", "age": {"as_written": "four months", "days": [120, 152]}}
    right = {"label": "B", "age": {"as_written": "4-month-old", "days": [120, 152]}}
    wrong = {"label": "B", "age": {"as_written": "four months", "days": None}}
    assert counts(judged({"subjects": [right]}, {"subjects": [gold]})["age"])[0] == 1
    assert counts(judged({"subjects": [wrong]}, {"subjects": [gold]})["age"]) == (0, 1, 1, 0, 0)


def test_an_area_is_right_by_what_it_means_and_by_its_words_where_nobody_knows_them():
    board = {"as_written": "Elm Safeguarding Board", "status": "named", "authorities": [{"gss": "E1"}]}
    council = {"as_written": "Elm", "status": "named", "authorities": [{"gss": "E1"}]}
    tallies = judged({"area": board}, {"area": council})
    assert (counts(tallies["area"])[0], counts(tallies["area_as_written"])[0]) == (1, 0)
    unknown = {"as_written": "the Vale", "status": "unresolved", "authorities": []}
    assert counts(judged({"area": unknown}, {"area": unknown})["area"]) == (1, 0, 0, 0, 0)


def test_an_age_may_begin_a_day_earlier_as_months_differ():
    ages = [{"label": "B", "age": {"as_written": "14 months", "days": days}} for days in ([424, 457], [425, 457])]
    assert counts(judged({"subjects": ages[:1]}, {"subjects": ages[1:]})["age"]) == (1, 0, 0, 0, 0)
    other = {"label": "B", "age": {"as_written": "15 months", "days": [454, 487]}}
    assert counts(judged({"subjects": [other]}, {"subjects": ages[1:]})["age"]) == (0, 1, 1, 0, 0)


def test_that_nothing_is_said_of_ethnicity_or_recommendations_is_silence():
    gold = {
        "recommendations_made": {"status": "not-mentioned"},
        "subjects": [{"label": "B", "ethnicity": {"status": "not-mentioned"}}],
    }
    tallies = judged({"recommendations_made": {"status": "not-mentioned"}, "subjects": [{"label": "B"}]}, gold)
    assert counts(tallies["recommendations_made"]) == (0, 0, 0, 1, 0)
    assert counts(tallies["ethnicity"]) == (0, 0, 0, 1, 0)
    none = {"recommendations_made": {"status": "none"}}
    assert counts(judged(none, none)["recommendations_made"]) == (1, 0, 0, 0, 0)


def test_a_period_is_right_by_what_it_means():
    gold = {"period": {"as_written": "from May 2019", "dates": "2019-05/2020"}}
    assert (
        counts(judged({"period": {"as_written": "May 2019 to 2020", "dates": "2019-05/2020"}}, gold)["period"])[0] == 1
    )
    assert counts(judged({"period": {"as_written": "from May 2019", "dates": None}}, gold)["period"]) == (0, 1, 1, 0, 0)

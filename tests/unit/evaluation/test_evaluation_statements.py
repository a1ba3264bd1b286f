"""Statements of a record against gold's: what counts as found, and what is said about those that are."""

import pytest

from lessonbook.evaluation import key_issues, statements, wording

TRAIN = "The partnership should make sure that every practitioner knows how to ask about sleep."


def said(kind, text, **more):
    return {"kind": kind, "text": text, **more}


def tally(found, gold, kind="recommendation"):
    near, exact = statements.tallies(statements.match(found, gold))
    return [(one[kind].right, one[kind].wrong, one[kind].missed) for one in (near, exact)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            "the  partnership should make sure that every practitioner knows how to ask about sleep", id="stop"
        ),
        pytest.param(TRAIN.replace("practitioner", "practi\u00adtioner"), id="soft hyphen"),
    ],
)
def test_space_first_letter_and_stop_do_not_tell_wordings_apart(other):
    assert tally([said("recommendation", other)], [said("recommendation", TRAIN)]) == [(1, 0, 0), (1, 0, 0)]


def test_a_word_that_is_lost_is_near_and_not_exact():
    found = said("recommendation", TRAIN.replace(" how", ""))
    assert tally([found], [said("recommendation", TRAIN)]) == [(1, 0, 0), (0, 1, 1)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(f"{TRAIN} This matters because one in ten babies sleeps on a sofa.", id="with its explanation"),
        pytest.param(TRAIN[: len(TRAIN) // 2], id="cut in half"),
    ],
)
def test_too_much_or_too_little_is_wrong_and_missed_and_the_miss_shows_what_was_found(other):
    matched = statements.match([said("recommendation", other)], [said("recommendation", TRAIN)])
    assert tally([said("recommendation", other)], [said("recommendation", TRAIN)]) == [(0, 1, 1), (0, 1, 1)]
    [(_, like)] = matched.missed["recommendation"]
    assert like["text"] == other


def test_one_found_statement_is_not_two_of_gold():
    assert tally([said("recommendation", TRAIN)], [said("recommendation", TRAIN)] * 2)[0] == (1, 0, 1)


def test_what_another_review_said_is_a_kind_of_its_own():
    gold = said("recommendation", TRAIN, attributed_to="the Elm Inquiry")
    own = said("recommendation", TRAIN, attributed_to=None)
    near, _ = statements.tallies(statements.match([own], [gold]))
    assert {name: (one.right, one.wrong, one.missed) for name, one in near.items()} == {
        "recommendation (of others)": (0, 0, 1),
        "recommendation": (0, 1, 0),
    }


def detail(found, gold):
    judged = statements.details(statements.Match(said("action", "x", **found), said("action", "x", **gold), 1.0))
    return {name: (one[0].right, one[0].wrong, one[0].missed, one[0].silent) for name, one in judged.items()}


def test_what_gold_leaves_out_is_not_judged_and_null_is():
    assert detail({"number": "4", "timescale": "May"}, {}) == {}
    assert detail({"number": None, "timescale": "May"}, {"number": None, "timescale": None}) == {
        "number": (0, 0, 0, 1),
        "timescale": (0, 1, 0, 0),
    }


def test_a_number_is_the_same_with_its_word_and_without():
    assert detail({"number": "Finding 2"}, {"number": "2"})["number"] == (1, 0, 0, 0)
    assert detail({"number": "3"}, {"number": "2"})["number"] == (0, 1, 1, 0)


def test_parts_are_judged_one_by_one():
    assert detail({"parts": ["Train;", "tell"]}, {"parts": ["train", "ask"]})["parts"] == (1, 1, 1, 0)


def test_likeness_is_the_share_of_words_in_their_order():
    assert wording.likeness("a b c d", "a b c d") == 1
    assert wording.likeness("a b c d", "a b c") == pytest.approx(6 / 7)
    assert wording.likeness("a b", "c d") == 0


def test_key_issues_are_judged_by_what_is_acceptable_missing_too_many_and_in_order():
    candidates = [{"text": f"Event number {word} happened in the long story."} for word in ("one", "two", "three")]
    candidates[1]["must"] = True
    chosen = [said("key-issue", text) for text in (candidates[2]["text"], candidates[0]["text"], "No.")]
    counts, others, missed = key_issues.judge(chosen, candidates)
    assert (counts.chosen, counts.acceptable, counts.must, counts.must_found) == (3, 2, 1, 0)
    assert (counts.pairs, counts.ordered, counts.too_many) == (1, 0, 0)
    assert ([one["text"] for one in others], [one["text"] for one in missed]) == (["No."], [candidates[1]["text"]])
    assert key_issues.judge([said("key-issue", f"Thing {n}.") for n in range(9)], candidates)[0].too_many == 1

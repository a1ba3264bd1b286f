"""Cohen's kappa of two coders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbook.coding.agreement import agreements, kappa


def test_kappa_of_a_table_worked_by_hand():
    # 50 cases; both yes 20, first only 5, second only 10, both no 15: agreed 0.7, by chance 0.5.
    assert kappa(20, 25, 30, 50) == pytest.approx(0.4)


def test_kappa_is_one_where_all_agree_and_nothing_where_there_is_no_chance_to_compare_with():
    assert kappa(3, 3, 3, 10) == 1.0
    assert kappa(0, 0, 0, 10) is None
    assert kappa(10, 10, 10, 10) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_kappa_is_at_most_one_and_the_same_both_ways(judged):
    first, second = sum(one for one, _ in judged), sum(other for _, other in judged)
    both = sum(one and other for one, other in judged)
    found = kappa(both, first, second, len(judged))
    assert found == kappa(both, second, first, len(judged))
    assert found is None or -1 - 1e-9 <= found <= 1


def test_each_theme_is_counted():
    first = {"a": ("neglect",), "b": ("neglect", "faith"), "c": ()}
    second = {"a": ("neglect",), "b": (), "c": ()}
    neglect, faith = agreements(first, second, ("neglect", "faith"))
    assert (neglect.first, neglect.second, neglect.both) == (2, 1, 1)
    assert neglect.kappa == pytest.approx(0.4)
    assert (faith.first, faith.second, faith.both, faith.kappa) == (1, 0, 0, pytest.approx(0.0))


def test_codings_of_other_texts_cannot_be_compared():
    with pytest.raises(ValueError, match="same texts"):
        agreements({"a": ()}, {"b": ()}, ("faith",))

"""Lessons are the same in whatever order statements are taken in, and what is said later moves nothing."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbook.recurrence import SURE_ENOUGH, Item, group, grouping, sureness, words_of

WORDS = ("share", "train", "audit", "father", "sleep", "police", "neglect", "record", "housing", "school")
START = date(2020, 1, 1)


@st.composite
def items(draw, most=25):
    """Wordings whose meanings are sums of their words', so that likeness and words go together."""
    axes = np.random.default_rng(7).normal(size=(len(WORDS), 384))
    said = draw(st.lists(st.lists(st.integers(0, len(WORDS) - 1), min_size=1, max_size=4), max_size=most))
    made = []
    for number, chosen in enumerate(said):
        total = axes[chosen].sum(axis=0)
        vector = np.rint(total / np.linalg.norm(total) * 127).astype(np.int8)
        day = draw(st.none() | st.integers(0, 9))
        when = None if day is None else START + timedelta(days=day)
        made.append(Item(f"{number:03d}", when, vector, words_of(" ".join(WORDS[one] for one in chosen))))
    return made


def likeness(one, other):
    return float(one.vector.astype(int) @ other.vector.astype(int)) / 127**2


@given(items(), st.randoms())
def test_the_order_of_intake_does_not_matter(said, random):
    mixed = list(said)
    random.shuffle(mixed)
    assert group(mixed) == group(said)


@given(items(), items(most=5))
def test_what_is_said_later_moves_nothing(said, later):
    later = [one._replace(key=f"z{one.key}", day=None) for one in later]
    before, after = group(said), group([*said, *later])
    assert {key: after[key] for key in before} == before


@given(items(), st.integers(0, 24))
def test_what_is_said_earlier_moves_only_what_comes_after_it(said, which):
    if which >= len(said):
        return
    ordered = sorted(said, key=grouping.rank)
    without = [one for one in said if one is not ordered[which]]
    before, after = group(without), group(said)
    assert all(after[one.key] == before[one.key] for one in ordered[:which])


@given(items(), st.integers(0, 25))
def test_places_found_before_are_taken_as_they_are(said, number):
    ordered = sorted(said, key=grouping.rank)
    assert group(said, group(ordered[:number])) == group(said)


@given(items())
def test_every_member_is_near_the_one_that_began_its_lesson(said):
    by_key = {one.key: one for one in said}
    for key, place in group(said).items():
        assert group(said)[place.leader].leader == place.leader
        if key != place.leader:
            one, leader = by_key[key], by_key[place.leader]
            assert place.sureness == sureness(likeness(one, leader), one.words, leader.words)
            assert place.sureness >= SURE_ENOUGH


@settings(max_examples=30)
@given(st.integers(1, 40))
def test_no_lesson_grows_without_bound(count):
    vector = np.full(384, 6, np.int8)
    alike = [Item(f"{number:03d}", None, vector, words_of("share records")) for number in range(count)]
    kept, grouping.MOST = grouping.MOST, 7
    try:
        places = group(alike)
    finally:
        grouping.MOST = kept
    sizes = [sum(place.leader == leader for place in places.values()) for leader in {p.leader for p in places.values()}]
    assert max(sizes) <= 7
    assert len(sizes) == -(-count // 7)

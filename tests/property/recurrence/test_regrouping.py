"""After any change lessons are what they would be if all wordings were grouped at once."""

from datetime import date, timedelta
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbook.recurrence import SURE_ENOUGH, Held, Item, group, grouping, regroup, sureness, words_of

WORDS = ("share", "train", "audit", "father", "sleep", "police")
AXES = np.random.default_rng(7).normal(size=(len(WORDS), 384)) + 0.7
POOL = 30


class Kept:
    """A store in memory that compares each with each."""

    def __init__(self, items):
        self.items = items
        self.held = {key: Held(items[key].day, *place) for key, place in group(items.values()).items()}

    def places(self, keys):
        return {key: self.held[key] for key in keys if key in self.held}

    def members(self, leader):
        return {key: held for key, held in self.held.items() if held.leader == leader}

    def matches(self, keys):
        return {key: dict(self._matching(self.items[key])) for key in keys}

    def _matching(self, one):
        for key, other in self.items.items():
            likeness = float(one.vector.astype(int) @ other.vector.astype(int)) / 127**2
            sure = sureness(likeness, one.words, other.words)
            if key != one.key and likeness >= grouping.LEAST_LIKENESS and sure >= SURE_ENOUGH:
                yield key, sure


def item(number, chosen, day):
    total = AXES[chosen].sum(axis=0)
    vector = np.rint(total / np.linalg.norm(total) * 127).astype(np.int8)
    when = None if day is None else date(2020, 1, 1) + timedelta(days=day)
    return Item(f"{number:02d}", when, vector, words_of(" ".join(WORDS[one] for one in chosen)))


wordings = st.lists(st.integers(0, len(WORDS) - 1), min_size=1, max_size=3)
days = st.none() | st.integers(0, 9)


@settings(deadline=None)
@given(
    st.lists(st.tuples(wordings, days), min_size=1, max_size=POOL),
    st.lists(st.tuples(st.integers(0, POOL - 1), st.sampled_from(("gone", "new", "day")), days), max_size=20),
    st.lists(st.integers(0, POOL - 1)),
    st.sampled_from((2, 3, 500)),
)
def test_a_change_gives_what_grouping_all_gives(said, changes, absent, most):
    every = {f"{number:02d}": item(number, *one) for number, one in enumerate(said)}
    with patch.object(grouping, "MOST", most):
        kept = Kept({key: one for key, one in every.items() if int(key) not in absent})
        gone, new = set(), {}
        for number, what, day in changes:
            key = f"{number:02d}"
            if what == "gone":
                if kept.items.pop(key, None) is not None:
                    gone.add(key)
                new.pop(key, None)
            elif key in every and (what == "new" or key in kept.items):
                kept.items[key] = every[key]._replace(
                    day=None if day is None else date(2020, 1, 1) + timedelta(days=day)
                )
                new[key] = kept.items[key].day
                gone.discard(key)
        found = dict(kept.held)
        for key, held in regroup(kept, gone, new).items():
            if held is None:
                found.pop(key, None)
            else:
                found[key] = held
        wanted = {key: Held(kept.items[key].day, *place) for key, place in group(kept.items.values()).items()}
        assert found == wanted

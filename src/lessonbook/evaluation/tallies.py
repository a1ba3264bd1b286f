"""Counts of right, wrong and missed; precision, recall and F1 with an interval.

The interval is the percentile bootstrap over documents (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
chapter 13): documents are drawn with replacement, because what goes wrong in one goes wrong for its own reason, and
statements of one document are not independent. The seed is fixed: the same results give the same interval. Where
nothing is wrong in any document the interval has no width; it is then no more than the documents can say.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import msgspec

DRAWS = 1000
_SEED = 20_260
_LOW, _HIGH = 0.025, 0.975


class Tally(msgspec.Struct):
    """``right`` were found and are so; ``wrong`` were found and are not; ``missed`` are so and were not found.

    ``silent`` counts where gold has nothing and nothing was found; ``unsaid`` the missed ones where nothing was found
    in their place, so that the record abstained instead of saying something wrong.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    silent: int = 0
    unsaid: int = 0

    def add(self, other: "Tally") -> None:
        """Count another's too."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.silent += other.silent
        self.unsaid += other.unsaid

    @property
    def found(self) -> int:
        """How many were found."""
        return self.right + self.wrong

    @property
    def wanted(self) -> int:
        """How many there are in gold."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where there is nothing and nothing was found."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


class Figure(msgspec.Struct, frozen=True):
    """A tally over all documents as figures. ``low`` and ``high`` are the 95% interval of F1.

    ``macro`` is the mean of each document's F1, over the documents in which gold or the record has any. ``documents``
    counts those. ``count_error`` is the mean, over documents in which gold has any, of how far the number found is
    from gold's, as a share of gold's.
    """

    precision: float
    recall: float
    f1: float
    low: float
    high: float
    macro: float
    documents: int
    count_error: float | None
    tally: Tally


def figure(tallies: Iterable[Tally]) -> Figure:
    """The figures of one thing that is counted in each document."""
    each = list(tallies)
    low, high = interval(each, f1_of)
    occurring = [tally for tally in each if tally.found or tally.wanted]
    whole = total(each)
    with_gold = [tally for tally in each if tally.wanted]
    errors = [abs(tally.found - tally.wanted) / tally.wanted for tally in with_gold]
    return Figure(
        precision=whole.precision,
        recall=whole.recall,
        f1=whole.f1,
        low=low,
        high=high,
        macro=sum(tally.f1 for tally in occurring) / len(occurring) if occurring else 1.0,
        documents=len(occurring),
        count_error=sum(errors) / len(errors) if errors else None,
        tally=whole,
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """All in one."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def f1_of(tallies: Sequence[Tally]) -> float:
    """F1 of all in one, as ``Tally.f1``."""
    right = sum(tally.right for tally in tallies)
    both = sum(tally.found + tally.wanted for tally in tallies)
    return 2 * right / both if both else 1.0


def interval(each: Sequence[Tally], value: Callable[[Sequence[Tally]], float]) -> tuple[float, float]:
    """Where 95% of the values lie when documents are drawn with replacement."""
    if len(each) < 2:
        only = value(each)
        return only, only
    drawn = sorted(value([each[index] for index in draw]) for draw in draws(len(each)))
    return drawn[round(_LOW * (len(drawn) - 1))], drawn[round(_HIGH * (len(drawn) - 1))]


@cache
def draws(size: int) -> tuple[tuple[int, ...], ...]:
    """The documents of each draw, by index; the same for every figure, so that figures can be compared."""
    chance = random.Random(_SEED)  # noqa: S311 - no secret: the same draw every time is the point
    everything = range(size)
    return tuple(tuple(chance.choices(everything, k=size)) for _ in range(DRAWS))


def by_name(all_tallies: Sequence[Mapping[str, Tally]]) -> dict[str, Figure]:
    """A figure for each name that any document has a tally of, in the order of first use."""
    names = dict.fromkeys(name for tallies in all_tallies for name in tallies)
    return {name: figure(tallies[name] for tallies in all_tallies if name in tallies) for name in names}

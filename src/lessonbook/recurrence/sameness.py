"""How sure two wordings are to be one lesson: few features that a person can read, weighed by judged pairs."""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lessonbook.recurrence.words import Words

# Key issues say what happened in one case; no action answers them.
KINDS = frozenset({"learning", "recommendation", "consideration", "action", "good-practice"})


Value = float | NDArray[np.float64]


class Features(NamedTuple):
    """What speaks for and against. ``likeness`` is the cosine of the two meanings, the others are from 0 to 1.

    Of one pair each is a number, of many pairs an array.
    """

    likeness: Value
    overlap: Value
    contained: Value
    contradiction: Value
    same_act: Value
    same_themes: Value


def features_of(likeness: float, one: Words, other: Words) -> Features:
    """The features of a pair; the same for both orders."""
    shared = len(one.stems & other.stems)
    union, fewer = len(one.stems | other.stems), min(len(one.stems), len(other.stems))
    return Features(
        likeness,
        shared / union if union else 0.0,
        shared / fewer if fewer else 0.0,
        float(one.denies != other.denies or _numbers_differ(one, other)),
        float(not one.acts.isdisjoint(other.acts)),
        len(one.themes & other.themes) / max(len(one.themes | other.themes), 1),
    )


def sureness(likeness: float, one: Words, other: Words) -> float:
    """How sure, from 0 to 1, it is that one action would answer both."""
    return sureness_by(weights_in_use(), features_of(likeness, one, other))


def sureness_by(weights: Mapping[str, float], features: Features) -> float:
    """The sureness that weights, by the features' names and ``constant``, give to a pair."""
    return share(float(total_of(weights, features)))


def total_of(weights: Mapping[str, float], features: Features) -> Any:  # noqa: ANN401 - a number or an array, as the features are
    """The weighed sum of features; it is added up in one order, so that one pair and many give the same."""
    total: Any = weights["constant"]
    for name, value in features._asdict().items():
        total = total + weights[name] * value
    return total


def share(total: float) -> float:
    """A weighed sum as a sureness from 0 to 1."""
    return 1 / (1 + math.exp(-total))


def _numbers_differ(one: Words, other: Words) -> bool:
    return bool(one.numbers and other.numbers and one.numbers != other.numbers)


@cache
def weights_in_use() -> dict[str, float]:
    """The weights of ``sameness.toml``, and its two bounds."""
    read = tomllib.loads(files("lessonbook.recurrence").joinpath("sameness.toml").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in read.items()}


# From this on two wordings are one lesson, and under this likeness no words make them so.
SURE_ENOUGH = weights_in_use()["sure_enough"]
LEAST_LIKENESS = weights_in_use()["least_likeness"]
# The same bound for a weighed sum, a little lower: what lies between is settled by the sureness itself.
LEAST_TOTAL = math.log(SURE_ENOUGH / (1 - SURE_ENOUGH)) - 1e-9

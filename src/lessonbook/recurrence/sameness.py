"""How sure two wordings are to be one lesson: few features that a person can read, weighed by judged pairs."""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lessonbook.recurrence.words import Words

# Key issues say what happened in one case; no action answers them.
KINDS = frozenset({"learning", "recommendation", "consideration", "action", "good-practice"})


class Features(NamedTuple):
    """What speaks for and against. ``likeness`` is the cosine of the two meanings, the others are from 0 to 1."""

    likeness: float
    overlap: float
    contained: float
    contradiction: float
    same_act: float


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
    )


def sureness(likeness: float, one: Words, other: Words) -> float:
    """How sure, from 0 to 1, it is that one action would answer both."""
    return sureness_by(weights_in_use(), features_of(likeness, one, other))


def sureness_by(weights: Mapping[str, float], features: Features) -> float:
    """The sureness that weights, by the features' names and ``constant``, give to a pair."""
    total = weights["constant"] + sum(weights[name] * value for name, value in features._asdict().items())
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

"""Quality gates on a theme set: whether a person can code with it, and whether each theme earns its place.

A theme set is good where coders can hold it in their heads, each theme is used, and no two say the same (Braun and
Clarke 2006 on reviewing themes; the figures are ours and are said with each finding).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from lessonbook import meaning
from lessonbook.vocabulary.themes import Theme

Code = Literal["too-many", "too-few-uses", "near-synonyms", "overlap"]

_MOST_THEMES = 150
_FEWEST_A_THEME = 10  # statements for each theme of the vocabulary; a set that is finer than that splits hairs
_FEWEST_USES, _FEWEST_REVIEWS = 3, 2
_ENOUGH_TO_JUDGE = 500  # coded statements, under which a theme without uses says nothing of the theme
_ALIKE = 0.82  # likeness of name and definition
_SHARED, _FEWEST_SHARED = 0.5, 5


class Finding(msgspec.Struct, frozen=True):
    """A gate that a theme set does not pass: which, for which themes, and a sentence with the figures."""

    code: Code
    themes: tuple[str, ...]
    sentence: str


class CodedStatement(msgspec.Struct, frozen=True):
    """A statement's themes and the review that says it."""

    review: str
    themes: frozenset[str]


def check(themes: Sequence[Theme], coded: Iterable[CodedStatement]) -> tuple[Finding, ...]:
    """What does not pass, gate by gate in the order of ``Code``; nothing where all is well.

    Statements without a theme are left out. A theme and its broader theme may be alike and overlap.
    """
    coded = [one for one in coded if one.themes]
    return (*_too_many(themes, len(coded)), *_too_few(themes, coded), *_synonyms(themes), *_overlap(themes, coded))


def _too_many(themes: Sequence[Theme], coded: int) -> Iterable[Finding]:
    if len(themes) > _MOST_THEMES:
        yield Finding(
            "too-many", (), f"There are {len(themes)} themes, and nobody codes with more than {_MOST_THEMES}."
        )
    elif coded >= _ENOUGH_TO_JUDGE and coded < _FEWEST_A_THEME * len(themes):
        yield Finding(
            "too-many",
            (),
            f"There are {len(themes)} themes for {coded:,} coded statements, fewer than {_FEWEST_A_THEME} for each.",
        )


def _too_few(themes: Sequence[Theme], coded: Sequence[CodedStatement]) -> Iterable[Finding]:
    if len(coded) < _ENOUGH_TO_JUDGE:
        return
    uses = Counter(theme for one in coded for theme in one.themes)
    for theme in themes:
        reviews = {one.review for one in coded if theme.id in one.themes} if uses[theme.id] else set()
        if uses[theme.id] < _FEWEST_USES or len(reviews) < _FEWEST_REVIEWS:
            said = f"“{theme.name}” is used {uses[theme.id]} times in {len(reviews)} reviews"
            yield Finding(
                "too-few-uses", (theme.id,), f"{said}: join it to another, or give it the words that tell of it."
            )


def _synonyms(themes: Sequence[Theme]) -> Iterable[Finding]:
    if not themes:
        return
    vectors = meaning.encode(f"{theme.name}. {theme.definition}" for theme in themes)
    alike = vectors @ vectors.T
    for (at, one), (other_at, other) in _pairs(themes):
        if alike[at, other_at] >= _ALIKE:
            said = f"“{one.name}” and “{other.name}” are put in nearly the same words"
            sentence = f"{said} (likeness {alike[at, other_at]:.2f}): say what tells them apart, or join them."
            yield Finding("near-synonyms", (one.id, other.id), sentence)


def _overlap(themes: Sequence[Theme], coded: Sequence[CodedStatement]) -> Iterable[Finding]:
    uses = Counter(theme for one in coded for theme in one.themes)
    both = Counter(pair for one in coded for pair in combinations(sorted(one.themes), 2))
    for (_, one), (_, other) in _pairs(themes):
        first, second = sorted((one.id, other.id))
        shared, fewer = both[first, second], min(uses[first], uses[second])
        if shared >= _FEWEST_SHARED and shared >= _SHARED * (uses[first] + uses[second] - shared):
            said = f"“{one.name}” and “{other.name}” stand together on {shared} statements"
            sentence = f"{said}, the rarer of them on {fewer} in all: join them, or say what tells them apart."
            yield Finding("overlap", (one.id, other.id), sentence)


def _pairs(themes: Collection[Theme]) -> Iterable[tuple[tuple[int, Theme], tuple[int, Theme]]]:
    """All pairs of which neither is the other's broader theme."""
    for one, other in combinations(enumerate(themes), 2):
        if one[1].id != other[1].broader and other[1].id != one[1].broader:
            yield one, other

"""Making the model of themes from statements whose themes are known, and from the vocabulary itself.

Each theme's name, definition, examples and terms are texts that have it. First a ridge regression of each theme on
meanings and words, made once for each tenth of the reviews without it; then one logistic regression for all themes on
what those say of the tenth, on the theme's terms and on the likeness of the text to definition and examples. Its
weights are folded into the first, so that the whole is a sum over words and meaning. Training uses no chance.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from lessonbook.coding import seeing, starter
from lessonbook.coding.bounds import RIGHT_ENOUGH, RIGHT_ENOUGH_WITH_TERMS, bound, smoothed
from lessonbook.coding.fitting import logistic, ridge, shares
from lessonbook.coding.model import Model, packed
from lessonbook.coding.seeing import COLUMN, IDS, Floats
from lessonbook.vocabulary.themes import THEMES

_PARTS = 10
_HELD_BACK = 0.5
_OF_A_TERM = 0.5  # what a term counts, where a statement counts one: it has no other words


class Example(NamedTuple):
    """A statement with its meaning (``WIDTH`` numbers, length one), its themes and the review that says it."""

    text: str
    meaning: Floats
    themes: frozenset[str]
    review: str


class Trained(NamedTuple):
    """The model, and how sure models that had not seen a statement's review were: a row for each example."""

    model: Model
    left_out: Floats


class _Told(NamedTuple):
    """Texts of the vocabulary that have one theme each."""

    rows: Floats
    targets: Floats
    counts: Floats


def train(examples: Sequence[Example]) -> Trained:
    """Make a model; the same for the same examples in the same order.

    Raises ``ValueError`` where fewer than two reviews are there, or no theme is given.
    """
    if len({one.review for one in examples}) < 2 or not any(one.themes for one in examples):
        raise ValueError("statements of two reviews and more, with themes, are needed")
    texts = [one.text for one in examples]
    rare = seeing.rarity(texts)
    meanings = np.array([one.meaning for one in examples])
    rows, terms, wanted = seeing.rows_of(texts, meanings, rare), seeing.terms_used(texts), _wanted(examples)
    told, near = _vocabulary(rare), _near(rare)
    usual = wanted.mean(axis=0)
    scores = np.zeros_like(wanted)
    for out in _parts([one.review for one in examples]):
        scores[out] = rows[out] @ _weights(rows[~out], wanted[~out], told) + wanted[~out].mean(axis=0)
    odds = np.tile(_odds(usual, len(examples)), (len(examples), 1))
    columns = [terms, scores, *(rows @ one for one in near), odds]
    constant, of_terms, of_score, *of_near, of_odds = logistic(
        np.column_stack([one.ravel() for one in columns]), wanted.ravel()
    )
    weights = of_score * _weights(rows, wanted, told) + sum(
        share * one for share, one in zip(of_near, near, strict=True)
    )
    weights_of = [of_terms, of_score, *of_near, of_odds]
    left_out = shares(constant + sum(weight * one for weight, one in zip(weights_of, columns, strict=True)))
    least, with_terms = _bounds(left_out, wanted > 0, terms > 0)
    constants = constant + of_score * usual + of_odds * odds[0]
    model = Model(
        themes=IDS,
        rare=rare,
        weights=packed(weights),
        constants=tuple(map(float, constants.round(4))),
        of_terms=round(float(of_terms), 4),
        least=least,
        least_with_terms=with_terms,
        made_of=made_of((one.text, one.themes, one.review) for one in examples),
    )
    return Trained(model, left_out)


def made_of(examples: Iterable[tuple[str, Collection[str], str]]) -> str:
    """A hash of texts, their themes and their reviews, in order, with the vocabulary: other ones make another model."""
    said = [(text, sorted(themes), review) for text, themes, review in examples]
    return hashlib.blake2b(msgspec.json.encode((said, THEMES)), digest_size=16).hexdigest()


def of_starter() -> list[Example]:
    """The statements of the starter set with their settled themes."""
    themes, statements = starter.codings("settled"), starter.statements()
    meanings = encoded([one.text for one in statements])
    return [
        Example(one.text, of_text, frozenset(themes[one.id]), one.review)
        for one, of_text in zip(statements, meanings, strict=True)
    ]


def _wanted(examples: Sequence[Example]) -> Floats:
    wanted = np.zeros((len(examples), len(IDS)))
    for row, one in enumerate(examples):
        for theme in one.themes:
            wanted[row, COLUMN[theme]] = 1.0
    return wanted


def _weights(rows: Floats, wanted: Floats, told: _Told) -> Floats:
    counts = np.concatenate([np.ones(len(rows)), told.counts])
    targets = np.vstack([wanted, told.targets]) - wanted.mean(axis=0)
    return ridge(np.vstack([rows, told.rows]), targets, counts, _HELD_BACK)


def _parts(reviews: Sequence[str]) -> Iterator[NDArray[np.bool_]]:
    """Which examples are left out at a time: those of every so-many-th review."""
    names = list(dict.fromkeys(reviews))
    of = np.array([names.index(review) for review in reviews])
    for part in range(min(_PARTS, len(names))):
        yield of % _PARTS == part


def _odds(usual: Floats, statements: int) -> Floats:
    """The logarithm of a theme's odds by how often it is given, half a statement added on both sides."""
    having = usual * statements
    odds: Floats = np.log((having + 0.5) / (statements - having + 0.5))
    return odds


def _vocabulary(rare: dict[str, float]) -> _Told:
    texts, themes, counts = [], [], []
    for theme in THEMES:
        said = [theme.name, theme.definition, *theme.include]
        terms = [term.replace("*", "") for term in theme.terms]
        texts += said + terms
        themes += [theme.id] * (len(said) + len(terms))
        counts += [1.0] * len(said) + [_OF_A_TERM] * len(terms)
    targets = np.zeros((len(texts), len(IDS)))
    targets[np.arange(len(texts)), [COLUMN[theme] for theme in themes]] = 1.0
    return _Told(seeing.rows_of(texts, encoded(texts), rare), targets, np.array(counts))


def _near(rare: dict[str, float]) -> tuple[Floats, Floats]:
    """Weights whose product with a row is the text's likeness to definitions, and to examples, by meaning alone."""

    def _padded(texts: list[str]) -> Floats:
        by_meaning = encoded(texts).T / seeing.MEANING_WEIGHT
        return np.vstack([by_meaning, np.zeros((len(rare), len(texts)))])

    definitions = [f"{theme.name}. {theme.definition}" for theme in THEMES]
    return _padded(definitions), _padded([" ".join(theme.include) for theme in THEMES])


def encoded(texts: Sequence[str]) -> Floats:
    """The meanings of texts as a register keeps them: a text is told alike before and after it is kept."""
    return seeing.unsigned(seeing.meanings_of(texts))


def _bounds(
    confidences: Floats, right: NDArray[np.bool_], with_terms: NDArray[np.bool_]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """For each theme the least confidence for texts without its terms and for texts with them."""
    found = []
    for chosen, enough in ((~with_terms, RIGHT_ENOUGH), (with_terms, RIGHT_ENOUGH_WITH_TERMS)):
        usual = smoothed(confidences[chosen], right[chosen])
        found.append(
            tuple(
                bound(confidences[chosen[:, column], column], right[chosen[:, column], column], usual, enough)
                for column in range(len(IDS))
            )
        )
    return found[0], found[1]

"""What the linear model sees of a text: what it means, its words by their stems, and whose terms it uses."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

from lessonbook import meaning
from lessonbook.coding import terms
from lessonbook.meaning import Signed
from lessonbook.vocabulary.stopwords import is_stopword
from lessonbook.vocabulary.themes import THEMES

Floats = NDArray[np.float64]
IDS = tuple(theme.id for theme in THEMES)
COLUMN = {theme: column for column, theme in enumerate(IDS)}
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_FEWEST_TEXTS = 2  # a word of one text tells of that text only
_MOST_STEMS = 4_000  # keeps training and the model small however much is confirmed
# How much of likeness is likeness of meaning, the rest being shared words; by leaving reviews out (ADR 0017).
BY_MEANING = 0.6
MEANING_WEIGHT = math.sqrt(BY_MEANING)


class Word(NamedTuple):
    """A word that carries content, by its stem, at characters ``start`` to ``end`` of its text."""

    stem: str
    start: int
    end: int


def content_words(text: str) -> Iterator[Word]:
    """The words of a text that are no stop words, in order."""
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        if not is_stopword(word):
            yield Word(_stem(word), match.start(), match.end())


def rarity(texts: Sequence[str]) -> dict[str, float]:
    """The stems that a model knows, in order, and how rare each is: the logarithm of texts to texts that have it."""
    having = Counter(stem for text in texts for stem in {word.stem for word in content_words(text)})
    common = sorted((-count, stem) for stem, count in having.items() if count >= _FEWEST_TEXTS)
    return {stem: math.log(len(texts) / -count) for count, stem in sorted(common[:_MOST_STEMS], key=lambda one: one[1])}


def rows_of(texts: Sequence[str], meanings: Floats, rare: Mapping[str, float]) -> Floats:
    """A row for each text: its meaning, then its stems by rarity; the product of two rows is their likeness."""
    columns = {stem: column for column, stem in enumerate(rare)}
    words = np.zeros((len(texts), len(rare)))
    for row, text in enumerate(texts):
        for word in content_words(text):
            if word.stem in columns:
                words[row, columns[word.stem]] = rare[word.stem]
    words /= np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-9)
    return np.hstack([MEANING_WEIGHT * meanings, math.sqrt(1 - BY_MEANING) * words])


def meanings_of(texts: Sequence[str]) -> Signed:
    """The meanings of texts, a row each, as a register keeps them."""
    return meaning.signed(meaning.encode(texts))


def unsigned(meanings: Signed) -> Floats:
    """Kept meanings as rows of length one: what was rounded away does not matter, length does."""
    rows = meanings.astype(np.float64)
    lengths: Floats = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows / lengths


def terms_used(texts: Sequence[str]) -> Floats:
    """A row for each text, one for each theme of ``IDS``: 1 where the text uses a term of it."""
    used = np.zeros((len(texts), len(IDS)))
    for row, text in enumerate(texts):
        for one in terms.code(text):
            used[row, COLUMN[one.theme]] = 1.0
    return used


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem

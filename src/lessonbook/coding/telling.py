"""Coding texts with the model: their themes, how sure each is, and the words that were the reason."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from lessonbook import meaning
from lessonbook.coding import seeing, terms
from lessonbook.coding.coded import Coded
from lessonbook.coding.model import Model, shipped
from lessonbook.coding.seeing import Floats
from lessonbook.meaning import WIDTH, Signed

_MOST_REASONS = 4
_OF_THE_BEST = 0.5  # a word that says less than this share of what the best says is no reason


class _Text(NamedTuple):
    text: str
    row: Floats
    by_terms: dict[str, Coded]


def code(text: str, model: Model | None = None) -> tuple[Coded, ...]:
    """The themes of a text, the surest first; none where none is sure enough."""
    return code_all([text], seeing.meanings_of([text]), model)[0]


def code_all(texts: Sequence[str], meanings: Signed, model: Model | None = None) -> list[tuple[Coded, ...]]:
    """The themes of texts, whose meanings are the rows of ``meanings``; without a model by the one that ships."""
    return _told(texts, meanings, model or shipped(), suggest=0)


def suggested(text: str, meaning_of: Signed, model: Model | None = None, most: int = 3) -> tuple[Coded, ...]:
    """The likeliest themes of a text, sure enough or not: what a person may choose from."""
    return _told([text], meaning_of.reshape(1, -1), model or shipped(), suggest=most)[0]


def _told(texts: Sequence[str], meanings: Signed, model: Model, suggest: int) -> list[tuple[Coded, ...]]:
    if not texts:
        return []
    rows = seeing.rows_of(texts, seeing.unsigned(meanings), model.rare)
    by_terms = [{one.theme: one for one in terms.code(text)} for text in texts]
    used = seeing.terms_used(texts)
    confidences = model.confidences(rows, used)
    given = confidences >= model.bounds(used)
    found = []
    for at, text in enumerate(texts):
        order = np.argsort(-confidences[at], kind="stable")
        chosen = order[:suggest] if suggest else order[given[at][order]]
        one = _Text(text, rows[at], by_terms[at])
        found.append(tuple(_coded(one, int(column), float(confidences[at, column]), model) for column in chosen))
    return found


def _coded(one: _Text, column: int, confidence: float, model: Model) -> Coded:
    theme = model.themes[column]
    by_terms = one.by_terms.get(theme)
    reasons = by_terms.reasons if by_terms else _reasons(one, column, model)
    return Coded(theme, reasons, round(confidence, 3))


def _reasons(one: _Text, column: int, model: Model) -> tuple[tuple[int, int], ...]:
    """The words that say most for a theme, in their order.

    A word says what its stem weighs, and its share of the meaning: what it means by itself. That the whole means more
    than its words is why this is near and not exact.
    """
    words = list(seeing.content_words(one.text))
    weights = model.columns[:, column]
    stems = {stem: WIDTH + place for place, stem in enumerate(model.rare)}
    says = []
    for word in words:
        at = stems.get(word.stem)
        by_stem = float(one.row[at] * weights[at]) if at is not None else 0.0
        own = float(_alone(one.text[word.start : word.end].lower()) @ weights[:WIDTH]) * seeing.MEANING_WEIGHT
        says.append(by_stem + own / len(words))
    best = max(says, default=0.0)
    if best <= 0:
        return ()
    strong = sorted(range(len(words)), key=lambda at: (-says[at], at))[:_MOST_REASONS]
    return tuple((words[at].start, words[at].end) for at in sorted(strong) if says[at] >= _OF_THE_BEST * best)


@lru_cache(maxsize=50_000)
def _alone(word: str) -> Floats:
    return np.asarray(meaning.encode([word])[0], np.float64)

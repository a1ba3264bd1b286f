"""Reviews to sections of a digest, each with the words that were the reason.

A ridge regression on how a review begins: its meaning, its stems, the harms it names and the sections whose headings
its words are. It learns from the titles of the starter set, from the headings of the vocabulary and from reviews whose
sections are known, as those of digests. One of the sections for the review's audience is told, or none.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lessonbook.coding import seeing, starter
from lessonbook.coding.fitting import logistic, ridge, shares
from lessonbook.coding.seeing import Floats
from lessonbook.meaning import WIDTH
from lessonbook.vocabulary.harms import HARMS, harms_in
from lessonbook.vocabulary.sections import SECTIONS, sections_in

_IDS = tuple(section.id for section in SECTIONS)
_COLUMN = {section: column for column, section in enumerate(_IDS)}
_HARM = {harm.id: column for column, harm in enumerate(HARMS)}
_BEGINS = 400  # characters: what happened comes first, what follows is of its causes
_A_MENTION = 0.3  # of a harm or heading, beside a meaning and words of length one
_OF_A_HEADING = 0.3  # what a heading counts, where a review counts one
_HELD_BACK = 0.5
_PARTS = 10
SURE_ENOUGH = 2 / 3
_MOST_REASONS = 4


class Placed(NamedTuple):
    """What a review says first (harm, title, key issues, in this order), its audience where known, and its section."""

    text: str
    audience: str | None
    section: str


class Told(NamedTuple):
    """The likeliest section, how sure it is from 0 to 1, and the words that were the reason: start and end of each.

    It is for a person to settle where the confidence is under ``SURE_ENOUGH``.
    """

    section: str
    confidence: float
    reasons: tuple[tuple[int, int], ...]


class _Mention(NamedTuple):
    column: int
    start: int
    end: int


class SectionModel:
    """What was learned of sections. The same reviews, in the same order, give the same model."""

    def __init__(self, placed: Sequence[Placed] = ()) -> None:
        seen = [*dict.fromkeys(Placed(one.title, one.audience, one.section) for one in starter.statements()), *placed]
        headings = [(name.lower(), section.id) for section in SECTIONS for name in (section.name, *section.variants)]
        texts = [begins(one.text) for one in seen]
        self._rare = seeing.rarity([*texts, *(name for name, _ in headings)])
        rows = self._rows([*texts, *(name for name, _ in headings)])
        wanted = np.eye(len(_IDS))[
            [_COLUMN[one] for one in (*(one.section for one in seen), *(id_ for _, id_ in headings))]
        ]
        counts = np.array([1.0] * len(seen) + [_OF_A_HEADING] * len(headings))
        self._weights, self._usual = _fitted(rows, wanted, counts, len(seen))
        self._constant, self._of_margin = self._sureness(rows, wanted, counts, seen)

    def tell(self, text: str, audience: str | None) -> Told:
        """The section of a review for an audience ("children", "adults", "both" or not known)."""
        start = begins(text)
        scores = _allowed(self._rows([start])[0] @ self._weights + self._usual, audience)
        first, second = np.argsort(-scores, kind="stable")[:2]
        sure = shares(np.array([self._constant + self._of_margin * (scores[first] - scores[second])]))[0]
        return Told(_IDS[first], round(float(sure), 3), self._reasons(start, int(first)))

    def _sureness(self, rows: Floats, wanted: Floats, counts: Floats, seen: Sequence[Placed]) -> tuple[float, float]:
        """How sure a margin between the first and the second is, from each tenth of the reviews left out in turn."""
        margins, right = [], []
        parts = np.arange(len(rows)) % _PARTS
        parts[len(seen) :] = -1
        for part in range(_PARTS):
            rest = parts != part
            weights, usual = _fitted(rows[rest], wanted[rest], counts[rest], int((parts[rest] >= 0).sum()))
            for at in map(int, np.flatnonzero(~rest)):
                scores = _allowed(rows[at] @ weights + usual, seen[at].audience)
                first, second = np.argsort(-scores, kind="stable")[:2]
                margins.append(scores[first] - scores[second])
                right.append(float(_IDS[first] == seen[at].section))
        constant, of_margin = logistic(np.array(margins).reshape(-1, 1), np.array(right))
        return float(constant), float(of_margin)

    def _rows(self, texts: Sequence[str]) -> Floats:
        seen = seeing.rows_of(texts, seeing.unsigned(seeing.meanings_of(texts)), self._rare)
        mentioned = np.zeros((len(texts), len(_HARM) + len(_IDS)))
        for row, text in enumerate(texts):
            for one in _mentions(text):
                mentioned[row, one.column] = _A_MENTION
        return np.hstack([seen, mentioned])

    def _reasons(self, text: str, column: int) -> tuple[tuple[int, int], ...]:
        """The harms, headings and words that speak most for a section."""
        weights = self._weights[:, column]
        stems = {stem: WIDTH + place for place, stem in enumerate(self._rare)}
        says: dict[tuple[int, int], float] = {}
        first = {word.stem: word for word in reversed(list(seeing.content_words(text)))}
        for word in first.values():
            if word.stem in stems:
                says[word.start, word.end] = float(weights[stems[word.stem]]) * self._rare[word.stem]
        for one in _mentions(text):
            weight = float(weights[WIDTH + len(self._rare) + one.column])
            says[one.start, one.end] = says.get((one.start, one.end), 0.0) + weight
        strong = sorted((place for place in says if says[place] > 0), key=lambda place: (-says[place], place))
        return tuple(sorted(strong[:_MOST_REASONS]))


def begins(text: str) -> str:
    """How a text begins: whole words, at most ``_BEGINS`` characters."""
    return text if len(text) <= _BEGINS else text[:_BEGINS].rsplit(maxsplit=1)[0]


def _mentions(text: str) -> list[_Mention]:
    """Harms and headings that a text names; the columns of headings follow those of harms."""
    harms = [_Mention(_HARM[one.id], one.start, one.end) for one in harms_in(text)]
    return harms + [_Mention(len(_HARM) + _COLUMN[one.id], one.start, one.end) for one in sections_in(text)]


def _fitted(rows: Floats, wanted: Floats, counts: Floats, reviews: int) -> tuple[Floats, Floats]:
    usual = wanted[:reviews].mean(axis=0)
    return ridge(rows, wanted - usual, counts, _HELD_BACK), usual


def _allowed(scores: Floats, audience: str | None) -> Floats:
    """Scores, with no chance for sections of another audience."""
    fits = [audience in (None, "both") or section.audience in (audience, "both") for section in SECTIONS]
    return np.where(fits, scores, -np.inf)

"""Looking up a name in normal form: whole, without the words around it, as several names, and with a typing error."""

from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from lessonbook.vocabulary.area_names import Meaning, around, meanings
from lessonbook.vocabulary.tables import words_of


class Lookup(NamedTuple):
    """The councils found, by code, and whether the name is known as it was written."""

    codes: tuple[str, ...]
    certain: bool


@lru_cache(maxsize=65_536)
def look_up(text: str, *, forgiving: bool = True) -> Lookup | None:
    """The councils that a name in normal form means, or none."""
    words = _spelled_out(text.split()[:_MOST_WORDS])
    return _several(words, forgiving=False) or (_several(words, forgiving=True) if forgiving else None)


def _several(words: list[str], *, forgiving: bool) -> Lookup | None:
    """The name, or the names joined by "and": as few, and each as long, as can be."""
    if not words:
        return None
    for end in range(len(words), 0, -1):
        if end < len(words) and words[end] != "and":
            continue
        first = _one(words[:end], forgiving=forgiving)
        if first is None:
            continue
        if end == len(words):
            return first
        rest = _several(words[end + 1 :], forgiving=forgiving)
        if rest is not None:
            return Lookup(tuple(dict.fromkeys((*first.codes, *rest.codes))), first.certain and rest.certain)
    return None


def _one(words: list[str], *, forgiving: bool) -> Lookup | None:
    """One name, with as few words taken off its ends as can be."""
    first = next((at for at, word in enumerate(words) if word not in around()), len(words))
    last = next((at for at in range(len(words), 0, -1) if words[at - 1] not in around()), 0)
    for start in range(first + 1):
        for end in range(len(words), max(last, start) - 1, -1):
            if (meaning := meanings().get(" ".join(words[start:end]))) is not None:
                return Lookup(meaning.codes, meaning.confirmed)
    return _nearest(" ".join(words[first:last])) if forgiving and first < last else None


def _nearest(text: str) -> Lookup | None:
    """The one name that differs by a typing error, where no other is about as near.

    Forgiven are one edit in six letters, at most three, where every other name is further away, by two where more than
    one edit is forgiven. The first letter and the words of direction must agree: "South Yorkshire" is no misspelling of
    "North Yorkshire".
    """
    allowed = min(3, len(text) // 6)
    if not allowed:
        return None
    near: dict[tuple[str, ...], int] = {}
    directions = _directions(text)
    for name, meaning in _comparable().get(text[0], ()):
        if _directions(name) != directions:
            continue
        distance = DamerauLevenshtein.distance(text, name, score_cutoff=allowed + 1)
        if distance <= allowed + 1:
            near[meaning.codes] = min(distance, near.get(meaning.codes, distance))
    best = sorted(near.items(), key=lambda item: item[1])[:2]
    if not best or best[0][1] > allowed:
        return None
    margin = min(2, best[0][1])
    if len(best) == 2 and best[1][1] < best[0][1] + margin:
        return None
    return Lookup(best[0][0], certain=False)


def _directions(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if word in _compass())


def _spelled_out(words: list[str]) -> list[str]:
    """The words, with "N" and "NE" before another word as directions."""
    spelled = [_SHORT_DIRECTIONS.get(word, word) for word in words[:-1]]
    return " ".join([*spelled, *words[-1:]]).split()


@cache
def _comparable() -> dict[str, tuple[tuple[str, Meaning], ...]]:
    """The names that a typing error may have hit, by first letter: long enough, and no abbreviation."""
    by_letter: dict[str, list[tuple[str, Meaning]]] = {}
    for name, meaning in meanings().items():
        if len(name) >= 5:
            by_letter.setdefault(name[0], []).append((name, meaning))
    return {letter: tuple(names) for letter, names in by_letter.items()}


@cache
def _compass() -> frozenset[str]:
    return frozenset(words_of("area-words.toml", "compass"))


_MOST_WORDS = 40
_SHORT_DIRECTIONS = {
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "ne": "north east",
    "nw": "north west",
    "se": "south east",
    "sw": "south west",
}

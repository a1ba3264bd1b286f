"""Full text on SQLite's FTS5: which items hold the words, how well, and what words there are.

The index holds words as written, not stems: a quoted word is exact. A plain word is widened as it is looked for, to
words of the same stem, to what the vocabulary knows as the same, and where nothing has it to the nearest spelling.
Scores are BM25 as FTS5 computes it (Robertson and Zaragoza 2009), turned so that more is better.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import snowballstemmer
from django.db import connection
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein

from lessonbook.search.query import Every, Node, Phrase, Some, Without, Word
from lessonbook.vocabulary.variants import variants_of

_MOST_FORMS = 40
_SHORTEST_STEM = 3


class Wording:
    """How the words of one query were widened: ``forms`` of each, and ``respelled`` where nothing had it as typed."""

    def __init__(self) -> None:
        self.forms: dict[str, tuple[str, ...]] = {}
        self.respelled: dict[str, str] = {}

    def highlighted(self) -> tuple[str, ...]:
        """Every word or phrase that makes a hit."""
        return tuple(dict.fromkeys(form for forms in self.forms.values() for form in forms))

    def widen(self, word: Word) -> str:
        """The FTS5 expression for a plain word."""
        if word.prefix:
            self.forms[word.text + "*"] = (word.text + "*",)
            return _quoted(word.text) + "*"
        if word.text not in self.forms:
            self.forms[word.text] = self._forms_of(word.text)
        return _either(self.forms[word.text])

    def exact(self, phrase: Phrase) -> str:
        """The FTS5 expression for quoted words."""
        self.forms[phrase.text] = (phrase.text,)
        return _quoted(phrase.text)

    def _forms_of(self, text: str) -> tuple[str, ...]:
        forms = [text, *_same_stem(text)]
        for form in tuple(dict.fromkeys(forms)):
            forms.extend(variants_of(form))
        if not any(_is_known(form) for form in dict.fromkeys(forms)):
            near = _nearest(text)
            if near:
                self.respelled[text] = near
                forms = [near, *_same_stem(near), *variants_of(near)]
        return tuple(dict.fromkeys(forms))[:_MOST_FORMS]


def expression(node: Node, wording: Wording) -> str:
    """The FTS5 expression that holds where the node holds; nothing where it only excludes."""
    if isinstance(node, Word):
        return wording.widen(node)
    if isinstance(node, Phrase):
        return wording.exact(node)
    if isinstance(node, Some):
        return " OR ".join(f"({part})" for part in (expression(part, wording) for part in node.parts) if part)
    if isinstance(node, Every):
        needed = [f"({expression(part, wording)})" for part in node.parts if not isinstance(part, Without)]
        excluded = [f"({expression(part.part, Wording())})" for part in node.parts if isinstance(part, Without)]
        if not needed:
            return ""
        return " NOT ".join([" AND ".join(needed) if len(needed) == 1 else f"({' AND '.join(needed)})", *excluded])
    return ""


def matching(words: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The ids of all items that an FTS5 expression matches, ascending, and the BM25 score of each."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid, -rank FROM search_text WHERE search_text MATCH %s", [words])
        rows = cursor.fetchall()
    found = np.array(rows, dtype=[("id", np.int64), ("score", np.float32)])
    found.sort(order="id")
    return found["id"], found["score"]


def _either(forms: Iterable[str]) -> str:
    return " OR ".join(_quoted(form) for form in forms)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'


def _same_stem(text: str) -> list[str]:
    """The words of the index with the stem of this one, the most frequent first."""
    plain = folded(text)
    if not plain.isalpha() or len(plain) < _SHORTEST_STEM:
        return []
    stem = _stem(plain)
    # What the stemmer may have changed at the end ("bodies", "bodi") is not part of what words must begin with.
    start = stem[: max(_SHORTEST_STEM, len(stem) - 1)]
    found = [(count, word) for word, count in _words_from(start, start + "\U0010ffff") if _stem(word) == stem]
    return [word for _, word in sorted(found, reverse=True)]


def _is_known(form: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM search_text WHERE search_text MATCH %s LIMIT 1", [_quoted(form)])
        return cursor.fetchone() is not None


def _nearest(text: str) -> str | None:
    """The most frequent of the words in the index that are nearest in spelling, or nothing where none is near."""
    plain = folded(text)
    most = 0 if len(plain) < 4 else 1 if len(plain) < 8 else 2
    if not most or not plain.isalpha():
        return None
    best: tuple[int, int, str] | None = None
    starts = (plain[0], plain[1])  # a wrong first letter is rare, two letters turned round are not
    for start in dict.fromkeys(starts):
        for word, count in _words_from(start, start + "\U0010ffff"):
            if abs(len(word) - len(plain)) > most or not word.isalpha():
                continue
            far = DamerauLevenshtein.distance(plain, word, score_cutoff=most)
            if far <= most and (best is None or (far, -count, word) < best):
                best = (far, -count, word)
    return best[2] if best else None


def _words_from(first: str, last: str) -> Iterator[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT term, doc FROM search_word WHERE term >= %s AND term < %s", [first, last])
        yield from cursor.fetchall()


def folded(text: str) -> str:
    """A word as the index has it: lower case, without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


_STEMMER = snowballstemmer.stemmer("english")

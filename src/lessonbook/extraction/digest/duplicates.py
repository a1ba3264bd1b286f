"""Words that were read twice, once badly: told by their likeness, kept once, in the better reading."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from lessonbook.domain import Passage
from lessonbook.extraction.digest.ends import finished
from lessonbook.extraction.digest.model import Piece

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_START = re.compile(r"(?<=[.?!])\s+(?=[A-Z‘'“\"])")
_ALIKE = 0.84
_WORDS_ALIKE = 0.6
_ONE_WORD_ALIKE = 0.78
_LEAST_WORDS = 3
_LEAST_LETTERS = 12
_LONG_WORD = 5
_DIGIT = re.compile(r"\d+")

# The first reading, the second, and whether their facts disagree.
Readings = tuple[Passage, Passage, bool]


class Twice(msgspec.Struct, frozen=True):
    """The second piece repeats the first from character ``start`` of it; the better reading is ``kept``."""

    start: int
    kept: Literal["first", "second"]
    disagree: bool


def read_twice(first: Piece, second: Piece, known: Counter[str] | None = None) -> Twice | None:
    """Whether a piece repeats the end of the piece in the row before it.

    ``known`` counts the words of the document: the better of two readings is the one whose words stand elsewhere too.
    """
    start = _repeated_end(first.text, second.text)
    if start is not None:
        better = _better(first.text[start:], second.text, known or Counter())
        return Twice(start, better, _facts_differ(first.text[start:], second.text))
    if finished(first.text):
        return _word_read_twice(first, second)
    for start in _starts(first.text):
        head = first.text[start:]
        if _long_enough(head) and _same_start(head, second.text):
            return Twice(start, "second", _facts_differ(head, second.text))
    return None


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(_words(text))


def _repeated_end(first: str, second: str) -> int | None:
    """Where in the first text the whole of the second begins, as its end."""
    if not _long_enough(second) or len(_words(second)) > len(_words(first)):
        return None
    words = len(_words(second))
    starts = [match.start() for match in _WORD.finditer(first)][-words - 1 :]
    return next((start for start in starts if _same_start(second, first[start:], whole=True)), None)


def _better(first: str, second: str, known: Counter[str]) -> Literal["first", "second"]:
    differing = [(a, b) for a, b in zip(_words(first), _words(second), strict=False) if a != b]
    if differing:
        return "first" if sum(known[a] - known[b] for a, b in differing) > 0 else "second"
    return "second" if finished(second) else "first"


def _word_read_twice(first: Piece, second: Piece) -> Twice | None:
    """An item of one word, and below it much the same word without an end."""
    if finished(second.text) or not (_one_word(first.text) and _one_word(second.text)):
        return None
    return Twice(0, "first", disagree=False) if _alike(first.text, second.text, _ONE_WORD_ALIKE) else None


def heading_read_twice(above: Sequence[Piece], heading: Piece) -> bool:
    """Whether a heading is that of the row above, read again: its short words, names of letters and dates are the same.

    "Child A" and "Child B" are two cases; "Medway" and a misread "Modway" are one.
    """
    if not above or above[-1].row != heading.row - 1 or above[0].row != above[-1].row:
        return False
    first, second = _words(" ".join(piece.text for piece in above)), _words(heading.text)
    if len(first) < _LEAST_WORDS or len(second) < len(first):
        return False
    return all(_same_word(a, b) for a, b in zip(first, second, strict=False))


def _starts(text: str) -> list[int]:
    """Where the words that may be repeated begin: the whole piece, or its last sentence."""
    sentences = [match.end() for match in _SENTENCE_START.finditer(text)]
    return [0, *sentences[-1:]]


def _same_start(head: str, text: str, *, whole: bool = False) -> bool:
    """Whether a text begins as another: short words are the same, and of the long ones few are beyond knowing."""
    first, second = _words(head), _words(text)
    if len(second) < len(first) or (whole and len(second) != len(first)):
        return False
    other = [(a, b) for a, b in zip(first, second, strict=False) if not _same_word(a, b)]
    if any(min(len(a), len(b)) < _LONG_WORD for a, b in other) or len(other) > len(first) // 5:
        return False
    return _alike(head, text[: len(head)], _ALIKE)


def _same_word(first: str, second: str) -> bool:
    if first == second:
        return True
    if len(first) < 4 and not _DIGIT.match(first):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _WORDS_ALIKE


def _facts_differ(first: str, second: str) -> bool:
    """Whether two readings of the same words give different numbers."""
    numbers = _DIGIT.findall(first)
    return numbers != _DIGIT.findall(second)[: len(numbers)]


def _alike(first: str, second: str, least: float) -> bool:
    matcher = SequenceMatcher(None, first.casefold().strip(" .;,"), second.casefold().strip(" .;,"), autojunk=False)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _long_enough(text: str) -> bool:
    return len(text) >= _LEAST_LETTERS and len(_words(text)) >= _LEAST_WORDS


def _one_word(text: str) -> bool:
    return len(_words(text)) == 1 and len(text.strip()) >= 5


def drop_repeats(pieces: Sequence[Piece], known: Counter[str]) -> tuple[list[Piece], list[Readings]]:
    """The pieces of a column without what was read twice at the border of two rows, and the pairs of readings."""
    kept: list[Piece] = []
    pairs: list[Readings] = []
    for piece in pieces:
        twice = read_twice(kept[-1], piece, known) if kept and _at_border(kept[-1], piece) else None
        if twice is None:
            kept.append(piece)
            continue
        above = kept.pop()
        worse, rest = above.passage.cut(twice.start).strip(), above.passage.cut(0, twice.start).strip()
        pairs.append((worse, piece.passage, twice.disagree))
        if twice.kept == "first":
            kept.append(
                msgspec.structs.replace(
                    above, readings=(*above.readings, piece.passage), row=piece.row, last=piece.last
                )
            )
        else:
            if rest:
                kept.append(msgspec.structs.replace(above, passage=rest))
            kept.append(
                msgspec.structs.replace(piece, readings=(*above.readings, worse), item=piece.item or above.item)
            )
    return kept, pairs


def _at_border(above: Piece, below: Piece) -> bool:
    """Whether one piece ends a row's cell and the other begins the cell of a later row."""
    return above.last and below.first and above.row < below.row

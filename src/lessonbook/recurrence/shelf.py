"""Many wordings in few arrays, so that one can be compared with a million: meanings, words as numbers, traits."""

from collections.abc import Iterable
from functools import cache
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

from lessonbook.meaning import WIDTH, Signed
from lessonbook.recurrence.sameness import Features, total_of, weights_in_use
from lessonbook.recurrence.words import Words
from lessonbook.vocabulary.themes import THEMES

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]
_THEMES = {theme.id: number for number, theme in enumerate(THEMES)}
# Bytes for a bit each theme.
THEME_BYTES = -(-len(THEMES) // 8)
_DENIES = 1 << 31  # the acts are the bits under it


class Shelf(msgspec.Struct, frozen=True):
    """Wordings in rows. ``stems`` has the stems of row ``n``, as rising numbers, from ``ends[n]`` to ``ends[n + 1]``.

    ``vectors`` has ``WIDTH`` signed bytes a row, ``traits`` the acts and whether it denies as bits, ``numbers`` one
    number for all numbers that are named, 0 for none, ``themes`` has ``THEME_BYTES`` bytes with a bit a theme.
    """

    vectors: Signed
    stems: NDArray[np.uint32]
    ends: Rows
    traits: NDArray[np.uint32]
    numbers: NDArray[np.uint32]
    themes: NDArray[np.uint8]

    @classmethod
    def of(cls, wordings: Iterable[tuple[Signed, Words]]) -> "Shelf":
        """A shelf of meanings and words, in their order."""
        vectors, stems, themes = bytearray(), bytearray(), bytearray()
        traits, numbers, ends = list[int](), list[int](), [0]
        for vector, words in wordings:
            vectors += vector.tobytes()
            mine = np.array(sorted({_number(stem) for stem in words.stems}), np.uint32)
            stems += mine.tobytes()
            ends.append(ends[-1] + len(mine))
            traits.append(sum(1 << act for act in words.acts) | (_DENIES if words.denies else 0))
            numbers.append(crc32(" ".join(sorted(words.numbers)).encode()) | 1 if words.numbers else 0)
            themes += sum(1 << _THEMES[theme] for theme in words.themes).to_bytes(THEME_BYTES, "little")
        return cls(
            np.frombuffer(bytes(vectors), np.int8).reshape(len(traits), -1 if traits else WIDTH),
            np.frombuffer(bytes(stems), np.uint32),
            np.array(ends, np.int64),
            np.array(traits, np.uint32),
            np.array(numbers, np.uint32),
            np.frombuffer(bytes(themes), np.uint8).reshape(-1, THEME_BYTES),
        )

    def __len__(self) -> int:
        return len(self.traits)

    def take(self, rows: Rows) -> "Shelf":
        """These rows, in this order."""
        where, ends = self._stems_of(rows)
        return Shelf(
            self.vectors[rows], self.stems[where], ends, self.traits[rows], self.numbers[rows], self.themes[rows]
        )

    def features(self, one: "Shelf", at: int, rows: Rows, alike: Floats) -> Features:
        """The features of row ``at`` of ``one`` with these rows of this shelf, whose meanings are so much alike."""
        mine = one.stems[one.ends[at] : one.ends[at + 1]]
        where, ends = self._stems_of(rows)
        theirs = self.stems[where]
        hits = np.zeros(len(theirs), bool)
        if len(mine):
            hits = mine[np.minimum(np.searchsorted(mine, theirs), len(mine) - 1)] == theirs
        upto = np.concatenate([[0], np.cumsum(hits)])
        shared, sizes = (upto[ends[1:]] - upto[ends[:-1]]).astype(np.float64), np.diff(ends)
        traits, numbers = self.traits[rows], self.numbers[rows]
        differ = (numbers != 0) & (one.numbers[at] != 0) & (numbers != one.numbers[at])
        mine_and, mine_or = self.themes[rows] & one.themes[at], self.themes[rows] | one.themes[at]
        denied = (traits ^ one.traits[at]) >= _DENIES
        return Features(
            alike,
            shared / np.maximum(sizes + len(mine) - shared, 1),
            shared / np.maximum(np.minimum(sizes, len(mine)), 1),
            (differ | denied).astype(np.float64),
            ((traits & one.traits[at] & (_DENIES - 1)) != 0).astype(np.float64),
            _bits(mine_and) / np.maximum(_bits(mine_or), 1),
        )

    def totals(self, one: "Shelf", at: int, rows: Rows, alike: Floats) -> Floats:
        """What speaks for these rows being one lesson with row ``at`` of ``one``: sureness before it is a share."""
        total: Floats = total_of(weights_in_use(), self.features(one, at, rows, alike))
        return total

    def _stems_of(self, rows: Rows) -> tuple[Rows, Rows]:
        """Where the stems of these rows stand, one row after the other, and the end of each in that list."""
        sizes = self.ends[rows + 1] - self.ends[rows]
        ends = np.concatenate([[0], np.cumsum(sizes)])
        return np.repeat(self.ends[rows] - ends[:-1], sizes) + np.arange(ends[-1]), ends


def _bits(themes: NDArray[np.uint8]) -> Floats:
    counts: Floats = np.bitwise_count(themes).sum(axis=1, dtype=np.float64)
    return counts


@cache
def _number(stem: str) -> int:
    return crc32(stem.encode())

"""Spaces between words told from the ink: the model drops spaces that are narrow at its height.

The gaps of a row are of two kinds, between letters and between words. What is usual for each is measured in the row
itself, so wide-set type, typewriters and justified lines are told by their own measure.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lessonbook.reading.ocr.letters import ReadRow

_FEWEST_GAPS = 6
_CLEAR = 1.8  # so many times a usual gap between letters is a usual space at least
_ADDED, _REMOVED = 0.10, 0.30  # of the way between the two usual gaps, above and below the middle of it
_BESIDE_SIGNS = 0.85  # of a usual space: figures and points stand wide of each other
_NARROWEST = 0.2  # of the height of tall letters: a space is no narrower
_ROUNDS = 12
_ONE_LETTER = 1.2  # a shape that is no wider, in heights of tall letters, is one letter

Floats = NDArray[np.float64]


@dataclass(slots=True)
class _Usual:
    """How wide a row's gaps between letters and between words usually are, in pixels."""

    letters: float
    words: float

    def is_space(self, gap: float, before: str, after: str) -> bool:
        """Whether a gap that the model does not know of is surely one."""
        least = (self.letters + self.words) / 2 + _ADDED * (self.words - self.letters)
        if not (before.isalpha() and after.isalpha()):
            least = max(least, _BESIDE_SIGNS * self.words)
        return gap > least

    def is_none(self, gap: float) -> bool:
        """Whether a gap is surely none, although the model reads a space there."""
        return gap < (self.letters + self.words) / 2 - _REMOVED * (self.words - self.letters)


def respaced(read: ReadRow) -> ReadRow:
    """The row with the spaces that its gaps show. Without two clear kinds of gaps it stays as the model read it."""
    left, right = _gaps(read)
    usual = _usual(right - left, read.row.tall)
    kept = [at for at, sign in enumerate(read.text) if sign != " "]
    if usual is None or len(kept) < 2:
        return read
    signs = "".join(read.text[at] for at in kept)
    places = np.array([read.at[at] for at in kept]) - _late(read)
    known = {number for number in range(1, len(kept)) if kept[number] - kept[number - 1] > 1}
    found: dict[int, float] = {}
    for start, end in zip(left, right, strict=True):
        number = int(np.searchsorted(places, (start + end) / 2))
        if 0 < number < len(kept) and usual.is_space(end - start, signs[number - 1], signs[number]):
            found[number] = (start + end) / 2
    cuts = _agreed(known, found)
    for number in known & cuts.keys():
        if cuts[number] < 0:
            width = _widest(left, right, places[number - 1], places[number])
            if usual.is_none(width):
                del cuts[number]
    return _with(read, kept, cuts, usual.words)


def _gaps(read: ReadRow) -> tuple[Floats, Floats]:
    """Where no ink of the row stands, between its sides."""
    order = np.argsort(read.row.letters.left)
    left, reach = read.row.letters.left[order], np.maximum.accumulate(read.row.letters.right[order])
    open_ = left[1:] > reach[:-1]
    return reach[:-1][open_].astype(np.float64), left[1:][open_].astype(np.float64)


def _usual(gaps: Floats, tall: float) -> _Usual | None:
    """The two kinds of gaps, put apart so that each gap is nearer to its own; nothing where there is one kind."""
    if len(gaps) < _FEWEST_GAPS:
        return None
    capped = np.minimum(gaps, 1.2 * tall)
    letters, words = float(np.percentile(capped, 25)), float(capped.max())
    for _ in range(_ROUNDS):
        wide = capped > (letters + words) / 2
        if not wide.any() or wide.all():
            return None
        letters, words = float(np.median(capped[~wide])), float(np.median(capped[wide]))
    return _Usual(letters, words) if words > _CLEAR * letters and words > _NARROWEST * tall else None


def _late(read: ReadRow) -> float:
    """By how many pixels the model's places are right of the letters' middles."""
    letters = read.row.letters
    single = (letters.width < _ONE_LETTER * read.row.tall) & (letters.height > 0.4 * read.row.tall)
    middles = np.sort((letters.left[single] + letters.right[single]) / 2)
    if len(middles) == 0:
        return 0.0
    places = np.array([place for place, sign in zip(read.at, read.text, strict=True) if sign != " "])
    after = np.clip(np.searchsorted(middles, places), 1, max(len(middles) - 1, 1))
    near = middles[np.minimum(after, len(middles) - 1)], middles[after - 1]
    away = np.where(np.abs(places - near[0]) < np.abs(places - near[1]), places - near[0], places - near[1])
    return float(np.median(away))


def _agreed(known: set[int], found: dict[int, float]) -> dict[int, float]:
    """Each space's place, -1 where only the model has it. One letter away from the model's it is the model's."""
    cuts = dict.fromkeys(known, -1.0)
    for number, place in found.items():
        beside = [other for other in (number - 1, number + 1) if other in known and other not in found]
        cuts[beside[0] if beside and number not in known else number] = place
    return cuts


def _widest(left: Floats, right: Floats, start: float, end: float) -> float:
    """The widest gap between the places of two letters."""
    inside = (right > start) & (left < end)
    return float((right - left)[inside].max()) if inside.any() else 0.0


def _with(read: ReadRow, kept: list[int], cuts: dict[int, float], space: float) -> ReadRow:
    text: list[str] = []
    at: list[float] = []
    sure: list[float] = []
    for number, old in enumerate(kept):
        if number in cuts:
            text.append(" ")
            at.append(cuts[number] if cuts[number] >= 0 else (read.at[kept[number - 1]] + read.at[old]) / 2)
            sure.append(min(read.sure[kept[number - 1]], read.sure[old]))
        text.append(read.text[old])
        at.append(read.at[old])
        sure.append(read.sure[old])
    return replace(read, text="".join(text), at=at, sure=sure, space=space)

"""Bullets that are drawn instead of written: a small round or square sign just before the first word of a line."""

from bisect import bisect_left, bisect_right

from lessonbook.reading.pdf.model import Word
from lessonbook.reading.pdf.rules import Box

_SMALLEST, _LARGEST = 0.12, 0.75  # a bullet's size in shares of the type size
_FURTHEST = 2.5  # and how far before the word it stands, in the same shares
_BULLET = "•"


def bullets_of(dots: list[Box], words: list[Word]) -> list[Word]:
    """A word for each drawn bullet. ``dots`` are the small signs of the page, words those that are written."""
    if not dots or not words:
        return []
    by_base = sorted(words, key=lambda word: word.base)
    bases = [word.base for word in by_base]
    found = []
    for dot in dots:
        middle = (dot[1] + dot[3]) / 2
        near = by_base[bisect_left(bases, middle - 2) : bisect_right(bases, middle + 20)]
        bullet = _bullet(dot, middle, near)
        if bullet is not None:
            found.append(bullet)
    return found


def _bullet(dot: Box, middle: float, words: list[Word]) -> Word | None:
    left, top, right, bottom = dot
    beside = [word for word in words if 0.05 < (word.base - middle) / word.style.size < 0.65]
    after = [word for word in beside if -0.5 <= word.left - right <= _FURTHEST * word.style.size]
    if not after:
        return None
    word = min(after, key=lambda word: word.left)
    size = word.style.size
    width, height = right - left, bottom - top
    if not (_SMALLEST * size <= height <= _LARGEST * size and 0.6 < width / max(height, 0.01) < 1.7):
        return None
    if any(left - 0.6 * size < other.right and other.left < left for other in beside):
        return None
    return Word(_BULLET, left, right, word.base, word.style)

"""What rows say as words of a page, as a PDF's own words are: places and sizes in points, light or bold type."""

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, takewhile

import numpy as np

from lessonbook.reading.ocr.letters import ReadRow
from lessonbook.reading.pdf.model import Style, Word

FONT = "picture"  # the name that stands for all type of pictures
_TALL = 0.72  # how high tall letters are, in shares of the type size
_FEW_TALL = 0.25  # of a row's letters
_TALL_BY_SMALL = 1.4  # tall letters are no higher than so many small ones
_NEAR = 0.13  # sizes that differ by less are one size
_BOLDER = 1.28
_BOLDER_ROW = 1.17  # of a whole row, measured on more letters than one word has
_MOSTLY = 0.75
_FEW = 6  # letters, of a row that is bold
_BEGINNING = 8  # letters, of a label in bold type
_SPACE = 0.3  # a space as other files have it, in shares of the type size
_USUAL = 1.25  # of a row's usual space: wider gaps part columns or stand after a number
_WIDEST_SPACE = 0.85  # of the type size
_TALLEST_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhkl0123456789£&%()[]/")


@dataclass(slots=True)
class PictureWord:
    """A word, its raw size in points, how thick its strokes are in shares of that size, and how sure it is."""

    word: Word
    size: float
    stroke: float
    confidence: float


def words_of(row: ReadRow, scale: float) -> list[PictureWord]:
    """The row's words; ``scale`` is how many pixels a point has."""
    size = _size(row) / scale
    base = row.row.base / scale
    found = []
    for first, last in _spans(row.text):
        left, right = _sides(row, first, last)
        text = row.text[first:last]
        style = Style(bold=False, italic=False, size=size, font=FONT)
        sure = row.sure[first:last]
        stroke = _stroke(row, left, right) / (size * scale)
        confidence = sum(sure) / len(sure)
        word = Word(text, left / scale, right / scale, base, style, sure=confidence)
        found.append(PictureWord(word, size, stroke, confidence))
    _draw_together(found, row.space / scale)
    return found


def _draw_together(words: list[PictureWord], space: float) -> None:
    """Makes a row's usual spaces no wider than spaces are: wide ones of typewriters and full lines are no columns."""
    for at, (before, word) in enumerate(pairwise(words)):
        gap = word.word.left - before.word.right
        surplus = gap - _SPACE * word.size
        is_marker = at == 0 and not before.word.text.isalpha()
        if surplus > 0 and gap <= min(_USUAL * space, _WIDEST_SPACE * word.size) and not is_marker:
            before.word.right += surplus / 2
            word.word.left -= surplus / 2


def _size(row: ReadRow) -> float:
    """The type size in pixels. A row without tall letters shows how high small ones are."""
    count = sum(sign in _TALLEST_LETTERS for sign in row.text)
    share = count / max(len(row.text), 1)
    height = row.row.tall
    if 0 < share < _FEW_TALL:  # the row's own measure may have met small letters only
        letters = row.row.letters
        above = row.row.base - letters.top[letters.height > 0.5 * height]
        height = max(height, min(float(np.percentile(above, 100 * (1 - share / 2))), height * _TALL_BY_SMALL))
    return max(height / (_TALL if count else 0.72 * _TALL), 1.0)


def _spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for part in text.split(" "):
        if part:
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _sides(row: ReadRow, first: int, last: int) -> tuple[float, float]:
    """Where a word begins and ends: at the sides of the shapes nearest to what was read."""
    letters = row.row.letters
    half = 0.25 * row.row.tall
    begin = row.row.left if first == 0 else (row.at[first - 1] if first else row.at[first])
    finish = row.row.right if last == len(row.text) else row.at[last]
    middle = (letters.left + letters.right) / 2
    inside = (middle >= begin - 0.5) & (middle <= finish + 0.5)
    if not inside.any():
        return row.at[first] - half, row.at[last - 1] + half
    return float(letters.left[inside].min()), float(letters.right[inside].max())


def _stroke(row: ReadRow, left: float, right: float) -> float:
    """How thick strokes are, in pixels: the ink of the word's letters for each run of ink across them."""
    letters = row.row.letters
    inside = (letters.left >= left - 1) & (letters.right <= right + 1) & (letters.height > 0.4 * row.row.tall)
    area, runs = letters.area[inside].sum(), letters.runs[inside].sum()
    return float(area / runs) if runs else 0.0


def settle(pages: list[list[PictureWord]]) -> None:
    """Gives all words of a document's pictures a style: sizes that are nearly the same made the same, bold type found.

    A line's size is measured on its letters and so differs by a few hundredths from line to line.
    """
    every = [word for page in pages for word in page]
    sizes = _sizes(every)
    usual = _usual_strokes(every, sizes)
    for word in every:
        size = sizes[round(word.size, 1)]
        thick = word.stroke / usual if usual else 1.0
        bold = thick > _BOLDER and any(sign.isalnum() for sign in word.word.text)
        word.word.style = Style(bold=bold, italic=False, size=size, font=FONT)
    body = _usual_thickness(every)
    for page in pages:
        _even_out(page, usual, body)


def _sizes(words: list[PictureWord]) -> dict[float, float]:
    """For each size as measured the size that it is taken for: the commonest near it, on a half point."""
    weight: Counter[float] = Counter()
    for word in words:
        weight[round(word.size, 1)] += len(word.word.text)
    taken: dict[float, float] = {}
    while left := {size: count for size, count in weight.items() if size not in taken}:
        middle = max(left, key=lambda size: (_mass(left, size), size))
        near = [size for size in left if abs(math.log(size / middle)) < _NEAR]
        mean = sum(size * left[size] for size in near) / sum(left[size] for size in near)
        for size in near:
            taken[size] = round(2 * mean) / 2 or 0.5
    return taken


def _mass(weight: dict[float, int], middle: float) -> int:
    return sum(count for size, count in weight.items() if abs(math.log(size / middle)) < _NEAR / 2)


def _usual_strokes(words: list[PictureWord], sizes: dict[float, float]) -> float:
    """The thickness of the running text's strokes."""
    weight: Counter[float] = Counter()
    for word in words:
        weight[sizes[round(word.size, 1)]] += len(word.word.text)
    if not weight:
        return 0.0
    body = max(weight, key=lambda size: (weight[size], size))
    strokes = sorted(word.stroke for word in words if sizes[round(word.size, 1)] == body and word.stroke)
    return float(np.median(strokes)) if strokes else 0.0


def _usual_thickness(words: list[PictureWord]) -> float:
    """The thickness of strokes in points that most words have."""
    strokes = [word.stroke * word.size for word in words if word.stroke]
    return float(np.median(strokes)) if strokes else 0.0


def _is_bolder(row: list[PictureWord], usual: float, body: float) -> bool:
    """Whether a row is bold as a whole: for its size, and also in points, as the size of few letters may be wrong."""
    weights = [len(word.word.text) for word in row if word.stroke]
    if not weights or not usual or not body:
        return False
    strokes = np.array([word.stroke for word in row if word.stroke])
    points = np.array([word.stroke * word.size for word in row if word.stroke])
    thick = float(np.average(strokes, weights=weights)) / usual
    return min(thick, float(np.average(points, weights=weights)) / body) > _BOLDER_ROW


def _even_out(words: list[PictureWord], usual: float, body: float) -> None:
    """Leaves bold type only where a row is bold or begins bold: strokes of single words are measured badly."""
    rows: dict[float, list[PictureWord]] = {}
    for word in words:
        rows.setdefault(word.word.base, []).append(word)
    for row in rows.values():
        bold = sum(len(word.word.text) for word in row if word.word.style.bold)
        count = sum(len(word.word.text) for word in row)
        begins = list(takewhile(lambda word: word.word.style.bold, row))
        if count >= _FEW and (bold > _MOSTLY * count or _is_bolder(row, usual, body)):
            kept = row
        elif sum(len(word.word.text) for word in begins) >= _BEGINNING:
            kept = begins
        else:
            kept = []
        for at, word in enumerate(row):
            style = word.word.style
            if style.bold != (at < len(kept)):
                word.word.style = Style(at < len(kept), style.italic, style.size, style.font)

"""Letters put together to rows: what is read at once. A row ends where a column does."""

from dataclasses import dataclass

import numpy as np

from lessonbook.reading.ocr.shapes import Shapes, joined, shapes_of

_LEAST, _MOST = 0.035, 0.9  # inches: the height of what may be a letter
_WIDEST = 1.5
_SPECK = 0.012
_SMALL = 0.55  # of the usual height: what is lower is a sign between letters
_SPACE = 0.95  # on each side of a letter, in shares of its height: half the widest space that a row bridges
_MARKER = 1.6  # a row no wider than so many times its height may be a bullet or number of the row on its right
_MARKER_GAP = 5.0


@dataclass(slots=True)
class Row:
    """A row's sides in pixels, the line its letters stand on, how high its tall letters are, and its letters."""

    left: int
    top: int
    right: int
    bottom: int
    base: float
    tall: float
    letters: Shapes


def rows_of(shapes: Shapes, size: tuple[int, int], dpi: float) -> list[Row]:
    """The rows of a picture from top to bottom. Rules, frames and what is too small or too large are in none."""
    height, width = shapes.height, shapes.width
    able = (height < _MOST * dpi) & (width < _WIDEST * dpi) & (np.maximum(height, width) >= _SPECK * dpi)
    marks = shapes.only(able)
    letters = marks.only((marks.height >= _LEAST * dpi) & (marks.width < 8 * marks.height))
    if len(letters.left) == 0:
        return []
    usual = float(np.median(letters.height))
    bands = _bands(_and_dashes(letters, marks, usual), usual, size)
    owner = _owners(marks, bands)
    rows = [_row(marks.only(owner == at)) for at in range(len(bands.left)) if (owner == at).any()]
    kept = [row for row in rows if row.tall >= _LEAST * dpi]
    return sorted(_with_markers(kept), key=lambda row: (row.base, row.left))


def _and_dashes(letters: Shapes, marks: Shapes, usual: float) -> Shapes:
    """Letters, and dashes as if they were as high as letters: a dash between two spaces does not end a row.

    Quotes, commas and dots are left out; they belong to the rows that letters make.
    """
    high = letters.only(letters.height >= _SMALL * usual)
    flat = (marks.width >= 2 * marks.height) & (marks.width > 0.3 * usual) & (marks.width < 2.5 * usual)
    dashes = marks.only(flat & (marks.height < _SMALL * usual))
    half = round(usual / 2)
    middle = (dashes.top + dashes.bottom) // 2
    dashes.top, dashes.bottom = np.maximum(middle - half, 0), middle + half
    return joined(high, dashes)


def _bands(letters: Shapes, usual: float, size: tuple[int, int]) -> Shapes:
    """Where rows run: the middles of letters, made wider until they meet across the spaces between words."""
    painted = np.zeros((size[0] // 2 + 2, size[1] // 2 + 2), np.int32)
    reach = _SPACE * np.maximum(letters.height, np.minimum(usual, 2.0 * letters.height))
    top, bottom = letters.top + 0.30 * letters.height, letters.bottom - 0.30 * letters.height
    left = np.clip((letters.left - reach) / 2, 0, painted.shape[1] - 1).astype(int)
    right = np.clip((letters.right + reach) / 2 + 1, 1, painted.shape[1] - 1).astype(int)
    first = (top / 2).astype(int)
    last = np.maximum((bottom / 2).astype(int), first) + 1
    np.add.at(painted, (first, left), 1)
    np.add.at(painted, (last, right), 1)
    np.add.at(painted, (first, right), -1)
    np.add.at(painted, (last, left), -1)
    found = shapes_of(painted.cumsum(0).cumsum(1) > 0)
    return Shapes(found.left * 2, found.top * 2, found.right * 2, found.bottom * 2, found.area, found.runs)


def _owners(marks: Shapes, bands: Shapes) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """For each mark the band it belongs to, -1 for none: dots, commas and accents lie above and below theirs."""
    owner = np.full(len(marks.left), -1)
    middle, across = (marks.top + marks.bottom) / 2, (marks.left + marks.right) / 2
    best = np.full(len(marks.left), np.inf)
    for at in range(len(bands.left)):
        high = bands.bottom[at] - bands.top[at]
        away = np.maximum(np.maximum(bands.top[at] - middle, middle - bands.bottom[at]), 0)
        near = (across >= bands.left[at]) & (across < bands.right[at]) & (away < 1.1 * high + 2) & (away < best)
        near &= marks.height < 4.5 * high + 4
        owner[near], best[near] = at, away[near]
    return owner


def _row(letters: Shapes) -> Row:
    high = letters.height >= 0.5 * np.percentile(letters.height, 80)
    full = letters.only(high)
    base = float(np.median(full.bottom))
    tall = float(np.percentile(base - full.top, 85))
    return Row(
        int(letters.left.min()), int(letters.top.min()), int(letters.right.max()), int(letters.bottom.max()),
        base, tall, letters,
    )  # fmt: skip


def _with_markers(rows: list[Row]) -> list[Row]:
    """Rows with the bullet or number that stands apart on their left: alone, a dot tells nothing."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: row.right - row.left):
        high = row.bottom - row.top
        if row.right - row.left < _MARKER * max(high, 12):
            near = [
                other for other in rows
                if other is not row and 0 <= other.left - row.right < _MARKER_GAP * other.tall
                and other.top - 0.3 * other.tall < (row.top + row.bottom) / 2 < other.bottom
                and other.right - other.left > 2 * (row.right - row.left)
            ]  # fmt: skip
            if near:
                first = min(near, key=lambda other: other.left)
                _take(first, row)
                continue
        kept.append(row)
    return kept


def _take(row: Row, marker: Row) -> None:
    row.left, row.top = min(row.left, marker.left), min(row.top, marker.top)
    row.bottom = max(row.bottom, marker.bottom)
    row.letters = joined(marker.letters, row.letters)

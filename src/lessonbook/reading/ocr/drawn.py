"""Rules in a picture: the straight lines of tables and boxes, and those drawn under words."""

from dataclasses import dataclass

import numpy as np

from lessonbook.reading.ocr.picture import Grey, Ink
from lessonbook.reading.pdf.model import Edge

_SHORTEST = 0.5  # inches
_THICKEST = 0.05
_GAP = 0.05
_MOST = 2_000
_FRINGE = 1  # pixels: the grey border of a rule
_UNBROKEN = 0.9  # of a box's side is ink


@dataclass(slots=True)
class _Bar:
    """A level line: its sides in pixels (``bottom`` is its last row) and its runs of ink, as row, left and right."""

    top: int
    bottom: int
    left: int
    right: int
    runs: list[tuple[int, int, int]]


def rules_of(ink: Ink, scale: float) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright rules, in points; ``scale`` is how many pixels a point has."""
    return _level(ink, scale), _level(np.ascontiguousarray(ink.T), scale)


def without_underlines(even: Grey, ink: Ink, dpi: float) -> tuple[Grey, Ink]:
    """The picture and its ink without underlines, which hold a heading's letters together as one shape.

    What of a letter lies inside one is lost with it. Borders of tables and boxes stay: without the rules
    across, what is left of them would look like letters.
    """
    level, upright = _bars(ink, dpi), _bars(np.ascontiguousarray(ink.T), dpi)
    near = _GAP * dpi
    bars = [bar for bar in level if not _is_border(bar, level, upright, ink, near)]
    if not bars:
        return even, ink
    clean, clear = even.copy(), ink.copy()
    for bar in bars:
        for row, left, right in bar.runs:
            clear[row, left:right] = False
    for bar in bars:
        for row, left, right in bar.runs:
            around = slice(max(row - _FRINGE, 0), row + _FRINGE + 1), slice(left, right)
            clean[around] = np.where(clear[around], clean[around], 1)
    return clean, clear


def _is_border(bar: _Bar, level: list[_Bar], upright: list[_Bar], ink: Ink, near: float) -> bool:
    """Whether a level rule meets an upright one, or is joined at both ends to another as long; ``near`` in pixels."""
    if any(
        bar.left - near <= side.top and side.bottom <= bar.right + near
        and side.left - near <= bar.top and bar.bottom <= side.right + near
        for side in upright
    ):  # fmt: skip
        return True
    return any(
        abs(bar.left - other.left) <= near
        and abs(bar.right - other.right) <= near
        and _joined(ink, bar, other, round(near / 2))
        for other in level
        if other is not bar
    )


def _joined(ink: Ink, bar: _Bar, other: _Bar, near: int) -> bool:
    top, bottom = sorted((bar.top, other.top))
    for end in (bar.left, bar.right):
        strip = ink[top : bottom + 1, max(end - near, 0) : end + near]
        if strip.size == 0 or strip.any(axis=1).mean() < _UNBROKEN:
            return False
    return True


def _level(ink: Ink, scale: float) -> list[Edge]:
    return [
        Edge((bar.top + bar.bottom + 1) / 2 / scale, bar.left / scale, bar.right / scale)
        for bar in _bars(ink, 72 * scale)
    ]


def _bars(ink: Ink, dpi: float) -> list[_Bar]:
    height, width = ink.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1).ravel()
    start, end = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    long = end - start >= _SHORTEST * dpi / 2
    if not long.any() or long.sum() > _MOST:
        return []
    rows, lefts = start[long] // (width + 1), start[long] % (width + 1)
    rights = lefts + (end - start)[long]
    bars: list[_Bar] = []
    for row, left, right in zip(rows.tolist(), lefts.tolist(), rights.tolist(), strict=True):
        for bar in reversed(bars):
            if row - bar.bottom <= _GAP * dpi and left <= bar.right + _GAP * dpi and right >= bar.left - _GAP * dpi:
                bar.bottom, bar.left, bar.right = max(bar.bottom, row), min(bar.left, left), max(bar.right, right)
                bar.runs.append((row, left, right))
                break
        else:
            bars.append(_Bar(row, row, left, right, [(row, left, right)]))
    return [
        bar for bar in bars if bar.bottom - bar.top < _THICKEST * dpi + 1 and bar.right - bar.left >= _SHORTEST * dpi
    ]

"""Rules in a picture: the straight lines of tables and boxes."""

import numpy as np

from lessonbook.reading.ocr.picture import Ink
from lessonbook.reading.pdf.model import Edge

_SHORTEST = 0.5  # inches
_THICKEST = 0.05
_GAP = 0.05
_MOST = 2_000


def rules_of(ink: Ink, scale: float) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright rules, in points; ``scale`` is how many pixels a point has."""
    return _level(ink, scale), _level(np.ascontiguousarray(ink.T), scale)


def _level(ink: Ink, scale: float) -> list[Edge]:
    dpi = 72 * scale
    height, width = ink.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1).ravel()
    start, end = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    long = end - start >= _SHORTEST * dpi / 2
    if not long.any() or long.sum() > _MOST:
        return []
    row, left = start[long] // (width + 1), start[long] % (width + 1)
    right = left + (end - start)[long]
    bars: list[list[int]] = []  # top, bottom, left, right
    for y, x, other in zip(row.tolist(), left.tolist(), right.tolist(), strict=True):
        for bar in reversed(bars):
            if y - bar[1] <= _GAP * dpi and x <= bar[3] + _GAP * dpi and other >= bar[2] - _GAP * dpi:
                bar[1], bar[2], bar[3] = max(bar[1], y), min(bar[2], x), max(bar[3], other)
                break
        else:
            bars.append([y, y, x, other])
    return [
        Edge((top + bottom + 1) / 2 / scale, x / scale, other / scale)
        for top, bottom, x, other in bars
        if bottom - top < _THICKEST * dpi + 1 and other - x >= _SHORTEST * dpi
    ]

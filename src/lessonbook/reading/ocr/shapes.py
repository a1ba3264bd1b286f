"""The connected shapes of ink in a picture: mostly letters, also specks, rules, frames and photographs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lessonbook.reading.ocr.picture import Ink

Numbers = NDArray[np.int64]


@dataclass(slots=True)
class Shapes:
    """One entry a shape: its sides in pixels (``right`` and ``bottom`` are outside it), its ink, its runs of ink."""

    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    area: Numbers
    runs: Numbers

    @property
    def width(self) -> Numbers:
        """How wide each is."""
        return self.right - self.left

    @property
    def height(self) -> Numbers:
        """How high each is."""
        return self.bottom - self.top

    def only(self, which: NDArray[np.bool_]) -> "Shapes":
        """Those that are asked for."""
        return Shapes(
            self.left[which],
            self.top[which],
            self.right[which],
            self.bottom[which],
            self.area[which],
            self.runs[which],
        )


def shapes_of(ink: Ink) -> Shapes:
    """Every shape, points that touch at a corner taken together."""
    height, width = ink.shape
    step = width + 1
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = ink
    change = np.diff(padded, axis=1).ravel()
    start, end = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    group = _groups(start, end, step)
    row, left, right = start // step, start % step, end - (start // step) * step
    count = int(group.max()) + 1 if len(group) else 0
    found = Shapes(*(np.zeros(count, np.int64) for _ in range(6)))
    found.left[:], found.top[:] = width, height
    np.minimum.at(found.left, group, left)
    np.minimum.at(found.top, group, row)
    np.maximum.at(found.right, group, right)
    np.maximum.at(found.bottom, group, row + 1)
    np.add.at(found.area, group, right - left)
    np.add.at(found.runs, group, 1)
    return found


def _groups(start: Numbers, end: Numbers, step: int) -> Numbers:
    """Which shape each run of ink belongs to; shapes are numbered from 0 in the order of their first run."""
    first = np.searchsorted(end, start + step)
    behind = np.searchsorted(start, end + step, "right")
    many = np.maximum(behind - first, 0)
    one = np.repeat(np.arange(len(start)), many)
    other = np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(first, many)
    label = np.arange(len(start))
    while True:
        above, below = label[one], label[other]
        apart = above != below
        if not apart.any():
            break
        np.minimum.at(label, np.maximum(above, below)[apart], np.minimum(above, below)[apart])
        while not np.array_equal(label, follow := label[label]):
            label = follow
    return np.unique(label, return_inverse=True)[1]


def joined(some: Shapes, others: Shapes) -> Shapes:
    """Both together."""
    return Shapes(
        *(
            np.concatenate((getattr(some, name), getattr(others, name)))
            for name in ("left", "top", "right", "bottom", "area", "runs")
        )
    )

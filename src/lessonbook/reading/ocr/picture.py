"""A page as a picture, rows of grey values: drawn, its ground evened, made level, and cut into ink and paper."""

import math

import numpy as np
import pypdfium2
from numpy.typing import NDArray

Grey = NDArray[np.float32]
Ink = NDArray[np.bool_]

DPI = 200  # pixels an inch; finer pictures were not measured
_LONGEST = 2_600  # pixels: a picture of a page that says it is a metre high is no larger
_BLOCK = 32
_DARK = 110
_INK = 0.70  # darker than this share of its ground is ink
_STEEPEST = 6.0  # degrees
_LEVEL = 0.12  # degrees


def drawn(page: pypdfium2.PdfPage) -> tuple[Grey, float]:
    """The page as shown, and how many pixels a point has."""
    longest = max(page.get_size())
    scale = min(DPI / 72, _LONGEST / max(longest, 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        return evened(np.asarray(bitmap.to_numpy(), np.float32).reshape(bitmap.height, bitmap.width)), scale
    finally:
        bitmap.close()


def evened(grey: Grey) -> Grey:
    """The picture on white ground, 0 to 1: shadows taken out, light letters on dark ground made dark on light."""
    height, width = grey.shape
    rows, columns = -(-height // _BLOCK), -(-width // _BLOCK)
    padded = np.pad(grey, ((0, rows * _BLOCK - height), (0, columns * _BLOCK - width)), mode="edge")
    blocks = padded[::2, ::2].reshape(rows, _BLOCK // 2, columns, _BLOCK // 2).swapaxes(1, 2).reshape(rows, columns, -1)
    ground = np.percentile(blocks, 70, axis=2).astype(np.float32)
    around = np.pad(ground, 1, mode="edge")
    ground = np.median([around[y : y + rows, x : x + columns] for y in range(3) for x in range(3)], axis=0)
    fine = np.repeat(np.repeat(ground, _BLOCK, 0), _BLOCK, 1)[:height, :width].astype(np.float32)
    dark = fine < _DARK
    light = np.where(dark, (255 - grey) / (255 - np.minimum(fine, 254)), grey / np.maximum(fine, 1))
    even: Grey = np.clip(light, 0, 1).astype(np.float32)
    return even


def ink_of(even: Grey) -> Ink:
    """What is ink. Single points of noise are smoothed away before."""
    soft = even.copy()
    soft[1:-1] = (even[:-2] + 2 * even[1:-1] + even[2:]) / 4
    soft[:, 1:-1] = (soft[:, :-2] + 2 * soft[:, 1:-1] + soft[:, 2:]) / 4
    darkest = float(np.percentile(soft[::4, ::4], 1))
    ink: Ink = soft < max(_INK, (darkest + 1) / 2 if darkest > 0.5 else 0.0)
    return ink


def slope_of(ink: Ink) -> tuple[float, float]:
    """By how many degrees the lines rise to the right, and how clearly they are lines at that slope."""
    small = ink[::2, ::2]
    y, x = np.nonzero(small)
    if len(y) < 200:
        return 0.0, 0.0
    step = max(1, len(y) // 120_000)
    down, across = y[::step].astype(np.float32), x[::step].astype(np.float32) - small.shape[1] / 2
    best, score = 0.0, -1.0
    for reach, by in ((_STEEPEST, 0.5), (0.4, 0.1), (0.08, 0.04)):
        middle = best
        for at in range(-round(reach / by), round(reach / by) + 1):
            angle = middle + at * by
            found = _sharpness(down, across, angle, small.shape)
            if found > score:
                best, score = angle, found
    return best, score


def _sharpness(y: NDArray[np.float32], x: NDArray[np.float32], angle: float, shape: tuple[int, ...]) -> float:
    margin = shape[1] // 8
    at = (y + x * math.tan(math.radians(angle)) + margin).astype(np.int32)
    profile = np.bincount(np.clip(at, 0, shape[0] + 2 * margin), minlength=shape[0] + 2 * margin).astype(np.float64)
    return float(np.square(np.diff(profile)).sum() / np.square(profile).sum())


def levelled(even: Grey, angle: float) -> Grey:
    """The picture turned so that lines that rise by ``angle`` degrees are level."""
    if abs(angle) < _LEVEL:
        return even
    height, width = even.shape
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    x = np.arange(width, dtype=np.float32) - width / 2
    out: Grey = np.ones_like(even)
    for top in range(0, height, 256):
        y = np.arange(top, min(top + 256, height), dtype=np.float32)[:, None] - height / 2
        from_x, from_y = x * cosine + y * sine + width / 2, y * cosine - x * sine + height / 2
        out[top : top + 256] = sampled(even, from_y, from_x)
    return out


def sampled(even: Grey, y: NDArray[np.float32], x: NDArray[np.float32]) -> Grey:
    """The picture's values at places between its points; white outside."""
    height, width = even.shape
    outside = (x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)
    x, y = np.clip(x, 0, width - 1.001), np.clip(y, 0, height - 1.001)
    left, top = x.astype(np.int32), y.astype(np.int32)
    part_x, part_y = x - left, y - top
    flat, at = even.ravel(), top * width + left
    upper = flat[at] * (1 - part_x) + flat[at + 1] * part_x
    lower = flat[at + width] * (1 - part_x) + flat[at + width + 1] * part_x
    value: Grey = np.where(outside, np.float32(1), upper * (1 - part_y) + lower * part_y).astype(np.float32)
    return value

"""Rows of a picture read letter by letter, with a small model that runs on this machine alone."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from lessonbook.reading.ocr.picture import Grey, sampled
from lessonbook.reading.ocr.rows import Row

_HEIGHT = 48  # pixels: what the model was made for
_STEP = 8  # pixels of a row that become one answer of the model
_BATCH = 6
_WIDEST = 3_200


@dataclass(slots=True)
class ReadRow:
    """What a row says: its letters, where the middle of each is (pixels of the picture), how sure each is (0 to 1).

    ``space`` is how wide its spaces usually are, in pixels; 0 where its gaps do not tell.
    """

    row: Row
    text: str
    at: list[float]
    sure: list[float]
    space: float = 0.0

    @property
    def confidence(self) -> float:
        """The mean of its letters."""
        return sum(self.sure) / len(self.sure) if self.sure else 0.0


def read(even: Grey, rows: list[Row]) -> list[ReadRow]:
    """The rows' wording, in the order of the rows."""
    strips = [_strip(even, row) for row in rows]
    order = sorted(range(len(rows)), key=lambda at: strips[at][0].shape[1])
    found: dict[int, ReadRow] = {}
    for first in range(0, len(order), _BATCH):
        batch = order[first : first + _BATCH]
        width = -(-max(strips[at][0].shape[1] for at in batch) // 32) * 32
        values = np.zeros((len(batch), 3, _HEIGHT, width), np.float32)
        for place, at in enumerate(batch):
            values[place, :, :, : strips[at][0].shape[1]] = strips[at][0] * 2 - 1
        answers = _model().run(None, {_model().get_inputs()[0].name: values})[0]
        for place, at in enumerate(batch):
            found[at] = _read_row(rows[at], answers[place], *strips[at][1:])
    return [found[at] for at in range(len(rows))]


def _strip(even: Grey, row: Row) -> tuple[Grey, float, float]:
    """The row's picture at the model's height, its left side in the page, and how many pixels of the page make one."""
    margin = max(2.0, 0.12 * row.tall)
    top, bottom = min(row.top, row.base - row.tall) - margin, max(row.bottom, row.base + 0.28 * row.tall) + margin
    left, right = row.left - 2 * margin, row.right + 2 * margin
    scale = (bottom - top) / _HEIGHT
    width = int(min(max((right - left) / scale, 16), _WIDEST))
    x_scale = (right - left) / width
    y = (top + (np.arange(_HEIGHT, dtype=np.float32)[:, None] + 0.5) * scale - 0.5).astype(np.float32)
    x = (left + (np.arange(width, dtype=np.float32)[None, :] + 0.5) * x_scale - 0.5).astype(np.float32)
    if scale <= 1.3:
        return sampled(even, y, x), left, x_scale
    quarter = scale / 4
    parts = [sampled(even, y + dy, x + dx) for dy in (-quarter, quarter) for dx in (-quarter, quarter)]
    return np.mean(parts, axis=0, dtype=np.float32), left, x_scale


def _read_row(row: Row, answer: NDArray[np.float32], left: float, scale: float) -> ReadRow:
    signs = _signs()
    best, sure = answer.argmax(1), answer.max(1)
    text: list[str] = []
    places: list[float] = []
    certain: list[float] = []
    before = 0
    for step, sign in enumerate(best.tolist()):
        if sign and sign != before:
            text.append(signs[sign - 1])
            places.append(left + (step + 0.5) * _STEP * scale)
            certain.append(float(sure[step]))
        elif sign:
            certain[-1] = max(certain[-1], float(sure[step]))
        before = sign
    return ReadRow(row, "".join(text), places, certain)


@cache
def _model() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # many files are read side by side
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    model = files("lessonbook.reading.ocr").joinpath("model/letters.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@cache
def _signs() -> list[str]:
    return files("lessonbook.reading.ocr").joinpath("model/letters.txt").read_text("utf-8").split("\n")[:-1]

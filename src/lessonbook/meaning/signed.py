"""Meanings as they are kept: a signed byte for each number, a quarter of the room, and how alike they are."""

import numpy as np
import simsimd
from numpy.typing import NDArray

from lessonbook.meaning.model import Vectors

Signed = NDArray[np.int8]
_SCALE = 127.0  # to the length of one


def signed(vectors: Vectors) -> Signed:
    """Vectors of length one as signed bytes; likenesses move by less than 0.01."""
    rounded: Signed = np.clip(np.rint(vectors * _SCALE), -127, 127).astype(np.int8)
    return rounded


def likeness(one: Signed, others: Signed) -> NDArray[np.float64]:
    """How alike each row of ``others`` is to one meaning, from -1 to 1; zero where a row is all zeros."""
    alike: NDArray[np.float64] = likenesses(one.reshape(1, -1), others)[0]
    return alike


def likenesses(ones: Signed, others: Signed) -> NDArray[np.float64]:
    """How alike each row of ``ones`` is to each of ``others``, a row for each of ``ones``."""
    if not len(ones) or not len(others):
        return np.zeros((len(ones), len(others)))
    products = np.asarray(simsimd.cdist(np.ascontiguousarray(ones), np.ascontiguousarray(others), metric="dot"))
    alike: NDArray[np.float64] = products / (_SCALE * _SCALE)
    return alike

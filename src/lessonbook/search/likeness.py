"""How alike meanings are, all at once."""

import numpy as np
import simsimd
from numpy.typing import NDArray

from lessonbook.register.meanings import SCALE


def likeness(query: NDArray[np.int8], vectors: NDArray[np.int8]) -> NDArray[np.float32]:
    """How alike each row is to the query, from -1 to 1; zero where a row has no meaning."""
    if not len(vectors):
        return np.zeros(0, np.float32)
    products = np.asarray(simsimd.cdist(query.reshape(1, -1), np.ascontiguousarray(vectors), metric="dot"))
    alike: NDArray[np.float32] = (products[0] / (SCALE * SCALE)).astype(np.float32)
    return alike

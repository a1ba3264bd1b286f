"""The linear model of themes: for each theme a weight for each word, for each number of a meaning, and for its terms.

A theme's total is a sum, so it can be told which words it is made of. The model that ships (``data/model.msgpack``) is
trained on the starter set; a register trains its own from there (``lessonbook themes --train``).
"""

from functools import cache, cached_property
from importlib.resources import files

import msgspec
import numpy as np

from lessonbook.coding import seeing
from lessonbook.coding.fitting import shares
from lessonbook.coding.seeing import Floats
from lessonbook.domain import LessonbookError
from lessonbook.meaning import WIDTH

_HALF = np.dtype("<f2")
NEVER = 2.0  # a confidence that no text reaches


class Model(msgspec.Struct, frozen=True, dict=True):
    """What was learned. ``weights`` has a row for each number of a meaning and each stem, a column for each theme,
    little-endian and of two bytes; ``rare`` says how much each stem counts.

    From ``least`` on a text has the theme; where it uses the theme's terms, from ``least_with_terms`` on. ``NEVER``
    where no confidence was high enough to be right in two of three. ``made_of`` is a hash of the statements and the
    vocabulary that it was trained on.
    """

    themes: tuple[str, ...]
    rare: dict[str, float]
    weights: bytes
    constants: tuple[float, ...]
    of_terms: float
    least: tuple[float, ...]
    least_with_terms: tuple[float, ...]
    made_of: str

    @cached_property
    def columns(self) -> Floats:
        """The weights, as an array."""
        shape = (WIDTH + len(self.rare), len(self.themes))
        return np.frombuffer(self.weights, _HALF).reshape(shape).astype(np.float64)

    def confidences(self, rows: Floats, terms: Floats) -> Floats:
        """How sure each theme (columns) is of each text (rows), from what ``seeing`` sees of the texts."""
        return shares(rows @ self.columns + np.array(self.constants) + self.of_terms * terms)

    def bounds(self, terms: Floats) -> Floats:
        """The least confidence that gives each theme to each text, from the terms that the texts use."""
        bounds: Floats = np.where(terms > 0, np.array(self.least_with_terms), np.array(self.least))
        return bounds


def packed(weights: Floats) -> bytes:
    """Weights as the model keeps them."""
    return weights.astype(_HALF).tobytes()


def to_bytes(model: Model) -> bytes:
    """A model as it is stored."""
    return msgspec.msgpack.encode(model)


def from_bytes(stored: bytes) -> Model:
    """A stored model. Raises ``LessonbookError`` ``model-unfit`` where it is none, or is of another vocabulary."""
    try:
        model = msgspec.msgpack.decode(stored, type=Model)
    except msgspec.DecodeError as error:
        raise LessonbookError("model-unfit", "The model of themes cannot be read: train it again.") from error
    if model.themes != seeing.IDS:
        raise LessonbookError(
            "model-unfit", "The model of themes is of another vocabulary: run `lessonbook themes --train`."
        )
    return model


@cache
def shipped() -> Model:
    """The model in the package."""
    return from_bytes(files("lessonbook.coding").joinpath("data", "model.msgpack").read_bytes())

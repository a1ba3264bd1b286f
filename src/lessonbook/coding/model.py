"""The linear model of themes: for each theme a weight for each word, for each number of a meaning, and for its terms.

A theme's total is a sum, so it can be told which words it is made of. The model that ships (``data/model.msgpack``) is
trained on the starter set; a register trains its own from there (``lessonbook themes --train``).
"""

import hashlib
from functools import cache, cached_property
from importlib.resources import files

import msgspec
import numpy as np

from lessonbook.coding import seeing
from lessonbook.coding.fitting import shares
from lessonbook.coding.seeing import Floats
from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_msgpack
from lessonbook.meaning import WIDTH
from lessonbook.vocabulary.themes import THEMES

_HALF = np.dtype("<f2")
_UNKNOWN = -30.0
NEVER = 2.0  # a confidence that no text reaches


class Model(msgspec.Struct, frozen=True, dict=True):
    """What was learned. ``weights`` has a row for each number of a meaning and each stem, a column for each theme,
    little-endian and of two bytes; ``rare`` says how much each stem counts.

    From ``least`` on a text has the theme; where it uses the theme's terms, from ``least_with_terms`` on. ``NEVER``
    where at no confidence enough were right (``bounds``). ``made_of`` is a hash of the statements and the
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
    """A stored model, for the themes that the vocabulary has now. Raises ``LessonbookError`` ``model-unfit``."""
    try:
        model = from_msgpack(stored, Model)
    except msgspec.DecodeError as error:
        raise LessonbookError("model-unfit", "The model of themes cannot be read: train it again.") from error
    return model if model.themes == seeing.IDS else for_themes(model, seeing.IDS)


def for_themes(model: Model, themes: tuple[str, ...]) -> Model:
    """The model for another vocabulary: a theme that it was not trained on is given by its terms alone."""
    of = {theme: column for column, theme in enumerate(model.themes)}
    places = [of.get(theme) for theme in themes]
    known = np.array([place is not None for place in places])
    columns = model.columns[:, [place or 0 for place in places]] * known
    return Model(
        themes=themes,
        rare=model.rare,
        weights=packed(columns),
        constants=tuple(_UNKNOWN if place is None else model.constants[place] for place in places),
        of_terms=model.of_terms,
        least=tuple(NEVER if place is None else model.least[place] for place in places),
        least_with_terms=tuple(0.0 if place is None else model.least_with_terms[place] for place in places),
        made_of=model.made_of,
    )


def fingerprint(model: Model) -> str:
    """A hash of a model and the vocabulary: texts that others coded are to be coded again."""
    return hashlib.blake2b(to_bytes(model) + msgspec.json.encode(THEMES), digest_size=16).hexdigest()


@cache
def shipped() -> Model:
    """The model in the package."""
    return from_bytes(files("lessonbook.coding").joinpath("data", "model.msgpack").read_bytes())

"""The sentence model that ships in the package."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
MODEL = "all-MiniLM-L6-v2-int8/1"  # name and version: vectors of another model cannot be compared with these
WIDTH = 384


def encode(texts: Iterable[str]) -> Vectors:
    """The vectors of texts, a row each, of shape (number of texts, ``WIDTH``). Words after token 254 are not seen.

    Each text goes through the model by itself: its numbers are rounded to the range that a whole batch needs, so in a
    batch a text's vector would depend on its neighbours, and the same input has to give the same lessons.
    """
    session, tokenizer = _session(), _tokenizer()
    rows = []
    for text in texts:
        tokens = np.array([tokenizer.encode(text).ids], np.int64)
        rows.append(session.run(["vectors"], {"tokens": tokens, "mask": np.ones_like(tokens)})[0][0])
    return np.array(rows, np.float32).reshape(len(rows), WIDTH)


@cache
def _session() -> "onnxruntime.InferenceSession":
    import onnxruntime  # noqa: PLC0415 - it takes a tenth of a second, which commands that compute no meaning need not pay

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a sentence is too short for two
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        _FOLDER.joinpath("sentences.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )


@cache
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    return Tokenizer.from_str(_FOLDER.joinpath("tokenizer.json").read_text(encoding="utf-8"))


_FOLDER = files("lessonbook.meaning").joinpath("model")

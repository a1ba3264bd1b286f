"""OCR: errors in a hundred characters and pages a second on generated scans, by the whole reader.

    python benchmarks/ocr.py [--pages 7] [--peer FOLDER]

Case, punctuation and spaces count; straight and curly quotes are the same. ``--peer`` also measures tesserocr, where it
is installed, with the ``eng.traineddata`` in that folder.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.scans import LOOKS, Look, picture, scan, sources, wording
from rapidfuzz.distance import Levenshtein

from lessonbook.reading import read_here

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=7)
    options.add_argument("--peer", type=Path)
    chosen = options.parse_args()
    pages = sources(chosen.pages)
    _table("Lessonbook", pages, _own)
    if chosen.peer:
        _table("tesserocr", pages, _tesseract(chosen.peer))


def _table(name: str, pages: list[bytes], read: Callable[[bytes, Look, int], tuple[str, float]]) -> None:
    print(f"\n{name:<44} errors in 100   worst page   pages a second")
    for look in LOOKS:
        wrong, letters, seconds, worst = 0, 0, 0.0, 0.0
        for at, page in enumerate(pages):
            text, took = read(page, look, at)
            truth = plain(wording(page))
            errors = Levenshtein.distance(truth, plain(text))
            wrong, letters, seconds = wrong + errors, letters + len(truth), seconds + took
            worst = max(worst, errors / len(truth))
        print(f"{look.name:<44} {100 * wrong / letters:>13.2f} {100 * worst:>12.2f} {len(pages) / seconds:>16.2f}")


def _own(page: bytes, look: Look, at: int) -> tuple[str, float]:
    data = scan([page], look, at)
    started = time.perf_counter()
    text = read_here(data).text
    return text, time.perf_counter() - started


def _tesseract(folder: Path) -> Callable[[bytes, Look, int], tuple[str, float]]:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import tesserocr  # noqa: PLC0415 - a peer, not always there

    api = tesserocr.PyTessBaseAPI(path=f"{folder}/", lang="eng", psm=tesserocr.PSM.AUTO)

    def read(page: bytes, look: Look, at: int) -> tuple[str, float]:
        image = picture(page, look, at).convert("L")
        started = time.perf_counter()
        api.SetImage(image)
        api.SetSourceResolution(look.dpi)
        return api.GetUTF8Text(), time.perf_counter() - started

    return read


def plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())


if __name__ == "__main__":
    main()

"""OCR: errors in a hundred characters and pages a second on generated scans, by the whole reader.

    python benchmarks/ocr.py [--pages 7] [--held-out] [--peer FOLDER]

Case, punctuation and spaces count; straight and curly quotes are the same, but for the column "strict". "Spaces" are
those lost or wrongly put in a hundred, "words" the words that are not read as they stand. ``--held-out`` takes pages in
other type and wording than the reader was developed on. ``--peer`` also measures tesserocr, where it
is installed, with the ``eng.traineddata`` in that folder.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.scans import HELD_OUT_LOOKS, LOOKS, Look, held_out, picture, scan, sources, wording
from rapidfuzz.distance import Levenshtein

from lessonbook.reading import read_here

Reader = Callable[[bytes, Look, int], tuple[str, float]]

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=7)
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--peer", type=Path)
    chosen = options.parse_args()
    pages, looks = (held_out(chosen.pages), HELD_OUT_LOOKS) if chosen.held_out else (sources(chosen.pages), LOOKS)
    _table("Lessonbook", pages, looks, _own)
    if chosen.peer:
        _table("tesserocr", pages, looks, _tesseract(chosen.peer))


def _table(name: str, pages: list[bytes], looks: tuple[Look, ...], read: Reader) -> None:
    print(f"\n{name:<44} errors in 100   strict   spaces   words   worst page   pages a second")
    for look in looks:
        found = [(wording(page), *read(page, look, at)) for at, page in enumerate(pages)]
        rates = [_errors(plain(truth), plain(text)) for truth, text, _ in found]
        strict = [_errors(" ".join(truth.split()), " ".join(text.split())) for truth, text, _ in found]
        wrong, spaces, words = (100 * _share(rates, kind) for kind in range(3))
        worst = max(100 * _share([rate], 0) for rate in rates)
        speed = len(pages) / sum(took for _, _, took in found)
        print(
            f"{look.name:<44} {wrong:>13.2f} {100 * _share(strict, 0):>8.2f} {spaces:>8.2f} {words:>7.2f}"
            f" {worst:>12.2f} {speed:>16.2f}"
        )


def _errors(truth: str, text: str) -> tuple[tuple[int, int], ...]:
    """Of letters, spaces and words: how many are wrong, of how many."""
    edits = Levenshtein.editops(truth, text)
    spaces = sum(
        (edit.tag != "insert" and truth[edit.src_pos] == " ") + (edit.tag != "delete" and text[edit.dest_pos] == " ")
        for edit in edits
    )
    words, read = truth.split(), text.split()
    return (len(edits), len(truth)), (spaces, truth.count(" ")), (Levenshtein.distance(words, read), len(words))


def _share(rates: list[tuple[tuple[int, int], ...]], kind: int) -> float:
    return sum(rate[kind][0] for rate in rates) / sum(rate[kind][1] for rate in rates)


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

"""Reading full reports and taking their records out: pages a second, and pdfplumber's and bare pdfium's text alone.

    python benchmarks/reading_reports.py [FILE…] [--pages 60]

Same files, same run; "ours" is a PDF to its claims, "reading" the part of it down to the document. Without files it
takes the public reports beside the project, where they are there, and a report that it generates.
Times are processor time, the best of three (pdfplumber: of one). The last line is of all files together; exit code 1
where ours is under eight times as fast as pdfplumber there.
"""

import argparse
import hashlib
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2
import typst

from lessonbook.extraction import extract
from lessonbook.reading import pdf

_LEAST_RATIO = 8.0
_SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "reports"
_STORY = (
    "The agencies that worked with the family met often and wrote down much of what they saw. Few of them asked the "
    "child what life at home was like, and nobody spoke with the father about it. "
)
_REPORT = """#set document(title: "Overview report")
#set page(numbering: "1 of 1", header: [Overview report #h(1fr) Northmere Partnership])
#set heading(numbering: "1.1")
#outline()
#for chapter in range({pages}) [
  = Chapter #chapter
  #for part in range(4) [#{story} #parbreak()]
  #rect(width: 100%)[*Learning point #chapter* #parbreak() #{story}]
  - #{story}
  - #{story}
  #table(columns: (20pt, 1fr, 80pt), [*No.*], [*Action*], [*Lead*],
    [1], [#{story}], [Police], [2], [#{story}], [Education])
  #pagebreak(weak: true)
]
"""


def main() -> int:
    """Prints the table; 1 where the promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=60, help="of the generated report")
    arguments = parser.parse_args()
    files = {path.name: path.read_bytes() for path in arguments.files or sorted(_SHARED.glob("*.pdf"))}
    if not arguments.files:
        files["generated"] = _generated(arguments.pages)
    print(
        f"{'file':<32} {'pages':>5} | {'ours':>6} {'reading':>7} {'pdfplumber':>10} {'pdfium':>7} |"
        f" {'ratio':>6} {'of pdfium':>9}"
    )
    measured = []
    for name, data in files.items():
        measured.append(_measure(data))
        _print(name, measured[-1])
    together = _Times(*map(sum, zip(*measured, strict=True)))
    _print("all together", together)
    return 0 if together.plumbed / together.ours >= _LEAST_RATIO else 1


class _Times(NamedTuple):
    """Pages, and the seconds that each takes for them."""

    pages: int
    ours: float
    reading: float
    plumbed: float
    bare: float


def _generated(pages: int) -> bytes:
    return bytes(typst.compile(_REPORT.format(pages=pages, story=f'"{_STORY * 2}"').encode()))


def _measure(data: bytes) -> _Times:
    digest = hashlib.sha256(data).hexdigest()
    return _Times(
        len(pypdfium2.PdfDocument(data)),
        _timed(lambda: extract(pdf.read(data, digest)), 3),
        _timed(lambda: pdf.read(data, digest), 3),
        _timed(lambda: _plumbed(data), 1),
        _timed(lambda: _bare(data), 3),
    )


def _print(name: str, times: _Times) -> None:
    pages, ours, reading, plumbed, bare = times
    print(
        f"{name[-32:]:<32} {pages:>5} | {pages / ours:>6.0f} {pages / reading:>7.0f} {pages / plumbed:>10.1f}"
        f" {pages / bare:>7.0f} | {plumbed / ours:>5.1f}x {ours / bare:>8.1f}x",
        flush=True,
    )


def _timed(work: Callable[[], object], times: int) -> float:
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def _bare(data: bytes) -> None:
    for page in pypdfium2.PdfDocument(data):
        page.get_textpage().get_text_range()


def _plumbed(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


if __name__ == "__main__":
    sys.exit(main())

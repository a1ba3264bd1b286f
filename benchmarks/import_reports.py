"""Importing many full reports: wall time, reports and pages a second, peak memory of the parent and of its readers.

    python -m benchmarks.import_reports [--reports 5000] [--json FILE] [--keep FOLDER]

The reports are made first by ``gold.bulk`` and imported by a program of its own into an empty register with
``register.intake.take_in``, as ``lessonbook import`` does it. Memory is in MB of 1,000,000 bytes.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any


def main() -> None:
    """Generates, imports, prints the figures and writes JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--short", action="store_true", help="reports of a few pages, as coroners' are")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(json.dumps(_one(arguments.one)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        figures = _measured(folder, arguments.reports, short=arguments.short)
    for name, value in figures.items():
        print(f"{name:>20}  {value:,}")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n")


def _measured(folder: Path, count: int, *, short: bool) -> dict[str, Any]:
    reports = folder / "reports"
    if not reports.exists() or len(list(reports.iterdir())) != count:
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "gold.bulk", str(count), str(reports), *(["--short"] if short else [])], check=True
        )
        print(f"{count:,} reports generated in {time.perf_counter() - started:.0f} s")
    command = [sys.executable, "-m", "benchmarks.import_reports", "--one", str(folder)]
    figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return figures


def _one(folder: Path) -> dict[str, Any]:
    """Import the reports into an empty register and say what it took."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - only the measured program counts pages

    from lessonbook import register  # noqa: PLC0415 - only the measured program sets up a register

    home = Path(tempfile.mkdtemp(dir=folder))
    register.setup(home)
    from lessonbook.register import intake  # noqa: PLC0415 - Django must be set up first

    paths = sorted((folder / "reports").iterdir())
    started = time.perf_counter()
    report = intake.take_in(paths)
    seconds = time.perf_counter() - started
    assert not report.failed, report.failed
    parent, readers = _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN)
    pages = sum(_pages(pdfium.PdfDocument(path)) for path in paths)
    return {
        "reports": len(paths),
        "pages": pages,
        "reviews": report.entries,
        "statements": report.statements,
        "seconds": round(seconds, 1),
        "reports_per_second": round(len(paths) / seconds, 1),
        "pages_per_second": round(pages / seconds),
        "parent_mb": parent,
        "largest_reader_mb": readers,
    }


def _pages(document: Any) -> int:  # noqa: ANN401 - pypdfium2 has no types
    count = len(document)
    document.close()
    return count


def _peak(who: int) -> int:
    """The peak resident set in MB; Linux counts kibibytes, macOS bytes."""
    peak = resource.getrusage(who).ru_maxrss
    return round(peak * (1 if sys.platform == "darwin" else 1024) / 1e6)


if __name__ == "__main__":
    main()

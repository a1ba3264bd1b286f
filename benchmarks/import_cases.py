"""Importing many digests: time, peak memory and size of the database, and how they grow.

    python -m benchmarks.import_cases [--digests 17,84,334,1000] [--json FILE] [--keep FOLDER]

A digest has 60 cases, so 1,000 digests are 60,000. The digests are generated first (``invented_digests``); each size is
then imported by a program of its own into an empty register, with ``register.intake.take_in``, as ``lessonbook import``
does it. Memory is the peak resident set of the parent and of its largest reader process, in MB of 1,000,000 bytes.
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

_SIZES = "17,84,334,1000"
_COLUMNS = (
    *("digests", "cases", "statements", "reviews", "unsure", "seconds", "cases_per_second", "last_tenth_per_second"),
    *("parent_mb", "worker_mb", "database_mb", "archive_mb"),
)


def main() -> None:
    """Generates, imports each size, prints a table and writes JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--digests", default=_SIZES, help="how many digests, one size after another")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(json.dumps(_one(arguments.one, int(arguments.digests))))
        return
    if arguments.keep is not None:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        _all(arguments.keep, arguments)
        return
    with tempfile.TemporaryDirectory() as folder:
        _all(Path(folder), arguments)


def _all(folder: Path, arguments: argparse.Namespace) -> None:
    sizes = sorted(int(size) for size in arguments.digests.split(","))
    _generate(folder / "digests", sizes[-1])
    print("  ".join(f"{name:>{max(len(name), 9)}}" for name in _COLUMNS))
    figures = []
    for size in sizes:
        figures.append(_in_a_program_of_its_own(folder, size))
        print("  ".join(f"{figures[-1][name]:>{max(len(name), 9)},}" for name in _COLUMNS), flush=True)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n")


def _generate(folder: Path, digests: int) -> None:
    from benchmarks.invented_digests import write  # noqa: PLC0415 - the measured program must not hold the generator

    folder.mkdir(exist_ok=True)
    if len(list(folder.iterdir())) != digests:
        started = time.perf_counter()
        for _ in write(folder, digests):
            pass
        print(f"{digests:,} digests generated in {time.perf_counter() - started:.0f} s")


def _in_a_program_of_its_own(folder: Path, size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.import_cases", "--one", str(folder), "--digests", str(size)]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


def _one(folder: Path, size: int) -> dict[str, Any]:
    """Import the first ``size`` digests into an empty register and say what it took."""
    from lessonbook import register  # noqa: PLC0415 - only the measured program sets up a register

    home = folder / f"home-{size}"
    register.setup(home)
    from lessonbook.register import intake  # noqa: PLC0415 - Django must be set up first
    from lessonbook.register.models import Review  # noqa: PLC0415 - the same

    paths = sorted((folder / "digests").iterdir())[:size]
    times = [time.perf_counter()]
    report = intake.take_in(paths, on_progress=lambda *_: times.append(time.perf_counter()))
    seconds = time.perf_counter() - times[0]
    assert not report.failed, report.failed
    tail = max(1, size // 10)
    return {
        "digests": size,
        "cases": report.entries,
        "statements": report.statements,
        "reviews": Review.objects.count(),
        "unsure": sum(file.unsure for file in report.files),
        "seconds": round(seconds, 1),
        "cases_per_second": round(report.entries / seconds),
        "last_tenth_per_second": round(
            sum(file.entries for file in report.files[-tail:]) / (times[-1] - times[-1 - tail])
        ),
        "parent_mb": _peak(resource.RUSAGE_SELF),
        "worker_mb": _peak(resource.RUSAGE_CHILDREN),
        "database_mb": _size(home, archive=False),
        "archive_mb": _size(home, archive=True),
    }


def _peak(who: int) -> int:
    """The peak resident set in MB; Linux counts kibibytes, macOS bytes."""
    peak = resource.getrusage(who).ru_maxrss
    return round(peak * (1 if sys.platform == "darwin" else 1024) / 1e6)


def _size(home: Path, *, archive: bool) -> int:
    files = (path for path in home.rglob("*") if path.is_file() and ("archive" in path.parts) == archive)
    return round(sum(path.stat().st_size for path in files) / 1e6)


if __name__ == "__main__":
    main()

"""Lessons at 1,000 to 100,000 reviews: grouping all, adding one review that is the latest and one that is the earliest.

    python -m benchmarks.lessons_scale --reviews 1000,10000,100000 --json lessons.json

Each size is a process of its own with a generated register (``generated_register``) in a temporary folder. ``adding``
is the step from noted wordings to stored lessons; meanings are there before it.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import msgspec


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", default="1000,10000", help="Sizes, with commas.")
    parser.add_argument("--json", type=Path, help="Write the figures to this file.")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(measured(chosen.one)))
        return
    all_figures = []
    for size in chosen.reviews.split(","):
        command = [sys.executable, "-m", "benchmarks.lessons_scale", "--one", size]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        all_figures.append(figures)
        for name, value in figures.items():
            print(f"{name:42} {value:>14,}", flush=True)
        print()
    if chosen.json:
        chosen.json.write_text(json.dumps(all_figures, indent=1), encoding="utf-8")


def measured(size: int) -> dict[str, float]:
    """The figures of one size: seconds and megabytes as their names say."""
    from lessonbook import register  # noqa: PLC0415 - each size is a process of its own

    with tempfile.TemporaryDirectory() as folder:
        register.setup(Path(folder))
        from benchmarks import generated_register  # noqa: PLC0415 - the models need the register to be open

        from lessonbook.register import models, wordings  # noqa: PLC0415 - the same
        from lessonbook.register.lessons import keeping  # noqa: PLC0415 - the same
        from lessonbook.register.lessons.models import Member  # noqa: PLC0415 - the same

        generated_register.fill(size)
        ids = list(models.Review.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, size, 1_000):
            wordings.keep(ids[start : start + 1_000])
        generated_register.give_meanings()
        before, start_at = _megabytes(folder), perf_counter()
        keeping.update()
        figures: dict[str, float] = {
            "reviews": size,
            "statements": keeping.said().count(),
            "wordings": Member.objects.count(),
            "lessons": Member.objects.values("lesson").distinct().count(),
            "grouping all, seconds": round(perf_counter() - start_at, 2),
            "peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
            "lessons and shelves, MB": round(_megabytes(folder) - before, 1),
        }
        for name, number, published in (("latest", 1, "2026-06"), ("earliest", 2, "2001-01")):
            figures |= _adding(name, size + number, published)
        register.close()
    return figures


def _adding(name: str, number: int, published: str) -> dict[str, float]:
    from benchmarks import generated_register  # noqa: PLC0415 - the register must be open

    from lessonbook.domain import PartialDate  # noqa: PLC0415 - the same
    from lessonbook.register import meanings, wordings  # noqa: PLC0415 - the same
    from lessonbook.register.lessons import keeping  # noqa: PLC0415 - the same

    review = msgspec.structs.replace(generated_register.invented(number), published=PartialDate(published))
    generated_register.row_of(review).save(force_insert=True)
    wordings.announce([review.id])
    meanings.learn()
    start_at = perf_counter()
    changed = keeping.update()
    return {
        f"adding the {name} review, seconds": round(perf_counter() - start_at, 2),
        f"wordings it moved ({name})": changed,
    }


def _megabytes(folder: str) -> float:
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    main()

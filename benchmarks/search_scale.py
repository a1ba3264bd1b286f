"""Search at 1,000 to 100,000 reviews: building the index, searching, adding one review; against the bare engines.

    python -m benchmarks.search_scale --reviews 1000,10000,100000 --json scale.json

Each size is a process of its own with a register in a temporary folder (``generated_register``). The peers, in the same
run on the same tables: the bare FTS5 query (words joined by OR, the best twenty by its rank) and the bare vector scan
(one meaning against all, the best twenty). Ours goes from the typed text to finished hits with facets.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import numpy as np

FILTERS = "year:2015-2022 audience:children statement:recommendation"
QUERIES = (
    "bruising babies",
    "fathers left out of plans",
    "domestic abuse police share information",
    "school exclusion going missing",
    "mum low mood midwife",
    "housing overcrowding",
    "CAMHS waiting advice schools",
    "health visitor safer sleep",
    "alcohol misuse and debt at home",
    "history read before decisions",
    "child not brought to appointments",
    "professional challenge escalation",
    "home education unseen",
    "online contact of a teenager",
    "placement moves residential unit",
    "young carers not noticed",
    "new partner in the household",
    "weight loss not measured",
    "learning disability of a parent",
    "self-harm told to the school nurse",
    "grandmother raised concerns",
    "threshold not met referral",
    "supervision tests beliefs",
    "optimism about change",
    "foster carer not told",
    "hostel homeless family",
    "GP told of a new partner",
    "probation attends meetings",
    "refuge move between areas",
    "poor home conditions put down to poverty",
    "language used about a child",
    "early help and its causes",
    "neighbour's report",
    "records kept and not shared",
    "announced home visit",
    "review of the plan without change",
    "several social workers in three years",
    "what do reviews say about fathers and babies under one, to health visitors",
    "training on substance misuse for the children's centre",
    "audit of cases",
)


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
        command = [sys.executable, "-m", "benchmarks.search_scale", "--one", size]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures = json.loads(done.stdout)
        all_figures.append(figures)
        for name, value in figures.items():
            print(f"{name:42} {value:>14,}")
        print()
    if chosen.json:
        chosen.json.write_text(json.dumps(all_figures, indent=1), encoding="utf-8")


def measured(size: int) -> dict[str, float]:
    """The figures of one size: seconds, milliseconds and megabytes as their names say."""
    from lessonbook import register  # noqa: PLC0415 - each size is a process of its own

    figures: dict[str, float] = {"reviews": size}
    with tempfile.TemporaryDirectory() as folder:
        register.setup(Path(folder))
        from benchmarks import generated_register  # noqa: PLC0415 - the models need the register to be open

        from lessonbook.register import models  # noqa: PLC0415 - the same
        from lessonbook.search import indexing, stored  # noqa: PLC0415 - the same

        generated_register.fill(size)
        before = _megabytes(folder)
        with _timed(figures, "index build, seconds"):
            indexing.reindex()
        figures["statements"] = models.Line.objects.count()
        figures["wordings"] = models.Wording.objects.count()
        generated_register.give_meanings()
        with _timed(figures, "writing out the columns, seconds"):
            stored.opened()
        figures["records, MB"] = before
        figures["index with wordings and meanings, MB"] = round(_megabytes(folder) - before, 1)
        figures |= _searching()
        figures |= _adding(size)
        register.close()
    return figures


def _searching() -> dict[str, float]:
    from lessonbook.register import meanings  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.search import stored  # noqa: PLC0415 - the same
    from lessonbook.search.searching import Options, search  # noqa: PLC0415 - the same

    vectors = stored.opened().segments[0].vectors
    known = {query: meanings.of(query) for query in QUERIES}
    exact = Options(exact=True)
    ways: dict[str, Callable[[str], object]] = {
        "bare FTS5": _bare_words,
        "bare vector scan": lambda query: _bare_scan(known[query], vectors),
        "full text": lambda query: search(query, exact),
        "hybrid": search,
        "hybrid, three filters": lambda query: search(f"{query} {FILTERS}"),
    }
    for way in ways.values():
        way(QUERIES[0])  # what is read once is not part of a search
    times: dict[str, list[float]] = {name: [] for name in ways}
    for query in QUERIES:  # the ways take turns, so that a busy moment hits all
        for name, way in ways.items():
            start = perf_counter()
            way(query)
            times[name].append(1000 * (perf_counter() - start))
    found: dict[str, float] = {}
    for name, each in times.items():
        found[f"{name}, p50 ms"] = round(float(np.percentile(each, 50)), 1)
        found[f"{name}, p95 ms"] = round(float(np.percentile(each, 95)), 1)
    slower = max(found["bare FTS5, p95 ms"], found["bare vector scan, p95 ms"])
    found["hybrid p95 in times of the slower peer"] = round(found["hybrid, p95 ms"] / slower, 2)
    return found


def _bare_words(query: str) -> list[tuple[int]]:
    from django.db import connection  # noqa: PLC0415 - the register must be open

    words = " OR ".join(f'"{word}"' for word in query.replace(",", " ").split())
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM search_text WHERE search_text MATCH %s ORDER BY rank LIMIT 20", [words])
        rows: list[tuple[int]] = cursor.fetchall()
    return rows


def _bare_scan(vector: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    from lessonbook.meaning import likeness  # noqa: PLC0415 - loads the model's room

    alike = likeness(vector, vectors)
    return np.argpartition(-alike, 20)[:20] if len(alike) > 20 else np.argsort(-alike)


def _adding(size: int) -> dict[str, float]:
    """Seconds to add one review: record, wordings and index in one transaction; then meanings and themes."""
    from benchmarks import generated_register  # noqa: PLC0415 - the same
    from django.db import transaction  # noqa: PLC0415 - the register must be open

    from lessonbook.register import coding, meanings, wordings  # noqa: PLC0415 - the same
    from lessonbook.search.searching import search  # noqa: PLC0415 - the same

    figures: dict[str, float] = {}
    review = generated_register.invented(size + 1)
    with _timed(figures, "adding a review: index, seconds"), transaction.atomic():
        generated_register.row_of(review).save(force_insert=True)
        wordings.announce([review.id])
    with _timed(figures, "adding a review: meanings and themes, seconds"):
        meanings.learn()
        coding.learn()
    with _timed(figures, "the next search, seconds"):
        search(QUERIES[0])
    return figures


@contextmanager
def _timed(figures: dict[str, float], name: str) -> Iterator[None]:
    start = perf_counter()
    yield
    figures[name] = round(perf_counter() - start, 2)


def _megabytes(folder: str) -> float:
    return round(sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6, 1)


if __name__ == "__main__":
    main()

"""Many readers at once: the search page of the site, asked for a minute, on a register of 10,000 invented reviews.

    python -m benchmarks.load [--reviews 10000] [--readers 50] [--seconds 60] [--pause 1.0] [--json FILE]

The site is ``lessonbook serve`` in a process of its own. Each reader asks for the first page of a search, waits as a
person who looks at it does (``--pause`` seconds on average; 0 is a storm), and asks for the next; one in four opens a
review that was found, one in eight uses the API. The peer, in the same run: one reader alone, without pauses.
"""

import argparse
import http.client
import json
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote_plus, urlsplit

import msgspec
import numpy as np
from benchmarks.search_scale import QUERIES

_REVIEW = re.compile(r'href="(/reviews/[^"#?]+)')
_FILTERS = ("", "", " year:2015-2022", " audience:children", " statement:recommendation")


class Asked(msgspec.Struct):
    """What readers asked: milliseconds by kind of page, and how often something else than the page came back."""

    times: dict[str, list[float]] = msgspec.field(default_factory=lambda: {"search": [], "review": [], "api": []})
    errors: Counter[str] = msgspec.field(default_factory=Counter)


def main() -> None:
    """Fills a register, serves it, reads it, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reviews", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    parser.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.fill:
        _fill(chosen.fill, chosen.reviews)
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.load", "--fill", folder, "--reviews", str(chosen.reviews)]
        subprocess.run(command, check=True)
        with _served(Path(folder)) as address:
            _read(address, readers=1, seconds=3, pause=0.0)  # what is read once is not part of a search
            alone = _read(address, readers=1, seconds=min(15.0, chosen.seconds), pause=0.0)
            many = _read(address, readers=chosen.readers, seconds=chosen.seconds, pause=chosen.pause)
    figures = {"reviews": chosen.reviews, "readers": chosen.readers, "pause, seconds": chosen.pause}
    figures |= _told("alone", alone, min(15.0, chosen.seconds)) | _told("together", many, chosen.seconds)
    for name, value in figures.items():
        print(f"{name:34} {value:>10,}")
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _fill(folder: Path, reviews: int) -> None:
    from lessonbook import register  # noqa: PLC0415 - the register of this process only

    register.setup(folder)
    from benchmarks import generated_register  # noqa: PLC0415 - the models need the register to be open

    from lessonbook.register import models  # noqa: PLC0415 - the same
    from lessonbook.search import indexing, stored  # noqa: PLC0415 - the same

    generated_register.fill(reviews)
    models.Review.objects.update(status="approved")
    indexing.reindex()
    generated_register.give_meanings()
    stored.opened()
    register.close()


@contextmanager
def _served(home: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "lessonbook", "--home", str(home), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as site:
        try:
            found = re.search(r"http://\S+", (site.stdout.readline() if site.stdout else ""))
            if found is None:
                raise SystemExit("The site did not start.")
            yield found[0].rstrip("/.")
        finally:
            site.terminate()


def _read(address: str, *, readers: int, seconds: float, pause: float) -> Asked:
    asked, lock, until = Asked(), threading.Lock(), time.monotonic() + seconds

    def go(number: int) -> None:
        rng = random.Random(number)
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        found: list[str] = []
        time.sleep(rng.random() * pause)
        while time.monotonic() < until:
            kind, path = _next(rng, found)
            start = time.perf_counter()
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                body = answer.read()
                status = str(answer.status)
            except (OSError, http.client.HTTPException) as error:
                status, body = type(error).__name__, b""
                connection.close()
            with lock:
                asked.times[kind].append(1000 * (time.perf_counter() - start))
                if status != "200":
                    asked.errors[status] += 1
            found = _REVIEW.findall(body.decode("utf-8", "replace")) or found
            if pause:
                time.sleep(rng.expovariate(1 / pause))

    threads = [threading.Thread(target=go, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return asked


def _next(rng: random.Random, found: list[str]) -> tuple[str, str]:
    if found and rng.random() < 1 / 4:
        return "review", rng.choice(found)
    query = quote_plus(rng.choice(QUERIES) + rng.choice(_FILTERS))
    if rng.random() < 1 / 8:
        return "api", f"/api/v1/search?q={query}"
    return "search", f"/find?q={query}"


def _told(who: str, asked: Asked, seconds: float) -> dict[str, float]:
    told: dict[str, float] = {f"{who}: pages a second": round(sum(map(len, asked.times.values())) / seconds, 1)}
    for kind, times in asked.times.items():
        if times:
            told[f"{who}: {kind}, p50 ms"] = round(float(np.percentile(times, 50)), 1)
            told[f"{who}: {kind}, p95 ms"] = round(float(np.percentile(times, 95)), 1)
    told[f"{who}: errors"] = asked.errors.total()
    return told | {f"{who}: {status}": count for status, count in asked.errors.items()}


if __name__ == "__main__":
    main()

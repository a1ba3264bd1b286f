"""How long each format takes against its library alone on the same issue, each run in a process of its own.

    python benchmarks/rendering.py [CASES] [RUNS]

typst keeps what it has laid out for the next time in the same process, so every run is a new process; ours and the
bare run take turns, and the fastest of each are compared (other programs only ever slow a run down). Imports and the
composition of the issue are not counted; on both sides the compilation of a template, which a user pays too, is. At
most 1.3 times the bare time is the goal; the exit code says whether it is met.
"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "tests")]

import bare_renderers  # noqa: E402 - the folders of scripts and test helpers are no packages

from helpers.invented_cases import reviews, settings  # noqa: E402 - the same
from lessonbook.publishing import RENDERERS, compose  # noqa: E402 - the same

GOAL = 1.3


def once(form: str, whose: str, cases: int) -> float:
    """Seconds of one rendering in this process."""
    issue = compose(reviews(cases), settings())
    renderer = RENDERERS[form] if whose == "ours" else bare_renderers.BARE[form]
    start = time.perf_counter()
    renderer(issue)
    return time.perf_counter() - start


def in_a_new_process(form: str, whose: str, cases: int) -> float:
    command = [sys.executable, str(HERE), "--once", form, whose, str(cases)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> int:
    if sys.argv[1:2] == ["--once"]:
        print(once(sys.argv[2], sys.argv[3], int(sys.argv[4])))
        return 0
    cases, runs = (int(value) for value in (sys.argv[1:] + ["67", "7"][len(sys.argv) - 1 :])[:2])
    print(f"{cases} cases, the fastest of {runs} runs\n{'format':8}{'ours, ms':>10}{'bare, ms':>10}{'ratio':>8}")
    worst = 0.0
    for form in RENDERERS:
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for _ in range(runs):
            for whose, found in times.items():
                found.append(in_a_new_process(form, whose, cases))
        ours, bare = (1000 * min(times[whose]) for whose in ("ours", "bare"))
        worst = max(worst, ours / bare)
        print(f"{form:8}{ours:10.1f}{bare:10.1f}{ours / bare:8.2f}")
    return int(worst > GOAL)


if __name__ == "__main__":
    sys.exit(main())

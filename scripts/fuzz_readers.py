"""Tries the readers with changed files for a while: ``python scripts/fuzz_readers.py 60 [READER…]``.

Each round has a number; what fails is shown as small as it can be made, with the round, and fails again with
``--round NUMBER``. Exit code 1 where a reader broke a promise (tests/fuzz/laws.py).
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hypothesis import HealthCheck, given, seed, settings

from fuzz.laws import check
from fuzz.making import FILES

_EXAMPLES = 40


def main() -> int:
    """Goes round the readers until the time is up."""
    arguments = _arguments()
    readers = arguments.readers or [*FILES]
    tried = dict.fromkeys(readers, 0)
    end = time.monotonic() + arguments.seconds
    number = arguments.round if arguments.round is not None else int(time.time())
    while True:
        for reader in readers:
            try:
                tried[reader] += _round(reader, number)
            except Exception:
                print(f"{reader}: round {number} failed; again with --round {number} 1 {reader}", file=sys.stderr)
                raise
            if time.monotonic() >= end:
                print(", ".join(f"{reader}: {count}" for reader, count in tried.items()), "changed files, all well")
                return 0
        number += 1


def _round(reader: str, number: int) -> int:
    count = 0

    @seed(number)
    @settings(max_examples=_EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(FILES[reader])
    def changed(data: bytes) -> None:
        nonlocal count
        count += 1
        check(data)

    changed()
    return count


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", type=float)
    # Without a default list: Python 3.11 would hold it against the choices.
    parser.add_argument("readers", nargs="*", choices=[*FILES, []])
    parser.add_argument("--round", type=int)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

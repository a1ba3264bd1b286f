"""Makes the documents and gold records of a half: ``python -m gold.make dev [NAME …] [--into FOLDER]``.

A half is a package beside this file with ``contents/`` and a module ``layouts`` whose ``PLAN`` names the layout of each
content. With names only those are made.
"""

import argparse
import importlib
from collections.abc import Iterator
from pathlib import Path

from gold import content
from gold.document import Layout, Made

HERE = Path(__file__).parent


def plan(half: str) -> dict[str, Layout]:
    """The layout of each content of a half."""
    found: dict[str, Layout] = importlib.import_module(f"gold.{half}.layouts").PLAN
    return found


def report(half: str, name: str) -> content.Report:
    """A content of a half by its name."""
    return content.read(HERE / half / "contents" / f"{name}.txt")


def made(half: str, names: list[str] | None = None) -> Iterator[Made]:
    """The documents of a half, all or some."""
    for name, layout in plan(half).items():
        if not names or name in names:
            yield layout.made(report(half, name))


def write(one: Made, folder: Path) -> None:
    """Write a document and its record where ``lessonbook eval`` looks for them."""
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    (folder / one.name).write_bytes(one.data)
    (folder / "gold" / f"{one.name}.jsonl").write_bytes(one.gold)


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("half")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--into", type=Path)
    arguments = parser.parse_args()
    for one in made(arguments.half, arguments.names):
        write(one, arguments.into or HERE / arguments.half)


if __name__ == "__main__":
    main()

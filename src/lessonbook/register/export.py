"""Export: the register's records as JSON Lines, CSV or Parquet."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from lessonbook.domain import Review

ExportFormat = Literal["jsonl", "csv", "parquet"]


def export(form: ExportFormat, reviews: Iterable[Review]) -> Iterator[bytes]:
    """The reviews in a format, in pieces that are written one after another; memory stays bounded."""
    raise NotImplementedError


def write(form: ExportFormat, reviews: Iterable[Review], file: Path) -> int:
    """Write the export to a file, whole or not at all; how many reviews it holds."""
    raise NotImplementedError


def dictionary() -> str:
    """The data dictionary, in Markdown, made from the types."""
    raise NotImplementedError

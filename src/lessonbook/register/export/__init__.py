"""Export: the register's records as JSON Lines, CSV or Parquet.

JSON Lines has one review a line, as in the type ``Review``. CSV and Parquet have one row a statement, with the columns
of its review repeated; a review without statements has one row with the statement's columns empty. So one file holds
the same facts, and a spreadsheet can filter it. ``docs/data-dictionary.md`` explains each key and column.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

from lessonbook.domain import LessonbookError, Review
from lessonbook.register.export.dictionary import dictionary
from lessonbook.register.export.formats import csv_pieces, jsonl_pieces, parquet_pieces
from lessonbook.register.whole_files import written_whole

ExportFormat = Literal["jsonl", "csv", "parquet"]

__all__ = ["ExportFormat", "dictionary", "export", "write"]

_PIECES: dict[ExportFormat, Callable[[Iterable[Review]], Iterator[bytes]]] = {
    "jsonl": jsonl_pieces,
    "csv": csv_pieces,
    "parquet": parquet_pieces,
}


def export(form: ExportFormat, reviews: Iterable[Review]) -> Iterator[bytes]:
    """The reviews in a format, in pieces that are written one after another; memory stays bounded."""
    return _PIECES[form](reviews)


def write(form: ExportFormat, reviews: Iterable[Review], file: Path) -> int:
    """Write the export to a file, whole or not at all; how many reviews it holds.

    Raises ``LessonbookError`` ``output-not-writable``.
    """
    count = 0

    def counted() -> Iterator[Review]:
        nonlocal count
        for review in reviews:
            count += 1
            yield review

    try:
        with written_whole(file) as stream:
            stream.writelines(export(form, counted()))
    except OSError as error:
        raise LessonbookError(
            "output-not-writable", f"{file} cannot be written ({error.strerror}): choose another place with -o."
        ) from error
    return count

"""The data files of the vocabulary, read once and checked as they are read."""

import csv
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import TypeVar

import msgspec

from lessonbook.domain import LessonbookError

T = TypeVar("T")
_DATA = files("lessonbook.vocabulary") / "data"


def rows_of(name: str, kind: type[T]) -> tuple[T, ...]:
    """The rows of a CSV file as values of a type. Raises ``LessonbookError`` where a row does not fit it."""
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return _converted(name, list(csv.DictReader(file)), kind)


def entries_of(name: str, table: str, kind: type[T]) -> tuple[T, ...]:
    """The ``[[table]]`` entries of a TOML file as values of a type. Raises ``LessonbookError`` as ``rows_of`` does."""
    try:
        content = tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LessonbookError(
            "vocabulary-broken", f"vocabulary/data/{name} is not TOML: {error}; correct it."
        ) from None
    return _converted(name, content.get(table, []), kind)


def check_unique(name: str, ids: Iterable[str]) -> None:
    """Raises ``LessonbookError`` where an id stands twice in a file."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise LessonbookError("vocabulary-broken", f"vocabulary/data/{name} has “{each}” twice; remove one.")
        seen.add(each)


def _converted(name: str, rows: list[dict[str, object]], kind: type[T]) -> tuple[T, ...]:
    converted = []
    for number, row in enumerate(rows, start=1):
        try:
            converted.append(msgspec.convert(row, kind, strict=False))
        except msgspec.ValidationError as error:
            raise LessonbookError(
                "vocabulary-broken", f"Entry {number} of vocabulary/data/{name} is not right: {error}; correct it."
            ) from None
    return tuple(converted)

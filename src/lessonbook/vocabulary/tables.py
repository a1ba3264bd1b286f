"""The data files of the vocabulary, read once and checked as they are read."""

import csv
import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_plain

T = TypeVar("T")
_DATA = files("lessonbook.vocabulary") / "data"


def rows_of(name: str, kind: type[T]) -> tuple[T, ...]:
    """The rows of a CSV file as values of a type. Raises ``LessonbookError`` where a row does not fit it."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return _converted(name, list(csv.DictReader(lines)), kind)


def content_of(name: str) -> dict[str, Any]:
    """A TOML file as a dictionary. Raises ``LessonbookError`` where it is not TOML."""
    try:
        return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise _broken(name, f"is not TOML ({error})") from None


def entries_of(name: str, table: str, kind: type[T]) -> tuple[T, ...]:
    """The ``[[table]]`` entries of a TOML file as values of a type. Raises ``LessonbookError`` as ``rows_of`` does."""
    return _converted(name, content_of(name).get(table, []), kind)


def words_of(name: str, key: str) -> tuple[str, ...]:
    """A list of words in a TOML file. Raises ``LessonbookError`` where it is missing or no list of words."""
    words = content_of(name).get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise _broken(name, f"needs a list of words “{key}”")
    return tuple(words)


def check_unique(name: str, ids: Iterable[str]) -> None:
    """Raises ``LessonbookError`` where an id stands twice in a file."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise _broken(name, f"has “{each}” twice")
        seen.add(each)


def check_known(name: str, references: Iterable[str], known: Iterable[str]) -> None:
    """Raises ``LessonbookError`` where a file refers to an id that there is not."""
    for unknown in sorted(set(references) - set(known)):
        raise _broken(name, f"refers to “{unknown}”, which there is not")


def check_variants(name: str, variants: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Variants with the entry that each belongs to. Raises ``LessonbookError`` where two entries share one."""
    of_entry: dict[str, str] = {}
    for variant, entry in variants:
        if of_entry.setdefault(variant, entry) != entry:
            raise _broken(name, f"has “{variant}” both in “{of_entry[variant]}” and in “{entry}”")
    return of_entry


def _converted(name: str, rows: Sequence[object], kind: type[T]) -> tuple[T, ...]:
    converted = []
    for number, row in enumerate(rows, start=1):
        try:
            converted.append(from_plain(row, kind, strict=False))
        except msgspec.ValidationError as error:
            raise _broken(name, f"has an entry, number {number}, that is not right ({error})") from None
    return tuple(converted)


def _broken(name: str, what: str) -> LessonbookError:
    return LessonbookError("vocabulary-broken", f"The file vocabulary/data/{name} {what}; correct it or install again.")

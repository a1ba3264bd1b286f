"""The starter set: statements written for the project, coded twice and settled (``data/starter/README.md``)."""

from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import msgspec

from lessonbook.domain import LessonbookError

_T = TypeVar("_T")


class Starter(msgspec.Struct, frozen=True):
    """A statement of an invented review, which stands in a section of a digest for an audience."""

    id: str
    review: str
    section: str
    audience: str
    title: str
    kind: str
    text: str


class _Coding(msgspec.Struct, frozen=True):
    id: str
    themes: tuple[str, ...]


@cache
def statements() -> tuple[Starter, ...]:
    """The statements, in order; those of a review stand together."""
    return tuple(_read("statements.jsonl", Starter))


@cache
def codings(name: Literal["first-coding", "second-coding", "settled"]) -> dict[str, tuple[str, ...]]:
    """The themes of each statement, by its id, as one coder gave them or as they were settled."""
    return {one.id: one.themes for one in _read(f"{name}.jsonl", _Coding)}


def _read(name: str, kind: type[_T]) -> list[_T]:
    lines = files("lessonbook.coding").joinpath("data", "starter", name).read_bytes()
    try:
        return msgspec.json.Decoder(kind).decode_lines(lines)
    except msgspec.DecodeError as error:
        raise LessonbookError("data-unreadable", f"The data file {name} cannot be read: {error}.") from error

"""Questions to the database with many values, some at a time: every server has a limit."""

from collections.abc import Collection, Iterator
from typing import TypeVar

T = TypeVar("T")
_AT_A_TIME = 500


def in_parts(items: Collection[T]) -> Iterator[list[T]]:
    """Some at a time, in order."""
    listed = list(items)
    for start in range(0, len(listed), _AT_A_TIME):
        yield listed[start : start + _AT_A_TIME]

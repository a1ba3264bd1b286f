"""A value that was read, with the passage that says it."""

from typing import Generic, TypeVar

import msgspec

from lessonbook.domain import Certainty, Passage

T = TypeVar("T")


class Found(msgspec.Struct, Generic[T], frozen=True):
    """A value, the words it was read from, and whether they state it or only imply it."""

    value: T
    passage: Passage
    certainty: Certainty = "stated"

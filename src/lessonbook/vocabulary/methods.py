"""The methods by which reviews are done, and the method that a text names."""

from functools import cache
from typing import NamedTuple

import msgspec

from lessonbook.vocabulary.matching import Lexicon
from lessonbook.vocabulary.tables import check_unique, entries_of


class ReviewMethod(msgspec.Struct, frozen=True):
    """A method of review, its name, and other ways to write it."""

    id: str
    name: str
    variants: tuple[str, ...] = ()


class MethodMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text name the method ``id``."""

    id: str
    start: int
    end: int


METHODS: tuple[ReviewMethod, ...] = entries_of("methods.toml", "method", ReviewMethod)
check_unique("methods.toml", (method.id for method in METHODS))


def method_in(text: str) -> MethodMatch | None:
    """The first method that a text names."""
    return next((MethodMatch(*match) for match in _lexicon().matches(text)), None)


@cache
def _lexicon() -> Lexicon:
    return Lexicon({variant: method.id for method in METHODS for variant in (method.name, *method.variants)})

"""The methods by which reviews are done, and the method that a text names."""

from functools import cache
from typing import NamedTuple

import msgspec

from lessonbook.vocabulary.matching import Lexicon
from lessonbook.vocabulary.tables import entries_of


class ReviewMethod(msgspec.Struct, frozen=True):
    """A method of review, its name, and other ways to write it. A ``generic`` one says less than any other."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    generic: bool = False
    abbreviations: tuple[str, ...] = ()


class MethodMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text name the method ``id``."""

    id: str
    start: int
    end: int


METHODS: tuple[ReviewMethod, ...] = entries_of("methods.toml", "method", ReviewMethod)


def method_in(text: str) -> MethodMatch | None:
    """The first method that a text names; a generic one ("a hybrid approach") only where there is no other."""
    found = [MethodMatch(*match) for match in _lexicon().matches(text)]
    return next((match for match in found if match.id not in _generic()), found[0] if found else None)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("methods.toml", METHODS)


@cache
def _generic() -> frozenset[str]:
    return frozenset(method.id for method in METHODS if method.generic)

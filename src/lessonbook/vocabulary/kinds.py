"""The kinds of review, and the kinds that a text names."""

from functools import cache
from typing import Literal

import msgspec

from lessonbook.vocabulary.matching import Lexicon
from lessonbook.vocabulary.tables import entries_of


class Kind(msgspec.Struct, frozen=True):
    """A kind of review. ``name`` is what a digest prints; ``variants`` are other ways to write it."""

    id: str
    name: str
    audience: Literal["children", "adults", "both"]
    nation: str = ""
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


KINDS: tuple[Kind, ...] = entries_of("kinds.toml", "kind", Kind)


def kinds_in(text: str) -> tuple[str, ...]:
    """The ids of the kinds that a text names, in order, each once."""
    return _lexicon().ids_in(text)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("kinds.toml", KINDS)

"""The kinds of review, and the kinds that a text names."""

import re
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


def only_kinds(text: str) -> bool:
    """Whether a text names kinds of review and nothing else, as in "Serious Case Review;"."""
    rest = text
    for match in reversed(tuple(_lexicon().matches(text))):
        rest = rest[: match.start] + rest[match.end :]
    return rest != text and _JOINTS.fullmatch(rest) is not None


def kind_end(text: str) -> int:
    """Where the kind of review at the start of a text ends; 0 where there is none."""
    first = next(_lexicon().matches(text), None)
    return first.end if first is not None and first.start == 0 else 0


_JOINTS = re.compile(
    r"(?:\b(?:joint|kinds?|and|the|a|statutory|discretionary|thematic|report|overview)\b|[\W_])*", re.IGNORECASE
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("kinds.toml", KINDS)

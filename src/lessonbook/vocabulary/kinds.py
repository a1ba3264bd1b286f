"""The kinds of review, and the kinds that a text names."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal, NamedTuple, get_args

import msgspec

from lessonbook.domain import Audience
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


class KindMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text name the kind ``id``."""

    id: str
    start: int
    end: int


KINDS: tuple[Kind, ...] = entries_of("kinds.toml", "kind", Kind)


def kinds_in(text: str) -> tuple[str, ...]:
    """The ids of the kinds that a text names, in order, each once."""
    return _lexicon().ids_in(text)


def matches(text: str) -> Iterator[KindMatch]:
    """Where a text names kinds of review, in order."""
    return (KindMatch(*match) for match in _lexicon().matches(text))


def audience_of(named: Collection[str]) -> Audience | None:
    """Whom reviews of these kinds are about, or nothing where the kinds do not tell."""
    about = {kind.audience for kind in KINDS if kind.id in named} - {"both"}
    if len(about) == 2:
        return "both"
    return next((each for each in get_args(Audience) if each in about), None)


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

"""What happened to the person a review is about: the words of a harm, and the outcome that they tell of."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from lessonbook.domain import Outcome
from lessonbook.vocabulary.matching import Lexicon, any_of
from lessonbook.vocabulary.tables import check_unique, content_of, entries_of


class HarmKind(msgspec.Struct, frozen=True):
    """A kind of harm, the outcome for the person harmed, and the words for it."""

    id: str
    outcome: Outcome
    words: tuple[str, ...]


class HarmMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text tell of the harm ``id``."""

    id: str
    outcome: Outcome
    start: int
    end: int


HARMS: tuple[HarmKind, ...] = entries_of("harms.toml", "harm", HarmKind)
check_unique("harms.toml", (harm.id for harm in HARMS))
check_unique("harms.toml", (word for harm in HARMS for word in harm.words))


def harms_in(text: str) -> tuple[HarmMatch, ...]:
    """The words of harm in a text, in order, without words of death that tell of none, or of a relative's death."""
    found = _lexicon().matches(text)
    matches = (HarmMatch(each.id, _outcomes()[each.id], each.start, each.end) for each in found)
    return tuple(match for match in matches if match.outcome != "death" or not _is_no_death(text, match))


def _is_no_death(text: str, match: HarmMatch) -> bool:
    before, after = _not_death()
    return before.search(text, 0, match.start) is not None or after.match(text, match.end) is not None


@cache
def _not_death() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before or after a word of death that is no death of the person ("near", "of his mother")."""
    words = content_of("harms.toml")["not_death"]
    relative = rf"(?:{any_of(words['relatives'])})"
    auxiliary = r"(?:(?:had|has|was|who|also|then)\s+)*"
    owner = r"(?:his|her|their|\w+['’]s|(?:the\s+)?\w+\s+\w['’]s)"
    before = rf"(?:(?<!\w)(?:{any_of(words['before'])})[\s-]+|\b{relative}(?:['’]s)?\s+{auxiliary})$"
    after = rf"[\s-]+(?:{any_of(words['after'])})\b|\s+of\s+{owner}\s+(?:\w+\s+)?{relative}\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


@cache
def _outcomes() -> dict[str, Outcome]:
    return {harm.id: harm.outcome for harm in HARMS}


@cache
def _lexicon() -> Lexicon:
    return Lexicon({word: harm.id for harm in HARMS for word in harm.words})

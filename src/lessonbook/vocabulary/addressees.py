"""Who a recommendation is addressed to."""

from functools import cache

import msgspec

from lessonbook.vocabulary.matching import Lexicon
from lessonbook.vocabulary.tables import entries_of


class Addressee(msgspec.Struct, frozen=True):
    """An agency, or a kind of agency, and the words for it."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


# The kinds of statement that are made to someone; an agency named in a finding is not addressed by it.
ADDRESSED = frozenset({"recommendation", "consideration", "action"})

ADDRESSEES: tuple[Addressee, ...] = entries_of("addressees.toml", "addressee", Addressee)


def addressees_in(text: str) -> tuple[str, ...]:
    """The ids of the agencies that a text names, in order, each once."""
    return _lexicon().ids_in(text)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("addressees.toml", ADDRESSEES)

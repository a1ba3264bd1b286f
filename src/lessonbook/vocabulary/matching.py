"""Finding the words of a vocabulary in running text: whole words, the longest first, in any case."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Match(NamedTuple):
    """Characters ``start`` to ``end`` of a text are a variant of the entry ``id``."""

    id: str
    start: int
    end: int


class Lexicon:
    """Variants, each of one entry. A space or hyphen of a variant stands for white space or any hyphen."""

    def __init__(self, id_of_variant: Mapping[str, str]) -> None:
        self._ids = {key(variant): entry for variant, entry in id_of_variant.items()}
        longest_first = sorted(self._ids, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_source, longest_first))})(?!\w)", re.IGNORECASE)

    def matches(self, text: str) -> Iterator[Match]:
        """Every variant in a text, in order, none over another."""
        for match in self._pattern.finditer(text):
            yield Match(self._ids[key(match[0])], match.start(), match.end())

    def ids_in(self, text: str) -> tuple[str, ...]:
        """The entries that a text names, in order, each once."""
        return tuple(dict.fromkeys(match.id for match in self.matches(text)))

    def id_of(self, text: str) -> str | None:
        """The entry that the whole text names."""
        return self._ids.get(key(text))


def key(text: str) -> str:
    """Text for comparison: lower case, one kind of apostrophe, hyphens and white space as single spaces."""
    return " ".join(text.translate(_SAME).casefold().split())


def _source(variant: str) -> str:
    return rf"[\s{_HYPHENS}]+".join(re.escape(word).replace("'", "['’‘]") for word in variant.split())


_HYPHENS = "\\-\u2010\u2011\u2013\u00ad"
_SAME = str.maketrans({"’": "'", "‘": "'", "-": " ", "\u2010": " ", "\u2011": " ", "–": " ", "\u00ad": " "})

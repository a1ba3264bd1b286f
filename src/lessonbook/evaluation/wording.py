"""When two wordings are the same to an editor, and how much two that differ have in common.

The same: white space folded, quotation marks, dashes and ligatures written one way, whatever the case of the first
letter and the final stop. Nearly the same: nine tenths of the words, in their order, on both sides.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel

NEAR = 0.9
_SIGNS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00ad": None}
)
_WORD = re.compile(r"\w+(?:'\w+)*")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A statement's wording for comparison as the same."""
    folded = " ".join(unicodedata.normalize("NFKC", text).translate(_SIGNS).split())
    folded = folded[:1].lower() + folded[1:]
    return folded.rstrip(".;").rstrip()


@lru_cache(maxsize=20_000)
def name(text: str) -> str:
    """A name, a title or a role for comparison as the same: whatever its case, its quotes or a leading “the”."""
    return plain(text).casefold().strip("\"'").removeprefix("the ").removeprefix("an ").removeprefix("a ").strip()


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, without case and punctuation."""
    return tuple(_WORD.findall(plain(text).casefold()))


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common in their order, from 0 to 1.

    Twice the longest common subsequence over all words of both: the normalised insertion-deletion similarity.
    """
    if plain(one) == plain(other):
        return 1.0
    return float(Indel.normalized_similarity(words(one), words(other)))


@lru_cache(maxsize=20_000)
def letters(text: str) -> str:
    """Only letters and digits: what a page and a quotation have in common, however lines and hyphens fall."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())

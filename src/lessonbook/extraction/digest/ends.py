"""Whether words are finished: what tells a whole sentence or item from one that a page cut."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lessonbook.extraction.digest.model import Piece

_END = re.compile(r"(?:[.;:?!…]['’”\")\]]*|;\s*and)\s*$")
_FULL_STOP = re.compile(r"[.?!…]['’”\")\]]*\s*$")
_DANGLING = re.compile(
    r"(?:[,\-–(/&]|['’]s|\b(?:a|an|the|of|to|and|or|nor|for|with|by|from|at|as|than|that|which|who|whose|when|where|if|"
    r"their|his|its|our|your|these|those|into|between|about|during|without|potentially|cannot))\s*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:The|An?|At|In|On|He|She|They|It|His|Her|Their|There|When|While|This|These|Those|Following|During|Between|"
    r"However|Both|Concerns?|Evidence|Mother|Father|Parents?|Police|Family)\b(?!')"
)
_SIGN = re.compile(r"[.;?!]['’”\")\]]*(?:\s|$)")
_MOST = 0.4
_FEWEST = 2


def finished(text: str) -> bool:
    """Whether a text ends as a sentence or an item does."""
    return _END.search(text) is not None


def full_stop(text: str) -> bool:
    """Whether a text ends as the last item of a list does."""
    return _FULL_STOP.search(text) is not None


def dangling(text: str) -> bool:
    """Whether a text ends in a word or sign that must have something after it."""
    return _DANGLING.search(text) is not None


def starts_low(text: str) -> bool:
    """Whether a text begins in the middle of a sentence: with a small letter."""
    return text[:1].islower()


def ends_of_items(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece with another item below it, whether it is finished; the last of a list ends otherwise."""
    return [finished(above.text) for above, below in pairwise(pieces) if below.item]


def mostly(ends: Sequence[bool]) -> bool:
    """Whether items end with a sign here; where none do, a missing sign says nothing."""
    return sum(ends) >= _MOST * len(ends)


def opens_sentence(text: str) -> bool:
    """Whether a text begins with a word that has a capital only at the beginning of a sentence."""
    return _OPENING.match(text) is not None


def punctuated(pieces: Sequence[Piece], otherwise: bool = True) -> bool:  # noqa: FBT001, FBT002 - reads as words
    """Whether the items of a cell end with a sign; ``otherwise`` says what its list does, for a cell of few items."""
    ends = ends_of_items(pieces)
    if len(ends) >= _FEWEST:
        return mostly(ends)
    return otherwise and any(_SIGN.search(piece.text) for piece in pieces)

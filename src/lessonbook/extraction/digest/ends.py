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
_SIGN = re.compile(r"[.;?!]['’”\")\]]*(?:\s|$)")
_PUNCTUATED = 0.4
_FEWEST = 3


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


def punctuated(pieces: Sequence[Piece]) -> bool:
    """Whether items and sentences end with a sign here; where none do, a missing sign says nothing.

    Only pieces before an item count, and the last: a line before another line of the same item has no end of its own.
    """
    ends = [above for above, below in pairwise(pieces) if below.item] + list(pieces[-1:])
    if len(ends) < _FEWEST:
        return any(_SIGN.search(piece.text) for piece in pieces)
    return sum(finished(piece.text) for piece in ends) / len(ends) >= _PUNCTUATED

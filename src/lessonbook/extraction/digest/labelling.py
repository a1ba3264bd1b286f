"""What a piece of a learning cell is: a label, a method, a link, or wording of its own."""

import re
from functools import lru_cache
from typing import NamedTuple

from lessonbook.extraction.digest.model import Piece
from lessonbook.extraction.digest.pieces import is_bold, whole_label
from lessonbook.extraction.facts import read_method
from lessonbook.vocabulary import kinds, labels

LEARNING = frozenset({"learning", "integrated"})
RECOMMENDING = frozenset({"recommendation", "no-recommendations"})
STATING = LEARNING | RECOMMENDING | {"consideration", "action"}


_KIND_LABEL = re.compile(r"(?:Kind|Type|Kind of review|Type of review|Review type)\s*:\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"\d|[.!?]\s")
_MOST_WORDS_OF_KINDS = 16


class Label(NamedTuple):
    """A label at the start of a piece; ``end`` counts characters of the piece."""

    role: str
    end: int


def label_of(piece: Piece) -> Label | None:
    """The label that a piece begins with, or is."""
    return _label(piece.text, piece.title or not piece.item or is_bold(piece.passage))


@lru_cache(maxsize=8192)
def _label(text: str, may_lack_colon: bool) -> Label | None:  # noqa: FBT001 - a key of the cache
    found = labels.label_at(text)
    if found is not None:
        return Label(found.role, found.end)
    role = whole_label(text) if may_lack_colon else None
    return Label(role, len(text)) if role is not None else None


def is_label_only(piece: Piece) -> bool:
    """Whether a piece is a label and nothing else."""
    label = label_of(piece)
    return label is not None and not piece.text[label.end :].strip(" :;.")


def is_method(piece: Piece) -> bool:
    """Whether a piece names the review's method."""
    return label_of(piece) is None and read_method(piece.passage) is not None


def is_link(piece: Piece) -> bool:
    """Whether a piece is a link and nothing else."""
    return labels.link_label(piece.text)


def is_kind(piece: Piece) -> bool:
    """Whether a piece says what kind of review it is, and nothing else."""
    text = piece.text
    if not kinds.kinds_in(text) or len(text.split()) > _MOST_WORDS_OF_KINDS:
        return False
    if _KIND_LABEL.match(text):
        return True
    bare = text.rstrip(" ;:.")
    return _NOT_A_NAME.search(bare) is None and (bare != text or len(bare.split()) <= 4)

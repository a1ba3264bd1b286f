"""What a piece of a learning cell is: a label, a method, a link, or wording of its own."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from lessonbook.extraction.digest.model import Piece, Role
from lessonbook.extraction.digest.pieces import is_bold, whole_label, without_number
from lessonbook.extraction.digest.words import column_role
from lessonbook.extraction.facts import read_method
from lessonbook.vocabulary import addressees, kinds, labels

LEARNING = frozenset({"learning", "integrated"})
RECOMMENDING = frozenset({"recommendation", "no-recommendations"})
STATING = LEARNING | RECOMMENDING | {"consideration", "action"}


_KIND_LABEL = re.compile(r"(?:Kind|Type|Kind of review|Type of review|Review type)\s*:\s*", re.IGNORECASE)
_BETWEEN_KINDS = re.compile(r"[;,/&]|\band\b", re.IGNORECASE)
_HOW = re.compile(
    r"(?:(?:The|This) \w+ |It )?(?:was )?(?:us(?:es|ed|ing)|blend|based|follow|method|model|approach)|\w+ approach",
    re.IGNORECASE,
)
_NAMED_LEARNING = re.compile(
    r"(?:The review |It )?(?:identif|highlight|set|point|find|found|conclud)\w*\b.{0,40}"
    r"\b(?:learning|lessons?|findings?)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\([A-Z]{2,6}s?\)")
_MOST_WORDS_OF_KINDS = 16
_MOST_WORDS_OF_SUBHEADING = 9
_FEW_WORDS = 3
_FOR = re.compile(r"(?:For|To)\b", re.IGNORECASE)


# What the heading of a column opens where it stands above a part of a case.
_OPENED: dict[Role, str] = {
    "key-issue": "key-issue",
    "mixed": "key-issue",
    "learning": "learning",
    "recommendation": "recommendation",
    "method": "method",
    "keywords": "keywords",
    "link": "link",
}


class Label(NamedTuple):
    """A label at the start of a piece; ``end`` counts characters of the piece."""

    role: str
    end: int


def label_of(piece: Piece) -> Label | None:
    """The label that a piece begins with, or is."""
    found = _label(piece.text, piece.title or not piece.item or is_bold(piece.passage))
    return found or (_title(piece.text) if piece.title else None)


@lru_cache(maxsize=2048)
def _title(text: str) -> Label | None:
    """What a heading inside a case opens, in the words that also head columns: "2. Overview"."""
    plain = without_number(text)
    role = whole_label(plain) or _OPENED.get(column_role(plain) or "case")
    return Label(role, len(text)) if role is not None else None


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
    """Whether a piece says how the review was done, and does not only name a kind of review by which it was."""
    return label_of(piece) is None and _HOW.match(piece.text) is not None and read_method(piece.passage) is not None


def names_learning(piece: Piece) -> bool:
    """Whether a sentence says itself that it is learning: "Identifies an area of learning for …"."""
    return _NAMED_LEARNING.match(piece.text) is not None


def is_link(piece: Piece) -> bool:
    """Whether a piece is a link and nothing else."""
    return labels.link_label(piece.text)


def is_kind(piece: Piece) -> bool:
    """Whether a piece says what kind of review it is, and nothing else."""
    text = piece.text
    if len(text.split()) > _MOST_WORDS_OF_KINDS or not kinds.kinds_in(text):
        return False
    label = _KIND_LABEL.match(text)
    return label is not None or all(
        _key(part) in _names_of_kinds() for part in _BETWEEN_KINDS.split(text) if _key(part)
    )


def is_subheading(piece: Piece, below: Piece | None) -> bool:
    """Whether a piece stands above a part of a list and says for whom or of what it is: "For schools:" in bold."""
    text = piece.text.rstrip()
    if below is None or not below.item or piece.item or label_of(piece) is not None:
        return False
    if len(text.split()) > _MOST_WORDS_OF_SUBHEADING or text.endswith((".", "?", "!", ";")):
        return False
    return piece.title or is_bold(piece.passage) or (text.endswith(":") and bool(addressed_by(text)))


def addressed_by(subheading: str) -> tuple[str, ...]:
    """Whom a heading above a list addresses: all that "For health and schools:" names, none for "Working with GPs"."""
    if _FOR.match(subheading) is None and len(subheading.split()) > _FEW_WORDS:
        return ()
    return addressees.addressees_in(subheading.strip(" :"))


@cache
def _names_of_kinds() -> frozenset[str]:
    return frozenset(_key(name) for kind in kinds.KINDS for name in (kind.name, *kind.variants))


def _key(text: str) -> str:
    return " ".join(_INITIALS.sub("", text).casefold().replace("-", " ").split()).strip(" ;:.()")

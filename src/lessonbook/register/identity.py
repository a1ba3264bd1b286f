"""Ids that are the same whenever the same documents are read: of entries, of reviews, of statements.

A review has the id of its first entry. A statement's id begins with the key of the entry that states it first, so it
stays the same when reviews are merged or split.
"""

import re
import unicodedata
from base64 import b32encode
from hashlib import sha256

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_NO_WORDING = re.compile(r"[\s\"'.,;:!?()\[\]\-]+")


def entry_key(document: str, position: int, turn: int = 0) -> str:
    """Ten letters and digits for the entry at a position of a document; ``turn`` counts keys that were taken."""
    return _short(f"{document}:{position}:{turn}" if turn else f"{document}:{position}", 10)


def split_key(entry: str, turn: int) -> str:
    """The id of a review that a person split off with this entry first: the entry's key, unless that is taken."""
    return entry if turn == 0 else _short(f"{entry}:split:{turn}", 10)


def statement_id(entry: str, kind: str, text: str, occurrence: int = 0) -> str:
    """The id of what an entry states for the first (0) or a later time, whatever its punctuation."""
    return f"{entry}-{_short(f'{kind}:{normalised(text)}:{occurrence}', 8)}"


def normalised(text: str) -> str:
    """The words of a text for comparison: one case, one space, no punctuation. Empty only where there is nothing."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return _NO_WORDING.sub(" ", folded).strip() or folded.strip()


def fingerprint(text: str) -> str:
    """Eight letters and digits that stand for the words of a text."""
    return _short(normalised(text), 8)


def _short(text: str, length: int) -> str:
    return b32encode(sha256(text.encode()).digest()).decode().lower()[:length]

"""Paragraphs and list items as pieces, without their bullets."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from lessonbook.domain import Heading, ListItem, Passage, TextBlock
from lessonbook.extraction.digest.model import Piece
from lessonbook.vocabulary import labels

_BULLET = re.compile(r"\s*(?:[•▪●◦‣·*]|[-–—](?=\s))\s*")
_LINE = re.compile(r"[^\n]+")
_WORDLESS = re.compile(r"[\W_]*")
_HYPHEN_SPACE = re.compile(r"(?<=\w-)[ ]+(?=[a-z0-9])(?!(?:and|or|to)\b)")
_NUMBER = re.compile(r"\s*(?:\d{1,2}\s*[.):]?|[①-⑨])\s+(?=[A-Z])")
_LONGEST_LABEL = 100
_MOST = 0.6


def pieces_of(blocks: Iterable[TextBlock], row: int) -> tuple[Piece, ...]:
    """The pieces of a cell in a printed row: one a line, bullets taken off."""
    found = [piece for block in blocks for piece in _of_block(block, row)]
    last = len(found) - 1
    return tuple(
        msgspec.structs.replace(piece, first=index == 0, last=index == last) for index, piece in enumerate(found)
    )


def _of_block(block: TextBlock, row: int) -> Iterator[Piece]:
    for line in _LINE.finditer(block.passage.text):
        passage = block.passage.cut(line.start(), line.end()).strip()
        bullet = _BULLET.match(passage.text)
        printed = bullet is not None or (isinstance(block, ListItem) and block.marker is not None)
        if bullet is not None:
            passage = passage.cut(bullet.end())
        if not wordless(passage.text):
            item = isinstance(block, ListItem) or bullet is not None
            yield Piece(passage, item, bullet=printed, title=isinstance(block, Heading), row=row)


def wordless(text: str) -> bool:
    """Whether a text has signs only: a rule, a bullet that stands alone."""
    return _WORDLESS.fullmatch(text) is not None


def share_marked(passage: Passage, kind: str) -> float:
    """How much of a passage's letters carry an emphasis, from 0 to 1."""
    ranges = [(mark.start, mark.end) for mark in passage.marks if mark.kind == kind]
    if not ranges:
        return 0.0
    letters = [index for index, sign in enumerate(passage.text) if sign.isalpha()]
    marked = sum(1 for index in letters if any(start <= index < end for start, end in ranges))
    return marked / len(letters) if letters else 0.0


def is_bold(passage: Passage) -> bool:
    """Whether most of a passage is bold."""
    return share_marked(passage, "bold") > _MOST


@lru_cache(maxsize=4096)
def whole_label(text: str) -> str | None:
    """The role of a label where the text is nothing else, with or without its colon."""
    if len(text) > _LONGEST_LABEL or text.rstrip().endswith((".", "!")):
        return None
    for candidate in (text, f"{text.rstrip(' :–-?')}:"):
        label = labels.label_at(candidate)
        if label is not None and not candidate[label.end :].strip(" :.;"):
            return label.role
    return None


def without_number(text: str) -> str:
    """A label without the number that boxes and chapters have before it: "3. Learning"."""
    return _NUMBER.sub("", text, count=1).strip()


def tidied(passage: Passage) -> Passage:
    """Without the space that a line's end left after a hyphen: "multi- agency"; "pre- and post-natal" keeps it."""
    parts = []
    start = 0
    for match in _HYPHEN_SPACE.finditer(passage.text):
        parts.append(passage.cut(start, match.start()))
        start = match.end()
    whole = passage.cut(start)
    for part in reversed(parts):
        whole = part.join(whole, "")
    return whole

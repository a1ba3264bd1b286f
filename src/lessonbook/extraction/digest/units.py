"""A paragraph or item in sentences, and an item in statements."""

import re
from collections.abc import Iterator

import msgspec

from lessonbook.domain import Passage, StatementKind
from lessonbook.extraction.digest.labelling import label_of
from lessonbook.extraction.digest.model import Piece
from lessonbook.extraction.digest.pieces import tidied
from lessonbook.extraction.facts import items, read_ethnicity, sentences

MADE = re.compile(r"(?:[\w’']+ ){0,3}(?:makes?|made) (?:[\w-]+ ){0,3}recommendations?\b", re.IGNORECASE)
INTRO = re.compile(
    r"[^.]{0,120}\bfollowing\b[^.]{0,60}\b(?P<what>learning|lessons?|findings?|recommendations?)\b[^.;:]{0,60}[:;]",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\s*[;,]\s*(?:and)?\s*)+$")
_NEXT_NUMBER = re.compile(r"(?<=[.!?])\s+\d{1,2}\.$")  # the number of the paragraph that follows
_INNER_END = re.compile(r"[.!?…]['’”\")\]]*\s+\S|\w\.[A-Z]")
_OWN_NUMBER = re.compile(r"\d{1,2}\.\s+(?=[A-Z])")
_GLUED = re.compile(
    r"(?<=[a-zA-Z)]\.)(?<!\bSt\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bNo\.)(?=[A-Z][a-z]{2,})"
)
_NO_SENTENCE = re.compile(r"(?:In|On|At|By|From|During|Since) (?:\w+ ){0,2}\w+\.")
_FEWEST_WORDS = 3


def units(passage: Passage, piece: Piece, *, whole: bool) -> Iterator[Passage]:
    """The sentences of a paragraph; an item stays whole up to a sentence that is a label or a fact by itself."""
    if _INNER_END.search(passage.text) is None:
        yield passage
        return
    found = _sentences(passage)
    if not whole:
        for index, sentence in enumerate(found):
            before = _OWN_NUMBER.match(sentence.text) if index else None
            after = _NEXT_NUMBER.search(sentence.text)
            yield sentence.cut(before.end() if before else 0, after.start() if after else None)
        return
    start = position = 0
    for sentence in found:
        at = passage.text.find(sentence.text, position)
        if at < 0:
            continue
        position = at + len(sentence.text)
        if _stands_alone(msgspec.structs.replace(piece, passage=sentence, item=False)):
            yield from filter(None, (passage.cut(start, at).strip(), passage.cut(at, position).strip()))
            start = position
    yield from filter(None, (passage.cut(start).strip(),))


def _sentences(passage: Passage) -> list[Passage]:
    """The sentences, also where the space between two was lost; "In 2018." alone belongs to what follows."""
    ends = [match.start() for match in _GLUED.finditer(passage.text)]
    parts = [passage.cut(start, end) for start, end in zip([0, *ends], [*ends, len(passage)], strict=True)]
    found: list[Passage] = []
    for sentence in (sentence for part in parts for sentence in sentences(part)):
        if found and _NO_SENTENCE.fullmatch(found[-1].text):
            found.append(found.pop().join(sentence))
        else:
            found.append(sentence)
    return found


def _stands_alone(piece: Piece) -> bool:
    if label_of(piece) is not None or INTRO.match(piece.text) or MADE.match(piece.text):
        return True
    ethnicity = read_ethnicity(piece.passage)
    return ethnicity is not None and ethnicity.value.status == "not-stated"


def statements(passage: Passage, kind: StatementKind) -> Iterator[Passage]:
    """The statements in an item: several where semicolons stand between whole items, and no colon opens a list."""
    parts = [passage]
    if kind != "key-issue" and ":" not in passage.text:
        split = items(passage)
        if all(len(part.text.split()) >= _FEWEST_WORDS for part in split):
            parts = list(split)
    for part in parts:
        clean = part.strip()
        tail = _TAIL.search(clean.text)
        clean = clean.cut(0, tail.start() if tail else None).strip()
        if clean:
            yield tidied(clean)

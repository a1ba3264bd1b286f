"""A case's lines as labelled parts: the story, what is learned, what is recommended, method, keywords, links."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from lessonbook.domain import Passage
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.listing import labelling, wording
from lessonbook.extraction.listing.cases import is_label_line
from lessonbook.extraction.listing.lines import Line
from lessonbook.vocabulary import labels

STORY = "story"
LINK = "link"


class Piece(msgspec.Struct, frozen=True):
    """Running text, or one item of a printed list."""

    passage: Passage
    is_item: bool = False


class Part(msgspec.Struct, frozen=True):
    """A part of a case. ``role`` is a label's role, "story" or "link"; ``lost`` if the label's first words are lost."""

    role: str
    label: Passage | None
    pieces: tuple[Piece, ...]
    lost: bool = False


def parts_of(lines: Sequence[Line]) -> tuple[Part, ...]:
    """The parts in order. Lines that run on are one piece; a list's items stay by themselves."""
    lines, keywords = _without_keywords(lines)
    opened: list[_Open] = [_Open(STORY, None, block=None)]
    for line in lines:
        for segment in _segments(line):
            _place(segment, line, opened)
    found = [part.closed() for part in opened if part.pieces or part.label is not None]
    return (*_with_lost_labels(found), *([Part("keywords", None, (Piece(keywords),))] if keywords else []))


class _Segment(msgspec.Struct, frozen=True):
    role: str | None
    label: Passage | None
    passage: Passage


class _Open:
    """A part that is being filled."""

    def __init__(self, role: str, label: Passage | None, block: int | None) -> None:
        self.role, self.label, self.block = role, label, block
        self.pieces: list[Piece] = []

    def take(self, passage: Passage, *, is_item: bool) -> None:
        if not passage:
            return
        if not is_item and self.pieces and not self.pieces[-1].is_item:
            passage = self.pieces.pop().passage.join(passage)
        self.pieces.append(Piece(passage, is_item))

    def closed(self) -> Part:
        return Part(self.role, self.label, tuple(self.pieces))


def _place(segment: _Segment, line: Line, opened: list[_Open]) -> None:
    current = opened[-1]
    if segment.role is not None:
        current = _Open(segment.role, segment.label, line.block)
        opened.append(current)
    elif current.role == LINK or (current.role in _SHORT and current.pieces and current.block != line.block):
        # what follows a link or a method in a paragraph of its own goes on with the story
        current = _Open(STORY, None, line.block)
        opened.append(current)
    current.take(segment.passage, is_item=line.form == "item" and segment.role is None)


_SHORT = ("method", "keywords")


def _segments(line: Line) -> Iterator[_Segment]:
    """The line cut where a label or a link begins."""
    if is_label_line(line) and labelling.label_at(line.text) is None:
        match = labelling.label_at(line.text + ":")
        yield _Segment(match.role if match else STORY, line.passage, line.passage.cut(len(line.passage)))
        return
    passage, role, start = line.passage, None, 0
    label: Passage | None = None
    for at, end, found in _openings(passage):
        if at > start or role is not None:
            yield _Segment(role, label, passage.cut(start, at).strip())
        role, label, start = found, (passage.cut(at, end).strip() if end > at else None), end
    yield _Segment(role, label, passage.cut(start).strip())


def _openings(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Where a part opens in a line: its first character, where its label ends, its role."""
    text, reached = passage.text, 0
    for candidate in _CANDIDATE.finditer(text):
        at = candidate.start()
        if at < reached:
            continue
        if (label := _label_at(text, at)) is not None:
            reached, role = label
            yield at, reached, role
        elif _link_opens(text, at):
            yield at, at, LINK
            return


def _link_opens(text: str, at: int) -> bool:
    """Whether all from here on is a link, behind a full stop or with a verb of its own ("… aunts Read the report")."""
    if len(text) - at > _LONGEST_LINK or not labels.link_label(text[at:]):
        return False
    return _sentence_starts(text, at) or _LINK_VERB.match(text, at) is not None


def _label_at(text: str, at: int) -> tuple[int, str] | None:
    """Where the label that begins at a character ends, and its role; "Key issues:" and "include:" are one label."""
    lost = _LOST_LABEL.match(text, at)
    if lost and _sentence_starts(text, at):
        return lost.end(), _LOST
    if not _sentence_starts(text, at) and not _WORD_WITH_COLON.match(text, at):
        return None
    match = labelling.label_at(text, at)
    # that no recommendations are made is a sentence of whatever part it stands in
    if match is None or match.role == "no-recommendations":
        return None
    end = at + match.end
    more = _LOST_LABEL.match(text, end)
    return (more.end() if more else end), match.role


_LOST = "lost"
_LONGEST_LINK = 200
_LINK_VERB = re.compile(r">?\s*(?:Read|View|Download)\b")
# As in "Keywords:", which is a label even where no full stop stands before it.
_WORD_WITH_COLON = re.compile(r"[^\W\d_]+\s*:")
_LOST_LABEL = re.compile(r"includes?\s*:\s*", re.IGNORECASE)
# A word that may open a label: at the start, or a capital behind white space. ">" stands before links.
_CANDIDATE = re.compile(r"\A(?=\S)|(?<=\s)(?=[A-Z>]|includes?\s*:)")


def _sentence_starts(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip()
    return not before or before[-1] in ".:;!?”’\"')>|"


def _with_lost_labels(parts: Sequence[Part]) -> Iterator[Part]:
    """A label of which only "includes:" is left stands for learning or, behind learning, for recommendations."""
    roles: list[str] = []
    for part in parts:
        role = part.role
        if role == _LOST:
            role = "recommendation" if "learning" in roles and "recommendation" not in roles else "learning"
        roles.append(role)
        yield msgspec.structs.replace(part, role=role, lost=part.role == _LOST)


def _without_keywords(lines: Sequence[Line]) -> tuple[tuple[Line, ...], Passage | None]:
    """The lines without the keywords that end them with no label, as in the lists of 2012 and 2013."""
    last = max((at for at, line in enumerate(lines) if not labels.link_label(line.text)), default=-1)
    if last < 0 or any((match := labelling.label_at(line.text)) and match.role == "keywords" for line in lines):
        return tuple(lines), None
    first = last
    while first > 0 and lines[first - 1].text[-1:] not in ".!?" and lines[first].form == "text":
        first -= 1
    joined = lines[first].passage
    for line in lines[first + 1 : last + 1]:
        joined = joined.join(line.passage)
    if first > 0 and _may_be_keywords(lines[first]) and wording.are_keywords(joined.text):
        return (*lines[:first], *lines[last + 1 :]), joined
    return _without_last_sentence(lines, last)


def _may_be_keywords(line: Line) -> bool:
    return line.form == "text" and labelling.label_at(line.text) is None


def _without_last_sentence(lines: Sequence[Line], last: int) -> tuple[tuple[Line, ...], Passage | None]:
    """The same where the keywords stand in one line with the story."""
    said = sentences(lines[last].passage)
    if len(said) < 2 or lines[last].form != "text" or not wording.are_plain_keywords(said[-1].text):
        return tuple(lines), None
    kept = lines[last].passage.cut(0, lines[last].text.rindex(said[-1].text)).strip()
    return (*lines[:last], msgspec.structs.replace(lines[last], passage=kept), *lines[last + 1 :]), said[-1]

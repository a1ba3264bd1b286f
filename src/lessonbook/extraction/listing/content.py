"""The parts of a case as what they say: harm, statements, ethnicity, method, recommendations made, keywords, links."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lessonbook.domain import Certainty, Ethnicity, Link, Method, Passage, RecommendationsMade, StatementKind
from lessonbook.extraction.facts import Found, items, read_ethnicity, read_link, read_method, sentences
from lessonbook.extraction.listing import labelling, wording
from lessonbook.extraction.listing.parts import LINK, Part, Piece


class Said(msgspec.Struct, frozen=True):
    """A statement in the making."""

    kind: StatementKind
    passage: Passage
    certainty: Certainty = "stated"


class Content:
    """What the parts of one case say. ``furniture`` are the labels; ``lost`` the remains of labels that were lost."""

    def __init__(self) -> None:
        self.harm: Passage | None = None
        self.statements: list[Said] = []
        self.ethnicities: list[Found[Ethnicity]] = []
        self.method: Found[Method] | None = None
        self.recommendations: Found[RecommendationsMade] | None = None
        self.keywords: Found[tuple[str, ...]] | None = None
        self.links: list[Found[Link]] = []
        self.integrated: Passage | None = None
        self.furniture: list[Passage] = []
        self.lost: list[Passage] = []


def content_of(parts: Sequence[Part]) -> Content:
    """What the parts say, statements in order. The first sentence of the story is the harm."""
    content = Content()
    for part in parts:
        if part.label is not None:
            (content.lost if part.lost else content.furniture).append(part.label)
        _take_part(part, content)
    if content.recommendations is None:
        content.recommendations = _made_by_statements(content.statements)
    return content


def _take_part(part: Part, content: Content) -> None:
    if part.role == LINK:
        for piece in part.pieces:
            content.links.extend(_links(piece.passage))
    elif part.role == "keywords":
        _take_keywords(part, content)
    elif part.role == "method":
        _take_method(part, content)
    elif part.role == "integrated":
        content.integrated = part.label
        said = [piece for piece, _ in _statements_in(part.pieces)]
        content.statements.extend(Said("learning", piece) for piece in said)
        content.statements.extend(Said("recommendation", piece) for piece in said)
    elif part.role in _KINDS:
        certainty: Certainty = "inferred" if part.lost else "stated"
        for passage, _ in _statements_in(part.pieces):
            _take_sentence(passage, _KINDS[part.role], certainty, content)
    else:
        _take_story(part.pieces, content)


_KINDS: dict[str, StatementKind] = {
    "key-issue": "key-issue",
    "learning": "learning",
    "recommendation": "recommendation",
    "consideration": "consideration",
    "action": "action",
}


def _statements_in(pieces: Iterable[Piece]) -> Iterator[tuple[Passage, bool]]:
    """Each item of a list, and each sentence behind it, by itself."""
    for piece in pieces:
        if piece.is_item:
            yield trimmed(piece.passage), True
            continue
        for sentence in sentences(piece.passage):
            if wording.recommendations_made(sentence.text) == "none":
                yield sentence, False
            else:
                yield from ((item, False) for item in items(sentence))


def trimmed(passage: Passage) -> Passage:
    """A list item without the sign or joint that leads to the next one."""
    end = _JOINT_AT_END.search(passage.text)
    return passage.cut(0, end.start()).strip() if end else passage.strip()


_JOINT_AT_END = re.compile(r"\s*[;,]\s*(?:and|or|&)?\s*$|\s*;\s*$", re.IGNORECASE)


def _take_story(pieces: Iterable[Piece], content: Content) -> None:
    for piece in pieces:
        for sentence in _sentences_of_story(piece.passage):
            if content.harm is None and not content.statements:
                content.harm = sentence
            elif (method := read_method(sentence)) is not None and content.method is None:
                content.method = method
            else:
                _take_sentence(sentence, "key-issue", "stated", content)


def _sentences_of_story(passage: Passage) -> Iterator[Passage]:
    """The sentences; one that is a mere list, as in "history of moves; debts; no school place.", gives its items."""
    for sentence in sentences(passage):
        if sentence.text[:1].islower() and ";" in sentence.text:
            yield from items(sentence)
        else:
            yield sentence


def _take_sentence(passage: Passage, kind: StatementKind, certainty: Certainty, content: Content) -> None:
    """A sentence is a statement, unless it only says that recommendations are made or that ethnicity is not stated."""
    made = wording.recommendations_made(passage.text)
    if made == "none":
        _take_none(passage, content)
        return
    if made == "made" and kind != "learning":
        content.recommendations = Found(RecommendationsMade("made", passage.text), passage)
        return
    ethnicity = read_ethnicity(passage) if kind == "key-issue" else None
    if ethnicity is not None:
        content.ethnicities.append(ethnicity)
        if ethnicity.value.status == "not-stated":
            return
    content.statements.append(Said("recommendation" if made == "content" else kind, passage, certainty))


def _take_none(passage: Passage, content: Content) -> None:
    """The fact that there are none, and then what is listed all the same: "… but identifies considerations: a"."""
    for joint in _BUT.finditer(passage.text):
        label = labelling.label_at(passage.text[joint.end() :])
        if label is None or label.role not in _KINDS:
            continue
        listed = passage.cut(joint.end() + label.end)
        passage = passage.cut(0, joint.end() + label.end).strip()
        for item in items(listed):
            content.statements.append(Said(_KINDS[label.role], trimmed(item)))
        break
    content.recommendations = Found(RecommendationsMade("none", passage.text), passage)


_BUT = re.compile(r"(?:,|;)?\s+(?:but|and|however)\s+", re.IGNORECASE)


def _take_method(part: Part, content: Content) -> None:
    for piece in part.pieces:
        found = read_method(piece.passage) or Found(Method(None, piece.passage.text), piece.passage)
        if content.method is None:
            content.method = found
        else:
            _take_sentence(piece.passage, "key-issue", "stated", content)


def _take_keywords(part: Part, content: Content) -> None:
    pieces = [piece.passage for piece in part.pieces]
    if not pieces:
        return
    words = tuple(word for piece in pieces for word in wording.keywords_of(piece.text))
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = whole.join(piece)
    content.keywords = Found(words, whole)


def _links(passage: Passage) -> Iterator[Found[Link]]:
    """The links of a line: one for each target or, where targets are lost, one for each label between bars."""
    marks = passage.links()
    if len({mark.href for mark in marks}) > 1:
        pieces = [passage.cut(mark.start, mark.end) for mark in marks]
    else:
        starts = [0, *(bar.end() for bar in _BAR.finditer(passage.text))]
        ends = [*(bar.start() for bar in _BAR.finditer(passage.text)), len(passage)]
        pieces = [passage.cut(start, end) for start, end in zip(starts, ends, strict=True)]
    for piece in pieces:
        clean = piece.strip(_AROUND_LINKS)
        if clean:
            yield read_link(clean) or Found(Link(clean.text), clean)


_AROUND_LINKS = " \t\n>›»|•·"
_BAR = re.compile(
    r"\s+[|•·]\s+|\s+/\s+(?=(?:>\s*)?(?:Read|View|Download|Full)\b)"
    r"|\s+(?=(?:>\s*)?(?:Read|View|Download) (?:the|full|our)\b)"
)


def _made_by_statements(statements: Sequence[Said]) -> Found[RecommendationsMade] | None:
    first = next((said for said in statements if said.kind == "recommendation"), None)
    return Found(RecommendationsMade("made"), first.passage) if first else None

"""Who commissioned a review, and the area: the partnership or board as written, and the authorities it stands for."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from lessonbook.domain import Area, Passage, Scope
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front
from lessonbook.extraction.report.facts.writing import Reading, settled
from lessonbook.vocabulary import areas, kinds
from lessonbook.vocabulary.matching import key

Rank = Literal["partnership", "council", "national"]


class Body(NamedTuple):
    """A body named in a text: its words and what kind of body it is."""

    passage: Passage
    rank: Rank


def read_commissioner(front: Front) -> Reading[str] | None:
    """The partnership or board that commissioned the review, as written."""
    found = settled(_commissioners(front), _same_body, len)
    return found[0] if found else None


def read_area(front: Front, commissioner: Reading[str] | None) -> Reading[Area] | None:
    """The commissioner's area where it is known, else a council's on the cover, else the commissioner as written."""
    if commissioner is None:
        return next((_area(reading) for reading in _councils(front)), None)
    own = _area(commissioner)
    if _national(commissioner.value):
        return None
    if own.value.status != "unresolved":
        return own
    council = next((_area(reading) for reading in _councils(front)), None)
    return council if council is not None and council.value.status == "named" else own


def read_scope(
    area: Reading[Area] | None, named: Reading[tuple[str, ...]] | None, commissioner: Reading[str] | None
) -> Reading[Scope] | None:
    """Local for a review of an area; of the Panel, or national, by its kind."""
    if named is not None and "national-panel-review" in named.value:
        return Reading("national-panel", named.passages, ("inferred", *named.reasons), "inferred")
    if area is not None and area.value.status in ("named", "unnamed"):
        return Reading("local", area.passages, ("inferred", *area.reasons), "inferred")
    if named is not None and "public-inquiry" in named.value:
        return Reading("national", named.passages, ("inferred", *named.reasons), "inferred")
    if commissioner is not None and _national(commissioner.value):
        return Reading("national", commissioner.passages, ("inferred", *commissioner.reasons), "inferred")
    return None


def bodies_in(passage: Passage) -> Iterator[Body]:
    """The bodies that a line or sentence names in capitals, in order, without what stands before their names."""
    for match in _body().finditer(passage.text):
        rank: Rank = next((rank for rank in _RANKS if match[rank]), "partnership")
        if match["safer"] or match["borough"]:
            yield Body(passage.cut(*match.span()), "council" if match["borough"] else "partnership")
            continue
        start = match.start() if rank == "national" else _start(passage.text, match.start(), match.start(rank))
        name = passage.cut(start, match.end()).strip(" ,:;-–—")
        if rank == "national" or start < match.start(rank) or key(match[rank]) == "bwrdd diogelu":
            yield Body(name, rank)


def _commissioners(front: Front) -> Iterator[Reading[str]]:
    for pair in front.pairs_of("commissioner"):
        body = next(bodies_in(pair.value), None)
        if body is not None:
            yield _reading(body, ("label-found",))
    for line in (*front.cover, *front.running):
        for body in _joined(line.passage):
            whole = ("whole-line",) if len(body.passage) == len(line.passage) else ()
            if body.rank == "partnership":
                yield _reading(body, (line.place, *whole))
            elif body.rank == "national" and whole:
                yield _reading(body, (line.place, *whole, "name-not-known"))
    yield from _whole_lines(front)
    yield from _commissioned(front)


def _whole_lines(front: Front) -> Iterator[Reading[str]]:
    """Partnerships and boards with a name of their own kind, that fill a line of the cover, or two.

    "Keeping Kent Safe Partnership" ends as such names end and names an area that is known; a long name goes on in the
    next line.
    """
    for line, below in zip_longest(front.cover, front.cover[1:]):
        passage = line.passage
        if below is not None and _ENDS.fullmatch(below.passage.text.strip()) and line.place == below.place:
            passage = passage.join(below.passage)
        elif any(bodies_in(passage)):
            continue
        if (
            _ENDS.search(passage.text)
            and len(passage) < _LONGEST_NAME
            and areas.resolve(passage.text).status == "named"
        ):
            yield _reading(Body(passage, "partnership"), (line.place, "whole-line"))


def _commissioned(front: Front) -> Iterator[Reading[str]]:
    """The bodies of which a sentence says that they commissioned the review, or decided on it."""
    for sentence in front.sentences[:_MOST_SENTENCES]:
        for body in _joined(sentence.passage):
            before = sentence.text[: sentence.text.find(body.passage.text)]
            if body.rank != "council" and _COMMISSIONED.search(before):
                yield _reading(body, ("says-so", "in-the-opening"))
            elif body.rank == "partnership" and _DECIDED.match(sentence.text, len(before) + len(body.passage)):
                yield _reading(body, ("self-description",))


def _joined(passage: Passage) -> Iterator[Body]:
    """The bodies that a text names; two that "and" joins are one, as written."""
    waiting: Body | None = None
    end = 0
    for body in bodies_in(passage):
        at = passage.text.find(body.passage.text, end)
        if waiting is not None and waiting.rank == body.rank and _AND.fullmatch(passage.text[end:at]):
            start = passage.text.rfind(waiting.passage.text, 0, end)
            waiting = Body(passage.cut(start, at + len(body.passage)), body.rank)
        else:
            if waiting is not None:
                yield waiting
            waiting = body
        end = at + len(body.passage)
    if waiting is not None:
        yield waiting


def _councils(front: Front) -> Iterator[Reading[str]]:
    for pair in (*front.pairs_of("area"), *front.pairs_of("commissioner")):
        if areas.resolve(pair.value.text).status != "unresolved":
            yield Reading(pair.value.text, (pair.value,), ("label-found",))
    for line in (*front.cover, *front.running):
        for body in bodies_in(line.passage):
            if body.rank == "council":
                yield _reading(body, (line.place,))
        if areas.resolve(line.passage.text).status == "unnamed":
            yield Reading(line.passage.text, (line.passage,), (line.place,))


def _reading(body: Body, reasons: tuple[str, ...]) -> Reading[str]:
    known = ("name-known",) if body.rank != "national" and areas.resolve(body.passage.text).status == "named" else ()
    return Reading(_folded(body.passage.text), (body.passage,), (*reasons, *known))


def _area(reading: Reading[str]) -> Reading[Area]:
    area = areas.resolve(reading.value)
    reasons = tuple(reason for reason in reading.reasons if reason != "name-known")
    if area.status == "unresolved":
        return Reading(area, reading.passages, (*reasons, "name-not-known"))
    doubt = () if areas.is_certain(reading.value) else ("name-not-confirmed",)
    return Reading(area, reading.passages, (*reasons, "name-known", *doubt))


def _start(text: str, first: int, last: int) -> int:
    """Where the name begins: behind a kind of review, a label, "by" or "for"; at the first word of an area it has."""
    start = first
    for match in kinds.matches(text[:last]):
        start = max(start, match.end)
    for opener in _before().finditer(text, start, last):
        start = opener.end()
    tokens = [match.start() for match in _TOKEN.finditer(text, start, last)]
    if len(tokens) > _FEW_TOKENS:
        start = next((at for at in tokens if not _is_opener(text, at)), start)
    while (small := _SMALL.match(text, start)) and small.end() < last:
        start = small.end()
    return start


def _is_opener(text: str, at: int) -> bool:
    """Whether a capital word is of a cover ("Overview", "Report", "June") and begins no body's name."""
    word = _TOKEN.match(text, at)
    return word is not None and key(word[0]) in words.known("bodies", "around", "openers")


def _national(name: str) -> bool:
    return name in words.content("bodies", "national")


def _same_body(one: str, other: str) -> bool:
    mine, theirs = f" {key(one)} ", f" {key(other)} "
    return mine in theirs or theirs in mine


def _folded(text: str) -> str:
    return " ".join(text.split())


@cache
def _body() -> re.Pattern[str]:
    """Capital words, small joints between, and what a body's name ends with; national bodies by their whole name."""
    parts = {rank: _any_name(words.content("bodies", rank), capitals=rank != "national") for rank in _RANKS}
    capital = r"[A-Z][\w’'-]*"
    joint = r"(?:and|&|of|the|upon|on|with|in|for|y|a)"
    lead = rf"(?:{capital},?\s+(?:(?:{joint}\s+){{0,2}}(?={capital}))?){{1,7}}?"
    safer = rf"(?:Safer|Safe|SAFER)\s+(?:{capital}\s+(?:(?:and|&)\s+)?){{1,4}}?(?:Partnership|Board|PARTNERSHIP)"
    place = rf"{capital}(?:\s+(?:and|upon|AND|&)\s+{capital})*"
    borough = rf"(?:London|Royal|LONDON|ROYAL)\s+(?:Borough|BOROUGH)\s+(?:of|OF)\s+{place}(?!\s+(?:[A-Z]|and\b))"
    led = rf"{lead}(?:(?P<partnership>{parts['partnership']})|(?P<council>{parts['council']}))"
    named = rf"(?P<safer>{safer})|(?P<borough>{borough})|{led}"
    return re.compile(rf"\b(?:(?P<national>{parts['national']})|{named})(?![\w-])")


def _any_name(names: list[str], *, capitals: bool) -> str:
    """The source of a pattern for any of the names as written, or in capitals throughout; the longest first."""
    spelled = [form for name in names for form in ((name, name.upper()) if capitals else (name,))]
    parts = ((re.escape(word).replace("'", "['’]") for word in name.split()) for name in spelled)
    return "|".join(sorted((r"\s+".join(words_of) for words_of in parts), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"{words.within('bodies', 'around', 'before').pattern}\s+|[:;–—(]\s*|\s-\s", re.IGNORECASE)


_RANKS: tuple[Rank, ...] = ("partnership", "council", "national")
_AND = re.compile(r"\s*(?:,?\s*and|&)\s+(?:the\s+)?")
_TOKEN = re.compile(r"[A-Z][\w’'-]*")
_SMALL = re.compile(r"(?:the|a|an|of|and|for|by|on|in|to|The|A|An|Of|And|For|By|Report|Overview|Executive|Summary)\s+")
_COMMISSIONED = re.compile(
    r"\b(?:commissioned|initiated|instigated|requested|established|undertaken|arranged|conducted|prepared)\b[^.;]{0,60}?"
    r"\b(?:by|for|on\s+behalf\s+of)\b[^.;]{0,50}$|\bon\s+behalf\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\s*(?:\([A-Z]+\)\s*)?(?:[’']s\s+)?(?:\w+\s+){0,4}?(?:commissioned|decided|agreed|determined|initiated|resolved)\b"
)
_ENDS = re.compile(r"\b(?:(?:Children|Adults?|Safeguarding)\s+)*(?:Partnership|Board)$", re.IGNORECASE)
_LONGEST_NAME = 90
_MOST_SENTENCES = 60
_FEW_TOKENS = 2

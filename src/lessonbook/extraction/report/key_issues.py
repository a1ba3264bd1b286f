"""The sentences of a report that tell what happened: at most eight of its own, in time order.

Chosen by a sum that anyone can follow: the part it stands in, what it tells of (harm, services, missed chances,
family, themes, dates), how much it shares with the rest of the telling, and that it stands alone. One of each kind of
telling comes first; no two say the same, and none repeats a learning point or a recommendation. Words and weights are
in ``key_issues.toml``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from lessonbook.domain import (
    Claim,
    Document,
    Heading,
    PartialDate,
    Passage,
    Span,
    StatementClaim,
    Table,
    evidence_of,
)
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.report.facts.front import without_number
from lessonbook.extraction.report.sections import Section
from lessonbook.extraction.report.sureness import combine
from lessonbook.extraction.report.words import content
from lessonbook.vocabulary import dates
from lessonbook.vocabulary.matching import any_of


class _Candidate(msgspec.Struct):
    """A sentence that may be chosen. ``date`` is its own (then it is ``dated``) or the one before."""

    passage: Passage
    section: int
    order: int
    weight: float
    facets: frozenset[str]
    words: frozenset[str]
    date: PartialDate | None
    dated: bool
    first: bool
    score: float = 0.0


def choose(document: Document, sections: Sequence[Section], taken: Sequence[Span] = ()) -> tuple[Claim, ...]:
    """At most eight sentences of summary and events as ``key-issue`` statements, in time order.

    ``taken`` is where learning points, recommendations and other statements stand: neither they nor their wording
    are chosen again.
    """
    candidates = list(_candidates(sections))
    _score(candidates)
    if not _tells_of_a_case(candidates):
        return ()
    said = [_content_words(document.text[span.start : span.end]) for span in taken]
    free = [one for one in candidates if not _is_taken(one, taken) and not _is_said(one.words, said)]
    chosen = _chosen(free)
    return tuple(_claim(one, document) for one in _in_time(chosen))


def _candidates(sections: Sequence[Section]) -> Iterator[_Candidate]:
    weights: dict[str, float] = _DATA["sections"]
    order = 0
    for number, section in enumerate(sections):
        weight = weights.get(section.kind)
        if section.kind in _UNTOLD and section.heading is not None and _telling().search(section.heading.text):
            weight = weights["summary"]
        if weight is None:
            continue
        reached: PartialDate | None = None
        for at, (passage, date) in enumerate(_told(section)):
            reached = date or reached
            order += 1
            if order > _MOST_READ:
                return
            if _stands_alone(passage.text):
                facets = frozenset(match.lastgroup for match in _facets().finditer(passage.text) if match.lastgroup)
                words = _content_words(passage.text)
                if facets <= _ALONE_TOO_LITTLE:
                    continue
                yield _Candidate(passage, number, order, weight, facets, words, reached, date is not None, at < _EARLY)


def _tells_of_a_case(candidates: Sequence[_Candidate]) -> bool:
    """Whether enough sentences speak of persons: an account of a system, with figures, has no case to tell."""
    return sum(_PERSON.search(one.passage.text) is not None for one in candidates) >= _PERSONAL * len(candidates)


def _told(section: Section) -> Iterator[tuple[Passage, PartialDate | None]]:
    """The sentences of a section, with the date that each says, or that the first cell of its row says."""
    for block in section.blocks:
        if isinstance(block, Table):
            for row in block.rows[:_MOST_ROWS]:
                cells = [[inner.passage for inner in cell.blocks] for cell in row.cells]
                first = _date_in(cells[0][0]) if cells and cells[0] else None
                for passage in (passage for cell in cells[1:] for passage in cell):
                    yield from (
                        (sentence, _date_in(sentence) or first) for sentence in sentences(without_number(passage))
                    )
        elif not isinstance(block, Heading):
            yield from ((sentence, _date_in(sentence)) for sentence in sentences(without_number(block.passage)))


def _date_in(passage: Passage) -> PartialDate | None:
    if _YEAR.search(passage.text) is None:
        return None
    return next((found.value for found in dates.read(passage.text)), None)


def _stands_alone(text: str) -> bool:
    """Whether a sentence is whole, needs none before it, and is of the case and not of the review."""
    count = text.count(" ") + 1
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or not text.endswith((".", ".”", ".’")) or not text[0].isupper():
        return False
    if _leaning().match(text) or _not_ours().search(text) or _ACT.search(text):
        return False
    return len(_PRONOUN.findall(text)) * _WORDS_A_PRONOUN <= count


def _score(candidates: Sequence[_Candidate]) -> None:
    """Sets each candidate's score: its part, what it tells of, and the share of its words that others use too."""
    counts = Counter(word for one in candidates for word in one.words)
    common = max(counts.values(), default=1)
    name = _name_of(candidates)
    worth: dict[str, float] = _DATA["worth"]
    for one in candidates:
        central = sum(counts[word] for word in one.words) / (len(one.words) or 1) / common
        one.score = one.weight + sum(worth[facet] for facet in one.facets) + worth["central"] * min(1.0, 3 * central)
        one.score += worth["named"] * (_LABEL.search(one.passage.text) is not None or name in one.passage.text.split())
        one.score += worth["dated"] * one.dated + worth["early"] * one.first


def _name_of(candidates: Sequence[_Candidate]) -> str | None:
    """The capital word within sentences that most of them share: a first name, where the report uses one."""
    counts = Counter(word for one in candidates for word in set(_CAPITAL.findall(one.passage.text)))
    word, count = next(iter(counts.most_common(1)), ("", 0))
    return word if count >= max(_FEW, _NAMED * len(candidates)) else None


def _chosen(free: Sequence[_Candidate]) -> list[_Candidate]:
    """The best of each kind of telling, then the best of all, each unlike those before it and not in their midst.

    Where that leaves fewer than there may be, neighbours of chosen sentences are taken too.
    """
    ranked = sorted((one for one in free if one.score >= _LEAST), key=lambda one: (-one.score, one.order))
    chosen: list[_Candidate] = []
    for facet in _WANTED:
        best = next((one for one in ranked if facet in one.facets and _adds(one, chosen)), None)
        if best is not None:
            chosen.append(best)
    for crowded in (False, True):
        for one in ranked:
            if len(chosen) < _MOST and _adds(one, chosen) and (crowded or not _in_the_midst(one, chosen)):
                chosen.append(one)
    return chosen


def _adds(one: _Candidate, chosen: Sequence[_Candidate]) -> bool:
    """Whether a sentence says something that no chosen one says."""
    return one not in chosen and not _is_said(one.words, [other.words for other in chosen])


def _in_the_midst(one: _Candidate, chosen: Sequence[_Candidate]) -> bool:
    near = sum(other.section == one.section and abs(other.order - one.order) <= _NEAR for other in chosen)
    return near >= _MOST_NEAR


def _in_time(chosen: Sequence[_Candidate]) -> list[_Candidate]:
    """By the dates that they speak of; one without a date stays behind the one it stands behind in the report."""
    ordered: list[_Candidate] = sorted((one for one in chosen if one.date is not None), key=_when)
    for one in sorted((one for one in chosen if one.date is None), key=lambda one: one.order):
        before = [other for other in ordered if other.section == one.section and other.order < one.order]
        at = max(
            (ordered.index(other) + 1 for other in before),
            default=0 if not ordered else len(ordered) * (one.order > ordered[-1].order),
        )
        ordered.insert(at, one)
    return ordered


def _when(one: _Candidate) -> tuple[object, int]:
    return (one.date.earliest if one.date else None, one.order)


def _claim(one: _Candidate, document: Document) -> Claim:
    told = [
        ("in-its-section", True),
        ("tells-of-harm", "harm" in one.facets),
        ("tells-of-services", "services" in one.facets),
    ]
    told += [("dated", one.dated), ("one-of-many", True), ("several-candidates", one.score < _FAIR)]
    reasons = tuple(reason for reason, holds in told if holds)
    statement = StatementClaim("key-issue", " ".join(one.passage.text.split()))
    evidence = evidence_of(one.passage, document)
    return Claim("statement", statement, evidence, confidence=combine(reasons), reasons=reasons)


def _is_taken(one: _Candidate, taken: Sequence[Span]) -> bool:
    own = one.passage.spans()
    return any(mine.start < span.end and span.start < mine.end for mine in own for span in taken)


def _is_said(words: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return any(_share(words, other) > _ALIKE for other in said)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def _content_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.casefold()))


@cache
def _facets() -> re.Pattern[str]:
    """One pattern for all words that are worth something; the group says what they tell of."""
    listed: dict[str, list[str]] = {name: words for name, words in _DATA["words"].items() if name in _DATA["worth"]}
    groups = (rf"(?P<{name}>{any_of(words)})" for name, words in listed.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(_DATA['headings']['telling'])})\b", re.IGNORECASE)


@cache
def _leaning() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{any_of(_DATA['words']['leaning'])})(?!\w)", re.IGNORECASE)


@cache
def _not_ours() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_DATA['words']['not_ours'])})(?!\w)", re.IGNORECASE)


_DATA: dict[str, Any] = content("key_issues.toml")
_WANTED = ("harm", "people", "services", "missed")
_ALONE_TOO_LITTLE = frozenset({"people", "missed"})
_MOST = 8
_MOST_READ, _MOST_ROWS = 500, 80
_FEWEST_WORDS, _MOST_WORDS = 7, 50
_WORDS_A_PRONOUN = 6
_EARLY = 3
_NEAR, _MOST_NEAR = 2, 2
_ALIKE = 0.6
_LEAST, _FAIR = 3.4, 6.0
_PERSONAL = 0.08
_PERSON = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Mm]others?|[Ff]athers?|[Bb]aby|parents|partner|husband|wife|son|daughter|brother"
    r"|sister|siblings?|(?:Child|Adult|Baby|Mr|Mrs|Ms|Miss|Person|Family|Sibling)\s+[A-Z]\w*|the\s+(?:child|family|victim|boy|girl))\b"
)
_LABEL = re.compile(r"\b(?:Child|Adult|Baby|Mr|Mrs|Ms|Miss|Young\s+Person|Family|Infant|Twin)\s+[A-Z]\w*")
_CAPITAL = re.compile(r"(?<=[a-z,]\s)[A-Z][a-z]{2,}\b")
_FEW, _NAMED = 3, 0.1
_UNTOLD = frozenset({"cover", "other"})
_YEAR = re.compile(r"(?:19|20)\d\d|\d/\d\d|['’]\d\d\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PRONOUN = re.compile(r"\b(?:he|she|they|him|them|his|her|their|it|this|these)\b", re.IGNORECASE)
_ACT = re.compile(r"\b[A-Z]\w+\s+Act\s+(?:19|20)\d\d|\bs(?:ection|\.)\s?\d")

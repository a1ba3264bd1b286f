"""The kind or kinds of review that a report says it is.

The cover counts before anything else. Kinds that the text only mentions ("an earlier serious case review", "the Rapid
Review Panel") are not the report's own; in running text a kind counts behind "this", "commissioned", "report of" alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from lessonbook.domain import Audience, Passage
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front
from lessonbook.extraction.report.facts.writing import Reading
from lessonbook.vocabulary import kinds
from lessonbook.vocabulary.kinds import KindMatch
from lessonbook.vocabulary.matching import any_of

Named = tuple[str, Passage]


def read_kinds(front: Front) -> Reading[tuple[str, ...]] | None:
    """The kinds of the cover, else of the running lines, else of what the text says of itself."""
    told = list(_self_described(front))
    for pair in front.pairs_of("kind"):
        named = [(match.id, pair.value) for match in kinds.matches(pair.value.text)]
        if named:
            return _reading(named, told, ("label-found",))
    cover = [named for line in front.cover for named in _own(line.passage)]
    if cover:
        return _reading(cover, told, ("on-the-cover",))
    running = [named for line in front.running for named in _own(line.passage)]
    if running:
        return _reading(running, told, ("in-a-header-or-footer",))
    return _reading(_most_told(told), told, ("self-description",)) if told else None


def read_audience(
    front: Front, named: Reading[tuple[str, ...]] | None, commissioner: Reading[str] | None
) -> Reading[Audience] | None:
    """Whom reviews of these kinds are about, where the board, cover or opening do not speak against it."""
    about = kinds.audience_of(named.value) if named else None
    board = commissioner.value if commissioner else ""
    child = _CHILDREN.search(board) is not None or _speaks_of(front, "child")
    adult = _ADULTS.search(board) is not None or _speaks_of(front, "adult")
    if (_CHILDREN.search(board) is None) != (_ADULTS.search(board) is None):
        child, adult = _CHILDREN.search(board) is not None, _ADULTS.search(board) is not None
    if named is not None and about is not None:
        agrees = child if about == "children" else adult
        if not agrees and set(named.value) <= _ANYBODYS:
            return None
        reasons = (*named.reasons, "fits-the-kind") if agrees else named.reasons
        return Reading(about, named.passages, (*reasons, "inferred"), "inferred")
    if child == adult or named is None:
        return None
    return Reading("children" if child else "adults", named.passages, ("inferred", "fits-the-kind"), "inferred")


def _reading(named: list[Named], told: list[Named], reasons: tuple[str, ...]) -> Reading[tuple[str, ...]]:
    """The kinds named, with a further one that the text says it is jointly with one of them."""
    ids = list(dict.fromkeys(kind for kind, _ in named))
    ids = [kind for kind in ids if not (kind in _GENERAL and len(ids) > 1)] or ids
    passages = list(dict.fromkeys(passage for kind, passage in named if kind in ids))
    for kind, passage in told:
        if kind not in ids and kind not in _GENERAL and _joins(passage.text, ids):
            ids.append(kind)
            passages.append(passage)
    agreeing = [passage for kind, passage in told if kind in ids and passage not in passages]
    if agreeing and reasons != ("self-description",):
        reasons, passages = (*reasons, "two-places-agree"), [*passages, agreeing[0]]
    elif reasons == ("self-description",) and len(agreeing) > 1:
        reasons = (*reasons, "repeated")
    elif told and not agreeing and not any(kind in ids for kind, _ in told):
        reasons = (*reasons, "places-disagree")
    return Reading(tuple(ids), tuple(passages[:_MOST_PLACES]), reasons)


def _joins(text: str, ids: list[str]) -> bool:
    """Whether a sentence says that the review is of one of these kinds and of another: "a joint DHR and SAR"."""
    return _JOINT.search(text) is not None and any(kind in ids for kind in kinds.kinds_in(text))


def _own(passage: Passage) -> Iterator[Named]:
    """The kinds of a cover line that are not part of a body's name."""
    for match in kinds.matches(passage.text):
        if not _of_a_body(passage.text, match):
            yield match.id, passage.cut(match.start, match.end)


def _of_a_body(text: str, match: KindMatch) -> bool:
    return _body_after().match(text, match.end) is not None


def _self_described(front: Front) -> Iterator[Named]:
    for sentence in front.sentences[:_MOST_SENTENCES]:
        text = sentence.text
        for match in kinds.matches(text):
            before = text[max(0, match.start - _NEAR) : match.start]
            if _of_a_body(text, match) or words.within("kinds", "other").search(text, 0, match.start):
                continue
            if _self_before().search(before):
                yield match.id, sentence.passage.cut(match.start, match.end)


def _most_told(told: list[Named]) -> list[Named]:
    """The kinds told most often: all that are told half as often as the first, a general one only alone."""
    counts = Counter(kind for kind, _ in told if kind not in _GENERAL) or Counter(kind for kind, _ in told)
    most = counts.most_common(1)[0][1]
    kept = {kind for kind, count in counts.items() if 2 * count > most}
    if len(kept) > 2:
        kept = {counts.most_common(1)[0][0]}
    return [(kind, passage) for kind, passage in told if kind in kept]


def _speaks_of(front: Front, whom: str) -> bool:
    texts = " ".join(line.passage.text for line in (*front.cover, *front.running))
    texts += " ".join(sentence.text for sentence in front.sentences[:_MOST_SENTENCES])
    return len(_whom()[whom].findall(texts)) > 1


@cache
def _whom() -> dict[str, re.Pattern[str]]:
    return {
        "child": re.compile(r"\b(?:child|children|baby|infant|boy|girl|schools?)\b", re.IGNORECASE),
        "adult": re.compile(r"\b(?:adults?|man|woman|care home|domestic homicide|victim)\b", re.IGNORECASE),
    }


@cache
def _body_after() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*\([A-Z]+s?\))?[\s-]+(?:{any_of(words.content('kinds', 'bodies'))})\b", re.IGNORECASE)


@cache
def _self_before() -> re.Pattern[str]:
    own = any_of(words.content("kinds", "self"))
    kind = r"(?:[\w’'/-]+\s+){0,5}?"
    return re.compile(rf"\b(?:{own})\s+{kind}(?:\(?\w+\)?\s+(?:and|/)\s+)?\(?$", re.IGNORECASE)


_CHILDREN = re.compile(r"\b(?:Child|Children|CHILD|CHILDREN)", re.ASCII)
_ADULTS = re.compile(r"\b(?:Adults?|ADULTS?)\b")
_JOINT = re.compile(r"\b(?:joint|jointly|combined|both|also|and|dual)\b|/", re.IGNORECASE)
_GENERAL = frozenset({"learning-review", "thematic-review"})
# Kinds that others than children's partnerships hold too: whom they are about must be said elsewhere.
_ANYBODYS = frozenset({"rapid-review", "learning-review", "thematic-review", "national-panel-review"})
_MOST_SENTENCES = 70
_MOST_PLACES = 4
_NEAR = 110

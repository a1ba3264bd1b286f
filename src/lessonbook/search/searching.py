"""A search: words and meaning joined, filters, facets, and the best hits with what made them hits."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from lessonbook.domain import LessonbookError, PartialDate
from lessonbook.meaning import likeness
from lessonbook.register import meanings
from lessonbook.register.sqlite import is_sqlite
from lessonbook.search import fulltext, query, selecting, stored
from lessonbook.search.hits import Results, hits_of
from lessonbook.search.query import Filter, Query
from lessonbook.vocabulary.stopwords import is_stopword

# How words and meaning are joined was measured: docs/adr/0014.
_SHARE_OF_WORDS = 0.06
_LEAST_LIKENESS = 0.35
_MOST_BY_MEANING = 300
_AT_ONCE = 300  # meanings that a search computes itself; more are left to the step that an import ends with

_Scored = tuple[NDArray[np.int64], NDArray[np.float32]]
_NOTHING: _Scored = (np.zeros(0, np.int64), np.zeros(0, np.float32))


class Options(msgspec.Struct, frozen=True):
    """What a search is limited to, besides the filters in its text.

    With ``exact`` every word must be there and meaning plays no part. ``documents`` also looks through the full text of
    reports. ``limit`` hits are given, those after the first ``offset``.
    """

    filters: tuple[Filter, ...] = ()
    published_from: PartialDate | None = None
    published_to: PartialDate | None = None
    exact: bool = False
    documents: bool = False
    limit: int = 20
    offset: int = 0


def search(text: str, options: Options | None = None) -> Results:
    """What the register says about a text, the best first, with the number of reviews under each facet.

    Quoted words, operators and filters always hold. A text of filters alone finds all that they let through.
    Raises ``LessonbookError``: ``query-unreadable``, ``filter-unknown``, ``filter-value-unknown``, ``area-unknown``,
    ``search-not-here`` where the register is not in SQLite.
    """
    if not is_sqlite():
        raise LessonbookError(
            "search-not-here", "Search works on registers in SQLite only: this one is in another database."
        )
    options = options or Options()
    asked = query.read(text)
    every = (*asked.filters, *options.filters)
    wording = fulltext.Wording()
    needed, by_words = _by_words(asked, wording, exact=options.exact)
    by_meaning = not options.exact and asked.meaning != "" and (asked.words != () or asked.tree is not None)
    without_meaning = meanings.missing() if by_meaning else 0
    if 0 < without_meaning <= _AT_ONCE:
        without_meaning -= meanings.learn()
    index = stored.opened()
    owners = selecting.owners_published(options.published_from, options.published_to)
    vector = meanings.of(asked.meaning) if by_meaning else None
    found, scores = [], []
    best = float(by_words[1].max()) if len(by_words[1]) else 0.0
    for segment in index.segments:
        mask = selecting.allowed(segment, index, every, owners, documents=options.documents)
        if needed is not None:
            mask &= np.isin(segment.ids, needed, assume_unique=True)
        rows, score = _scored(segment, mask, by_words, best, vector, everything=needed is not None or _is_bare(asked))
        found.append((segment, rows))
        scores.append(score)
    ids = np.concatenate([segment.ids[rows] for segment, rows in found]) if found else np.zeros(0, np.int64)
    score = np.concatenate(scores) if scores else np.zeros(0, np.float32)
    order = np.lexsort((ids, -score))[options.offset : options.offset + options.limit]
    top = [(int(ids[at]), float(score[at])) for at in order]
    return Results(
        hits=hits_of(top, wording.highlighted()),
        total=len(ids),
        facets=selecting.counted(found),
        respelled=wording.respelled,
        without_meaning=without_meaning,
    )


def _is_bare(asked: Query) -> bool:
    return not asked.words and asked.tree is None


def _by_words(asked: Query, wording: fulltext.Wording, *, exact: bool) -> tuple[NDArray[np.int64] | None, _Scored]:
    """The items that must be (nothing: any may), and the items with words asked for, with scores."""
    words = [word for word in asked.words if not is_stopword(word.text)] or list(asked.words)
    loose = [wording.widen(word) for word in words]
    bound = fulltext.expression(asked.tree, wording) if asked.tree else ""
    needed = None
    joined = (" AND " if exact else " OR ").join(f"({part})" for part in loose)
    if exact and loose:
        bound = f"({bound}) AND {joined}" if bound else joined
    if bound and not loose:
        scored = fulltext.matching(bound)
        return scored[0], scored
    if bound:
        needed = fulltext.matching(bound)[0]
    ranked = " OR ".join(f"({part})" for part in (bound if not exact else "", joined) if part)
    scored = fulltext.matching(ranked) if ranked else _NOTHING
    return needed, scored


def _scored(  # noqa: PLR0913 - one argument for each thing that is joined here
    segment: stored.Segment,
    mask: selecting.Mask,
    by_words: _Scored,
    best: float,
    vector: NDArray[np.int8] | None,
    *,
    everything: bool,
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The rows found in a segment, and the score of each, from 0 to 1 and a little beyond."""
    words = np.zeros(len(segment), np.float32)
    at = np.searchsorted(segment.ids, by_words[0])
    inside = at < len(segment)
    inside[inside] = segment.ids[at[inside]] == by_words[0][inside]
    words[at[inside]] = by_words[1][inside] / (best or 1.0)
    shown = mask & ((words > 0) | everything)
    if vector is None:
        rows = np.flatnonzero(shown)
        return rows, words[rows]
    alike = likeness(vector, segment.vectors).astype(np.float32)
    near = mask & (alike >= _LEAST_LIKENESS)
    close = np.flatnonzero(near)
    if len(close) > _MOST_BY_MEANING:
        close = close[np.argpartition(-alike[close], _MOST_BY_MEANING)[:_MOST_BY_MEANING]]
    shown[close] = True
    rows = np.flatnonzero(shown)
    return rows, _SHARE_OF_WORDS * words[rows] + (1 - _SHARE_OF_WORDS) * alike[rows]

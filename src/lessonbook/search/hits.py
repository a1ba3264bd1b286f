"""Hits as a person sees them: the sentence around what was found, where it stands, and the review it belongs to."""

import re
from collections.abc import Sequence

import msgspec

from lessonbook.domain import PartialDate, Review
from lessonbook.domain.serialise import from_json
from lessonbook.register import models as register
from lessonbook.search.fulltext import folded
from lessonbook.search.models import Item


class Hit(msgspec.Struct, frozen=True):
    """Something found. ``kind`` is the statement's kind, ``harm``, ``title`` or ``document``.

    ``text`` are the words found, ``marks`` where in them the words asked for stand, as pairs of offsets in characters.
    ``statement`` is the statement's id. ``page`` and ``start`` say where in the document the words begin.
    """

    review: str
    statement: str | None
    kind: str
    text: str
    score: float
    marks: tuple[tuple[int, int], ...]
    area: str | None
    label: str | None
    published: PartialDate | None
    addressees: tuple[str, ...]
    document: str | None
    page: int | None
    start: int


class Results(msgspec.Struct, frozen=True):
    """The answer to a search. ``facets`` has for each facet its values with the number of reviews.

    ``respelled`` are words that nothing has as typed, with what was looked for instead; ``without_meaning`` counts the
    items whose meaning is not known yet.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, list[tuple[str, int]]]
    respelled: dict[str, str]
    without_meaning: int = 0


def hits_of(top: Sequence[tuple[int, float]], forms: Sequence[str]) -> tuple[Hit, ...]:
    """The hits for items and their scores, in that order; an item that is no longer there is left out."""
    items = {item.pk: item for item in Item.objects.filter(pk__in=[pk for pk, _ in top]).select_related("owner")}
    names = {item.owner.review for item in items.values()}
    records = dict(register.Review.objects.filter(pk__in=names).values_list("pk", "record"))
    reviews = {name: from_json(record, Review) for name, record in records.items()}
    pattern = _pattern(forms)
    return tuple(
        _hit(items[pk], reviews[items[pk].owner.review], score, pattern)
        for pk, score in top
        if pk in items and items[pk].owner.review in reviews
    )


def _hit(item: Item, review: Review, score: float, pattern: re.Pattern[str] | None) -> Hit:
    statement = next((one for one in review.statements if one.id == item.statement), None)
    text, skipped = _around(item.text, pattern) if item.kind == "document" else (item.text, 0)
    return Hit(
        review.id,
        item.statement or None,
        item.kind,
        text,
        round(score, 4),
        _marks(text, pattern),
        review.area.as_written if review.area else None,
        review.label or review.title,
        review.published,
        statement.addressees if statement else (),
        item.document or None,
        item.page,
        item.start + skipped,
    )


def _pattern(forms: Sequence[str]) -> re.Pattern[str] | None:
    """What makes a hit, in folded text: whole words, longest first, any white space or sign between words."""
    alternatives = []
    for form in sorted({folded(form) for form in forms}, key=len, reverse=True):
        words = re.findall(r"\w+", form)
        if words:
            alternatives.append(r"\W+".join(map(re.escape, words)) + (r"\w*" if form.endswith("*") else ""))
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b") if alternatives else None


def _marks(text: str, pattern: re.Pattern[str] | None) -> tuple[tuple[int, int], ...]:
    plain = folded(text)
    if pattern is None or len(plain) != len(text):  # a letter that folds to two would move every offset
        plain = text.lower()
    return tuple(match.span() for match in pattern.finditer(plain)) if pattern and len(plain) == len(text) else ()


def _around(text: str, pattern: re.Pattern[str] | None) -> tuple[str, int]:
    """The sentence of a passage that holds the most of what was asked for, with its neighbours, and its offset."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    sentences = [(first, last) for first, last in zip([0, *ends], [*ends, len(text)], strict=True) if last > first]
    if pattern is None or not sentences:
        return text, 0
    held = [len(set(pattern.findall(folded(text[first:last])))) for first, last in sentences]
    best = held.index(max(held))
    first = sentences[max(0, best - 1)][0]
    last = sentences[min(len(sentences) - 1, best + 1)][1]
    return text[first:last].strip(), first


_SENTENCE_END = re.compile(r"[.!?][”’\")]*\s+(?=[A-Z“‘\"(])")

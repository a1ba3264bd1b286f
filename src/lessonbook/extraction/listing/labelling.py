"""Labels in the lines of a list page: the vocabulary's, asked for often and so remembered."""

from functools import lru_cache

from lessonbook.vocabulary import labels
from lessonbook.vocabulary.labels import LabelMatch

_LONGEST = 160


def label_at(text: str, start: int = 0) -> LabelMatch | None:
    """The label at a character of a line, or none. ``end`` counts from there.

    Within a line a label has a colon, so most places need no look at the vocabulary.
    """
    opening = text[start : start + _LONGEST]
    return None if start and ":" not in opening else _label_at(opening)


@lru_cache(maxsize=8_192)
def _label_at(opening: str) -> LabelMatch | None:
    return labels.label_at(opening)

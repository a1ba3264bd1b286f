"""The words for people in a case: the person it is about, what a word says of sex, other people, and labels."""

from functools import cache

from lessonbook.vocabulary.matching import any_of, key
from lessonbook.vocabulary.tables import words_of


@cache
def words(group: str) -> frozenset[str]:
    """The words of one list of people.toml, as ``matching.key`` writes them. Raises ``LessonbookError`` without it."""
    return frozenset(key(word) for word in words_of("people.toml", group))


@cache
def pattern(*groups: str) -> str:
    """The source of a pattern for any word of these lists."""
    return any_of(word for group in groups for word in words_of("people.toml", group))

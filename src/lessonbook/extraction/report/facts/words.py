"""The words by which facts are found in a report, from ``words.toml``."""

import re
from functools import cache
from typing import Any

from lessonbook.extraction.report import words as report_words
from lessonbook.vocabulary.matching import Lexicon, any_of, key


def content(*path: str) -> Any:  # noqa: ANN401 - a part of the file: a table or a list
    """A part of the file by the keys that lead to it."""
    part: Any = _DATA
    for step in path:
        part = part[step]
    return part


@cache
def within(*path: str) -> re.Pattern[str]:
    """A pattern for any of a list's words within a text, whole and in any case."""
    return re.compile(rf"(?<!\w)(?:{any_of(content(*path))})(?!\w)", re.IGNORECASE)


@cache
def ending(*path: str) -> re.Pattern[str]:
    """A pattern for any of a list's words at the end of a text, an article or a little more behind it."""
    return re.compile(rf"(?<!\w)(?:{any_of(content(*path))})(?:\s+(?:the|an?|this|of|as|to be))*\s*$", re.IGNORECASE)


@cache
def lexicon(part: str) -> Lexicon:
    """The lists of a part of the file as one vocabulary: each list is an entry."""
    return Lexicon(
        {word: name for name, listed in content(part).items() if isinstance(listed, list) for word in listed}
    )


@cache
def known(*path: str) -> frozenset[str]:
    """A list's words as ``matching.key`` writes them."""
    return frozenset(key(word) for word in content(*path))


_DATA: dict[str, Any] = report_words.content("facts/words.toml")

"""How much a document looks like a report about one review."""

import re
from collections.abc import Sequence
from functools import cache

from lessonbook.domain import Document, Heading, Table
from lessonbook.extraction.report import words
from lessonbook.extraction.report.sections import Section

# Kinds of section that only reports have together.
_TELLING = frozenset(
    {
        *("terms-of-reference", "method", "subject", "family", "summary", "executive-summary", "events", "voice"),
        *("analysis", "findings", "good-practice", "learning", "recommendations", "conclusion", "action-plan", "scope"),
    }
)
_STATING = frozenset({"findings", "learning", "recommendations", "action-plan", "good-practice"})


def fit(document: Document, sections: Sequence[Section]) -> float:
    """From 0 to 0.95: its title and opening, the sections it has, and how much it speaks of a review."""
    opening, title = _opening(document)
    if _other().search(title) and not _named().search(title):
        return 0.0
    kinds = {section.kind for section in sections if section.own} & _TELLING
    speaks = len(_REVIEW.findall(document.text[:_LOOKED_AT])) / max(1, min(len(document.text), _LOOKED_AT) / 1000)
    score = 0.1 * min(len(kinds), 5)
    score += 0.35 if _named().search(title) else 0.2 if _named().search(opening) else 0.0
    score += 0.1 if kinds & _STATING else 0.0
    score += 0.15 if speaks >= _OFTEN else 0.0
    if _other().search(opening[:_TITLE_CHARACTERS]) and not _named().search(title):
        score -= 0.3
    if not kinds & _STATING and not _named().search(title):
        score -= 0.3
    return round(max(0.0, min(0.95, score)), 2)


def speaks_of_several(document: Document) -> bool:
    """Whether the title is that of a yearly report, which tells of several reviews."""
    return _yearly().search(_opening(document)[1]) is not None


def _opening(document: Document) -> tuple[str, str]:
    """The first words of a document, and those of its title: its first headings, or its first line."""
    first = [block for block in document.blocks[:_BLOCKS] if not isinstance(block, Table)]
    texts = [block.passage.text for block in first]
    headings = [block.passage.text for block in first if isinstance(block, Heading)][:3]
    lines = [text for text in texts[:4] if len(text) < _LONGEST_TITLE]
    return "\n".join(texts)[:_OPENING_CHARACTERS], "\n".join([document.title or "", *lines, *headings])


@cache
def _named() -> re.Pattern[str]:
    return _pattern("titles")


@cache
def _other() -> re.Pattern[str]:
    return _pattern("others")


@cache
def _yearly() -> re.Pattern[str]:
    return _pattern("yearly")


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.content('fitting.toml')[name])})\b", re.IGNORECASE | re.MULTILINE)


_REVIEW = re.compile(r"\b(?:review|reviewers?|inquiry|agencies|recommendations?|learning)\b", re.IGNORECASE)
_OFTEN = 1.0  # times in a thousand characters
_LOOKED_AT = 60_000
_BLOCKS, _OPENING_CHARACTERS, _TITLE_CHARACTERS, _LONGEST_TITLE = 40, 3_000, 600, 160

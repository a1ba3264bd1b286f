"""Whom a mark of relevance speaks of: the area that it names, or the partnership whose digest it is.

A case that one partnership marked is not for that reason relevant to another that takes its digest in.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lessonbook.domain import Document, Table
from lessonbook.extraction.facts import CaseHeading, read_case_heading
from lessonbook.vocabulary import areas


def marked_by(words: str, document: Document) -> str | None:
    """The area or partnership, as written, that a mark in these words is about; nothing where no one is named."""
    return _named_in(words) or _publisher(document)


def _publisher(document: Document) -> str | None:
    """Who publishes the digest: named where it explains its mark, else the first partnership in its front matter."""
    front = list(_front_matter(document))
    for text in front:
        if _EXPLAINS.search(text) and (area := _named_in(text)):
            return area
    names = (match[0] for text in front for match in _PARTNERSHIP.finditer(text))
    return next((name for name in names if not _NOBODY.fullmatch(name)), None)


def _front_matter(document: Document) -> Iterator[str]:
    yield document.title or ""
    for block in islice(document.blocks, _FRONT_BLOCKS):
        if isinstance(block, Table) or _is_case(read_case_heading(block.passage)):
            return
        yield block.passage.text


def _is_case(heading: CaseHeading) -> bool:
    return heading.area is not None and (heading.published is not None or heading.label is not None)


def _named_in(words: str) -> str | None:
    names = (match["name"] for match in _AFTER_PREPOSITION.finditer(words))
    return next((name for name in names if areas.resolve(name).status == "named"), None)


_FRONT_BLOCKS = 25
_EXPLAINS = re.compile(r"\b(?:relevan\w+|italics?|marked|highlighted)\b", re.IGNORECASE)
_CAPITALISED = r"(?!(?:Of|The|In|For|From|Our|By|To|And|This|Welcome)\b)[A-Z][\w’'-]*"
_JOINED = rf"{_CAPITALISED}(?:\s+(?:(?:and|&|of|on|upon|in|the)\s+)*{_CAPITALISED})*"
_AFTER_PREPOSITION = re.compile(rf"\b(?:to|in|for|across|within)\s+(?:the\s+)?(?P<name>{_JOINED})")
_PARTNERSHIP = re.compile(
    rf"\b{_JOINED}\s+(?:Partnership|Board|Executive|Hub|Council|Alliance)\b|\b[A-Z]{{2,8}}(?:SCP|SAB|SCB|SP)\b"
)
# Names that any partnership could have: no place is in them.
_NOBODY = re.compile(
    r"(?:the\s+)?(?:Local\s+)?(?:Safeguarding\s+)?(?:Children(?:['’]s)?|Adults?)?(?:\s+and\s+Adults?)?\s*(?:Safeguarding\s+)?"
    r"(?:Partnership|Board|Executive|Hub|Council)",
    re.IGNORECASE,
)

"""Sentences of list pages that say something of the review itself: recommendations made, keywords with no label."""

import re
from typing import Literal

from lessonbook.extraction.listing import labelling, words

_MADE = re.compile(
    r"(?:(?:the )?(?:serious case )?(?:review|report|author|board|scr)\s+|it\s+|also\s+|and\s+)*"
    r"(?:makes?|made|gives?|contains?|includes?)\s+"
    r"(?P<none>no\s+)?(?:[\w-]+,?\s+){0,6}?recommendations?\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NONE = re.compile(
    r"(?:there (?:are|were)\s+)?no (?:[\w-]+\s+){0,3}recommendations?\b.*|none(?: (?:made|given|stated))?\.?"
    r"|(?:recommendations\s+)?(?:are|were) not made\b.*",
    re.IGNORECASE | re.DOTALL,
)
# Whom recommendations are for, and nothing else: "for all agencies", "to the LSCB and partner agencies".
_BODY = rf"(?:(?!(?:for|to|on|of|about|that)\b)[\w'’-]+,?\s+){{0,4}}?{words.any_of('bodies')}"
_FOR_WHOM = re.compile(
    rf"\s*(?:for|to)\s+{_BODY}(?:,?\s+(?:and\s+)?{_BODY})*(?=\s*(?:[.,;:]|$|(?:that|to|on|about|regarding|around)\b))",
    re.IGNORECASE,
)
# Behind one of these words stands what is recommended.
_CONTENT = re.compile(
    r"[\s,]*(?:that|on|about|regarding|around|concerning|covering|relating|related|to|in relation|with regard"
    r"|focus\w*|addressing|aimed|for|including|include)\b\s*\S",
    re.IGNORECASE,
)


def recommendations_made(sentence: str) -> Literal["none", "made", "content"] | None:
    """What a sentence says of recommendations: none are made, some are, or also what they are. Or nothing of it."""
    text = sentence.strip()
    label = labelling.label_at(text)
    if _NONE.fullmatch(text) or (label is not None and label.role == "no-recommendations"):
        return "none"
    match = _MADE.fullmatch(text)
    if match is None:
        return None
    if match["none"]:
        return "none"
    rest = match["rest"]
    whom = _FOR_WHOM.match(rest)
    return "content" if _CONTENT.match(rest[whom.end() :] if whom else rest) else "made"


_OF_SENTENCES = words.within("of_sentences")


def keywords_of(text: str) -> tuple[str, ...]:
    """The keywords of a list, the full stop at its end left out."""
    return tuple(word for part in re.split(r"[,;]", text) if (word := part.strip(" \t\n.·•")))


def are_keywords(text: str) -> bool:
    """Whether a line of its own that ends a case is keywords with no label, as in "Neglect, young parents."."""
    return _can_be_keywords(text, longest=6) and (len(keywords_of(text)) > 1 or len(text.split()) <= 4)


def are_plain_keywords(text: str) -> bool:
    """The same for the last sentence of a paragraph, where less may be taken for granted."""
    return _can_be_keywords(text, longest=4) and len(keywords_of(text)) > 1


def _can_be_keywords(text: str, longest: int) -> bool:
    keywords = keywords_of(text)
    return (
        bool(keywords)
        and not re.search(r"[:?!>]|\.\s", text)
        and not _OF_SENTENCES.search(text)
        and all(len(keyword.split()) <= longest for keyword in keywords)
    )

"""The method of a review as a sentence names it."""

import re

from lessonbook.domain import Method, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import methods

_SENTENCE = re.compile(r"\s*(?:(?:the review |it )?(?:uses|used)\b|blended approach)", re.IGNORECASE)


def read_method(passage: Passage) -> Found[Method] | None:
    """The method, or none where the passage is not about it."""
    match = methods.method_in(passage.text)
    if match is None and not _SENTENCE.match(passage.text):
        return None
    return Found(Method(match.id if match else None, passage.text), passage)

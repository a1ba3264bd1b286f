"""Ethnicity as a sentence states it, or says that it is not stated."""

from lessonbook.domain import Ethnicity, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import ethnicity


def read_ethnicity(passage: Passage) -> Found[Ethnicity] | None:
    """The ethnicity of one sentence or item with its words, or none where it says nothing of it."""
    status = ethnicity.status_in(passage.text)
    if status is None:
        return None
    return Found(Ethnicity(status, " ".join(passage.text.split())), passage)

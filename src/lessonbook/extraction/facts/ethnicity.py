"""Ethnicity as a sentence states it, or says that it is not stated."""

import re

from lessonbook.domain import Ethnicity, Passage
from lessonbook.extraction.facts.found import Found

_NOT_STATED = re.compile(r"\bethnicity\b.*\bnot\s+(?:stated|known|recorded)\b", re.IGNORECASE)
_STATED = re.compile(r"\b(?:ethnicity|White British|Black|Asian|mixed background|heritage)\b")


def read_ethnicity(passage: Passage) -> Found[Ethnicity] | None:
    """The ethnicity of a sentence or item, or none where it says nothing of it."""
    if _NOT_STATED.search(passage.text):
        return Found(Ethnicity("not-stated", passage.text), passage)
    if _STATED.search(passage.text):
        return Found(Ethnicity("stated", passage.text), passage)
    return None

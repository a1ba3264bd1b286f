"""Good practice in running text: the sentences that tell what somebody of a service did, or that praise it.

A section on good practice also says why it is there and how agencies work; that is none.
"""

import re
from functools import cache
from itertools import pairwise

from lessonbook.domain import Passage
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.report import words


def deeds(passage: Passage) -> list[Passage]:
    """The sentences of a paragraph on good practice that are good practice, each with the praise behind it."""
    found: list[Passage] = []
    last: Passage | None = None
    for sentence in sentences(passage):
        if last is not None and words.whole("praise").fullmatch(sentence.text):
            found[-1] = last = last.join(sentence)
        elif _tells_a_deed(sentence.text) or _praises(sentence.text):
            found.append(sentence)
            last = sentence
        else:
            last = None
    return found


def praised(passage: Passage) -> list[Passage]:
    """Each sentence of any paragraph that the next one calls good practice, with that one."""
    if "good practice" not in passage.text:
        return []
    whole = words.whole("praise")
    return [one.join(other) for one, other in pairwise(sentences(passage)) if whole.fullmatch(other.text)]


def _tells_a_deed(text: str) -> bool:
    """Whether a sentence's subject is somebody of a service, and it tells what they did."""
    match = _doer().match(text)
    return match is not None and not _TOLD.match(text, match.end()) and not words.within("disappoints").search(text)


def _praises(text: str) -> bool:
    if len(text.split()) < _FEWEST_WORDS:
        return False  # "Much was done well." leads to what was
    return words.within("praising").search(text) is not None and not words.within("disappoints").search(text)


@cache
def _doer() -> re.Pattern[str]:
    """The beginning of a sentence down to who acts, with a clause about them ("the nurse who telephoned")."""
    return re.compile(
        rf"\W*(?:[\w’'-]+\s+){{0,5}}?{words.any_of('practitioners')}(?:['’]s?)?\b(?:\s+(?:at|in|from|of|for|who|whom|based)\b)?",
        re.IGNORECASE,
    )


_FEWEST_WORDS = 6
# What follows who acts where a sentence tells what somebody said to the review, and not what they did.
_TOLD = re.compile(
    r"\s*(?:(?:also|later|now|themselves|all|both|had|have|has)\s+)*"
    r"(?:said|told the (?:review|panel|author|chair|lead)\w*|described|believed|felt|thought|reported that|explained|"
    r"considered that|assumed|expected|were (?:told|asked|unaware|unsure|not)|was (?:not|unaware)|did not|do not|"
    r"could not|would not|speak|spoke (?:of|warmly|about)|say|tell|is|are|should|must|need)\b",
    re.IGNORECASE,
)

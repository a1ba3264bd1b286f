"""The title of a report, without its author: the largest words of the cover; of a briefing the inquiry it is about."""

import re

from lessonbook.domain import Passage
from lessonbook.extraction.report.facts.bodies import bodies_in
from lessonbook.extraction.report.facts.front import Front, Line
from lessonbook.extraction.report.facts.staff import Staff, is_staff_line
from lessonbook.extraction.report.facts.writing import Reading
from lessonbook.vocabulary import dates, kinds
from lessonbook.vocabulary.matching import key


def read_title(front: Front, staff: Staff) -> Reading[str] | None:
    """The title, or none where no line of the cover stands out as one. It holds no author's name."""
    lines = [line for line in front.cover if _may_be_title(line, staff)]
    if not lines:
        return None
    headings = [line for line in lines if line.rank < _PLAIN]
    best = min(headings or lines, key=lambda line: (line.rank, not kinds.kinds_in(line.passage.text)))
    if not headings and not kinds.kinds_in(best.passage.text):
        return None
    words = " ".join(best.passage.text.split()).strip(" :-–—")
    reasons = ["on-the-cover", *(["in-the-heading"] if headings else [])]
    if front.document.title is not None and key(words) in key(front.document.title):
        reasons.append("in-the-metadata")
    return Reading(words, (best.passage,), tuple(reasons))


def inquiry_named(front: Front) -> Reading[str] | None:
    """The inquiry that a cover names in its title, where the document is about it: "Larkfield Inquiry: a briefing"."""
    for line in front.cover:
        match = _INQUIRY.search(line.passage.text)
        if match is not None and front.mentions(match["name"]) >= _OFTEN:
            passage: Passage = line.passage.cut(*match.span("name"))
            return Reading(" ".join(passage.text.split()), (passage,), ("on-the-cover", "often-mentioned"))
    return None


def _may_be_title(line: Line, staff: Staff) -> bool:
    text = line.passage.text
    if is_staff_line(text) or staff.named_in(text) or not 1 < len(text.split()) <= _LONGEST:
        return False
    if any(len(body.passage) >= len(line.passage) - 2 for body in bodies_in(line.passage)):
        return False
    return not (dates.read(text) and len(text.split()) <= 4)


_PLAIN = 9
_LONGEST = 30
_OFTEN = 5
_INQUIRY = re.compile(
    r"(?:\b[Tt]he\s+)?(?P<name>(?:(?!Public\b|The\b|Independent\b|Appreciative\b)[A-Z][\w’'-]+\s+){1,6}Inquiry)\b"
)

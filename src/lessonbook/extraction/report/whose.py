"""Whose a statement is where a report quotes another review, or describes an inquiry's."""

import re
from functools import cache

from lessonbook.domain import Document, Heading, Passage, Table
from lessonbook.extraction.report import words


def review_named(passage: Passage) -> Passage | None:
    """The words that name another review or inquiry ("the 2015 review of Child X"); nothing where there are none."""
    for match in _name().finditer(passage.text):
        name = passage.cut(match.start(), match.end()).strip(" ,.:;")
        if not _OWN.match(name.text) and _TELLING.search(name.text) and len(name.text.split()) > 1:
            return name
    return None


def recommended_by_other(sentence: Passage) -> Passage | None:
    """The review that a sentence says recommended something; nothing where it is this one, or none is named."""
    folded = sentence.text.casefold()
    if "recommend" not in folded and "proposed" not in folded:  # as most: cheaper to see than the pattern
        return None
    match = _PAST.search(sentence.text)
    if match is None:
        return None
    return (
        review_named(sentence.cut(0, match.end()))
        if not _OWN_SUBJECT.search(sentence.text[: match.start()][-60:])
        else None
    )


def described_inquiry(document: Document) -> Passage | None:
    """The inquiry that a document describes as somebody else's: a briefing whose title names it."""
    opening = [block for block in document.blocks[:_OPENING] if not isinstance(block, Table)]
    if not any(_BRIEFING.search(block.passage.text) for block in opening):
        return None
    for block in opening:
        if isinstance(block, Heading) and (match := _INQUIRY.search(block.passage.text)):
            return block.passage.cut(match.start(), match.end())
    return None


def goes_on(sentence: Passage) -> bool:
    """Whether a sentence goes on about what the review just named recommended ("It also said that … should …")."""
    match = _GOES_ON.match(sentence.text)
    return match is not None and _ASKED.search(sentence.text, match.end()) is not None


@cache
def _name() -> re.Pattern[str]:
    data = words.content("statements.toml")["names"]
    reviews, subjects = "|".join(data["reviews"]), "|".join(data["subjects"])
    year = r"(?:\(?(?:(?:published|completed) )?(?:in )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\)?)"
    before = rf"(?:(?:{year}|[A-Z][\w’'-]*|earlier|previous|national|of|and|&|local) ){{0,6}}"
    about = (
        r"(?: (?:of|into|on|for|about|concerning|regarding|in respect of|relating to|following the (?:death|murder) of)"
        r" "
        rf"(?:the (?:death|care|case|murder|deaths) of )?(?:{subjects}))"
    )
    when = rf"(?:,? {year})?(?:,? (?:in|by) (?:{year}|[A-Z]\w+))?"
    return re.compile(
        rf"\b(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?{before}(?:{reviews})\b{about}?{when}"
        rf"|\b(?:{subjects}),? \(?{year}\)?"
    )


_OWN = re.compile(
    r"(?:this|our|the present|the current)\b|the (?:lead )?(?:review|report|panel|inquiry|inspection|audit)s?$",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\d{4}|\b[A-Z][\w’'-]*\b(?<!The)(?<!A)(?<!An)|earlier|previous|national")
_PAST = re.compile(
    r"\b(?:had |has |have |also |previously )*"
    r"(?:recommended|proposed that|recommends|(?:made (?:the |a |\w+ )?(?:following )?)?recommendations?)\b",
    re.IGNORECASE,
)
_OWN_SUBJECT = re.compile(
    r"\b(?:this review|this report|we|the panel|"
    r"the (?:lead |independent )?"
    r"(?:reviewer|author|chair|(?:review|report)(?! (?:into|concerning|following|on|about)\b)))\b"
    r"[^.]*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:it|they|its (?:authors?|panel)|the same (?:review|report)) (?:also |further |then |had )*"
    r"(?:recommended|said|asked|called|proposed|advised|suggested|wanted)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:should|must|ought to|be)\b", re.IGNORECASE)
_OPENING = 14
_BRIEFING = re.compile(r"\bbriefing\b", re.IGNORECASE)
_INQUIRY = re.compile(
    r"\b(?:[A-Z][\w’'-]+ ){1,6}(?:Inquiry|Investigation)\b(?=\s*(?::|$|[–—-]| (?:recommendations|report)))"
)

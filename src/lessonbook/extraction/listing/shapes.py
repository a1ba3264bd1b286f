"""What the lines of a list page look like: the forms in which a case, a year or a page's furniture begins.

The forms are those of the lists that the NSPCC has published since 2012, and of what a saved web page puts around them.
"""

import re

from lessonbook.domain import Passage
from lessonbook.extraction.listing import words

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?i:{_MONTH})(?:\s+|,\s*))?(?:19|20)\d\d"
_DASH = r"[-\u2010\u2011–—‒−]"
LONGEST_HEADING = 200
_LONGEST_FURNITURE = 600
_LONGEST_ELSEWHERE = 80

# "2016 – Area – Name"; "2012Area – Name" and "May 2014NSPCC on behalf of …"; "2013 Area - Name". Not "2016 – 2017".
_DATED = re.compile(
    rf"[\s>•*]*{_DATE}(?:"
    rf"\s*{_DASH}[\s–—-]*(?=[^\W\d]|['‘“\"])(?!(?i:{_MONTH})\s+\d)"
    r"|(?=[A-Z])"
    rf"|\s+(?=[A-Z][^.;:]*\s{_DASH}+))"
)
_DATE_AT_START = re.compile(rf"[\s>•*]*{_DATE}")
_BETWEEN = re.compile(rf"\s+{_DASH}+|{_DASH}+\s+|\A{_DASH}+")
# "Area – Name", with a capital on both sides.
_UNDATED = re.compile(rf"[A-Z'‘“\"][^.;:?!]{{1,120}}?\s*(?:\s{_DASH}+|{_DASH}+\s)\s*['‘“\"]?[A-Z0-9][^.;:?!]{{0,120}}")
_BARE_DATE = re.compile(
    r"(?:.{0,80}\b(?:published|added|reviews?|lists?|updates?)\b[^.;:]{0,20}?\s)?"
    rf"\(?(?P<date>{_DATE}|(?i:{_MONTH}))\)?\s*:?",
    re.DOTALL | re.IGNORECASE,
)
_HARM_OPENING = re.compile(rf"(?:[\w'’,-]+\s+){{0,6}}?{words.any_of('harm')}\b", re.IGNORECASE)
_STORY_BEGINS = re.compile(
    rf"(?<=\s)(?!(?i:{words.any_of('not_harm')}))"
    rf"(?:(?:The|A|An|Two|Three|Four|Five)\s+(?:\w+\s+){{0,2}}?)?(?i:{words.any_of('harm')})\b(?=[\s,])"
)
_SUBJECT = words.within("subjects")
_GENERAL = words.starting("general")
_FURNITURE = words.whole("furniture")
_ELSEWHERE = words.starting("elsewhere")
_NAMED = words.starting("named")
_DIGEST = words.within("digest")
_FRONT = words.whole("front")


def is_dated(text: str) -> bool:
    """Whether a line opens with a date and then an area or a name, as a case does in all of the patterns."""
    return _DATED.match(text) is not None


def date_end(text: str) -> int:
    """Where the date that opens a line ends, 0 where there is none."""
    match = _DATE_AT_START.match(text)
    return match.end() if match else 0


def parts_between_dashes(heading: Passage) -> tuple[Passage, ...]:
    """What stands between the dashes of a heading; a hyphen inside a word is none."""
    parts, start = [], 0
    for dash in _BETWEEN.finditer(heading.text):
        parts.append(heading.cut(start, dash.start()).strip())
        start = dash.end()
    parts.append(heading.cut(start).strip())
    return tuple(part for part in parts if part)


def is_undated(text: str) -> bool:
    """Whether a whole line could be "Area – Name"."""
    return len(text) <= LONGEST_HEADING and _UNDATED.fullmatch(text.strip()) is not None


def bare_date(text: str) -> tuple[int, int] | None:
    """Where the year or month of a line stands that is nothing else than a year's or month's heading."""
    match = _BARE_DATE.fullmatch(text.strip()) if len(text) < 160 else None
    if match is None:
        return None
    shift = len(text) - len(text.lstrip())
    return match.start("date") + shift, match.end("date") + shift


def tells_of_harm(text: str) -> bool:
    """Whether a text begins as a case's first sentence does: harm within its first words, and to whom."""
    text = text.strip()[:400]
    return _HARM_OPENING.match(text) is not None and not _GENERAL.match(text) and _SUBJECT.search(text) is not None


def body_start(text: str) -> int:
    """Where the story begins in a line that has heading and story in one; its length where it is a heading alone."""
    text = text.rstrip()
    if len(text) <= LONGEST_HEADING and text[-1:] not in ".:;" and ". " not in text and "; " not in text:
        return len(text)
    for match in _STORY_BEGINS.finditer(text, date_end(text)):
        if match[0][0].isupper() and len(text[date_end(text) : match.start()].strip(" -–—")) > 2:
            return match.start()
    return len(text)


def is_sentence(text: str) -> bool:
    """Whether what follows a heading in its line is a sentence of the story, and no longer part of the name."""
    return len(text) > 40 and (text.rstrip()[-1:] == "." or ". " in text)


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more, and no button or title."""
    return len(text.split()) > 5 and text.rstrip()[-1:] in ".!?"


def is_named(text: str) -> bool:
    """Whether a whole line could be a child's or adult's label, as in "Baby C" or "Children F and G"."""
    return len(text) <= _LONGEST_ELSEWHERE and text.rstrip()[-1:] not in ".:;," and _NAMED.match(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line is what a web page puts around its content: navigation, cookies, sharing, page numbers."""
    return len(text) <= _LONGEST_FURNITURE and _FURNITURE.fullmatch(text.strip(" \t\n|•·")) is not None


def opens_a_part(text: str) -> bool:
    """Whether a heading is one of a page or of its parts, as in "Introduction", and names no case."""
    return len(text) <= LONGEST_HEADING and _FRONT.fullmatch(text.strip(" \t\n:")) is not None


def titles_digest(text: str) -> bool:
    """Whether a title is one of a digest or bulletin, and not of a list."""
    return len(text) <= LONGEST_HEADING and _DIGEST.search(text) is not None


def leads_away(text: str) -> bool:
    """Whether a heading stands over something else than cases, as in "Related resources"."""
    return len(text) <= _LONGEST_ELSEWHERE and _ELSEWHERE.match(text.strip()) is not None

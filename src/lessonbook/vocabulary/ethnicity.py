"""The words by which a source states ethnicity, or says that it does not."""

import re
from functools import cache
from typing import Literal

from lessonbook.vocabulary.matching import any_of
from lessonbook.vocabulary.tables import words_of

FILE = "ethnicity.toml"


def status_in(sentence: str) -> Literal["stated", "not-stated"] | None:
    """What a sentence says of ethnicity; none where it says nothing of it, or speaks of practice around it.

    "Ethnicity was not explored by agencies" is no such statement. In "Ethnicity or nationality not stated" the
    nationality changes nothing; nationality or religion alone says nothing of ethnicity.
    """
    if _not_stated().search(sentence) and len(sentence.split()) <= _LONGEST_NOT_STATED:
        return "not-stated"
    return "stated" if any(pattern.search(sentence) for pattern in _stated()) else None


def words_in(sentence: str) -> tuple[int, int] | None:
    """Where the words themselves stand that state an ethnicity ("White British", "of mixed heritage"); none without."""
    for pattern in _stated():
        if match := pattern.search(sentence):
            lead = _LEAD.match(sentence, match.start(), match.end())
            start = lead.end() if lead else match.start()
            of = _OF.search(sentence, 0, start)
            heritage = _HERITAGE.match(sentence, match.end())
            return (of.start() if of else start, heritage.end() if heritage else match.end())
    return None


@cache
def _not_stated() -> re.Pattern[str]:
    words = any_of(words_of(FILE, "not_stated"))
    return re.compile(
        rf"\bethnic(?:ity|ities|\s+(?:origins?|background|group))\b[^.;]*?\b(?:{words})(?!\w)"
        rf"|\b(?:{words})\b[^.;]{{0,30}}\bethnicit(?:y|ies)\b",
        re.IGNORECASE,
    )


@cache
def _stated() -> tuple[re.Pattern[str], ...]:
    """Patterns of which one is enough. Heritage needs a capital, so that "cultural heritage was lost" is none."""
    plain, after_verb = any_of(words_of(FILE, "plain")), any_of(words_of(FILE, "after_verb"))
    heritage, people = any_of(words_of(FILE, "heritage")), any_of(words_of(FILE, "people"))
    verb = r"(?:is|was|were|are|be|being|identif(?:y|ies|ied)\s+as|described\s+as|ethnicity\s*(?:is|was|:|as)|of)"
    link = r"(?:\s+(?:of|an?|from|a\s+young))?"
    return (
        re.compile(rf"(?<!\w)(?:{plain})(?!\w)", re.IGNORECASE),
        re.compile(
            rf"\b{verb}{link}\s+(?-i:(?={_CAPITAL})|(?=mixed\b|white\b|black\b))(?:{after_verb})\b(?!\s+{_THINGS})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?-i:(?!{_NO_PEOPLE}){_CAPITAL}[\w/’'-]*)(?:\s+(?:and|or|/)\s+(?-i:{_CAPITAL}\w*))?\s+(?:{heritage})\b(?!\s+{_PRACTICE})",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?-i:White|Black|Asian|African|Caribbean)\s+(?:{people})\b", re.IGNORECASE),
        re.compile(
            rf"\bethnicity\s*(?::|is|was|are|were|as)\s+(?:recorded\s+as\s+|described\s+as\s+|stated\s+as\s+)?(?-i:{_CAPITAL})\w+",
            re.IGNORECASE,
        ),
    )


_LEAD = re.compile(
    r"(?:(?:is|was|were|are|be|being|identif(?:y|ies|ied)\s+as|described\s+as|ethnicity)\b\s*[:]?\s*)"
    r"(?:(?:is|was|were|are|as|recorded\s+as|described\s+as|stated\s+as)\s+)*(?:(?:an?|from)\s+)?(?:young\s+)?",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof\s+$")
_HERITAGE = re.compile(
    r"(?:(?:\s+and\s+|/|\s*-\s*)(?-i:[A-Z])[\w/]*)?(?:\s+of\s+(?-i:(?:mixed\s+)?[A-Z]\w+)(?:\s+(?:and\s+)?(?-i:[A-Z]\w+))*)?(?:\s+(?:heritage|ethnicity|origin|descent|background|ethnic\s+origin))?",
    re.IGNORECASE,
)
_CAPITAL = "[A-ZÀ-Ý]"
_THINGS = r"(?:eye|mould|bag|hole|market|box|mark|spot|van|car|powder|substance|ice)"
_NO_PEOPLE = r"(?:The|This|That|These|His|Her|Their|Its|No|Any|Cultural|Ethnic|Family|Whose|An?|Of|Issues)\b"
_DONE = r"(?:considered|explored|understood|recorded|discussed)"
_PRACTICE = rf"(?:was|were|is|are|should|and\s+culture)\s+(?:not\s+)?(?:\w+ly\s+)?{_DONE}"
_LONGEST_NOT_STATED = 18

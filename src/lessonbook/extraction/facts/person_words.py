"""Whom the words around an age or a harm are about: the subject or somebody else; and what they say of sex."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from lessonbook.domain import Sex
from lessonbook.extraction.facts.heading_label import opens_harm
from lessonbook.vocabulary import harms, people
from lessonbook.vocabulary.matching import any_of, key


class Whom(NamedTuple):
    """The person, or persons, whom a harm befell: the sex that the noun tells, where it is, whether it is a plural."""

    sex: Sex
    start: int
    several: bool


def is_subject(text: str, start: int, end: int, parts: tuple[str, ...]) -> bool:
    """Whether the age at ``start`` to ``end`` is of a subject: by the label, by "death of a …", or of nobody else."""
    before, after = text[:start], text[end:]
    if _labelled_before(parts).search(before) or _harm_before().search(before) or _SELF_HARM_BY.search(before):
        return True
    relative = _named_relative().search(before)
    if relative is not None and parts and relative["name"] not in parts:
        return False
    if _BY_SOMEONE.search(before) or _ACCUSED.match(after):
        return False
    return _other_after().match(after) is None and _other_before().search(before) is None


def name_beside(text: str, start: int, end: int) -> str | None:
    """The name or label before an age ("Kim, a 2-year-old", "Child Q aged 4") or behind it ("16-year-old Kim")."""
    for match in (_name_before().search(text[:start]), _NAME_AFTER.match(text, end)):
        if match is not None and not _is_no_name(match["name"]):
            return _without_relation(" ".join(match["name"].split()))
    return None


def sex_beside(text: str, start: int, end: int) -> Sex:
    """The sex that the noun of an age tells: "a 4-year-old boy", "a girl aged 4", "10- and 7-year-old boys"."""
    before = text[:start]
    match = _noun_after().match(text, end) or _noun_before().search(before) or _named_relative().search(before)
    return sex_of(match["noun"]) if match else "not-stated"


def whom(text: str, parts: tuple[str, ...]) -> Whom | None:
    """The person without an age whom a harm befell ("Death of a boy"), or whom the label names ("Kim was a woman")."""
    match = _harmed().search(text) or _labelled_noun(parts).search(text)
    if match is None:
        return None
    return Whom(sex_of(match["noun"]), match.start("noun"), _SEVERAL.search(match["noun"]) is not None)


def relatives_after(text: str, end: int) -> list[Sex]:
    """The relatives whom the same befell, by sex: "… and their mother and father"."""
    match = _and_relatives().match(text, end)
    if match is None:
        return []
    return [_RELATIVE_SEX.get(noun.casefold(), "not-stated") for noun in _relative().findall(match["relatives"])]


def are_joined(between: str) -> bool:
    """Whether two ages belong to one list of persons, by what stands between them."""
    return len(between) < _LONGEST_JOINT and _JOINT.search(between) is not None and "." not in between


def sex_of_pronouns(text: str, start: int, parts: tuple[str, ...]) -> Sex:
    """The sex that pronouns tell of the one subject, as long as nobody else comes between.

    ``start`` is where the text tells of the subject, -1 where that is unknown. A family has no sex.
    """
    if any(is_group(part) for part in parts):
        return "not-stated"
    named = max((text.find(part) + len(part) for part in parts if part in text), default=-1)
    begin = max(named, start)
    told: set[Sex] = set()
    reached = _other().search(text, begin) if begin >= 0 else _anybody().search(text)
    begin = max(begin, 0)
    for match in _PRONOUN.finditer(text, begin, reached.start() if reached else len(text)):
        told.add("female" if match[0].casefold() in {"she", "her", "hers", "herself"} else "male")
    return told.pop() if len(told) == 1 else "not-stated"


def is_group(label: str) -> bool:
    """Whether a label is of several persons at once: "Family N", "the Larch family", "Babies with injuries"."""
    return _GROUP.match(label) is not None or label.casefold().endswith(" family")


def sex_told_of(text: str, label: str) -> Sex:
    """The sex that a relative clause tells of one person among several: "Abe aged 57 who also took his own life"."""
    match = re.search(rf"{re.escape(label)}\b[^.;:]{{0,60}}?\b(?P<pronoun>his|her|himself|herself)\b", text)
    if match is None or _other().search(match[0][len(label) :]):
        return "not-stated"
    return "female" if match["pronoun"].startswith("her") else "male"


def where_named(text: str, label: str | None) -> int:
    """Where the text names a label, or -1."""
    return text.find(label) if label else -1


def sex_of(noun: str) -> Sex:
    """The sex that a noun tells."""
    last = key(noun).rsplit(maxsplit=1)[-1]
    if last in people.words("female"):
        return "female"
    return "male" if last in people.words("male") else _RELATIVE_SEX.get(last.removesuffix("s"), "not-stated")


def _without_relation(name: str) -> str:
    """The name of "mother Kim" is Kim."""
    first, _, rest = name.partition(" ")
    return rest if rest and key(first) in _RELATIVE_SEX else name


def _is_no_name(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    alone = " " not in name
    return alone and (opens_harm(first) or bool(harms.harms_in(first)) or key(first) in people.words("others"))


@lru_cache(maxsize=1024)
def _labelled_before(parts: tuple[str, ...]) -> re.Pattern[str]:
    if not parts:
        return _NEVER
    labels = "|".join(re.escape(part) for part in parts)
    return re.compile(rf"(?:{labels})['’]?\s*(?:,|\(|\bwho\b)?\s*(?:(?:was|is|were|are)\s+)?(?:an?\s+|the\s+)?$")


@lru_cache(maxsize=1024)
def _labelled_noun(parts: tuple[str, ...]) -> re.Pattern[str]:
    if not parts:
        return _NEVER
    labels = "|".join(re.escape(part) for part in parts)
    nouns = people.pattern("female", "male", "either")
    return re.compile(rf"(?:{labels})['’]?\s*(?:,|\bwas\b|\bis\b)\s*an?\s+{_ADJECTIVES}(?P<noun>{nouns})\b")


@cache
def _harm_before() -> re.Pattern[str]:
    """What makes a subject of whoever follows: "death of a", "injuries to an", "harm suffered by a"."""
    return re.compile(
        rf"\b(?:{_harm_words()})\s+{_BEFELL}\s+(?:(?:an?|the|two|three|four)\s+)?{_ADJECTIVES}$", re.IGNORECASE
    )


@cache
def _harmed() -> re.Pattern[str]:
    nouns = f"{people.pattern('female', 'male', 'either')}|sisters|brothers"
    article = r"(?:(?:an?|the|one|two|three|four|several|both)\s+)?"
    befallen = rf"\b(?:{_harm_words()})\s+{_BEFELL}"
    return re.compile(
        rf"(?:{befallen}|^(?=an?\s|the\s|two\s|three\s))\s*{article}{_ADJECTIVES}(?P<noun>(?:(?:baby|infant|adolescent|teenage|adult)\s+)?(?:{nouns}))\b",
        re.IGNORECASE,
    )


@cache
def _harm_words() -> str:
    return any_of(word for harm in harms.HARMS for word in harm.words)


@cache
def _noun_after() -> re.Pattern[str]:
    another = r"(?:\s*(?:,|and|&)\s+(?:and\s+)?[\w-]+old)*"
    nouns = f"{people.pattern('female', 'male')}|{any_of(_RELATIVE_SEX)}"
    return re.compile(rf"{another}\s+{_ADJECTIVES}(?P<noun>{nouns})\b", re.IGNORECASE)


@cache
def _noun_before() -> re.Pattern[str]:
    nouns = f"{people.pattern('female', 'male')}|sisters|brothers"
    return re.compile(rf"\b(?P<noun>{nouns})\s*,?\s*(?:(?:who\s+)?(?:was|were)\s+)?(?:aged\s+)?$", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{people.pattern('others')})\b", re.IGNORECASE)


@cache
def _anybody() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{people.pattern('female', 'male', 'either', 'others')})\b", re.IGNORECASE)


@cache
def _other_after() -> re.Pattern[str]:
    return re.compile(rf"\s+{_ADJECTIVES}(?:{people.pattern('others')})\b", re.IGNORECASE)


@cache
def _other_before() -> re.Pattern[str]:
    others = people.pattern("others")
    return re.compile(
        rf"\b(?:{others})(?:\s*,|\s+who)?\s*(?:(?:was|were|is|are|then|both)\s+)*(?:an?\s+)?\(?$", re.IGNORECASE
    )


@cache
def _and_relatives() -> re.Pattern[str]:
    relative = rf"(?:{_relative().pattern})"
    listed = rf"{relative}(?:\s*(?:,|and|&)\s+{relative})*"
    return re.compile(
        rf"(?:\s+[\w-]+){{0,3}}?,?\s+(?:and|with|&)\s+(?:his|her|their)\s+(?P<relatives>{listed})",
        re.IGNORECASE,
    )


@cache
def _named_relative() -> re.Pattern[str]:
    """A relative by name before an age: "his mother Kim, aged 31"."""
    return re.compile(rf"\b(?P<noun>{any_of(_RELATIVE_SEX)})\s+(?P<name>[A-Z][\w'’-]+),?\s*$")


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(any_of(_RELATIVE_SEX), re.IGNORECASE)


@cache
def _name_before() -> re.Pattern[str]:
    nouns = people.pattern("label_nouns")
    name = rf"(?P<name>(?i:{nouns})\s+(?:[A-Z]{{1,3}}\d{{0,4}}|[A-Z][a-z]+)|[A-Z][a-zà-ÿ]+)"
    return re.compile(rf"(?<!\w){name}['’]?\s*(?:,|\()?\s*(?:(?:who\s+)?(?:was|is)\s+)?(?:(?:then\s+)?an?\s+)?$")


_STOP = "by|with|and|or|to|from|in|of|at|on|who|was|were|had|after|following|whose|that|which|when|his|her|their|for|as"
_ADJECTIVES = rf"(?:(?!(?:{_STOP})\b)[\w'’-]+\s+){{0,2}}?"
_BEFELL = r"(?:(?:suffered|sustained|experienced)\s+by|caused\s+to|involving|at\s+home\s+of|in\s+\w+\s+of|of|to)"
_BY_SOMEONE = re.compile(
    r"\b(?:by|with|from)\s+(?:an?|another|his|her|their|the|two|three)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# What a subject does, and no perpetrator: "suicide by a 15-year-old", "disclosure by a girl".
_SELF_HARM_BY = re.compile(
    r"\b(?:suicide|self-harm|overdose|ingestion|disclosures?|allegations?)\s+(?:\w+\s+)?by\s+(?:an?|the|two|three)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ACCUSED = re.compile(
    r"(?:\s+\w+){0,3}?\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?"
    r"(?:found\s+guilty|convicted|charged|arrested|jailed|imprisoned|sentenced|cautioned)",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r"\s+(?P<name>[A-Z][a-zà-ÿ]+)\b")
_JOINT = re.compile(r"\band\b|&|,|\bor\b")
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_RELATIVE_SEX: dict[str, Sex] = {
    "mother": "female",
    "father": "male",
    "grandmother": "female",
    "grandfather": "male",
    "sister": "female",
    "brother": "male",
    "aunt": "female",
    "uncle": "male",
    "stepmother": "female",
    "stepfather": "male",
}
_GROUP = re.compile(r"(?:anonymous\s+)?(?:famil(?:y|ies)|children|siblings|twins|babies|victims)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:s|children|people|men|women)$", re.IGNORECASE)
_LONGEST_JOINT = 30
_NEVER = re.compile(r"(?!)")

"""What the words of a sentence tell: that it asks for something, opens a list, explains, or says for whom."""

import re
from functools import cache

from lessonbook.domain import Passage, StatementKind
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.report import words
from lessonbook.vocabulary import addressees

KINDS: tuple[StatementKind, ...] = ("recommendation", "consideration", "learning", "good-practice")


def is_directive(text: str) -> bool:
    """Whether a text says what someone is to do."""
    return words.within("directive").search(text) is not None or words.starting("imperative").match(text) is not None


def is_sentence(text: str) -> bool:
    """Whether a text is a statement by itself and not a topic: it has a verb that is bent, or ends as a sentence."""
    if len(text.split()) < _FEWEST_WORDS:
        return False
    return text.rstrip("”’\"')").endswith((".", ":")) or _VERB.search(text) is not None or is_directive(text)


def lead_in(text: str) -> StatementKind | None:
    """The kind of statement whose list a text introduces; nothing where it introduces none."""
    last = text.rstrip()
    if len(last) > _LONGEST_LEAD:
        last = last[-_LONGEST_LEAD:]
    if not _any_lead().search(last):
        return None
    for kind in KINDS:
        if _lead(kind).search(last) and not (kind == "recommendation" and _none_made().search(text)):
            return kind
    return None


def opens_other(text: str) -> bool:
    """Whether a text introduces a list of something that is no statement."""
    return text.rstrip().endswith(":") and words.within("lead_other").search(text[-_LONGEST_LEAD:]) is not None


def explains(passage: Passage) -> bool:
    """Whether a paragraph calls itself an explanation ("Why this matters")."""
    match = _explaining().match(passage.text)
    return match is not None


@cache
def _none_made() -> re.Pattern[str]:
    return words.within("none_made")


@cache
def _explaining() -> re.Pattern[str]:
    return re.compile(rf"\W?{words.any_of('explains')}\s*(?:[:.–?-]|$)", re.IGNORECASE)


@cache
def _any_lead() -> re.Pattern[str]:
    """One pattern for the leads of all kinds: most texts have none, and that is seen in one look."""
    return re.compile(rf"\b(?:{'|'.join(words.any_of(f'lead_{kind}') for kind in KINDS)})", re.IGNORECASE)


@cache
def _lead(kind: StatementKind) -> re.Pattern[str]:
    return re.compile(rf"\b{words.any_of(f'lead_{kind}')}", re.IGNORECASE)


def told_beside(passage: Passage) -> tuple[Passage | None, Passage | None]:
    """Whose a statement is and by when, where a line under it says so ("Lead: Police. Timescale: March 2024")."""
    whom = when = None
    matches = list(_beside().finditer(passage.text))
    if not matches or matches[0].start() > 2:
        return None, None
    for at, match in enumerate(matches):
        end = matches[at + 1].start() if at + 1 < len(matches) else len(passage)
        value = passage.cut(match.end(), end).strip(" \t\n;|·.–-")
        if not value or len(value) > _LONGEST_VALUE:
            continue
        if match["to"]:
            whom = value
        else:
            when = value
    return whom, when


@cache
def _beside() -> re.Pattern[str]:
    to, by = words.any_of("line_to"), words.any_of("line_by")
    return re.compile(
        rf"(?:^|(?<=[.;|\n·–-])\s*|(?<=\s))(?:(?P<to>{to})|(?P<by>{by}))\s*(?::|\s[–-]\s)\s*", re.IGNORECASE
    )


def whom_of(heading: Passage) -> Passage | None:
    """Whom the statements under a heading are for ("For the Police", "Health Board:"), where it says so."""
    text = heading.text
    match = _FOR.match(text)
    start = match.end() if match else 0
    rest = heading.cut(start).strip(" :.")
    if not rest or len(rest.text.split()) > _MOST_WORDS:
        return None
    named = bool(addressees.addressees_in(rest.text)) or _BODY.search(rest.text) is not None
    if not named:
        return None
    if (match and not match["asks"]) or _whole_body(rest.text):
        return rest
    return None


def _whole_body(text: str) -> bool:
    """Whether a text is names of bodies and nothing else."""
    left = _BODY.sub(" ", text)
    return all(word.casefold() in _JOINING or word[:1].isupper() for word in re.findall(r"[\w’'-]+", left))


def prose_statements(passage: Passage) -> list[Passage]:
    """The statements of a paragraph without a list: each sentence that asks for something, with those that go on."""
    found: list[Passage] = []
    open_ = False
    for sentence in sentences(passage):
        points_back = _INTRODUCES.search(sentence.text) or (not found and _POINTS_BACK.match(sentence.text))
        if not is_directive(sentence.text) or lead_in(sentence.text) or _REFERS.match(sentence.text) or points_back:
            open_ = False
        elif open_ and words.starting("goes_on").match(sentence.text):
            found[-1] = found[-1].join(sentence)
        else:
            found.append(sentence)
            open_ = True
    return found


def asked(passage: Passage) -> Passage:
    """What a recommendation asks for, without the explanation behind it: down to the last sentence that asks."""
    parts = sentences(passage)
    last = max((at for at, part in enumerate(parts) if _asks(part.text)), default=None)
    if last is None or last + 1 == len(parts) or parts[-1].text.rstrip().endswith((":", ";")):
        return passage
    whole = parts[0]
    for part in parts[1 : last + 1]:
        whole = whole.join(part)
    return whole


def introduces(passage: Passage) -> bool:
    """Whether a paragraph only says that recommendations follow ("The author recommends as follows.")."""
    told = any(_INTRODUCES.search(part.text) for part in sentences(passage))
    return told and not passage.text.rstrip().endswith(":") and not prose_statements(passage)


def _asks(text: str) -> bool:
    return is_directive(text) or inline_parts(Passage(text))[1] != []


def inline_parts(passage: Passage) -> tuple[Passage, list[Passage]]:
    """A lead-in and the parts that stand behind it in one paragraph ("… should: a) …; b) …")."""
    text = passage.text
    for pattern, first in _INLINE:
        marks = list(pattern.finditer(text))
        run: list[re.Match[str]] = []
        for mark in marks:
            expected = first[len(run)] if len(run) < len(first) else None
            if expected is None or mark["m"].casefold() == expected:
                run.append(mark)
        if len(run) > 1:
            ends = [mark.start() for mark in run[1:]] + [len(text)]
            parts = [passage.cut(mark.end(), end).strip() for mark, end in zip(run, ends, strict=True)]
            return passage.cut(0, run[0].start()).strip(), [part for part in parts if part]
    return passage, []


_FEWEST_WORDS = 5
_LONGEST_LEAD = 260
_LONGEST_VALUE = 160
_MOST_WORDS = 12
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|did|does|do|can|could|may|might|will|would|should|must|needs?|not|"
    r"meant|led|made|makes|helps?|helped|left|lost|missed|became|becomes|shows?|showed|relied|depends?|requires?)\b|\w{4,}ed\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\W*(?:(?:single[- ]agency |multi[- ]agency )?"
    r"(?:recommendations?|actions?|learning|(?P<asks>questions|considerations|issues|challenges|matters|points))\s+)?(?:for|to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:boards?|partnerships?|police|constabulary|councils?|trusts?|services?|agenc(?:y|ies)|health|education|housing|schools?|"
    r"colleges?|probation|hospitals?|GPs?|ICB|CCG|care|partners|providers?|departments?|government|office|association|"
    r"authority|authorities|panel|organisations?|commissioners?|practitioners|CSP|LSCB|SAB|LSCP|NHS)\b",
    re.IGNORECASE,
)
_JOINING = frozenset(["and", "the", "of", "for", "all", "to", "in", "on", "with", "&", "a"])
_REFERS = re.compile(r"(?:these|the|all|our|both) (?:\w+ ){0,2}recommendations?\b(?! (?:is|are) that)", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"\b(?:the following\W*$|as follows\W*$|(?:set out|listed|shown) (?:below|above|in)|"
    r"(?:accept|adopt|consider|implement|note|endorse)\w* (?:the )?(?:following|these|this review's|recommendations)\b|"
    r"\w+ (?:more|further) (?:recommendations)?\W*$)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?:these|they|it|this)\b(?! (?:review|report|panel|partnership|is recommended|recommends))", re.IGNORECASE
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_INLINE = (
    (re.compile(r"(?:(?<=\s)|^)\(?(?P<m>[a-z])\)\s+"), tuple("abcdefghijklmnopqrstuvwxyz")),
    (re.compile(r"(?:(?<=\s)|^)\(?(?P<m>[ivx]{1,4})\)\s+"), _ROMAN),
    (re.compile(r"(?:(?<=\s)|^)(?P<m>[ivx]{1,4})\.\s+"), _ROMAN),
    (re.compile(r"(?:(?<=\s)|^)(?P<m>[a-z])\.\s+"), tuple("abcdefghijklmnopqrstuvwxyz")),
    (re.compile(r"(?:(?<=\s)|^)(?P<m>[•▪◦●])\s*"), ()),
)

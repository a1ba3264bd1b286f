"""How a review was done and by whom, and the proceedings beside it: method, reviewer's role, courts, inquests."""

import re
from collections.abc import Iterator

from lessonbook.domain import Method, Passage, Proceeding, ProceedingKind
from lessonbook.extraction.facts import read_method
from lessonbook.extraction.facts.subjects import label_parts
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front, Sentence
from lessonbook.extraction.report.facts.staff import Staff
from lessonbook.extraction.report.facts.writing import Reading, settled
from lessonbook.vocabulary import methods
from lessonbook.vocabulary.matching import key


def read_method_of(front: Front, staff: Staff) -> Reading[Method] | None:
    """The method, by a label or in the sentence that says how the review was done, that sentence as written."""
    for pair in front.pairs_of("method"):
        match = methods.method_in(pair.value.text)
        if match is not None and len(pair.value.text) <= _LONGEST and not staff.named_in(pair.value.text):
            return Reading(Method(match.id, " ".join(pair.value.text.split())), (pair.value,), ("label-found",))
    best: tuple[float, Reading[Method]] | None = None
    for sentence in front.sentences:
        if sentence.kind not in _METHOD_SECTIONS or len(sentence.text) > _LONGEST:
            continue
        weighed = _method(sentence, staff)
        if weighed is not None and (best is None or weighed[0] > best[0]):
            best = weighed
    return best[1] if best else None


def _method(sentence: Sentence, staff: Staff) -> tuple[float, Reading[Method]] | None:
    match = methods.method_in(sentence.text)
    if match is None or _NOT_USED.search(sentence.text):
        return None
    words_of = staff.without(sentence.passage)
    if words_of is None:
        return None
    generic = next(method.generic for method in methods.METHODS if method.id == match.id)
    says = bool(_USED.search(sentence.text)) or read_method(sentence.passage) is not None
    written = match.start < _AT_THE_START and _WRITTEN.search(sentence.text) is not None
    at_home = sentence.kind in ("method", "terms-of-reference")
    if generic and not written and not (says and (at_home or _REVIEW.search(sentence.text))):
        return None
    score = 2.0 * (not generic) + 2 * (says or written) + at_home - sentence.order * 0.002
    named = [("says-so", says or written), ("in-its-section", at_home), ("named-in-full", not generic)]
    reasons = tuple(reason for reason, holds in named if holds) or ("in-running-text",)
    return score, Reading(Method(match.id, " ".join(words_of.text.split())), (words_of,), reasons)


def read_reviewer(front: Front) -> Reading[str] | None:
    """The role of who wrote the report, in its own words and without a name."""
    found = settled(_reviewers(front), _same_role, len)
    return found[0] if found else None


def _same_role(one: str, other: str) -> bool:
    """Whether one says the other and more: "author", "independent author"."""
    mine, theirs = one.rstrip("s"), other.rstrip("s")
    return mine in theirs or theirs in mine


def _reviewers(front: Front) -> Iterator[Reading[str]]:
    yield from _credits(front)
    roles = words.within("reviewers", "words")
    deeds = words.within("reviewers", "deeds")
    for sentence in front.sentences:
        if sentence.kind not in _METHOD_SECTIONS:
            continue
        for match in roles.finditer(sentence.text):
            near = sentence.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if deeds.search(near) and " " in match[0]:
                role = sentence.passage.cut(*match.span())
                independent = ("named-in-full",) if "ndependent" in match[0] or "ead" in match[0] else ()
                yield Reading(_role(role), (role,), ("in-the-opening", *independent))
                break


def _credits(front: Front) -> Iterator[Reading[str]]:
    """The roles of labelled values and of short lines of the cover."""
    roles = words.within("reviewers", "words")
    for pair in front.pairs_of("reviewer"):
        match = roles.search(pair.value.text)
        if match is None and key(pair.label.text) not in _NO_ROLES:
            yield Reading(_role(pair.label), (pair.label,), ("label-found", pair.place))
        if match is not None:
            role = pair.value.cut(*match.span())
            yield Reading(_role(role), (role,), ("label-found", pair.place))
    for line in front.cover:
        match = roles.search(line.passage.text)
        if match is not None:
            role = line.passage.cut(*match.span())
            whole = len(role) >= len(line.passage) - 2
            if whole or len(line.passage.text.split()) <= _WORDS_OF_A_CREDIT:
                yield Reading(_role(role), (role,), ("on-the-cover", "whole-line") if whole else ("on-the-cover",))


def _role(passage: Passage) -> str:
    return " ".join(passage.text.casefold().split()).strip(" :")


def read_proceedings(front: Front, label: str | None, staff: Staff) -> list[Reading[Proceeding]]:
    """The sentences that mention proceedings beside the review: for each kind the one that says most."""
    best: dict[ProceedingKind, tuple[float, Reading[Proceeding]]] = {}
    for sentence in front.sentences:
        if sentence.kind not in _PROCEEDING_SECTIONS or not _SHORTEST <= len(sentence.text) <= _LONGEST:
            continue
        if staff.named_in(sentence.text) or not _of_this_case(sentence.text, label):
            continue
        for name in words.lexicon("proceedings").ids_in(sentence.text):
            kind = _KINDS.get(name)
            weighed = _proceeding(sentence, kind) if kind is not None else None
            if kind is not None and weighed is not None and (kind not in best or weighed[0] > best[kind][0]):
                best[kind] = weighed
    return [reading for _, reading in best.values()]


def _of_this_case(text: str, label: str | None) -> bool:
    """Whether a sentence speaks of the persons of the case or of the review, and not of courts in general."""
    return any(part in text for part in label_parts(label)) or _OF_THE_CASE.search(text) is not None


def _proceeding(sentence: Sentence, kind: ProceedingKind) -> tuple[float, Reading[Proceeding]] | None:
    text = sentence.text
    if words.within("proceedings", "around", "not_ours").search(text) or text.endswith("?"):
        return None
    cues = len({key(match[0]) for match in words.within("proceedings", "around", "cues").finditer(text)})
    beside = _BESIDE.search(text) is not None
    if not beside and (cues < 2 or sentence.kind in ("events", "family", "voice")):
        return None
    at_home = sentence.kind in ("method", "scope", "introduction", "terms-of-reference", "executive-summary")
    reasons = ("in-the-opening", *(("says-so",) if beside else ()), *(("in-its-section",) if at_home else ()))
    value = Proceeding(kind, " ".join(text.split()))
    return cues + 2 * beside + at_home, Reading(value, (sentence.passage,), reasons)


_KINDS: dict[str, ProceedingKind] = {
    "criminal": "criminal", "coroner": "coroner", "care": "care", "misconduct": "misconduct", "complaint": "complaint",
    "other": "other",
}  # fmt: skip
_METHOD_SECTIONS = frozenset(
    {"method", "introduction", "scope", "terms-of-reference", "executive-summary", "summary", "cover", "other"}
)
_PROCEEDING_SECTIONS = _METHOD_SECTIONS | {"events", "subject", "family"}
_USED = re.compile(
    r"\b(?:using|used|uses|utilis\w+|adopt\w*|follow\w*|appl(?:ied|ies|ying)|employ\w*|draws?\s+on|drew\s+on|based\s+on|informed\s+by|in\s+line\s+with|chosen|agreed|selected|conducted\s+under|methodology|approach)\b",
    re.IGNORECASE,
)
_AT_THE_START = 12
_WRITTEN = re.compile(
    r"\b(?:were|was)\s+(?:written|completed|provided|submitted|requested|commissioned|prepared|produced|held)\b",
    re.IGNORECASE,
)
_NOT_USED = re.compile(
    r"\b(?:rather\s+than|instead\s+of|not\s+(?:used|adopted|followed|use)|previous|should|rejected)\b", re.IGNORECASE
)
_REVIEW = re.compile(r"\b(?:this|the)\s+(?:\w+\s+){0,4}?(?:review|report|methodology|panel)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:parallel|concurrent(?:ly)?|alongside|inquest|coroner(?:['’]s)?|criminal\s+(?:proceedings|trial|investigation|process|case)|care\s+proceedings|family\s+court|misconduct|disciplinary"
    r"|pleaded\s+guilty|convicted|sentenced|trial|acquitted|fatal\s+accident\s+inquiry|ombudsman)\b",
    re.IGNORECASE,
)
_OF_THE_CASE = re.compile(
    r"\b(?:parallel|concurrent|inquest|coroner|perpetrator|(?:her|his|the|their)\s+(?:mother|father|parents|husband|wife|partner|son"
    r"|daughter|brother|stepfather)|(?:mother|father)['’]s|[Ff]ather|[Mm]other|(?:this|the)\s+(?:\w+\s+){0,3}review|(?:[Cc]are|[Cc]riminal|[Ff]amily)\s+(?:court\s+)?(?:proceedings|investigation|trial)\s+(?:was|were|is|are|had|have|has|began|concluded|ended|followed)|[Hh]e|[Ss]he|trial|(?:Adult|Child|Mr|Mrs|Ms|Miss)\s+[A-Z]\d?)\b"
)
_WORDS_OF_A_CREDIT = 8
_NO_ROLES = frozenset({"by", "chair", "prepared by", "written by", "report by"})
_NEAR = 45
_SHORTEST, _LONGEST = 30, 420

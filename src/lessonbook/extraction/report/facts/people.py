"""The children or adults a report is about, with age, sex, outcome and ethnicity as stated.

Tables of persons and labelled values come first, then the sentence of the harm, then sentences of the opening that name
the subject. Siblings, parents and perpetrators are not subjects.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from lessonbook.domain import Age, Ethnicity, Passage, Sex, Subject
from lessonbook.extraction.facts import Found, person_words
from lessonbook.extraction.facts.age_days import days_of
from lessonbook.extraction.facts.ages import ages_in
from lessonbook.extraction.facts.outcomes import outcome_of
from lessonbook.extraction.facts.subjects import label_parts
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.facts.front import Front, Person, Sentence
from lessonbook.extraction.report.facts.happened import Happened
from lessonbook.extraction.report.facts.staff import Staff
from lessonbook.extraction.report.facts.writing import Reading
from lessonbook.vocabulary import ethnicity, people
from lessonbook.vocabulary.matching import key


class _Told(msgspec.Struct):
    """What is told of one subject so far, with the words that tell it."""

    subject: Subject
    passages: list[Passage]
    reasons: list[str]

    def fill(self, field: str, value: object, passages: Sequence[Passage], *reasons: str) -> None:
        self.subject = msgspec.structs.replace(self.subject, **{field: value})
        self.passages += [passage for passage in passages if passage not in self.passages]
        self.reasons += reasons


def read_subjects(
    front: Front, label: Reading[str] | None, happened: Happened | None, staff: Staff
) -> list[Reading[Subject]]:
    """The subjects, in order of the label; none where neither label nor harm tells of any."""
    told = _start(label, happened)
    for one in told:
        alone = len(told) == 1
        own = [each for each in front.sentences if _speaks_of(each, one, alone=alone) and not staff.named_in(each.text)]
        _from_tables(front, one, alone=alone)
        _age(one, own)
        _sex(one, own)
        _outcome(one, own)
        _ethnicity(front, one, own, alone=alone)
    told = [one for one in told if not _is_no_person(one.subject)]
    return [Reading(one.subject, tuple(one.passages[:_MOST_PLACES]), tuple(dict.fromkeys(one.reasons))) for one in told]


def _is_no_person(subject: Subject) -> bool:
    """Whether nothing but the name of an operation or a group of cases is known."""
    unknown = subject.age is None and subject.sex == "not-stated" and subject.outcome == "not-stated"
    return unknown and subject.label is not None and _OPERATION.match(subject.label) is not None


def _start(label: Reading[str] | None, happened: Happened | None) -> list[_Told]:
    """A subject for each part of the label; without a label, those whom the sentence of the harm tells of."""
    parts = label_parts(label.value) if label else ()
    from_harm: dict[str | None, Found[Subject]] = {}
    if happened is not None:
        from_harm = {found.value.label: found for found in happened.facts.subjects}
    if not parts or (len(parts) == 1 and person_words.is_group(parts[0]) and len(from_harm) > 1):
        return [_Told(found.value, [found.passage], ["tells-of-harm"]) for found in from_harm.values()]
    told = []
    for part in parts:
        passages = list(label.passages[:1]) if label else []
        one = _Told(Subject(part), passages, list(label.reasons) if label else [])
        found = from_harm.get(part)
        if found is not None:
            one.subject = msgspec.structs.replace(found.value, label=part)
            one.passages.append(found.passage)
            one.reasons.append("tells-of-harm")
        told.append(one)
    return told


def _speaks_of(sentence: Sentence, one: _Told, *, alone: bool) -> bool:
    name = one.subject.label
    if name is not None and name in sentence.text:
        return True
    return alone and sentence.kind in _ABOUT and _SUBJECT.match(sentence.text) is not None


def _from_tables(front: Front, one: _Told, *, alone: bool) -> None:
    """The row of a table of persons that is the subject's, and labelled values where there is one subject."""
    for person in front.persons:
        if _is_row_of(person, one, alone=alone):
            _fill_cells(one, person.cells, "in-a-table")
            break
    if alone:
        _fill_cells(one, {role: pair.value for role in _CELLS for pair in front.pairs_of(role)}, "label-found")


def _is_row_of(person: Person, one: _Told, *, alone: bool) -> bool:
    name, relation = person.cells.get("label"), person.cells.get("relationship")
    is_subject = relation is not None and key(relation.text) in words.known("labels_of_people", "subject_roles")
    if one.subject.label is not None and name is not None:
        if key(name.text) == key(one.subject.label):
            return (
                relation is None
                or is_subject
                or not words.within("labels_of_people", "relatives").search(relation.text)
            )
        return alone and is_subject and key(one.subject.label) in key(name.text)
    return alone and is_subject


def _fill_cells(one: _Told, cells: dict[str, Passage], reason: str) -> None:
    if (cell := cells.get("age")) and (age := _age_of_cell(cell.text)):
        one.fill("age", age, [cell], reason)
    if (cell := cells.get("sex")) and (sex := person_words.sex_of(cell.text)) != "not-stated":
        one.fill("sex", sex, [cell], reason)
    if cell := cells.get("ethnicity"):
        unsaid = ethnicity.status_in(f"Ethnicity: {cell.text}") == "not-stated"
        value = Ethnicity("not-stated" if unsaid else "stated", " ".join(cell.text.split()))
        one.fill("ethnicity", value, [cell], reason)


def _age_of_cell(text: str) -> Age | None:
    found = next(iter(ages_in(text)), None) or next(iter(ages_in(f"aged {text}")), None)
    if found is None:
        return None
    return Age(
        " ".join(text.split()) if len(text) <= _SHORT_CELL else found.age.as_written.removeprefix("aged "),
        found.age.days,
    )


def _age(one: _Told, own: Sequence[Sentence]) -> None:
    """The age at the time of the harm, else the one that a sentence says the subject was."""
    if one.subject.age is not None:
        return
    parts = (one.subject.label,) if one.subject.label else ()
    best: tuple[int, Sentence, Age, Sex] | None = None
    for sentence in own:
        if sentence.kind not in _ABOUT:
            continue
        for age in ages_in(sentence.text):
            if not person_words.is_subject(sentence.text, age.start, age.end, parts):
                continue
            score = _age_score(sentence, age.start, age.end)
            if score > 0 and (best is None or score > best[0]):
                best = (score, sentence, age.age, person_words.sex_beside(sentence.text, age.start, age.end))
    if best is None:
        best = _bare_age(one.subject.label, own)
    if best is None:
        return
    one.fill("age", best[2], [best[1].passage], "names-the-subject")
    if one.subject.sex == "not-stated" and best[3] != "not-stated":
        one.fill("sex", best[3], [])


def _bare_age(label: str | None, own: Sequence[Sentence]) -> tuple[int, Sentence, Age, Sex] | None:
    """A number alone behind a label: "Adult A was 34 when she died"."""
    if label is None:
        return None
    for sentence in own:
        match = re.search(
            rf"{re.escape(label)}\s+(?:was|is)\s+(?P<age>\d{{1,3}})(?=[,.;]|\s+(?:and|when|at|but)\b)", sentence.text
        )
        if match is not None:
            return 1, sentence, Age(match["age"], days_of(int(match["age"]), "year")), "not-stated"
    return None


def _age_score(sentence: Sentence, start: int, end: int) -> int:
    around = sentence.text[max(0, start - _NEAR) : end + _NEAR]
    at_harm = 4 * bool(_AT_THE_TIME.search(around)) + 2 * (outcome_of(around, 0, alone=True) != "not-stated")
    before = sentence.text[:start]
    return (
        at_harm
        + 2 * bool(_WAS_A.search(before))
        - 4 * bool(words.within("labels_of_people", "relatives").search(before))
    )


def _sex(one: _Told, own: Sequence[Sentence]) -> None:
    """By the label's title, a noun ("was a man"), else by pronouns of sentences that speak of nobody else."""
    if one.subject.sex != "not-stated":
        return
    label = one.subject.label or ""
    if label and person_words.is_group(label):
        return
    title = label.split(maxsplit=1)[0].casefold().rstrip(".") if label else ""
    if title in _TITLES:
        one.fill("sex", _TITLES[title], [])
        return
    counts: Counter[Sex] = Counter()
    passages: dict[Sex, Passage] = {}
    for sentence in own:
        relative = words.within("labels_of_people", "relatives").search(sentence.text)
        text = sentence.text[: relative.start()] if relative else sentence.text
        if label and label not in text:
            continue
        noun = _noun_of(label).search(text)
        found = [person_words.sex_of(noun["noun"])] * 3 if noun else list(_pronouns(text))
        counts.update(found)
        for sex in found[:1]:
            passages.setdefault(sex, sentence.passage)
    most = counts.most_common(2)
    if most and most[0][1] >= 2 and (len(most) == 1 or most[0][1] >= 4 * most[1][1]):
        one.fill("sex", most[0][0], [passages[most[0][0]]], "from-pronouns")


@lru_cache(maxsize=256)
def _noun_of(label: str) -> re.Pattern[str]:
    """A label and what noun of one sex it is: "Jay was a baby boy", "Adult C, a 41 year old woman"."""
    nouns = people.pattern("female", "male")
    subject = re.escape(label) if label else r"(?:He|She|The\s+(?:child|adult|baby|victim|subject))"
    return re.compile(
        rf"{subject}(?:\s+(?:was|is)\s+|,\s+|\s+\()(?:an?\s+)(?:[\w’'-]+\s+){{0,6}}?(?P<noun>{nouns})\b", re.IGNORECASE
    )


def _pronouns(text: str) -> Iterator[Sex]:
    for match in _PRONOUN.finditer(text):
        yield "female" if match[0].casefold() in {"she", "her", "herself"} else "male"


def _outcome(one: _Told, own: Sequence[Sentence]) -> None:
    if one.subject.outcome not in ("not-stated", "other"):
        return
    label = one.subject.label
    for sentence in own:
        if label is not None and (
            match := re.search(rf"{re.escape(label)}\b\s+(?:\w+\s+){{0,3}}?{_DIED}", sentence.text)
        ):
            one.fill("outcome", "death", [sentence.passage.cut(*match.span())], "says-so")
            return


def _ethnicity(front: Front, one: _Told, own: Sequence[Sentence], *, alone: bool) -> None:
    """The words of the first sentence that states it of the subject; else one that says that it is not stated."""
    if one.subject.ethnicity.status != "not-mentioned":
        return
    unsaid: Passage | None = None
    for sentence in (*own, *(each for each in front.sentences if alone and each.kind in _ABOUT)):
        status = ethnicity.status_in(sentence.text)
        if status == "not-stated":
            unsaid = unsaid or sentence.passage
        span = ethnicity.words_in(sentence.text) if status == "stated" else None
        if span is None or _of_somebody_else(sentence.text[: span[0]], one.subject.label):
            continue
        passage = sentence.passage.cut(*span)
        one.fill("ethnicity", Ethnicity("stated", " ".join(passage.text.split())), [passage], "says-so")
        return
    if unsaid is not None:
        one.fill("ethnicity", Ethnicity("not-stated", " ".join(unsaid.text.split())), [unsaid])


def _of_somebody_else(before: str, label: str | None) -> bool:
    """Whether the last person named before is a relative and not the subject."""
    last = max((match.start() for match in words.within("labels_of_people", "relatives").finditer(before)), default=-1)
    return last > max(before.rfind(label) if label else -1, *(m.start() for m in _SHE_OR_HE.finditer(before)), -1)


_ABOUT = frozenset(
    {"introduction", "summary", "executive-summary", "subject", "family", "cover", "voice", "events", "other"}
)
_CELLS = ("age", "sex", "ethnicity")
_SUBJECT = re.compile(r"(?:He|She|They|The\s+(?:subject|child|baby|infant|adult|victim|young\s+person|deceased))\b")
_SHE_OR_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|herself)\b", re.IGNORECASE)
_WAS_A = re.compile(r"\b(?:was|were|is)\s+(?:\w+\s+)?(?:an?\s+)?(?:aged\s+|just\s+|only\s+)?$", re.IGNORECASE)
_AT_THE_TIME = re.compile(
    r"at\s+the\s+time\s+of|when\s+(?:he|she|they)\s+died|died|death|was\s+killed|injur|incident", re.IGNORECASE
)
_DIED = (
    r"(?:died|dies|was\s+(?:\w+\s+)?(?:killed|murdered)|took\s+(?:his|her|their)\s+own\s+life"
    r"|(?:was|were)\s+found\s+dead)\b"
)
_TITLES: dict[str, Sex] = {
    "mr": "male",
    "mrs": "female",
    "ms": "female",
    "miss": "female",
    "boy": "male",
    "girl": "female",
}
_OPERATION = re.compile(r"(?:operation|project|case|cases)\b", re.IGNORECASE)
_NEAR = 60
_SHORT_CELL = 25
_MOST_PLACES = 6

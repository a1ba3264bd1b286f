"""Field by field: what a record says against what gold says.

Every field is a list of values that are the same or not. A field with one value is a list of one, and an empty list
says that the source does not say: finding nothing there is right, and is counted as such.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from lessonbook.evaluation import wording
from lessonbook.evaluation.gold import Record
from lessonbook.evaluation.tallies import Tally

Values = list[Hashable]
# Months and leap years of different lengths: "14 months" may begin on one of two days.
_DAYS_ALIKE = 2


class FieldJudgement(NamedTuple):
    """A field of a case: its tally, and both values in words where they differ."""

    name: str
    tally: Tally
    gold: str
    found: str


def judge(found: Record, gold: Record) -> Iterator[FieldJudgement]:
    """Each field that gold judges, those of subjects over all subjects."""
    for name, (key, values) in _FIELDS.items():
        if key in gold:
            yield _judgement(name, values(found, gold), values(gold, gold))
    if "subjects" in gold:
        yield from _subjects(found.get("subjects") or [], gold["subjects"] or [])


def tally_of(found: Values, wanted: Values) -> Tally:
    """Of two lists of values, in any order."""
    right = sum((Counter(found) & Counter(wanted)).values())
    missed = len(wanted) - right
    return Tally(right, len(found) - right, missed, int(not found and not wanted), missed if not found else 0)


def _judgement(name: str, found: Values, wanted: Values) -> FieldJudgement:
    return FieldJudgement(name, tally_of(found, wanted), _in_words(wanted), _in_words(found))


def _in_words(values: Values) -> str:
    return ", ".join(map(str, values)) if values else "nothing"


def _one(key: str) -> Callable[[Record, Record], Values]:
    """A value that is the same or not."""
    return lambda record, _: [record[key]] if record.get(key) is not None else []


def _named(key: str) -> Callable[[Record, Record], Values]:
    """Words that are a name."""
    return lambda record, _: [wording.name(record[key])] if record.get(key) else []


def _kinds(record: Record, _: Record) -> Values:
    return sorted(record.get("kinds") or ())


def _area(record: Record, gold: Record) -> Values:
    """The place that is meant, as a whole: the authorities, kept unnamed, or the words where nobody knows them."""
    codes = _authorities(record, gold)
    return [", ".join(map(str, codes))] if codes else _area_words(record, gold)


def _area_words(record: Record, _: Record) -> Values:
    area = record.get("area")
    return [wording.name(area["as_written"])] if area else []


def _authorities(record: Record, _: Record) -> Values:
    """The codes; an area that a source keeps unnamed is a value of its own."""
    area = record.get("area") or {}
    if area.get("status") == "unnamed":
        return ["unnamed"]
    return sorted(authority["gss"] for authority in area.get("authorities") or ())


def _harm(record: Record, _: Record) -> Values:
    harm = record.get("harm")
    return [wording.plain(harm["as_written"])] if harm else []


def _hedges(record: Record, _: Record) -> Values:
    return sorted(hedge.casefold() for hedge in (record.get("harm") or {}).get("hedges") or ())


def _method(record: Record, gold: Record) -> Values:
    """The vocabulary's method where gold names one, otherwise the words."""
    key = "name" if (gold.get("method") or {}).get("name") else "as_written"
    value = (record.get("method") or {}).get(key)
    return [wording.name(value)] if value else []


def _period(record: Record, gold: Record) -> Values:
    """What the words mean where gold can read them, otherwise the words."""
    period = record.get("period") or {}
    if (gold.get("period") or {}).get("dates"):
        return [period["dates"]] if period.get("dates") else ["unread"] if period else []
    return [wording.name(period["as_written"])] if period else []


def _proceedings(record: Record, _: Record) -> Values:
    """Which kinds are mentioned: one kind may be mentioned in many sentences, any of which will do."""
    return sorted({one["kind"] for one in record.get("proceedings") or ()})


def _made(record: Record, _: Record) -> Values:
    """Made, or said not to be made; that nothing is said is nothing."""
    made = record.get("recommendations_made") or {}
    status = made.get("status", "not-mentioned")
    return [] if status == "not-mentioned" else [status]


def _relevance(record: Record, _: Record) -> Values:
    mark = record.get("relevance")
    return [mark["relevant"]] if mark else []


def _reason(record: Record, gold: Record) -> Values:
    wanted = (gold.get("relevance") or {}).get("reason")
    return [(record.get("relevance") or {}).get("reason")] if wanted else []


def _links(record: Record, _: Record) -> Values:
    return [(link["label"], link.get("url")) for link in record.get("links") or ()]


def _integrated(record: Record, _: Record) -> Values:
    return [True] if record.get("integrated") else []


_FIELDS: dict[str, tuple[str, Callable[[Record, Record], Values]]] = {
    "kinds": ("kinds", _kinds),
    "audience": ("audience", _one("audience")),
    "scope": ("scope", _one("scope")),
    "label": ("label", _named("label")),
    "title": ("title", _named("title")),
    "area": ("area", _area),
    "area_as_written": ("area", _area_words),
    "authorities": ("area", _authorities),
    "published": ("published", _one("published")),
    "incident": ("incident", _one("incident")),
    "section": ("section", _one("section")),
    "harm": ("harm", _harm),
    "hedges": ("harm", _hedges),
    "method": ("method", _method),
    "commissioner": ("commissioner", _named("commissioner")),
    "period": ("period", _period),
    "reviewer": ("reviewer", _named("reviewer")),
    "proceedings": ("proceedings", _proceedings),
    "recommendations_made": ("recommendations_made", _made),
    "relevance": ("relevance", _relevance),
    "relevance_reason": ("relevance", _reason),
    "links": ("links", _links),
    "integrated": ("integrated", _integrated),
}


def _subjects(found: Sequence[Record], gold: Sequence[Record]) -> Iterator[FieldJudgement]:
    pairs, more = _people(found, gold)
    tally = Tally(len(pairs), more, len(gold) - len(pairs), int(not found and not gold))
    tally.unsaid = tally.missed if not found else 0
    yield FieldJudgement("subjects", tally, _who(gold), _who(found))
    for name, key, values in _ABOUT:
        whole = Tally()
        said: list[tuple[Values, Values]] = []
        for mine, theirs in pairs:
            if key in theirs:
                both = values(mine, theirs), values(theirs, theirs)
                whole.add(tally_of(*both))
                said.append(both)
        if said or not gold:
            wanted, got = ([value for both in said for value in both[side]] for side in (1, 0))
            yield FieldJudgement(name, whole, _in_words(wanted), _in_words(got))


def _people(found: Sequence[Record], gold: Sequence[Record]) -> tuple[list[tuple[Record, Record]], int]:
    """Subjects that are one: by label, the others in their order. And how many the record has more."""
    left = list(found)
    pairs: list[tuple[Record, Record]] = []
    waiting: list[Record] = []
    for theirs in gold:
        label = wording.name(theirs.get("label") or "")
        mine = next((one for one in left if label and wording.name(one.get("label") or "") == label), None)
        if mine is None:
            waiting.append(theirs)
        else:
            left.remove(mine)
            pairs.append((mine, theirs))
    pairs += zip(left, waiting, strict=False)
    return pairs, max(0, len(left) - len(waiting))


def _who(subjects: Sequence[Record]) -> str:
    return ", ".join(subject.get("label") or "without label" for subject in subjects) or "nobody"


def _label(subject: Record, _: Record) -> Values:
    return [wording.name(subject["label"])] if subject.get("label") else []


def _age(subject: Record, gold: Record) -> Values:
    age = subject.get("age") or {}
    wanted = (gold.get("age") or {}).get("days")
    if not wanted:
        return [wording.name(age["as_written"])] if age else []
    days = age.get("days")
    if not days:
        return ["unread"] if age else []
    close = all(abs(one - other) <= _DAYS_ALIKE for one, other in zip(days, wanted, strict=True))
    return [tuple(wanted if close else days)]


def _stated(key: str) -> Callable[[Record, Record], Values]:
    return lambda subject, _: [subject[key]] if subject.get(key, "not-stated") != "not-stated" else []


def _ethnicity(subject: Record, gold: Record) -> Values:
    """The status, and gold's words where the record's words hold them; not mentioned is nothing."""
    ethnicity: dict[str, Any] = subject.get("ethnicity") or {}
    status = ethnicity.get("status", "not-mentioned")
    if status != "stated":
        return [] if status == "not-mentioned" else [status]
    wanted = wording.name((gold.get("ethnicity") or {}).get("as_written") or "")
    words = wording.name(ethnicity.get("as_written") or "")
    return [(status, wanted if wanted and wanted in words else words)]


_ABOUT: tuple[tuple[str, str, Callable[[Record, Record], Values]], ...] = (
    ("subject_label", "label", _label),
    ("age", "age", _age),
    ("sex", "sex", _stated("sex")),
    ("outcome", "outcome", _stated("outcome")),
    ("ethnicity", "ethnicity", _ethnicity),
)

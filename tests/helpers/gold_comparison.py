"""How an extraction differs from gold records, case by case, in sentences and in counts."""

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from lessonbook.domain import Area, Entry, Ethnicity, Extraction, RecommendationsMade, Subject
from lessonbook.domain.serialise import to_plain

Record = dict[str, Any]


@dataclass
class Score:
    """What was found and right, found and wrong, and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        found, wanted = self.right + self.wrong, self.right + self.missed
        return 2 * self.right / (found + wanted) if found + wanted else 1.0

    def count(self, found: Counter[Any], wanted: Counter[Any]) -> None:
        both = sum((found & wanted).values())
        self.right += both
        self.wrong += sum(found.values()) - both
        self.missed += sum(wanted.values()) - both


@dataclass
class Comparison:
    """Every difference as a sentence; a score for cases, statements, addressees and each field."""

    differences: list[str] = field(default_factory=list)
    cases: Score = field(default_factory=Score)
    statements: Score = field(default_factory=Score)
    addressees: Score = field(default_factory=Score)
    fields: dict[str, Score] = field(default_factory=dict)

    @property
    def field_f1(self) -> float:
        """Over all fields: a field of a case is right or wrong as a whole."""
        right = sum(score.right for score in self.fields.values())
        return right / (right + sum(score.wrong for score in self.fields.values()) or 1)

    def worst_fields(self) -> dict[str, str]:
        return {
            name: f"{score.right}/{score.right + score.wrong}" for name, score in self.fields.items() if score.wrong
        }

    def report(self) -> str:
        head = f"cases F1 {self.cases.f1:.3f}, statements F1 {self.statements.f1:.3f}, fields {self.field_f1:.3f}, "
        head += f"addressees F1 {self.addressees.f1:.3f}; {self.worst_fields()}"
        return "\n".join([head, *self.differences])


def compare(extraction: Extraction, gold: list[Record]) -> Comparison:
    """Compare the entries of an extraction with the gold records of its document."""
    comparison = Comparison()
    found = [record_of(entry) for entry in extraction.entries]
    pairs = _paired(found, gold)
    comparison.cases = Score(len(pairs), len(found) - len(pairs), len(gold) - len(pairs))
    paired_found = {mine for mine, _ in pairs}
    paired_gold = {theirs for _, theirs in pairs}
    for mine, theirs in pairs:
        _compare_case(found[mine], gold[theirs], comparison)
    for number, record in enumerate(gold):
        if number not in paired_gold:
            comparison.differences.append(f"[{record['case']}] the case was not found")
            comparison.statements.missed += len(record["statements"])
    for number, record in enumerate(found):
        if number not in paired_found:
            name = f"{record['published']} {record['area']} {record['label']}"
            comparison.differences.append(f"a case that is not in the document: {name}")
            comparison.statements.wrong += len(record["statements"])
    return comparison


def record_of(entry: Entry) -> Record:
    """An entry's claims in the form that gold records are compared in."""
    area, harm, method = entry.value("area"), entry.value("harm"), entry.value("method")
    made = entry.value("recommendations_made") or RecommendationsMade()
    relevance = entry.value("relevance")
    return {
        **{name: entry.value(name) for name in ("audience", "scope", "label", "title", "section")},
        **{name: _edtf(entry.value(name)) for name in ("published", "incident")},
        "kinds": sorted(entry.value("kinds") or ()),
        "area": to_plain(area) if isinstance(area, Area) else None,
        "subjects": [to_plain(subject) for subject in entry.values("subject") if isinstance(subject, Subject)],
        "method": to_plain(method) if method else {"name": None, "as_written": None},
        "statements": [to_plain(statement) for statement in entry.values("statement")],
        "links": [to_plain(link) for link in entry.values("link")],
        "harm": to_plain(harm) if harm else None,
        "recommendations_made": to_plain(made),
        "relevance": to_plain(relevance) if relevance else None,
        "integrated": bool(entry.value("integrated")),
    }


def _edtf(value: object) -> str | None:
    return None if value is None else str(value)


def _paired(found: list[Record], gold: list[Record]) -> list[tuple[int, int]]:
    """Each gold record with the entry that is most like it: by label, area and shared statements."""
    likeness = [
        (_likeness(mine, theirs), first, second)
        for first, mine in enumerate(found)
        for second, theirs in enumerate(gold)
    ]
    pairs: list[tuple[int, int]] = []
    for value, mine, theirs in sorted(likeness, key=lambda item: (-item[0], item[1], item[2])):
        if value >= 1 and mine not in {pair[0] for pair in pairs} and theirs not in {pair[1] for pair in pairs}:
            pairs.append((mine, theirs))
    return sorted(pairs, key=lambda pair: pair[1])


def _likeness(mine: Record, theirs: Record) -> float:
    same_name = _name(mine) is not None and _name(mine) == _name(theirs)
    areas = [(record["area"] or {}).get("as_written") for record in (mine, theirs)]
    texts = [{statement["text"] for statement in record["statements"]} for record in (mine, theirs)]
    shared = len(texts[0] & texts[1]) / max(1, len(texts[1]))
    return same_name + (areas[0] == areas[1]) * 0.5 + shared


def _name(record: Record) -> str | None:
    name = record["label"] or record["title"]
    return name.casefold() if name else None


def _compare_case(mine: Record, theirs: Record, comparison: Comparison) -> None:
    case = theirs["case"]
    for name, (left, right) in _field_values(mine, theirs).items():
        score = comparison.fields.setdefault(name, Score())
        if left == right:
            score.right += 1
        else:
            score.wrong += 1
            comparison.differences.append(f"[{case}] {name}: found {left!r}, gold {right!r}")
    _compare_statements(case, mine["statements"], theirs["statements"], comparison)


def _field_values(mine: Record, theirs: Record) -> dict[str, tuple[object, object]]:
    """Each field's value in both records, in the form in which they must be equal."""
    values: dict[str, tuple[object, object]] = {
        name: (mine[name], theirs[name])
        for name in ("audience", "scope", "label", "title", "published", "incident", "section", "integrated", "links")
    }
    values["kinds"] = (mine["kinds"], sorted(theirs["kinds"]))
    for part in ("as_written", "status"):
        values[f"area {part}"] = tuple((record["area"] or {}).get(part) for record in (mine, theirs))  # type: ignore[assignment]
    values["authorities"] = (_codes(mine), _codes(theirs))
    values["harm"] = tuple((record["harm"] or {}).get("as_written") for record in (mine, theirs))  # type: ignore[assignment]
    values["hedges"] = (_hedges(mine), _hedges(theirs))
    values["method"] = (mine["method"], theirs["method"])
    values["relevant"] = (mine["relevance"] is not None, theirs["relevance"] is not None)
    if theirs["relevance"] and theirs["relevance"]["reason"]:
        values["reason"] = ((mine["relevance"] or {}).get("reason"), theirs["relevance"]["reason"])
    values["recommendations made"] = (_made(mine), _made(theirs))
    values["subjects"] = (_subjects(mine), _subjects(theirs))
    values["ethnicity"] = (_ethnicities(mine, theirs), _ethnicities(theirs, theirs))
    return values


def _codes(record: Record) -> list[str]:
    return sorted(authority["gss"] for authority in (record["area"] or {}).get("authorities", ()))


def _hedges(record: Record) -> list[str]:
    return sorted(hedge.casefold() for hedge in (record["harm"] or {}).get("hedges", ()))


def _made(record: Record) -> tuple[str, str | None]:
    made = record["recommendations_made"]
    words = made["as_written"] if made["status"] == "none" else None
    return made["status"], words and words.rstrip(":.")


def _subjects(record: Record) -> list[tuple[object, ...]]:
    return [
        (subject["label"], tuple((subject["age"] or {}).get("days") or ()), subject["sex"], subject["outcome"])
        for subject in record["subjects"]
    ]


def _ethnicities(record: Record, gold: Record) -> list[tuple[str, str | None]]:
    """Statuses, and gold's words where the record's own words hold them."""
    wanted = [subject["ethnicity"]["as_written"] for subject in gold["subjects"]]
    found = []
    for number, subject in enumerate(record["subjects"]):
        ethnicity: Ethnicity | dict[str, Any] = subject["ethnicity"]
        words = ethnicity["as_written"] if ethnicity["status"] == "stated" else None  # type: ignore[index]
        expected = wanted[number] if number < len(wanted) else None
        found.append((ethnicity["status"], expected if words and expected and expected in words else words))  # type: ignore[index]
    return found


def _compare_statements(case: str, mine: list[Record], theirs: list[Record], comparison: Comparison) -> None:
    left = [(statement["kind"], statement["text"]) for statement in mine]
    right = [(statement["kind"], statement["text"]) for statement in theirs]
    comparison.statements.count(Counter(left), Counter(right))
    comparison.addressees.count(_addressed(mine), _addressed(theirs))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what != "equal":
            comparison.differences += [f"[{case}] not in gold: {kind}: {text}" for kind, text in left[first:last]]
            comparison.differences += [f"[{case}] missing: {kind}: {text}" for kind, text in right[start:end]]


def _addressed(statements: list[Record]) -> Counter[tuple[str, str]]:
    return Counter(
        (statement["text"], addressee)
        for statement in statements
        if statement["kind"] not in {"learning", "key-issue"}
        for addressee in statement["addressees"]
    )

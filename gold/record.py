"""The record that a careful reader makes of a report: its content, with numbers and pages of its layout."""

from typing import Any

from gold.content import ContentError, Report, Statement
from gold.flow import Flow, plain, words_of
from gold.pages import Pages

_FIELDS = (
    *("kinds", "audience", "label", "commissioner", "area", "published", "incident", "period", "subjects", "method"),
    *("reviewer", "proceedings", "recommendations_made", "title"),
)


def record(report: Report, flow: Flow, pages: Pages | None) -> dict[str, Any]:
    """The gold record. ``pages`` are those of the made document; nothing where the format has none, as Word.

    Raises ``ContentError`` where the content says of itself what its words do not bear out.
    """
    unknown = set(report.record) - set(_FIELDS)
    if unknown:
        raise ContentError(f"{report.id}: no field {', '.join(sorted(unknown))}")
    printed = {one.statement for one in flow.printed}
    owners = {one.of for one in report.statements.values() if one.of}
    statements = []
    for one in report.statements.values():
        if one.id in printed:
            whose = one.id in owners and one.to is None and one.by is None
            statements.append(_statement(one, flow, pages, owned_by_actions=whose))
    _check_words(report, words_of(flow))
    facts = {name: report.record[name] for name in _FIELDS if name in report.record}
    return {"case": report.id} | facts | {"statements": statements, "key_issue_candidates": list(report.key_issues)}


def _statement(one: Statement, flow: Flow, pages: Pages | None, *, owned_by_actions: bool) -> dict[str, Any]:
    """One statement; whose it is and by when is not judged where only its actions say that."""
    places = [place for place in flow.printed if place.statement == one.id]
    told: dict[str, Any] = {
        "number": flow.numbers[one.id] if one.number or (one.id, "number") in flow.told else None,
        "parts": [plain(part) for part in one.parts],
        "addressed_to": one.to if (one.id, "to") in flow.told else None,
        "timescale": one.by if (one.id, "by") in flow.told else None,
        "attributed_to": one.source,
    }
    if owned_by_actions:
        del told["addressed_to"], told["timescale"]
    if one.addressees is not None:
        told["addressees"] = one.addressees
    where = [pages.of(place) if pages else [] for place in places]
    return {"kind": one.kind, "text": plain(one.full)} | told | {"pages": where}


def _check_words(report: Report, words: str) -> None:
    """Every value given as written stands in the document. Raises ``ContentError`` where one does not."""
    folded = _bare(words)
    for said in _as_written(report):
        if _bare(said) not in folded:
            raise ContentError(f"{report.id}: “{said}” stands nowhere in the report")


def _as_written(report: Report) -> list[str]:
    facts = report.record
    values = [facts.get(name) for name in ("label", "commissioner", "reviewer", "title")]
    values += [
        (facts.get(name) or {}).get("as_written") for name in ("area", "period", "method", "recommendations_made")
    ]
    for subject in facts.get("subjects", ()):
        values += [subject.get("label"), (subject.get("age") or {}).get("as_written")]
        values.append((subject.get("ethnicity") or {}).get("as_written"))
    values += [one["as_written"] for one in facts.get("proceedings", ())]
    values += [one.source for one in report.statements.values()]
    values += [one["text"] for one in report.key_issues]
    return [value for value in values if value]


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()

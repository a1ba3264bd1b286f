"""The record that a careful reader makes of a case as one document tells it: what extraction is measured by."""

from typing import Any

from sample.content import Areas, Case, Item, Subject, addressees_of, areas, cases, days_of, documents, text_of


def records(document: str) -> list[dict[str, Any]]:
    """The records of a document in reading order: the export's form without ids, evidence and problems.

    ``case`` names the invented case and ``also_in`` the other documents that tell it.
    """
    return [_placed(document, *place) for place in places(document)]


def places(document: str) -> list[tuple[str, dict[str, Any]]]:
    """The cases of a document in order, with what their place says: scope, audience, section, relevance."""
    plan = documents()[document]
    if "cases" in plan:
        return [(case, _on_a_list(cases()[case], plan)) for case in plan["cases"]]
    found = []
    for part in plan["part"]:
        for section in part.get("section", ()):
            for case in section["cases"]:
                place = {
                    "scope": part["scope"],
                    "audience": plan.get("audience", {}).get(case, part.get("audience")),
                    "section": section.get("id"),
                    "relevance": plan.get("relevance", {}).get(case),
                }
                found.append((case, place))
    return found


def _on_a_list(case: Case, plan: dict[str, Any]) -> dict[str, Any]:
    """A list page puts a case in no section, and what it links to is its own: a label, seldom a target."""
    links = [link for link in told_links(case, plan) if link]
    return {"scope": plan["scope"], "audience": "children", "listed": True, "links": links}


def told_links(case: Case, plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The links that a list page prints for a case."""
    if "link" in plan and case.links:
        return [{"label": plan["link"], "url": None}]
    return [{"label": link.label, "url": link.url} for link in case.links]


def _placed(document: str, case_id: str, place: dict[str, Any]) -> dict[str, Any]:
    also = [name for name in documents() if name != document and case_id in dict(places(name))]
    return {"case": case_id, "also_in": also} | record(cases()[case_id], place)


def record(case: Case, place: dict[str, Any], known: Areas | None = None) -> dict[str, Any]:
    """One record, its keys in the order of the export. ``known`` are areas other than the sample's."""
    reason = place.get("relevance")
    listed = place.get("listed", False)
    harm = first_sentence(case.harm) if listed and case.harm else case.harm
    return {
        "kinds": case.kinds,
        "audience": place["audience"],
        "scope": place["scope"],
        "label": case.label,
        "area": _area(case, known or areas()),
        "published": case.published,
        "incident": case.incident,
        "section": place.get("section"),
        "subjects": [_subject(subject, case) for subject in case.subjects],
        "method": {"name": case.method.id, "as_written": case.method.text} if case.method else _NO_METHOD,
        "statements": [*_rest_of_harm(case, listed=listed), *statements(case)],
        "links": place.get("links") or [{"label": link.label, "url": link.url} for link in case.links],
        "title": case.title,
        "harm": {"as_written": harm, "hedges": [hedge for hedge in case.hedges if hedge in harm]} if harm else None,
        "recommendations_made": _recommendations(case),
        "relevance": None if reason is None else {"relevant": True, "reason": reason or None},
        "integrated": bool(case.integrated),
    } | ({"keywords": case.keywords} if listed else {})


def first_sentence(text: str) -> str:
    """The first sentence; the sample's own wording has no full stop inside a sentence."""
    return text.partition(". ")[0].removesuffix(".") + "."


def _rest_of_harm(case: Case, *, listed: bool) -> list[dict[str, Any]]:
    """On a list page only the first sentence is the harm; what follows it is told like the rest of the story."""
    rest = case.harm[len(first_sentence(case.harm)) :].strip() if listed and case.harm else ""
    return [_statement("key-issue", rest)] if rest else []


def statements(case: Case) -> list[dict[str, Any]]:
    """The statements of a case in the order in which every layout prints them."""
    told = "learning" if case.title else "key-issue"  # the Panel's themes stand in a table headed “Learning”
    issues = [_statement(told, text) for text in (*case.background, *case.issues)]
    return [
        *issues,
        *(_statement("learning", item) for item in case.learning),
        *(_statement("learning", item) for item in case.integrated),
        *(_statement("recommendation", item) for item in (*case.recommendations, *case.integrated)),
        *(_statement("consideration", item) for item in case.considerations),
        *(_statement("action", item) for item in case.actions),
    ]


def _statement(kind: str, item: Item) -> dict[str, Any]:
    return {"kind": kind, "text": text_of(item), "addressees": addressees_of(item) if kind != "learning" else []}


def _area(case: Case, known: Areas) -> dict[str, Any] | None:
    if case.area is None:
        return None
    authorities = known[case.area]
    status = "named" if authorities else "unnamed"
    return {"as_written": case.area, "status": status, "authorities": authorities}


def _subject(subject: Subject, case: Case) -> dict[str, Any]:
    ethnicity = case.ethnicity
    return {
        "label": subject.label,
        "age": {"as_written": subject.age, "days": days_of(subject.span)} if subject.age and subject.span else None,
        "sex": subject.sex,
        "outcome": subject.outcome,
        "ethnicity": {
            "status": ethnicity.status if ethnicity else "not-mentioned",
            "as_written": ethnicity.words if ethnicity else None,
        },
    }


def _recommendations(case: Case) -> dict[str, Any]:
    if case.none:
        return {"status": "none", "as_written": case.none}
    made = bool(case.recommendations or case.integrated)
    return {"status": "made" if made else "not-mentioned", "as_written": None}


_NO_METHOD = {"name": None, "as_written": None}

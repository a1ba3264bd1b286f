"""The facets under which reviews and statements are counted and filtered, as ``field:value``."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from lessonbook.domain import LessonbookError, Review, Statement
from lessonbook.search.query import Filter
from lessonbook.vocabulary import addressees, areas, kinds, methods, sections, themes

# In the order in which they are shown. A review's facets are its own; a statement's belong to the statement.
OF_REVIEWS = ("kind", "audience", "area", "region", "year", "outcome", "section", "method", "status")
OF_STATEMENTS = ("theme", "to", "statement")
_ORDER = ("kind", "audience", "area", "region", "year", "outcome", "section", "theme", "to", "method", "statement")
FACETS = (*_ORDER, "status")


def of_review(review: Review) -> tuple[str, ...]:
    """A review's facets, sorted."""
    return tuple(sorted({f"{field}:{value}" for field, value in _review_values(review) if value}))


def _review_values(review: Review) -> Iterator[tuple[str, str | None]]:
    yield from (("kind", kind) for kind in review.kinds)
    yield "audience", review.audience
    for authority in review.area.authorities if review.area else ():
        yield "area", authority.gss
        yield "region", areas.region_of(authority.gss)
    yield "year", str(review.published.earliest.year) if review.published else None
    yield from (("outcome", subject.outcome) for subject in review.subjects)
    yield "section", review.section
    yield "method", review.method.name
    yield "status", review.status


def of_statement(statement: Statement) -> tuple[str, ...]:
    """A statement's facets, sorted."""
    found = {f"statement:{statement.kind}"}
    found |= {f"theme:{theme}" for theme in statement.themes}
    found |= {f"to:{addressee}" for addressee in statement.addressees}
    return tuple(sorted(found))


def wanted(asked: Filter) -> tuple[str, ...]:
    """The facets of which a filter asks for one.

    Raises ``LessonbookError`` ``filter-value-unknown`` or ``area-unknown``.
    """
    value = asked.value.strip()
    if asked.field == "year":
        return tuple(f"year:{year}" for year in _years(value))
    if asked.field == "area" and areas.name_of(value.upper()):
        return (f"area:{value.upper()}",)
    if asked.field == "area":
        return tuple(f"area:{authority.gss}" for authority in areas.find(value).authorities)
    named = _named(asked.field, value)
    if not named:
        raise LessonbookError(
            "filter-value-unknown", f"“{value}” is not known as a value of “{asked.field}:”; {_hint(asked.field)}."
        )
    return tuple(f"{asked.field}:{one}" for one in named)


def name_of(facet: str) -> str:
    """What a person reads for a facet, as "Recommendation" or "Kingston upon Hull, City of"."""
    field, value = facet.split(":", 1)
    if field == "area":
        return areas.name_of(value) or value
    if field in ("region", "year"):
        return value
    return _names(field).get(value) or value.replace("-", " ").capitalize()


def _named(field: str, value: str) -> tuple[str, ...]:
    plain = value.lower().replace(" ", "-")
    if field in ("audience", "outcome", "status", "statement"):
        return (plain,) if plain in _FIXED[field] else ()
    if field == "region":
        return tuple(region for region in areas.regions() if region.lower() == value.lower())
    names = _names(field)
    if plain in names:
        return (plain,)
    found = tuple(one for one, name in names.items() if name.lower() == value.lower())
    if not found and field == "to":
        return addressees.addressees_in(value)
    if not found and field == "kind":
        return kinds.kinds_in(value)
    return found


def _names(field: str) -> dict[str, str]:
    lists: dict[str, Sequence[_Named]] = {
        "kind": kinds.KINDS,
        "section": sections.SECTIONS,
        "theme": themes.THEMES,
        "to": addressees.ADDRESSEES,
        "method": methods.METHODS,
    }
    return {entry.id: entry.name for entry in lists.get(field, ())}


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


def _years(value: str) -> range:
    first, _, last = value.replace("–", "-").partition("-")
    if not (first.isdigit() and (last or first).isdigit() and len(first) == 4 and len(last or first) == 4):
        raise LessonbookError(
            "filter-value-unknown", f"“{value}” is not a year: write year:2021, or year:2019-2021 for several."
        )
    return range(int(first), int(last or first) + 1)


def _hint(field: str) -> str:
    if field in _FIXED:
        return f"there are {', '.join(sorted(_FIXED[field]))}"
    known = sorted(_names(field)) or sorted(areas.regions())
    return f"there are {len(known)}, as {', '.join(known[:4])}"


_FIXED = {
    "audience": {"children", "adults", "both"},
    "outcome": {"death", "serious-harm", "other", "not-stated"},
    "status": {"extracted", "checked", "approved"},
    "statement": {"key-issue", "learning", "recommendation", "consideration", "action", "good-practice"},
}

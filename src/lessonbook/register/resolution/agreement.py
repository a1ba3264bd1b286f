"""When two sources agree on a field, and which of two that agree says more.

Prose (harm, title, the words of a method, who commissioned it, who wrote it) is worded by each source in its own way,
and a scope is seen from where the source was published: these differ without disagreeing.
"""

from collections.abc import Callable
from typing import Any

from lessonbook.domain import Area, Method, PartialDate, Period, RecommendationsMade
from lessonbook.register.identity import normalised

_PRECISION = {"interval": 0, "year": 1, "season": 2, "month": 3, "day": 4}


def agree(field: str, one: Any, other: Any) -> bool:  # noqa: ANN401 - each field has its type
    """Whether both values can be true of one review."""
    rule = _AGREE.get(field)
    return rule is None or one == other or rule(one, other)


def fullness(field: str, value: Any) -> int:  # noqa: ANN401 - each field has its type
    """How much a value says; of two that agree the fuller one is shown."""
    rule = _FULLNESS.get(field)
    return rule(value) if rule else 0


def _dates_agree(one: PartialDate, other: PartialDate) -> bool:
    return one.overlaps(other)


def _areas_agree(one: Area, other: Area) -> bool:
    if one.status == other.status == "named":
        return not {a.gss for a in one.authorities}.isdisjoint(a.gss for a in other.authorities)
    if one.status == other.status == "unresolved":
        return normalised(one.as_written) == normalised(other.as_written)
    return True


def _texts_agree(one: str, other: str) -> bool:
    return normalised(one) == normalised(other)


def _audiences_agree(one: str, other: str) -> bool:
    return "both" in (one, other)


def _methods_agree(one: Method, other: Method) -> bool:
    return None in (one.name, other.name) or one.name == other.name


def _recommendations_agree(one: RecommendationsMade, other: RecommendationsMade) -> bool:
    return "not-mentioned" in (one.status, other.status) or one.status == other.status


def _periods_agree(one: Period, other: Period) -> bool:
    return one.dates is None or other.dates is None or one.dates.overlaps(other.dates)


def _never(one: object, other: object) -> bool:
    return one == other


_AGREE: dict[str, Callable[[Any, Any], bool]] = {
    "published": _dates_agree,
    "incident": _dates_agree,
    "area": _areas_agree,
    "label": _texts_agree,
    "audience": _audiences_agree,
    "section": _never,
    "method": _methods_agree,
    "recommendations_made": _recommendations_agree,
    "period": _periods_agree,
}

_FULLNESS: dict[str, Callable[[Any], int]] = {
    "published": lambda date: _PRECISION[date.precision],
    "incident": lambda date: _PRECISION[date.precision],
    "area": lambda area: {"unnamed": 0, "unresolved": 1, "named": 2}[area.status],
    "method": lambda method: int(method.name is not None),
    "recommendations_made": lambda made: int(made.status != "not-mentioned"),
    "period": lambda period: int(period.dates is not None),
}

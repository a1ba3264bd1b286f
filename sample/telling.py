"""What every layout prints of a case, in the order in which it prints it; how it looks is the layout's own."""

from dataclasses import dataclass
from typing import Literal

from sample.content import Case, Item, text_of

KIND_NAMES = {
    "sar": "Safeguarding adult review",
    "apr": "Adult practice review",
    "dhr": "Domestic homicide review",
    "mhhr": "Mental health homicide review",
    "scr": "Serious case review",
    "lcspr": "Local child safeguarding practice review",
    "cpr": "Child practice review",
    "learning-review": "Learning review",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Labels:
    """The words a document writes above its lists."""

    learning: str = "Learning:"
    recommendations: str = "Recommendations:"
    considerations: str = "Considerations:"
    actions: str = "Actions:"
    integrated: str = "Learning and recommendations are integrated:"


@dataclass(frozen=True)
class Group:
    """A label and the list under it; either may be missing."""

    label: str | None
    items: tuple[str, ...]
    kind: Literal["learning", "recommendation", "consideration", "action", "integrated", "words"]


def date_of(case: Case, style: Literal["short", "long"]) -> str:
    """``Apr 2022``, ``April 2022`` or the year alone."""
    year, _, month = case.published.partition("-")
    if not month:
        return year
    name = _MONTHS[int(month) - 1]
    return f"{name if style == 'long' else name[:3]} {year}"


def heading_of(case: Case, style: Literal["short", "long"] = "short", dash: str = " – ") -> str:
    """Month, area and label on one line; a review of the Panel has its title instead."""
    return dash.join(part for part in (date_of(case, style), case.area, case.label or case.title) if part)


def kind_line(case: Case) -> str | None:
    """The names of the kinds, where the first sentence does not say them."""
    names = [KIND_NAMES[kind] for kind in case.kinds if kind in KIND_NAMES]
    if not names or (case.harm and all(name.lower() in case.harm.lower() for name in names)):
        return None
    return "; ".join(names)


def issues_of(case: Case) -> tuple[str, ...]:
    """What happened, and last the sentence that says that ethnicity is not stated."""
    last = (case.ethnicity.sentence,) if case.ethnicity and case.ethnicity.sentence else ()
    return (*case.background, *case.issues, *last)


def groups_of(case: Case, labels: Labels, *, separator: str = "") -> tuple[Group, ...]:
    """The lists of a case. ``separator`` stands at the end of each item but the last."""
    groups = [
        Group(case.learning_label or labels.learning, _items(case.learning, separator), "learning"),
        Group(labels.integrated, _items(case.integrated, separator), "integrated"),
        Group(
            case.recommendations_label or labels.recommendations,
            _items(case.recommendations, separator),
            "recommendation",
        ),
        Group(None, (case.none,) if case.none else (), "words"),
        Group(
            case.considerations_label or labels.considerations, _items(case.considerations, separator), "consideration"
        ),
        Group(None if case.none else labels.actions, _items(case.actions, separator), "action"),
    ]
    return tuple(group for group in groups if group.items)


def _items(items: list[Item], separator: str) -> tuple[str, ...]:
    texts = [text_of(item) for item in items]
    return tuple(text if text.endswith((".", "?")) else text + separator for text in texts)

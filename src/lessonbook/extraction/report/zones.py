"""Which kind of statement stands in a section, and how statements are told from the rest there."""

import re
from collections.abc import Sequence
from typing import Literal

from lessonbook.domain import StatementKind, Table
from lessonbook.extraction.report.labels import label_at
from lessonbook.extraction.report.sections import Section
from lessonbook.extraction.report.units import Unit

Style = Literal["labelled", "numbered", "bullets", "prose"]


def zone_of(section: Section) -> StatementKind | None:
    """The kind of statement that a section holds; nothing where it holds running text."""
    if section.kind == "recommendations":
        titles = (section.title, *section.path) if not section.own else (section.title,)
        return (
            "consideration"
            if _CONSIDERED.search(" ".join(titles)) and not _RECOMMENDED.search(section.title)
            else "recommendation"
        )
    if section.kind in ("learning", "findings"):
        return "learning"
    if section.kind == "good-practice":
        return "good-practice"
    return "action" if section.kind == "action-plan" else None


def is_quoted(section: Section) -> bool:
    """Whether a section tells of other reviews."""
    return section.kind == "other-reviews" or "other-reviews" in section.kinds_above


def style_of(units: Sequence[Unit | Table], zone: StatementKind, *, own: bool, decimal_paragraphs: bool) -> Style:
    """How statements are told from the rest: by labels, else by numbers, else by bullets, else by their words."""
    texts = [unit for unit in units if isinstance(unit, Unit) and not unit.heading]
    if any(_labels(unit, zone) for unit in texts):
        return "labelled"
    numbers = [u for u in texts if _is_numbered(u, decimal_paragraphs=decimal_paragraphs)]
    if numbers:
        return "numbered"
    if any(unit.marker_kind is not None and unit.marker_kind != "decimal" for unit in texts):
        return "bullets" if own or zone != "learning" else "prose"
    return "prose"


def _labels(unit: Unit, zone: StatementKind) -> bool:
    label = label_at(unit.passage, zone=zone)
    return label is not None and label.kind == zone and (label.number is not None or label.end < len(unit.passage))


def _is_numbered(unit: Unit, *, decimal_paragraphs: bool) -> bool:
    if unit.marker_kind == "decimal":
        return not decimal_paragraphs
    return unit.marker_kind == "number" or (
        unit.marker_kind in ("letter", "roman") and unit.level == 0 and unit.marker in _FIRST
    )


_FIRST = frozenset("AaBbIi")
_CONSIDERED = re.compile(r"\b(?:considerations?|questions?|challenges|consider)\b", re.IGNORECASE)
_RECOMMENDED = re.compile(r"\brecommend", re.IGNORECASE)

"""How much a document looks like a digest: cases in tables, or under headings in parts."""

import re
from collections.abc import Sequence

from lessonbook.domain import Document, ListItem, Passage
from lessonbook.extraction.digest.headings import read_heading
from lessonbook.extraction.digest.layout import Layout
from lessonbook.extraction.digest.model import HEADING_ROLES, RawCase
from lessonbook.extraction.digest.rows import cases_of
from lessonbook.extraction.digest.starts import names_area, start_of

_TITLE = re.compile(
    r"\b(?:digest|bulletin|news|newsletter|briefing|round-?up|update|lessons|learning from|issue \d+)\b", re.IGNORECASE
)

# Items to a case in a digest that sets its learning out in lists.
_SET_OUT = 2


def fit(document: Document) -> float:
    """From 0 to 1. A list page has cases under headings too, but neither parts nor the title of an issue."""
    layout = Layout(document)
    cases, _ = cases_of(layout.lines)
    if not cases or not _convincing(cases):
        return 0.0
    if layout.turned or any(not case.stream("case") or not case.stream("case")[0].title for case in cases):
        return 1.0
    if any(case.setting.scope for case in cases):
        return 1.0
    titled = layout.title is not None and _TITLE.search(layout.title) is not None
    # A list page can be sorted by theme too, but runs its items together, where a digest sets them out.
    items = sum(isinstance(block, ListItem) for block in document.blocks)
    if any(case.setting.section for case in cases):
        return 1.0 if titled or items >= len(cases) else 0.85
    if items >= _SET_OUT * len(cases):
        return 1.0 if titled or any(case.setting.audience for case in cases) else 0.8
    return 0.6 if titled else 0.3


def _convincing(cases: Sequence[RawCase]) -> bool:
    """Whether half of what stands in a table as cases begins as a case does: any table has rows."""
    headings = ["\n".join(piece.text for role in HEADING_ROLES for piece in case.stream(role)) for case in cases]
    return sum(_begins(heading) for heading in headings) * 2 >= len(headings)


def _begins(heading: str) -> bool:
    if start_of(heading) != "none" or names_area(heading):
        return True
    read = read_heading(Passage(heading))
    return (read.label is not None) + (read.area is not None) + (read.published is not None) > 1

"""The heading of a case: month, area and label."""

import re

import msgspec

from lessonbook.domain import Area, PartialDate, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import areas, dates


class CaseHeading(msgspec.Struct, frozen=True):
    """What a heading says. ``rest`` is what follows it in the passage."""

    published: Found[PartialDate] | None
    area: Found[Area] | None
    label: Found[str] | None
    title: Found[str] | None
    rest: Passage


_DASH = re.compile(r"\s*[-–—]\s+|\s+[-–—]\s*")


def read_case_heading(passage: Passage) -> CaseHeading:
    """The heading at the start of a passage; ``published`` is None where there is none."""
    found = next(iter(dates.read(passage.text)), None)
    if found is None or passage.text[: found.start].strip():
        return CaseHeading(None, None, None, None, passage)
    published = Found(found.value, passage.cut(found.start, found.end))
    parts, start = [], found.end
    for dash in _DASH.finditer(passage.text, found.end):
        parts.append(passage.cut(start, dash.start()).strip())
        start = dash.end()
    parts = [part for part in (*parts, passage.cut(start).strip()) if part]
    area = Found(areas.resolve(parts[0].text), parts[0]) if parts else None
    label = Found(parts[1].text.strip("'‘’\""), parts[1]) if len(parts) > 1 else None
    return CaseHeading(published, area, label, None, passage.cut(len(passage)))

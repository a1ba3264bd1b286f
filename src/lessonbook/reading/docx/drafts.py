"""What a Word file holds, in reading order, before it is settled which of its paragraphs are headings."""

import msgspec

from lessonbook.domain import Passage
from lessonbook.reading.docx.numbering import Marker
from lessonbook.reading.docx.wording import Looks
from lessonbook.reading.manuscript import Manuscript


class Draft(msgspec.Struct):
    """A paragraph. ``heading`` is its level where it is one; ``flowing`` says that it stands in no table or note."""

    passage: Passage
    looks: Looks
    heading: int | None = None
    marker: Marker | None = None
    flowing: bool = True
    called_heading: bool = False
    in_contents: bool = False


class Step(msgspec.Struct, frozen=True):
    """Something begins or ends: a method of the manuscript by its name, with what it is given."""

    name: str
    given: tuple[object, ...] = ()
    header: bool | None = None


def write(drafts: list[Draft | Step], manuscript: Manuscript) -> None:
    """Writes everything into the manuscript."""
    for draft in drafts:
        if isinstance(draft, Step):
            named = {} if draft.header is None else {"header": draft.header}
            getattr(manuscript, draft.name)(*draft.given, **named)
        elif draft.in_contents:
            manuscript.begin_furniture()
            manuscript.paragraph(draft.passage)
            manuscript.end_furniture()
        elif draft.heading is not None:
            counted = draft.marker is not None and draft.marker.ordered
            manuscript.heading(draft.passage, draft.heading, draft.marker.text if draft.marker and counted else None)
        elif draft.marker is not None:
            marker = draft.marker
            manuscript.item(draft.passage, marker.level, marker.text, ordered=marker.ordered)
        else:
            manuscript.paragraph(draft.passage)

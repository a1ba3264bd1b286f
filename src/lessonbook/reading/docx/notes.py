"""Footnotes and endnotes of a Word file: which the text refers to, in which order, under which sign."""

import msgspec

from lessonbook.reading import counting
from lessonbook.reading.docx.names import Element, number, value, w

_KINDS = ("footnote", "endnote")


class Cited(msgspec.Struct):
    """A note that the text refers to: ``kind`` is ``footnote`` or ``endnote``."""

    kind: str
    ident: str
    marker: str


class Notes:
    """Counts references in reading order and gives each the sign that Word prints.

    The way of counting comes from the file's settings or its first section; footnotes count 1, 2, 3 and endnotes
    i, ii, iii where neither says otherwise (ECMA-376, part 1, 17.11).
    """

    def __init__(self, *places: Element | None) -> None:
        self.cited: list[Cited] = []
        self._ways = {"footnote": "decimal", "endnote": "lowerRoman"}
        self._counts = {"footnote": 0, "endnote": 0}
        for place in reversed([place for place in places if place is not None]):
            for kind in _KINDS:
                if way := value(place, f"{kind}Pr", "numFmt"):
                    self._ways[kind] = way
                if begin := value(place, f"{kind}Pr", "numStart"):
                    self._counts[kind] = number(begin, 1) - 1

    def cite(self, reference: Element) -> None:
        """The text refers to a note here."""
        kind = "footnote" if reference.tag == w("footnoteReference") else "endnote"
        self._counts[kind] += 1
        marker = counting.written(self._counts[kind], self._ways[kind])
        self.cited.append(Cited(kind, reference.get(w("id"), ""), marker))

    def sign(self, text: str) -> None:
        """The last reference has a sign of the author's own, which does not count."""
        last = self.cited[-1]
        if text.strip():
            last.marker = text.strip()[:10]
            self._counts[last.kind] -= 1

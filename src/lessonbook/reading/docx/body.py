"""The blocks of a Word file, in reading order: headings, paragraphs, list items, tables, text boxes."""

from lxml import etree

from lessonbook.reading.building import PassageBuilder
from lessonbook.reading.docx import tables
from lessonbook.reading.docx.names import Element, is_placeholder, number, value, w
from lessonbook.reading.docx.numbering import Marker, Numbering
from lessonbook.reading.docx.styles import Style, Styles
from lessonbook.reading.docx.wording import Wording
from lessonbook.reading.manuscript import Manuscript

_SKIPPED = frozenset(
    w(name) for name in ("sectPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "tblGrid", "pPr")
)
_BODY_LEVEL = 9


class Body:
    """Walks through a story of the document and writes its blocks into the manuscript."""

    def __init__(self, manuscript: Manuscript, styles: Styles, numbering: Numbering, wording: Wording) -> None:
        self._manuscript = manuscript
        self._styles = styles
        self._numbering = numbering
        self._wording = wording
        self._builder = PassageBuilder()

    def write(self, parent: Element) -> None:
        """Writes everything in a body, a cell or a text box."""
        self._walk(parent)
        self._manuscript.paragraph(self._builder)  # what a deleted paragraph end left over

    def _walk(self, parent: Element) -> None:
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if tag == w("p"):
                self._paragraph(child)
            elif tag == w("tbl"):
                self._table(child)
            elif tag == w("altChunk"):
                self._manuscript.problem(
                    "part-not-read",
                    "The Word file takes in another file, which was not read: open it and save it again.",
                )
            elif tag == w("sdt") and _is_contents(child):
                self._manuscript.begin_furniture()
                self._walk(child)
                self._manuscript.end_furniture()
            elif tag not in _SKIPPED and not is_placeholder(child):
                self._walk(child)

    def _paragraph(self, element: Element) -> None:
        properties = element.find(w("pPr"))
        style = self._styles.paragraph(value(properties, "pStyle"))
        boxes = self._wording.add(element, style, self._builder)
        if not _end_deleted(properties):
            self._write_paragraph(properties, style)
        for box in boxes:
            Body(self._manuscript, self._styles, self._numbering, self._wording).write(box)

    def _write_paragraph(self, properties: Element | None, style: Style) -> None:
        heading = _heading(properties, style)
        marker = self._marker(properties, style) if self._builder else None
        if style.is_contents:
            self._manuscript.begin_furniture()
            self._manuscript.paragraph(self._builder)
            self._manuscript.end_furniture()
        elif heading is not None:
            self._manuscript.heading(self._builder, heading)
        elif marker is not None:
            self._manuscript.item(self._builder, marker.level, marker.text, ordered=marker.ordered)
        else:
            self._manuscript.paragraph(self._builder)

    def _marker(self, properties: Element | None, style: Style) -> Marker | None:
        numbering = value(properties, "numPr", "numId")
        level = value(properties, "numPr", "ilvl")
        numbering = style.numbering if numbering is None else numbering
        ordered, depth = style.typed_list or (False, 0)
        if numbering is not None:
            found = self._numbering.next(numbering, number(level, style.level or 0))
            # Word's own "List Bullet 2" is the first level of a list of its own; its name says where it stands.
            return found and Marker(found.text, max(found.level, depth), found.ordered)
        return Marker(None if ordered else "•", depth, ordered) if style.typed_list else None

    def _table(self, element: Element) -> None:
        rows = tables.placed(element)
        if tables.is_frame(element, rows):
            for row in rows:
                for cell in row.cells:
                    self.write(cell.element)
            return
        self._manuscript.begin_table()
        for row in rows:
            self._manuscript.begin_row(header=row.header)
            for cell in row.cells:
                self._manuscript.begin_cell(cell.column, cell.columns, cell.rows)
                self.write(cell.element)
                self._manuscript.end_cell()
            self._manuscript.end_row()
        self._manuscript.end_table()


def _heading(properties: Element | None, style: Style) -> int | None:
    outline = value(properties, "outlineLvl")
    if outline is None:
        return style.heading
    level = number(outline, _BODY_LEVEL)
    return level + 1 if level < _BODY_LEVEL else None


def _end_deleted(properties: Element | None) -> bool:
    """Whether a tracked change took away the paragraph's end, so that the next paragraph goes on with it."""
    marks = None if properties is None else properties.find(w("rPr"))
    return marks is not None and (marks.find(w("del")) is not None or marks.find(w("moveFrom")) is not None)


def _is_contents(element: Element) -> bool:
    gallery = value(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and "contents" in gallery.lower()

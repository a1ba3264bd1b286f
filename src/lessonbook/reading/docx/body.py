"""The blocks of a Word file, in reading order: headings, paragraphs, list items, tables, text boxes."""

from lxml import etree

from lessonbook.reading import contents
from lessonbook.reading.building import PassageBuilder
from lessonbook.reading.docx import tables
from lessonbook.reading.docx.drafts import Draft, Step
from lessonbook.reading.docx.names import Element, is_placeholder, number, value, w
from lessonbook.reading.docx.numbering import Marker, Numbering
from lessonbook.reading.docx.styles import Style, Styles, panel_of
from lessonbook.reading.docx.wording import Wording

_SKIPPED = frozenset(
    w(name) for name in ("sectPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "tblGrid", "pPr")
)
_BODY_LEVEL = 9
_LARGE_LETTER = frozenset({"drop", "margin"})


class Body:
    """Walks through a story of the document and adds what it holds to the drafts.

    ``flowing`` is false in a table or a note, where no paragraph is a heading by its looks alone.
    """

    def __init__(
        self,
        drafts: list[Draft | Step],
        styles: Styles,
        numbering: Numbering,
        wording: Wording,
        *,
        flowing: bool = True,
    ) -> None:
        self._drafts = drafts
        self._styles = styles
        self._numbering = numbering
        self._wording = wording
        self._flowing = flowing
        self._builder = PassageBuilder()
        self._panel = ""

    def write(self, parent: Element) -> None:
        """Writes everything in a body, a cell, a note or a text box."""
        self._walk(parent)
        self._end_paragraph()
        self._end_panel()

    def _walk(self, parent: Element) -> None:
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if tag == w("p"):
                self._paragraph(child)
            elif tag == w("tbl"):
                self._table(child)
            elif tag == w("altChunk"):
                self._step(
                    "problem",
                    "part-not-read",
                    "The Word file takes in another file, which was not read: open it and save it again.",
                )
            elif tag == w("sdt") and _is_contents(child):
                self._step("begin_furniture")
                self._walk(child)
                self._step("end_furniture")
            elif tag not in _SKIPPED and not is_placeholder(child):
                self._walk(child)

    def _paragraph(self, element: Element) -> None:
        properties = element.find(w("pPr"))
        style = self._styles.paragraph(value(properties, "pStyle"))
        boxes = self._wording.add(element, style, self._builder)
        if not _goes_on(properties):
            self._write_paragraph(properties, style)
        for box in boxes:
            self._step("begin_box")
            Body(self._drafts, self._styles, self._numbering, self._wording, flowing=self._flowing).write(box)
            self._step("end_box")

    def _write_paragraph(self, properties: Element | None, style: Style) -> None:
        panel = panel_of(properties, style.panel) if self._flowing else ""
        if panel != self._panel:
            self._end_panel()
            if panel:
                self._step("begin_box")
            self._panel = panel
        marker = self._marker(properties, style) if self._builder else None
        passage, looks = self._builder.build(), self._wording.looks()
        if not passage:
            return
        heading = _heading(properties, style)
        if heading is not None and not style.is_contents:
            self._wording.leave_contents()
        in_contents = style.is_contents or self._wording.in_contents
        if in_contents:
            self._take_title_of_contents()
        draft = Draft(passage, looks, heading, marker, self._flowing, style.says_heading, in_contents)
        self._drafts.append(draft)

    def _end_paragraph(self) -> None:
        """Writes what a paragraph whose end was deleted left over."""
        looks = self._wording.looks() if self._builder else None
        if looks:
            self._drafts.append(Draft(self._builder.build(), looks, flowing=self._flowing))

    def _end_panel(self) -> None:
        if self._panel:
            self._step("end_box")
        self._panel = ""

    def _take_title_of_contents(self) -> None:
        last = self._drafts[-1] if self._drafts else None
        if isinstance(last, Draft) and contents.is_title(last.passage.text):
            last.in_contents = True

    def _marker(self, properties: Element | None, style: Style) -> Marker | None:
        numbering = value(properties, "numPr", "numId")
        level = value(properties, "numPr", "ilvl")
        own = numbering is None
        numbering = style.numbering if numbering is None else numbering
        ordered, depth = style.typed_list or (False, 0)
        if numbering is not None:
            usual = style.level
            if usual is None:
                usual = self._numbering.level_of(numbering, style.ident) if own else 0
            found = self._numbering.next(numbering, number(level, usual))
            # Word's own "List Bullet 2" is the first level of a list of its own; its name says where it stands.
            return found and Marker(found.text, max(found.level, depth), found.ordered)
        return Marker(None if ordered else "•", depth, ordered) if style.typed_list else None

    def _table(self, element: Element) -> None:
        self._end_paragraph()
        self._end_panel()
        rows = tables.placed(element)
        if tables.is_frame(element, rows):
            boxed = tables.is_box(rows)
            if boxed:
                self._step("begin_box")
            for row in rows:
                for cell in row.cells:
                    self.write(cell.element)
            if boxed:
                self._step("end_box")
            return
        self._step("begin_table")
        for row in rows:
            self._drafts.append(Step("begin_row", header=row.header))
            for cell in row.cells:
                self._step("begin_cell", cell.column, cell.columns, cell.rows)
                Body(self._drafts, self._styles, self._numbering, self._wording, flowing=False).write(cell.element)
                self._step("end_cell")
            self._step("end_row")
        self._step("end_table")

    def _step(self, name: str, *given: object) -> None:
        self._drafts.append(Step(name, given))


def _heading(properties: Element | None, style: Style) -> int | None:
    outline = value(properties, "outlineLvl")
    if outline is None:
        return style.heading
    level = number(outline, _BODY_LEVEL)
    return level + 1 if level < _BODY_LEVEL else None


def _goes_on(properties: Element | None) -> bool:
    """Whether the next paragraph goes on with this one.

    A tracked change took its end away, or it is the large first letter of the next.
    """
    if properties is None:
        return False
    frame = properties.find(w("framePr"))
    if frame is not None and frame.get(w("dropCap")) in _LARGE_LETTER:
        return True
    marks = properties.find(w("rPr"))
    return marks is not None and (marks.find(w("del")) is not None or marks.find(w("moveFrom")) is not None)


def _is_contents(element: Element) -> bool:
    gallery = value(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and "contents" in gallery.lower()

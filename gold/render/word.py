"""A flow as a Word file: with styles or without, boxes as tables or text boxes, tracked changes and comments."""

import copy
import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass

import docx
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from gold import flow as blocks
from gold.flow import Block, Flow, plain

_WRITTEN = dt.datetime(2026, 1, 5)  # noqa: DTZ001 - Word's core properties are naive
_ZIPPED = (2026, 1, 5, 0, 0, 0)
_BOLD = re.compile(r"(\*\*.+?\*\*)")
_SENTENCE = 8


@dataclass(frozen=True)
class WordLook:
    """How a Word file is made.

    ``styled`` uses Word's own headings and lists; without it headings are bold paragraphs. ``box`` is "cell" (a table
    of one cell) or "shape" (a text box). ``tracked`` leaves deletions, insertions and comments in.
    """

    styled: bool = True
    box: str = "cell"
    tracked: bool = False
    font: str = "Arial"
    size: float = 11


def render(flowing: Flow, look: WordLook) -> bytes:
    """The Word file of a flow, the same bytes each time."""
    return _Writer(flowing, look).made()


class _Writer:
    def __init__(self, flowing: Flow, look: WordLook) -> None:
        self.flow, self.look = flowing, look
        self.word = docx.Document()
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = look.font, Pt(look.size)
        self.word.core_properties.title = flowing.title
        self.word.core_properties.author = "Business unit"
        self.word.core_properties.created = self.word.core_properties.modified = _WRITTEN
        self.word.sections[0].header.paragraphs[0].text = flowing.running
        self.count = 0

    def made(self) -> bytes:
        for block in self.flow.blocks:
            self._put(block)
        file = io.BytesIO()
        self.word.save(file)
        return _same(file.getvalue())

    def _put(self, block: Block) -> None:  # noqa: C901 - a kind of block a case
        match block:
            case blocks.Cover():
                for at, line in enumerate(block.lines):
                    self._cover_line(line, first=at == 0)
                for line in block.imprint:
                    self._text(self.word.add_paragraph(), line)
            case blocks.Contents():
                self._contents(block)
            case blocks.PageBreak():
                self.word.add_page_break()
            case blocks.Heading():
                self._heading(block)
            case blocks.Paragraph():
                self._paragraph(block)
            case blocks.Items():
                self._items(block, self.word)
            case blocks.Table():
                self._table(block)
            case blocks.Box():
                self._box(block)

    def _cover_line(self, line: str, *, first: bool) -> None:
        paragraph = self.word.add_paragraph(style="Title" if first and self.look.styled else None)
        run = paragraph.add_run(line)
        if not self.look.styled:
            run.bold, run.font.size = True, Pt(22 if first else 13)

    def _contents(self, block: blocks.Contents) -> None:
        """Typed, as a contents field looks that Word has filled in: the page numbers are made up, and rise."""
        self._heading_run(self.word.add_paragraph(), block.title, 1)
        for at, heading in enumerate(one for one in self.flow.blocks if isinstance(one, blocks.Heading)):
            if heading.level <= block.depth:
                self.word.add_paragraph(f"{plain(heading.text)}\t{3 + at // 2}")

    def _heading(self, block: blocks.Heading) -> None:
        if self.look.styled:
            self.word.add_heading(block.text, block.level)
        else:
            self._heading_run(self.word.add_paragraph(), block.text, block.level)

    def _heading_run(self, paragraph: Paragraph, text: str, level: int) -> None:
        run = paragraph.add_run(text)
        run.bold, run.font.size = True, Pt({1: 16, 2: 13}.get(level, 11.5))

    def _paragraph(self, block: blocks.Paragraph) -> None:
        paragraph = self.word.add_paragraph()
        self._text(paragraph, f"{block.number}\t{block.text}" if block.number else block.text)
        self.count += 1
        if self.look.tracked and self.count % _SENTENCE == 0:
            self._track(paragraph)

    def _items(self, block: blocks.Items, where: DocxDocument | _Cell) -> None:
        for item in block.items:
            self._item(where, item.marker, item.text, "List Bullet")
            for marker, text in item.parts:
                self._item(where, marker, text, "List Bullet 2")

    def _item(self, where: DocxDocument | _Cell, marker: str | None, text: str, style: str) -> None:
        bullet = marker is None and self.look.styled
        paragraph = where.add_paragraph(style=style if bullet else None)
        if not bullet:
            paragraph.paragraph_format.left_indent = Pt(36 if style.endswith("2") else 18)
        self._text(paragraph, text if bullet else f"{marker or '•'}\t{text}")

    def _table(self, block: blocks.Table) -> None:
        table = self.word.add_table(rows=1, cols=len(block.columns), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, block.columns, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        if self.look.styled:
            table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001 - python-docx has no public way
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                first, *others = text.split("\n")
                self._text(cell.paragraphs[0], first)
                for line in others:
                    self._text(cell.add_paragraph(), line)
        self.word.add_paragraph()

    def _box(self, block: blocks.Box) -> None:
        cell = self.word.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
        first = cell.paragraphs[0]
        if block.title:
            first.add_run(block.title).bold = True
        for inner in block.blocks:
            if isinstance(inner, blocks.Items):
                self._items(inner, cell)
            elif isinstance(inner, blocks.Paragraph):
                self._text(first if not first.text else cell.add_paragraph(), inner.text)
        if not cell.paragraphs[0].text:
            cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001 - python-docx has no public way
        if self.look.box == "shape":
            self._as_shape(cell)
        self.word.add_paragraph()

    def _as_shape(self, cell: _Cell) -> None:
        """The cell's paragraphs in a text box instead, which stands in a paragraph of its own."""
        holder = self.word.add_paragraph()
        shape = parse_xml(_SHAPE)
        inside = shape.find(".//" + qn("w:txbxContent"))
        for paragraph in cell.paragraphs:
            inside.append(copy.deepcopy(paragraph._p))  # noqa: SLF001 - the same
        holder._p.append(shape)  # noqa: SLF001 - the same
        table = cell._tc.getparent().getparent()  # noqa: SLF001 - the same
        table.getparent().remove(table)

    def _text(self, paragraph: Paragraph, text: str) -> None:
        """Words, bold ones in bold. A footnote's words are left out: python-docx cannot write one."""
        for piece in _BOLD.split(re.sub(r"\[\^\w+\]", "", text)):
            if piece:
                paragraph.add_run(piece.strip("*")).bold = piece.startswith("**") or None

    def _track(self, paragraph: Paragraph) -> None:
        """A deletion at the end, the paragraph's last run inserted, and a comment on it."""
        number = str(self.count)
        run = paragraph.runs[-1]
        self.word.add_comment(
            run, text="Chair: is this still right after the panel of the 4th?", author="Panel", initials="P"
        )
        inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="{number}" w:author="Panel" w:date="2025-11-04T09:00:00Z"/>')
        run._r.addprevious(inserted)  # noqa: SLF001 - python-docx has no public way
        inserted.append(run._r)  # noqa: SLF001 - the same
        paragraph._p.append(parse_xml(_DELETED.format(ns=nsdecls("w"), number=f"9{number}")))  # noqa: SLF001 - the same


_DELETED = (
    '<w:del {ns} w:id="{number}" w:author="Panel" w:date="2025-11-04T09:00:00Z"><w:r><w:delText xml:space="preserve">'
    " Recommendation: the Board should write to everyone concerned.</w:delText></w:r></w:del>"
)
_SHAPE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
    '<v:shape type="#_x0000_t202" style="width:440pt;height:90pt"><v:textbox><w:txbxContent/></v:textbox></v:shape>'
    "</w:pict></w:r>"
)


def _same(data: bytes) -> bytes:
    """The file with one time for all its members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename.endswith("comments.xml"):
                text = re.sub(rb'w:date="[^"]+"', b'w:date="2025-11-04T09:00:00Z"', text)
            new.writestr(zipfile.ZipInfo(info.filename, _ZIPPED), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()

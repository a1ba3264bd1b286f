# ruff: noqa: ANN401, E501 - python-docx has no types; a block has many kinds
"""A flow as a Word file: with styles or without, with text boxes, with tracked changes and comments; and as its PDF."""

import copy
import io
import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from gold import flow as blocks
from gold.flow import Block, Flow
from gold.test.numbering import numbered

_MARKS = re.compile(r"(\*\*.+?\*\*)")
_TEXT_BOX = """<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>
<v:shape id="box{n}" style="width:440pt;height:{height}pt" type="#_x0000_t202" fillcolor="#eef3e6" strokecolor="#5b7a2e">
<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"""


@dataclass(frozen=True)
class WordLook:
    """How a Word file looks. Without ``styled`` headings are bold lines, and lists are typed markers.

    ``text_boxes`` puts boxes in text boxes, else in tables of one cell; ``tracked`` adds insertions, deletions and
    comments, of which the accepted text is the report's; ``wide`` tables of so many columns get pages on their side;
    ``lines`` is the distance of lines, as 1.5.
    """

    font: str = "Liberation Sans"
    size: float = 11
    styled: bool = True
    text_boxes: bool = False
    tracked: bool = False
    wide: int = 99
    colour: str = "1F3864"
    heading_sizes: tuple[float, float, float, float] = (16, 13, 11.5, 11)
    underline: bool = False
    justify: bool = False
    space: float = 8
    lines: float | None = None


def render(flow: Flow, look: WordLook) -> bytes:
    """The Word file of a flow. A contents page in it has no page numbers yet."""
    return _Writer(flow, [""] * 200, look).data()


def render_pdf(flow: Flow, look: WordLook) -> bytes:
    """The PDF that LibreOffice exports from the Word file of a flow."""
    return numbered(flow, partial(_exported, look=look))


def _exported(flow: Flow, numbers: list[str], look: WordLook) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(_Writer(flow, numbers, look).data())
        options = [
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        subprocess.run(["soffice", *options, str(path)], check=True, capture_output=True, timeout=180)  # noqa: S603, S607 - our own file
        return path.with_suffix(".pdf").read_bytes()


class _Writer:
    def __init__(self, flow: Flow, numbers: list[str], look: WordLook) -> None:
        self.flow, self.look = flow, look
        self.numbers = iter(numbers)
        self.file = docx.Document()
        self.target: Any = self.file
        self.ids = count(1)
        self.seen = 0
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = look.font, Pt(look.size)
        normal.paragraph_format.space_after = Pt(look.space)
        if look.lines:
            normal.paragraph_format.line_spacing = look.lines
        for level in range(1, 5):
            style = self.file.styles[f"Heading {level}"]
            style.font.name, style.font.size = look.font, Pt(look.heading_sizes[level - 1])
            style.font.color.rgb = RGBColor.from_string(look.colour)
            style.element.rPr.rFonts.attrib.clear()
            style.element.rPr.rFonts.set(qn("w:ascii"), look.font)
            style.element.rPr.rFonts.set(qn("w:hAnsi"), look.font)
        self._furniture()

    def data(self) -> bytes:
        for one in self.flow.blocks:
            self._block(one)
        out = io.BytesIO()
        self.file.core_properties.title = self.flow.title
        self.file.save(out)
        return out.getvalue()

    def _furniture(self) -> None:
        section = self.file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.different_first_page_header_footer = True
        if self.flow.running:
            section.header.paragraphs[0].text = self.flow.running
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        foot.add_run("Page ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)  # noqa: SLF001 - python-docx has no fields

    def _block(self, one: Block) -> None:
        match one:
            case blocks.Cover():
                self._cover(one)
            case blocks.Contents():
                self._contents(one)
            case blocks.PageBreak():
                self.file.add_page_break()
            case blocks.Heading():
                self._heading(one)
            case blocks.Paragraph():
                self._paragraph(f"{one.number}\t{one.text}" if one.number else one.text, hanging=bool(one.number))
            case blocks.Items():
                self._items(one)
            case blocks.Table():
                self._table(one)
            case blocks.Box():
                self._box(one)

    def _cover(self, cover: blocks.Cover) -> None:
        for _ in range(6):
            self.file.add_paragraph()
        for at, line in enumerate(cover.lines):
            run = self.file.add_paragraph().add_run(line)
            run.bold, run.font.size = at < 2, Pt(max(14, 26 - 4 * at))
        for line in ("", "", *cover.imprint):
            self.file.add_paragraph(line)

    def _contents(self, contents: blocks.Contents) -> None:
        self.file.add_paragraph().add_run(contents.title).bold = True
        for one in self.flow.blocks:
            if isinstance(one, blocks.Heading) and one.level <= contents.depth:
                made = self.file.add_paragraph(f"{blocks.plain(one.text)}\t{next(self.numbers)}")
                made.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
                made.paragraph_format.space_after = Pt(2)
                made.paragraph_format.left_indent = Cm(0.6 * (one.level - 1))
                made.paragraph_format.right_indent = Cm(1)

    def _heading(self, heading: blocks.Heading) -> None:
        if self.look.styled:
            self.file.add_heading(heading.text, heading.level)
            return
        run = self.file.add_paragraph().add_run(heading.text)
        run.bold, run.underline = True, self.look.underline
        run.font.size = Pt(self.look.heading_sizes[heading.level - 1])

    def _paragraph(self, text: str, *, hanging: bool = False, indent: float = 0, style: str | None = None) -> Any:
        made = self.target.add_paragraph(style=style)
        if hanging or indent:
            made.paragraph_format.left_indent = Cm(indent + 1.2)
            made.paragraph_format.first_line_indent = Cm(-1.2)
        if self.look.justify:
            made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for piece in _MARKS.split(text):
            if piece:
                made.add_run(piece.strip("*") if piece.startswith("**") else piece).bold = piece.startswith("**")
        self.seen += 1
        if self.look.tracked and self.target is self.file and style is None:
            self._track(made)
        return made

    def _track(self, made: Any) -> None:
        """Mark the last words of some paragraphs as inserted, with words struck out before; comment on others."""
        run = made.runs[-1]
        words = run.text.split(" ")
        if self.seen % 3 == 0 and len(words) > 8:
            run.text = " ".join(words[:-4]) + " "
            kept, gone = copy.deepcopy(run._r), copy.deepcopy(run._r)  # noqa: SLF001 - no tracked changes in python-docx
            kept.text, gone.text = " ".join(words[-4:]), "as was first thought and is recommended "
            for text in gone.findall(qn("w:t")):
                text.tag = qn("w:delText")
            struck, added = self._change("w:del"), self._change("w:ins")
            struck.append(gone)
            added.append(kept)
            made._p.append(struck)  # noqa: SLF001 - as above
            made._p.append(added)  # noqa: SLF001 - as above
        elif self.seen % 5 == 0:
            self.file.add_comment(
                run, "Should we recommend more here? The Committee asked for this to be checked.", "Reader"
            )

    def _change(self, name: str) -> Any:
        change = OxmlElement(name)
        change.set(qn("w:id"), str(900 + next(self.ids)))
        change.set(qn("w:author"), "Reader")
        change.set(qn("w:date"), "2023-04-01T10:00:00Z")
        return change

    def _items(self, items: blocks.Items) -> None:
        for item in items.items:
            self._item(item.marker, item.text, 0)
            for marker, text in item.parts:
                self._item(marker, text, 1)

    def _item(self, marker: str | None, text: str, level: int) -> None:
        if marker is None and self.look.styled:
            self._paragraph(text, style="List Bullet 2" if level else "List Bullet")
        else:
            self._paragraph(f"{marker or '•'}\t{text}", hanging=True, indent=1.2 * level)

    def _table(self, table: blocks.Table) -> None:
        wide = len(table.columns) >= self.look.wide
        if wide:
            self._turn()
        made = self.file.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        made.autofit = False
        share = (25 if wide else 16) / sum(table.widths)
        for cell, name in zip(made.rows[0].cells, table.columns, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="D9E2F3"/>'))  # noqa: SLF001 - no shading in python-docx
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - nor header rows
        for row in table.rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                first, *more = text.split("\n")
                cell.paragraphs[0].text = first.replace("**", "")
                for line in more:
                    cell.add_paragraph(line)
        for column, width in zip(made.columns, table.widths, strict=True):
            column.width = Cm(share * width)
        for row in made.rows:
            for cell, width in zip(row.cells, table.widths, strict=True):
                cell.width = Cm(share * width)
        if wide:
            self._turn()
        else:
            self.file.add_paragraph()

    def _turn(self) -> None:
        section = self.file.add_section()
        upright = section.orientation == WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
        section.orientation = WD_ORIENT.LANDSCAPE if upright else WD_ORIENT.PORTRAIT
        section.different_first_page_header_footer = False

    def _box(self, box: blocks.Box) -> None:
        cell = self.file.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="EEF3E6"/>'))  # noqa: SLF001 - as above
        self.target = cell
        if box.title:
            self._paragraph(f"**{box.title}**")
        for inner in box.blocks:
            self._block(inner)
        self.target = self.file
        first = cell.paragraphs[0]._p  # noqa: SLF001 - the empty paragraph of a new cell
        first.getparent().remove(first)
        if self.look.text_boxes:
            self._boxed(cell)
        else:
            self.file.add_paragraph()

    def _boxed(self, cell: Any) -> None:
        """Move what stands in a cell into a text box, and take the cell's table away."""
        height = 26 + sum(18 * (1 + len(one.text) // 75) + 10 for one in cell.paragraphs)
        run = parse_xml(_TEXT_BOX.format(ns=nsdecls("w"), n=next(self.ids), height=height))
        inside = next(run.iter(qn("w:txbxContent")))
        for one in list(cell.paragraphs):
            inside.append(one._p)  # noqa: SLF001 - as above
        table = cell._tc.getparent().getparent()  # noqa: SLF001 - as above
        table.getparent().remove(table)
        self.file.add_paragraph()._p.append(run)  # noqa: SLF001 - no text boxes in python-docx

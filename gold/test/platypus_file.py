# ruff: noqa: ANN401, PLR0911, E501 - reportlab has no types; a block has many kinds
"""A flow as PDF by reportlab, as programs for reports make them: standard fonts, no outline, no tags."""

import html
import io
import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from gold import flow as blocks
from gold.flow import Block, Flow
from gold.test.numbering import headings, numbered

_MARKS = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class PlainLook:
    """``face`` is a family of the standard fonts; sizes in points; ``rules`` draws the grid of tables."""

    face: str = "Times"
    size: float = 11.5
    colour: str = "#000000"
    centred: bool = False
    justify: bool = True
    italic_headings: bool = False
    foot: str = "{running} - {page}"
    margin: float = 72


def render(flow: Flow, look: PlainLook) -> bytes:
    """The PDF of a flow."""
    return numbered(flow, partial(_made, look=look))


def _made(flow: Flow, numbers: list[str], look: PlainLook) -> bytes:
    out = io.BytesIO()
    file = SimpleDocTemplate(
        out, pagesize=A4, title=flow.title, invariant=1, leftMargin=look.margin, rightMargin=look.margin,
        topMargin=64, bottomMargin=64,
    )  # fmt: skip
    writer = _Writer(look, flow, numbers)
    story = [piece for one in flow.blocks for piece in writer.block(one)]

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont(writer.face, 9)
        canvas.drawCentredString(A4[0] / 2, 36, look.foot.format(running=flow.running, page=document.page))

    file.build(story, onLaterPages=foot)
    return out.getvalue()


class _Writer:
    def __init__(self, look: PlainLook, flow: Flow, numbers: list[str]) -> None:
        self.look, self.flow, self.numbers = look, flow, numbers
        self.face = "Times-Roman" if look.face == "Times" else "Helvetica"
        self.bold = "Times-Bold" if look.face == "Times" else "Helvetica-Bold"
        slanted = "Times-BoldItalic" if look.face == "Times" else "Helvetica-BoldOblique"
        size = look.size
        self.text = ParagraphStyle(
            "text",
            fontName=self.face,
            fontSize=size,
            leading=size * 1.42,
            spaceAfter=size * 0.75,
            alignment=4 if look.justify else 0,
        )
        self.small = ParagraphStyle(
            "small", parent=self.text, fontSize=size - 1.5, leading=size * 1.2, spaceAfter=2, alignment=0
        )
        self.head = [
            ParagraphStyle(
                f"h{level}", parent=self.text, fontName=slanted if look.italic_headings and level > 1 else self.bold, fontSize=big,
                leading=big * 1.25, spaceBefore=10, spaceAfter=8, textColor=look.colour, keepWithNext=1,
                alignment=1 if look.centred and level == 1 else 0,
            )
            for level, big in ((1, size + 5), (2, size + 2), (3, size + 0.5), (4, size))
        ]  # fmt: skip

    def block(self, one: Block) -> list[Any]:
        match one:
            case blocks.Cover():
                lines: list[Any] = [Spacer(1, 150)]
                for at, line in enumerate(one.lines):
                    big = max(14, 28 - 5 * at)
                    style = ParagraphStyle(f"c{at}", parent=self.head[0], fontSize=big, leading=big * 1.3, alignment=1)
                    lines.append(Paragraph(_inline(line), style))
                return [*lines, Spacer(1, 120), *(Paragraph(_inline(line), self.text) for line in one.imprint)]
            case blocks.Contents():
                rows = [
                    [Paragraph("&nbsp;" * 5 * (head.level - 1) + _inline(head.text), self.small), number]
                    for head, number in zip(headings(self.flow), self.numbers, strict=True)
                ]
                return [Paragraph(one.title, self.head[0]), Table(rows, colWidths=[400, 40])]
            case blocks.PageBreak():
                return [PageBreak()]
            case blocks.Heading():
                return [Paragraph(_inline(one.text), self.head[one.level - 1])]
            case blocks.Paragraph():
                return [self._numbered(one.number, one.text) if one.number else Paragraph(_inline(one.text), self.text)]
            case blocks.Items():
                return [piece for item in one.items for piece in self._item(item)]
            case blocks.Table():
                return [self._table(one), Spacer(1, 10)]
            case blocks.Box():
                return [self._box(one), Spacer(1, 10)]

    def _numbered(self, number: str, text: str, indent: float = 0) -> Any:
        style = ParagraphStyle("item", parent=self.text, leftIndent=indent + 30, bulletIndent=indent, spaceAfter=5)
        return Paragraph(_inline(text), style, bulletText=number)

    def _item(self, item: blocks.Item) -> list[Any]:
        parts = [self._numbered(marker or "•", text, 30) for marker, text in item.parts]
        return [self._numbered(item.marker or "•", item.text), *parts]

    def _table(self, table: blocks.Table) -> Any:
        width = A4[0] - 2 * self.look.margin
        rows = [[Paragraph(f"<b>{_inline(name)}</b>", self.small) for name in table.columns]]
        rows += [
            [[Paragraph(_inline(line), self.small) for line in cell.split("\n")] for cell in row] for row in table.rows
        ]
        made = Table(rows, colWidths=[width * share / sum(table.widths) for share in table.widths], repeatRows=1)
        made.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        return made

    def _box(self, box: blocks.Box) -> Any:
        inside = [Paragraph(f"<b>{_inline(box.title)}</b>", self.text)] if box.title else []
        inside += [piece for inner in box.blocks for piece in self.block(inner)]
        made = Table([[inside]], colWidths=[A4[0] - 2 * self.look.margin])
        made.setStyle(
            TableStyle(
                [
                    ("BOX", (0, 0), (-1, -1), 1.2, colors.HexColor(self.look.colour)),
                    ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ]
            )
        )
        return made


def _inline(text: str) -> str:
    return _MARKS.sub(r"<b>\1</b>", html.escape(text, quote=False))

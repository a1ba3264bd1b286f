"""A flow as PDF by typst, with the fonts that typst and reportlab bring, so that the bytes are the same everywhere."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import reportlab
import typst

from gold import flow as blocks
from gold.flow import Block, Flow

_TEMPLATE = Path(__file__).with_name("report.typ")
_FONTS = Path(reportlab.__file__).parent / "fonts"
_MADE = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
_MARKS = re.compile(r"(\*\*.+?\*\*|\[\^\w+\])")


class Look(msgspec.Struct, frozen=True):
    """How pages look. Lengths are in points, colours as typst writes them ("#dde8f0"), empty for none.

    ``fonts`` are "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono" or "Bitstream Vera Sans". ``header`` and
    ``footer`` are left, middle and right; ``{page}``, ``{pages}`` and ``{running}`` are filled in. ``box`` is "line",
    "fill", "bar" (a line at the left) or "both". ``table`` is "grid", "rows" (lines between rows) or "tinted" (head).
    ``outline`` is bookmarks, ``tags`` a tagged file.
    """

    font: str = "Libertinus Serif"
    heading_font: str = ""
    size: float = 11
    leading: float = 0.65
    margin: tuple[float, float, float, float] = (70, 65, 70, 65)
    paper: str = "a4"
    flipped: bool = False
    columns: int = 1
    justify: bool = False
    hyphenate: bool = False
    header: tuple[str, str, str] = ("", "", "")
    footer: tuple[str, str, str] = ("", "{page}", "")
    cover_header: bool = False
    heading_sizes: tuple[float, float, float, float] = (17, 14, 12, 11)
    heading_colour: str = "#000000"
    heading_weight: str = "bold"
    box: str = "both"
    box_fill: str = "#e8eef5"
    box_line: str = "#34506e"
    box_break: bool = True
    table: str = "grid"
    table_size: float = 0
    table_fill: str = "#d9d9d9"
    cover: str = "middle"
    outline: bool = True
    tags: bool = True
    contents_dots: bool = True
    indent: float = 18
    bullet: str = "•"


def render(flowing: Flow, look: Look) -> bytes:
    """The PDF of a flow. Raises ``typst.TypstError`` where typst refuses it."""
    data = {
        "blocks": [_block(block, flowing) for block in flowing.blocks],
        "look": msgspec.to_builtins(look),
        "running": flowing.running,
        "title": flowing.title,
    }
    made: bytes = typst.compile(
        _TEMPLATE.read_bytes(),
        ignore_system_fonts=True,
        font_paths=[str(_FONTS)],
        format="pdf",
        sys_inputs={"report": json.dumps(data, ensure_ascii=False)},
        timestamp=_MADE,
        pdf_tags=look.tags,
    )
    return made


def _block(block: Block, flowing: Flow) -> dict[str, Any]:
    plain: dict[str, Any] = {"type": type(block).__name__}
    match block:
        case blocks.Cover():
            plain |= {"lines": block.lines, "imprint": block.imprint}
        case blocks.Contents():
            plain |= {"title": block.title, "depth": block.depth}
        case blocks.Heading():
            plain |= {"level": block.level, "text": block.text}
        case blocks.Paragraph():
            plain |= {"runs": runs(block.text, flowing), "number": block.number, "indent": block.indent}
        case blocks.Items():
            plain["items"] = [_item(item, flowing) for item in block.items]
        case blocks.Table():
            cells = [[[runs(line, flowing) for line in cell.split("\n")] for cell in row] for row in block.rows]
            plain |= {"columns": block.columns, "rows": cells, "widths": block.widths}
        case blocks.Box():
            plain |= {"title": block.title, "blocks": [_block(inner, flowing) for inner in block.blocks]}
        case blocks.PageBreak():
            pass
    return plain


def _item(item: blocks.Item, flowing: Flow) -> dict[str, Any]:
    parts = [{"marker": marker, "runs": runs(text, flowing)} for marker, text in item.parts]
    return {"marker": item.marker, "runs": runs(item.text, flowing), "parts": parts}


def runs(text: str, flowing: Flow) -> list[dict[str, Any]]:
    """Running text as pieces: words, whether bold, or the text of a footnote."""
    found: list[dict[str, Any]] = []
    for piece in _MARKS.split(text):
        if piece.startswith("[^"):
            found.append({"note": flowing.notes[piece[2:-1]]})
        elif piece.startswith("**") and piece.endswith("**"):
            found.append({"text": piece[2:-2], "bold": True})
        elif piece:
            found.append({"text": piece, "bold": False})
    return found

"""Digests of invented cases as PDF files from several makers, with what their tables say, to measure reading by.

Three columns, paragraphs and lists in the cells, rows cut by pages; ruled and unruled. The words are drawn from short
lists by a seeded generator, so every run measures the same files.
"""

import html
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

HEADER = ("CASE", "KEY ISSUES", "LEARNING AND RECOMMENDATIONS")
WIDTHS = (22, 33, 45)  # hundredths of the table's width
SIZE = 10

_WHO = (
    "Practitioners",
    "The school",
    "Health visitors",
    "The multi-agency group",
    "Police",
    "Housing officers",
    "Carers",
)
_DID = ("did not share", "should record", "asked about", "were unsure of", "need to revisit", "could have sought")
_WHAT = (
    "the family's history (including earlier moves)",
    "what the child said, in the child's own words",
    "a step-by-step plan for safer sleep",
    "the risk assessment that was agreed",
    "injuries in babies who cannot yet move",
    "the father's role and whereabouts",
)
_WHEN = (
    "when the case was closed",
    "after the second visit",
    "before a strategy discussion",
    "during 2019 and 2020",
    "at each step-down",
)
_AREAS = ("Northmere", "Eastwick", "Saltby and Holm", "Fenbridge", "Kingsmoor", "Westhaven", "Little Garth")


@dataclass(frozen=True)
class Block:
    """A paragraph or list item of a cell as it should be read."""

    kind: Literal["bold", "paragraph", "item"]
    text: str


Cell = tuple[Block, ...]
Case = tuple[Cell, Cell, Cell]


@dataclass(frozen=True)
class Digest:
    """A file and what its table holds."""

    maker: str
    ruled: bool
    data: bytes
    cases: tuple[Case, ...]


def cases(count: int = 32, seed: int = 7) -> tuple[Case, ...]:
    """Invented cases, always the same ones for the same count and seed."""
    chance = random.Random(seed)
    return tuple(_case(chance, number) for number in range(count))


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    words = f"{pick(_WHO)} {pick(_DID)} {pick(_WHAT)} {pick(_WHEN)}"
    while chance.random() < 0.3:
        words += f", and {pick(_WHO).lower()} {pick(_DID)} {pick(_WHAT)}"
    return words + "."


def _case(chance: random.Random, number: int) -> Case:
    date = f"{chance.choice(('Jan', 'Mar', 'Sept'))} 20{chance.randint(18, 23)}"
    heading = f"{date} – {chance.choice(_AREAS)} – Child {number + 1}"
    case = (Block("bold", heading), *(Block("paragraph", _sentence(chance)) for _ in range(chance.randint(1, 3))))
    issues = tuple(Block("item", _sentence(chance)) for _ in range(chance.randint(2, 6)))
    learning = (
        Block("paragraph", "Learning:"),
        *(Block("item", _sentence(chance)) for _ in range(chance.randint(2, 6))),
        Block("paragraph", "Recommendations:"),
        *(Block("item", _sentence(chance)) for _ in range(chance.randint(1, 5))),
    )
    return case, issues, learning


def digests(count: int = 32) -> Iterator[Digest]:
    """The files of every maker that is there."""
    content = cases(count)
    for maker, make in _MAKERS.items():
        for ruled in (True, False):
            data = make(content, ruled=ruled)
            if data is not None:
                yield Digest(maker, ruled, data, content)


def with_typst(content: tuple[Case, ...], *, ruled: bool) -> bytes:
    """As the project's own digests are made: tagged, with a header row on every page."""
    import typst  # noqa: PLC0415 - each maker's library is asked for only when it makes

    cells = "\n".join(
        "[" + "\n".join(_typst_block(block) for block in cell) + "]," for case in content for cell in case
    )
    stroke = "0.5pt + black" if ruled else "none"
    source = f"""
#set document(title: "Digest")
#set smartquote(enabled: false)
#set text(lang: "en", region: "GB", size: {SIZE}pt, hyphenate: false)
#set page(paper: "a4", flipped: true, margin: 1.8cm, footer: context [Page #counter(page).display()])
= Digest
#table(columns: ({", ".join(f"{width}fr" for width in WIDTHS)}), stroke: {stroke}, inset: 5pt,
table.header({", ".join(f"[*{name}*]" for name in HEADER)}),
{cells})
"""
    return bytes(typst.compile(source.encode(), pdf_standards=["ua-1"]))


def _typst_block(block: Block) -> str:
    text = "".join("\\" + sign if sign in "#*_$<>@[]`~\\/-" else sign for sign in block.text)
    return {"bold": f"\n*{text}*\n", "paragraph": f"\n{text}\n", "item": f"- {text}"}[block.kind]


def with_reportlab(content: tuple[Case, ...], *, ruled: bool) -> bytes:
    """Untagged, rows cut by pages without a closing rule, bullets as characters before an indent."""
    from reportlab.lib import colors  # noqa: PLC0415
    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    plain = ParagraphStyle("plain", fontName="Helvetica", fontSize=SIZE, leading=1.2 * SIZE, spaceAfter=4)
    item = ParagraphStyle("item", plain, leftIndent=12, bulletIndent=2)
    total = landscape(A4)[0] - 80

    def flow(block: Block) -> Paragraph:
        text = html.escape(block.text)
        if block.kind == "item":
            return Paragraph(text, item, bulletText="•")
        return Paragraph(f"<b>{text}</b>" if block.kind == "bold" else text, plain)

    rows = [[Paragraph(f"<b>{name}</b>", plain) for name in HEADER]]
    rows += [[[flow(block) for block in cell] for cell in case] for case in content]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")] + ([("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else [])
    table = Table(rows, colWidths=[total * width / 100 for width in WIDTHS], splitInRow=1, style=style)
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40).build(
        [Paragraph("<b>Digest</b>", ParagraphStyle("title", plain, fontSize=18, leading=24)), table]
    )
    return out.getvalue()


def with_libreoffice(content: tuple[Case, ...], *, ruled: bool) -> bytes | None:
    """A Word file printed by LibreOffice, where that is installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "digest.docx")
        _word_file(content, path, ruled=ruled)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return path.with_suffix(".pdf").read_bytes()


def _word_file(content: tuple[Case, ...], path: Path, *, ruled: bool) -> None:
    import docx  # noqa: PLC0415
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    document = docx.Document()
    document.styles["Normal"].font.size = Pt(SIZE)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.8)
    document.add_heading("Digest", 1)
    table = document.add_table(1 + len(content), len(HEADER), style="Table Grid" if ruled else None)
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        for cell in column.cells:
            cell.width = Cm(26.1 * width / 100)
    for cell, name in zip(table.rows[0].cells, HEADER, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no name for it
    for row, case in zip(table.rows[1:], content, strict=True):
        for cell, blocks in zip(row.cells, case, strict=True):
            for at, block in enumerate(blocks):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(3)
                paragraph.style = document.styles["List Bullet" if block.kind == "item" else "Normal"]
                paragraph.add_run(block.text).bold = block.kind == "bold"
    document.save(str(path))


def with_chromium(content: tuple[Case, ...], *, ruled: bool) -> bytes | None:
    """A web page printed by Chromium, where that is installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return None
    widths = "".join(f"<col style='width:{width}%'>" for width in WIDTHS)
    head = "".join(f"<th>{name}</th>" for name in HEADER)
    rows = "".join("<tr>" + "".join(f"<td>{_html_cell(cell)}</td>" for cell in case) + "</tr>" for case in content)
    border = "border:1px solid #000;" if ruled else ""
    page = f"""<!doctype html><html lang=en><meta charset=utf-8><title>Digest</title><style>
    @page {{ size: A4 landscape; margin: 1.5cm }} body {{ font: {SIZE}pt sans-serif }}
    table {{ border-collapse: collapse; table-layout: fixed; width: 100% }}
    td, th {{ {border} padding: 4pt; vertical-align: top; text-align: left }}
    ul {{ margin: 2pt 0; padding-left: 14pt }} p {{ margin: 2pt 0 }}</style>
    <h1>Digest</h1><table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "digest.html"), Path(folder, "digest.pdf")
        source.write_text(page, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/p"]
        subprocess.run(
            [program, *flags, f"--print-to-pdf={out}", source.as_uri()], check=True, capture_output=True, timeout=180
        )
        return out.read_bytes()


def _html_cell(cell: Cell) -> str:
    parts, open_list = [], False
    for block in cell:
        text = html.escape(block.text)
        if (block.kind == "item") != open_list:
            open_list = not open_list
            parts.append("<ul>" if open_list else "</ul>")
        parts.append({"bold": f"<p><b>{text}</b>", "paragraph": f"<p>{text}", "item": f"<li>{text}"}[block.kind])
    return "".join(parts) + ("</ul>" if open_list else "")


_MAKERS: dict[str, Callable[..., bytes | None]] = {
    "typst": with_typst,
    "reportlab": with_reportlab,
    "libreoffice": with_libreoffice,
    "chromium": with_chromium,
}

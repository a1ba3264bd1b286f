"""The styles of our Word files, and how a template that lacks some of them is given them.

Headings, List Bullet and Hyperlink are Word's own; the others are named Digest …, so that a partnership can brand them.
"""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Pt, RGBColor

_FONT = "Arial"
_BRAND = RGBColor(0x1D, 0x4F, 0x6E)
_SOFT = RGBColor(0x4A, 0x56, 0x67)
_MARK = RGBColor(0x7A, 0x3E, 0x00)
_LINK = RGBColor(0x0B, 0x4F, 0x8A)

# What our styles look like: size, colour, bold, space before and after (points), kept with the next paragraph.
# Nothing in a table is kept with the next: a word processor would then try to keep rows of a page's length together.
_Look = tuple[float, RGBColor | None, bool, float, float, bool]
_LOOKS: dict[str, _Look] = {
    "Heading 1": (24, _BRAND, True, 0, 4, True),
    "Heading 2": (16, _BRAND, True, 18, 6, True),
    "Heading 3": (13, _BRAND, True, 12, 4, True),
    "List Bullet": (9, None, False, 0, 2, False),
    "Digest Edition": (13, None, False, 0, 2, False),
    "Digest Partnership": (11, _SOFT, False, 0, 8, False),
    "Digest Note": (10.5, None, False, 6, 8, False),
    "Digest Column": (8.5, _BRAND, True, 2, 2, False),
    "Digest Case": (9, None, True, 0, 2, False),
    "Digest Kind": (9, _SOFT, False, 0, 2, False),
    "Digest Relevance": (9, _MARK, True, 0, 2, False),
    "Digest Text": (9, None, False, 0, 3, False),
    "Digest Label": (9, None, True, 2, 2, False),
    "Digest Source": (8, None, False, 0, 2, False),
}


def add_styles(document: WordDocument, *, ours: bool) -> None:
    """Add what the template lacks; in our own, give the library's styles our looks as well."""
    names = {style.name for style in document.styles}
    if "Normal" not in names:
        document.styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if ours:
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(10)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    for name, look in _LOOKS.items():
        if ours or name not in names:
            style = document.styles[name] if name in names else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = document.styles["Normal"]
            _dress(style, look, _FONT if ours else None)
            _complete(style, document)
    if "Hyperlink" not in names:
        link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = _LINK, True
    if "Digest Table" not in names:
        document.styles.element.append(parse_xml(_TABLE_STYLE))


def _dress(style: Any, look: _Look, font: str | None) -> None:  # noqa: ANN401 - python-docx has no type for it
    size, colour, bold, before, after, keep = look
    if font is not None:
        style.font.name = font
    style.font.size, style.font.bold = Pt(size), bold
    if colour is not None:
        style.font.color.rgb = colour
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.keep_with_next = Pt(before), Pt(after), keep
    layout.line_spacing = 1.08
    style.quick_style = True


def _complete(style: Any, document: WordDocument) -> None:  # noqa: ANN401 - as above
    """What some styles have besides their looks."""
    if style.name == "Digest Note":
        _frame(style)
    elif style.name.startswith("Heading"):
        _outline(style, int(style.name[-1]))
    elif style.name == "List Bullet":
        style.paragraph_format.keep_together = True
        _number(style, _bullets(document))


def _outline(style: Any, level: int) -> None:  # noqa: ANN401 - as above
    for fonts in style.element.xpath("w:rPr/w:rFonts"):
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:outlineLvl")):
        properties.remove(old)
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    properties._insert_outlineLvl(outline)  # noqa: SLF001 - keeps the schema's order


def _frame(style: Any) -> None:  # noqa: ANN401 - as above
    properties = style.element.get_or_add_pPr()
    bar = '<w:left w:val="single" w:sz="36" w:space="8" w:color="1D4F6E"/>'
    frame = parse_xml(f"<w:pBdr {nsdecls('w')}>{bar}</w:pBdr>")
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F2F5F8"/>')
    for element in (frame, shade):
        properties.insert_element_before(element, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _number(style: Any, number: str) -> None:  # noqa: ANN401 - as above
    properties = style.element.get_or_add_pPr()
    for tag in ("w:numPr", "w:ind", "w:contextualSpacing"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    properties._insert_numPr(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))  # noqa: SLF001 - keeps the schema's order


def _bullets(document: WordDocument) -> str:
    """The number of a bulleted list, added to the document's lists."""
    numbering = _numbering(document)
    abstracts = numbering.findall(qn("w:abstractNum"))
    abstract = 1 + max((int(item.get(qn("w:abstractNumId"))) for item in abstracts), default=0)
    numbers = numbering.findall(qn("w:num"))
    number = 1 + max((int(item.get(qn("w:numId"))) for item in numbers), default=0)
    element = parse_xml(_BULLET.format(w=nsdecls("w"), abstract=abstract))
    numbering.insert(len(abstracts) and numbering.index(abstracts[-1]) + 1, element)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
    )
    return str(number)


def _numbering(document: WordDocument) -> Any:  # noqa: ANN401 - as above
    part = document.part
    try:
        related: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        element = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        related = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package)
        part.relate_to(related, RELATIONSHIP_TYPE.NUMBERING)
    return related.element


_BULLET = (
    '<w:abstractNum {w} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="198" w:hanging="198"/></w:pPr></w:lvl></w:abstractNum>'
)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="B4BFCA"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_STYLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="DigestTable"><w:name w:val="Digest Table"/>'
    f"<w:qFormat/><w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="70" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/>'
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6EDF2"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)

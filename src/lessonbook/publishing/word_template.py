"""The Word file that a digest is written into: a partnership's own branded one, or ours.

A template's text goes, its headers, footers, margins and styles stay. What it lacks of our styles is added, so any Word
file will do. The styles to brand are Normal, Heading 1 to 3, List Bullet, Hyperlink and those named Digest ….
"""

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from lessonbook.domain import LessonbookError
from lessonbook.publishing.word_styles import add_styles

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def open_template(template: bytes | None) -> WordDocument:
    """An empty A4 landscape document with every style that a digest uses.

    Raises ``LessonbookError`` where the template is not a Word file (.docx or .dotx).
    """
    document = _own() if template is None else _branded(template)
    add_styles(document, ours=template is None)
    return document


def _own() -> WordDocument:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.orientation = Mm(297), Mm(210), WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(14)
    section.top_margin, section.bottom_margin = Mm(13), Mm(14)
    section.footer_distance = Mm(7)
    _drop_thumbnail(document)
    _number_pages(document)
    return document


def _branded(template: bytes) -> WordDocument:
    try:
        document = docx.Document(io.BytesIO(_as_document(template)))
        body = document.element.body
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        _turn(document)
    except Exception as error:  # a damaged file can fail anywhere in the library; the person needs one sentence
        raise LessonbookError(
            "template-not-word",
            "The template is not a Word file that can be opened: give a .docx or .dotx without a password.",
        ) from error
    return document


def _turn(document: WordDocument) -> None:
    """Every section of it in landscape; A4 where no size is given."""
    document.element.body.get_or_add_sectPr()
    for section in document.sections:
        width, height = section.page_width or Mm(297), section.page_height or Mm(210)
        section.page_width, section.page_height = max(width, height), min(width, height)
        section.orientation = WD_ORIENT.LANDSCAPE


def _as_document(template: bytes) -> bytes:
    """A .dotx as a .docx, which differs in one content type; anything else as it is."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        types = package.read("[Content_Types].xml")
        if _TEMPLATE_MAIN not in types:
            return template
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as copy:
            for item in package.infolist():
                data = package.read(item)
                if item.filename == "[Content_Types].xml":
                    data = data.replace(_TEMPLATE_MAIN, _MAIN)
                copy.writestr(item, data)
    return target.getvalue()


def _number_pages(document: WordDocument) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = 2
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(text).font.size = Pt(8)
        simple = f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:rPr><w:sz w:val="16"/></w:rPr>'
        paragraph._p.append(parse_xml(f"{simple}<w:t>1</w:t></w:r></w:fldSimple>"))  # noqa: SLF001 - the library has no fields


def _drop_thumbnail(document: WordDocument) -> None:
    """The library's own template carries a picture of another document."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]

"""The wording of a Word paragraph: runs, links, fields, tracked changes as accepted."""

import re
from collections import Counter

import msgspec
from lxml import etree

from lessonbook.domain import MarkKind
from lessonbook.reading.building import PassageBuilder
from lessonbook.reading.bullets import SYMBOLS
from lessonbook.reading.docx.names import OFF, Element, is_placeholder, r, w
from lessonbook.reading.docx.notes import Notes
from lessonbook.reading.docx.package import Relationship
from lessonbook.reading.docx.styles import Look, Style, Styles, look_of

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]+)"|([^\s\\"]+))', re.IGNORECASE)
_ANCHOR = re.compile(r'\\l\s+"?([^"\s]+)')
_TEXT_BOX = w("txbxContent")
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DROPPED = frozenset(
    w(name)
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "rt",
        "tcPr",
        "trPr",
    )
)
_BREAKS = frozenset({w("br"), w("cr")})
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_CONTENTS = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
_NOTE_SIGNS = frozenset({w("footnoteReference"), w("endnoteReference")})
_LONGEST_INSTRUCTION = 4000
_USUAL_SIZE = 10.0  # points, where neither the run nor any style nor the file's defaults give one (ECMA-376, 17.3.2.38)
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


class _Field(msgspec.Struct):
    """A field that is open: its instruction so far, and once its result begins the link it makes."""

    instruction: str = ""
    in_result: bool = False
    href: str | None = None
    lists_contents: bool = False


class Looks(msgspec.Struct, frozen=True):
    """How a paragraph's words look: the size (in points) most of them have, and what all of them are."""

    size: float = 0.0
    bold: bool = False
    capitals: bool = False
    underline: bool = False
    italic: bool = False


class Wording:
    """Fills a builder with paragraphs' wording. Fields can go on over several paragraphs, so one serves a document."""

    def __init__(self, styles: Styles, relationships: dict[str, Relationship], notes: Notes) -> None:
        self._styles = styles
        self._relationships = relationships
        self._notes = notes
        self._fields: list[_Field] = []
        self._lettering: Counter[Look] = Counter()
        self._in_contents = False
        self._builder = PassageBuilder()
        self._style = Style()
        self._boxes: list[Element] = []

    def add(self, paragraph: Element, style: Style, builder: PassageBuilder) -> list[Element]:
        """Adds a paragraph's wording to the builder. Returns the text boxes anchored in it, to be read after it."""
        self._builder, self._style, self._boxes = builder, style, []
        # A field whose instruction never ended is broken: it must not swallow the rest of the document.
        self._fields = [field for field in self._fields if field.in_result]
        self._in_contents = self._fields_list_contents
        for field in self._fields:
            if field.href:
                builder.open("link", field.href)
        self._inline(paragraph)
        return self._boxes

    @property
    def in_contents(self) -> bool:
        """Whether the last paragraph stands in a field that lists the contents."""
        return self._in_contents

    def leave_contents(self) -> None:
        """A heading of the text shows that a field of contents, whose end is missing, is over."""
        self._in_contents = False
        for field in self._fields:
            field.lists_contents = False

    def looks(self) -> Looks:
        """How the words added since the last call look."""
        counted, self._lettering = self._lettering, Counter()
        if not counted:
            return Looks()
        sizes: Counter[float] = Counter()
        for look, letters in counted.items():
            sizes[look.size or _USUAL_SIZE] += letters
        return Looks(
            sizes.most_common(1)[0][0],
            all(look.bold for look in counted),
            all(look.capitals for look in counted),
            all(look.underline for look in counted),
            all(look.italic for look in counted),
        )

    @property
    def _fields_list_contents(self) -> bool:
        return any(field.lists_contents for field in self._fields)

    def _inline(self, parent: Element) -> None:
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if tag == w("r"):
                self._run(child)
            elif tag == w("hyperlink"):
                self._linked(child, self._target(child))
            elif tag == w("fldSimple"):
                self._linked(child, _target_of(child.get(w("instr"), "")))
            elif tag == _ALTERNATIVES:
                self._alternative(child)
            elif tag == _MATHS_TEXT:
                self._builder.add(child.text or "")
            elif tag not in _DROPPED and not is_placeholder(child):
                self._inline(child)

    def _linked(self, element: Element, href: str | None) -> None:
        start = self._builder.position
        self._inline(element)
        if href:
            self._builder.mark(start, "link", href)

    def _target(self, hyperlink: Element) -> str | None:
        found = self._relationships.get(hyperlink.get(r("id"), ""))
        if found is None or not found.external or not found.target:
            return None
        anchor = hyperlink.get(w("anchor"))
        return f"{found.target}#{anchor}" if anchor and "#" not in found.target else found.target

    def _alternative(self, element: Element) -> None:
        """One thing said twice, for newer and older programs: the first that has anything to say."""
        for choice in element.iterchildren(etree.Element):
            if len(choice):
                self._run_content(choice)
                return

    def _run(self, run: Element) -> None:
        look = self._look(run.find(w("rPr")))
        if look.hidden:
            return
        marks: list[MarkKind] = []
        if look.bold:
            marks.append("bold")
        if look.italic:
            marks.append("italic")
        if look.underline:
            marks.append("underline")
        start = self._builder.position
        self._run_content(run)
        if self._builder.position > start:
            self._lettering[look] += self._builder.position - start
            for kind in marks:
                self._builder.mark(start, kind)

    def _look(self, properties: Element | None) -> Look:
        style = None if properties is None else properties.find(w("rStyle"))
        run = Look() if style is None else self._styles.run_look(style.get(w("val")))
        return self._styles.effective(self._style, run, look_of(properties))

    def _run_content(self, run: Element) -> None:
        signed = False  # a sign of the author's own follows the reference and stands for it
        for child in run.iterchildren(etree.Element):
            tag = child.tag
            if tag == w("t"):
                self._text(child.text or "", signed=signed)
            elif tag in _NOTE_SIGNS:
                self._notes.cite(child)
                signed = child.get(w("customMarkFollows"), "0") not in OFF
            elif tag in _BREAKS:
                self._builder.line_break()
            elif tag == w("fldChar"):
                self._field_sign(child.get(w("fldCharType"), ""))
            elif tag in _DRAWN:
                self._find_boxes(child)
            elif tag == _ALTERNATIVES:
                self._alternative(child)
            else:
                self._sign(child)

    def _text(self, text: str, *, signed: bool) -> None:
        if signed:
            self._notes.sign(text)
        elif not self._in_instruction:
            self._builder.add(text)

    def _instruct(self, text: str) -> None:
        if self._fields and len(self._fields[-1].instruction) < _LONGEST_INSTRUCTION:
            self._fields[-1].instruction += text

    def _sign(self, element: Element) -> None:
        if element.tag == w("instrText"):
            self._instruct(element.text or "")
        elif element.tag in {w("tab"), w("ptab")}:
            self._builder.add("\t")
        elif element.tag == w("noBreakHyphen"):
            self._builder.add("-")
        elif element.tag == w("sym"):
            self._builder.add(_symbol(element.get(w("char"), "")))
        elif element.tag == w("ruby"):
            for base in element.iterchildren(w("rubyBase")):
                self._inline(base)

    @property
    def _in_instruction(self) -> bool:
        return any(not field.in_result for field in self._fields)

    def _field_sign(self, sign: str) -> None:
        if sign == "begin":
            self._fields.append(_Field())
        elif sign == "separate" and self._fields:
            field = self._fields[-1]
            field.in_result, field.href = True, _target_of(field.instruction)
            field.lists_contents = _CONTENTS.match(field.instruction) is not None
            self._in_contents = self._in_contents or field.lists_contents
            if field.href:
                self._builder.open("link", field.href)
        elif sign == "end" and self._fields and self._fields.pop().href:
            self._builder.close("link")

    def _find_boxes(self, drawing: Element) -> None:
        """The text boxes of a drawing, in order; those said twice once, those inside another with that one."""
        for element in drawing.iterchildren(etree.Element):
            if element.tag == _TEXT_BOX:
                self._boxes.append(element)
            elif element.tag == _ALTERNATIVES:
                for choice in element.iterchildren(etree.Element):
                    if len(choice):
                        self._find_boxes(choice)
                        break
            else:
                self._find_boxes(element)


def _target_of(instruction: str) -> str | None:
    """The address in a HYPERLINK field's instruction; nothing for a place in the document itself."""
    match = _HYPERLINK.match(instruction)
    if match is None:
        return None
    address = match[1] or match[2]
    anchor = _ANCHOR.search(instruction, match.end())
    return f"{address}#{anchor[1]}" if anchor and "#" not in address else address


def _symbol(code: str) -> str:
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return SYMBOLS.get(sign, "" if "\ue000" <= sign <= "\uf8ff" else sign)

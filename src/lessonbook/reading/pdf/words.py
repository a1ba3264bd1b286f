"""The words of a page with their places and styles, from pdfium's text page.

Calls into pdfium are what costs here. The text comes in one call; only where a word begins and ends is its place asked.
"""

import ctypes
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from lessonbook.reading.pdf.model import Style, Word

if TYPE_CHECKING:
    from lessonbook.reading.pdf.links import LinkArea

Place = Callable[[float, float], tuple[float, float]]

_PIECE = re.compile(r"[^\s\x00]+")
_HYPHEN_AT_LINE_END = str.maketrans({"\x02": "-", "\ufffe": "-"})
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!ita)|[-,]bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|[-,]it\b|slanted", re.IGNORECASE)
_BOLD_FLAG, _ITALIC_FLAG = 1 << 18, 1 << 6  # ISO 32000-1, table 123
_GLUE = 0.18  # a gap under this share of the type size is no space
_JUMP = 0.6  # a base line further off than this share of the type size is another line


class WordReader:
    """Reads the words of one document's pages; keeps what it learned of fonts."""

    def __init__(self) -> None:
        self._font = cache(_font_traits)

    def read(self, page: ctypes.c_void_p, place: Place, links: "list[LinkArea]") -> tuple[list[Word], int]:
        """The words in the order of the file, and how many characters have no known letter.

        ``place`` turns the file's coordinates into points from the top left corner; ``links`` are in such points.
        """
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return [], 0
        try:
            reading = _PageReading(text_page, place, self._font, links)
            return reading.words(), reading.unmapped
        finally:
            pdfium.FPDFText_ClosePage(text_page)


class _PageReading:
    def __init__(
        self,
        text_page: ctypes.c_void_p,
        place: Place,
        font: Callable[[int], tuple[str, bool, bool]],
        links: "list[LinkArea]",
    ) -> None:
        self.text_page, self.place, self.font, self.links = text_page, place, font, links
        self.unmapped = 0
        self._objects: dict[int, tuple[Style, int]] = {}
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._refs = tuple(ctypes.byref(number) for number in self._box)

    def words(self) -> list[Word]:
        text = _page_text(self.text_page)
        self.unmapped = text.count("\ufffd") + text.count("\x00")
        found: list[Word] = []
        for match in _PIECE.finditer(text):
            start, end = match.span()
            for first, last in self._one_style(start, end):
                word = self._word(text, first, last)
                word.glued = first > start and _touches(found[-1], word)
                if word.glued and _alike(word, found[-1]):
                    found[-1].text += word.text
                    found[-1].right = word.right
                else:
                    found.append(word)
        return found

    def _one_style(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a piece that belong to one text object each."""
        first, last = self._object(start), self._object(end - 1)
        if first == last:
            return [(start, end)]
        parts, begin, current = [], start, first
        for at in range(start + 1, end):
            found = self._object(at)
            if found and found != current:
                parts.append((begin, at))
                begin, current = at, found
        return [*parts, (begin, end)]

    def _object(self, at: int) -> int:
        return ctypes.cast(pdfium.FPDFText_GetTextObject(self.text_page, at), ctypes.c_void_p).value or 0

    def _word(self, text: str, start: int, end: int) -> Word:
        (x0, _, y0, _), refs = self._box, self._refs
        pdfium.FPDFText_GetCharBox(self.text_page, start, *refs)
        left, right = self._sides()
        if end - 1 > start:
            pdfium.FPDFText_GetCharBox(self.text_page, end - 1, *refs)
            first, last = self._sides()
            left, right = min(left, first), max(right, last)
        pdfium.FPDFText_GetCharOrigin(self.text_page, start, refs[0], refs[2])
        _, base = self.place(x0.value, y0.value)
        style, tag = self._style(start)
        link = self._link((left + right) / 2, base - 0.3 * style.size) if self.links else None
        return Word(text[start:end].translate(_HYPHEN_AT_LINE_END), left, right, base, style, tag, link=link)

    def _link(self, x: float, y: float) -> str | None:
        for area in self.links:
            if area.left <= x <= area.right and area.top <= y <= area.bottom:
                return area.address
        return None

    def _sides(self) -> tuple[float, float]:
        left, right, bottom, top = self._box
        one, other = self.place(left.value, bottom.value)[0], self.place(right.value, top.value)[0]
        return min(one, other), max(one, other)

    def _style(self, at: int) -> tuple[Style, int]:
        pointer = pdfium.FPDFText_GetTextObject(self.text_page, at)
        key = ctypes.cast(pointer, ctypes.c_void_p).value or 0
        known = self._objects.get(key)
        if known is None:
            known = self._objects[key] = self._object_style(pointer, at) if key else (_NO_STYLE, -1)
        return known

    def _object_style(self, pointer: ctypes.c_void_p, at: int) -> tuple[Style, int]:
        font = pdfium.FPDFTextObj_GetFont(pointer)
        name, bold, italic = self.font(ctypes.cast(font, ctypes.c_void_p).value or 0)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text_page, at, matrix)
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        size = pdfium.FPDFText_GetFontSize(self.text_page, at) * (scale or 1.0)
        slanted = abs(matrix.c) > 0.15 * abs(matrix.a) > 0 and not matrix.b
        doubled = pdfium.FPDFTextObj_GetTextRenderMode(pointer) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        style = Style(bold or doubled, italic or slanted, round(size, 2), name)
        return style, pdfium.FPDFPageObj_GetMarkedContentID(pointer)


_NO_STYLE = Style(bold=False, italic=False, size=10.0, font="")


def _alike(word: Word, other: Word) -> bool:
    return word.style == other.style and word.tag == other.tag and word.link == other.link


def _touches(before: Word, word: Word) -> bool:
    size = max(before.style.size, word.style.size)
    return abs(word.base - before.base) < _JUMP * size and abs(word.left - before.right) < _GLUE * size


def _page_text(text_page: ctypes.c_void_p) -> str:
    """The text of a page, one Python character for each of pdfium's, so that they can be counted alike."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * (count + 1))
    written = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    return "".join(_character(pdfium.FPDFText_GetUnicode(text_page, at)) for at in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _font_traits(address: int) -> tuple[str, bool, bool]:
    """A font's name, and whether it is bold and italic, from its flags, its weight and its name."""
    if not address:
        return "", False, False
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace").split("+", 1)[-1]
    flags = pdfium.FPDFFont_GetFlags(font)
    bold = bool(_BOLD_NAME.search(name)) or bool(flags & _BOLD_FLAG)
    italic = bool(_ITALIC_NAME.search(name)) or bool(flags & _ITALIC_FLAG)
    return name, bold, italic

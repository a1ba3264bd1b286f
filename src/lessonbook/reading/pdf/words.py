"""The words of a page with their places and styles, from pdfium's text page.

Calls into pdfium are what costs here. The text comes in one call; only where a word begins and ends is its place asked.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from lessonbook.reading.pdf.model import Style, Word

if TYPE_CHECKING:
    from lessonbook.reading.pdf.links import LinkArea


@dataclass(slots=True, frozen=True)
class Place:
    """How the file's coordinates become points from the top left corner of the page as shown.

    x = xx * x + xy * y + x0, and the same for y: one of the two factors is 0, the other 1 or -1.
    """

    xx: float
    xy: float
    x0: float
    yx: float
    yy: float
    y0: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        return self.xx * x + self.xy * y + self.x0, self.yx * x + self.yy * y + self.y0


NO_PLACE = Place(1.0, 0.0, 0.0, 0.0, -1.0, 0.0)

_Look = tuple[int, bool, float, tuple[float, float, float, float]]  # font, with a stroke, size, and its matrix
_PIECE = re.compile(r"[^\s\x00]+")
_NAMELESS = re.compile(r"[\ue000-\uf8ff]{2,}")  # letters of symbol fonts; one by itself is a bullet
_HYPHEN_AT_LINE_END = str.maketrans({"\x02": "-", "\ufffe": "-"})
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!ita)|[-,]bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|[-,]it\b|slanted", re.IGNORECASE)
_BOLD_FLAG, _ITALIC_FLAG = 1 << 18, 1 << 6  # ISO 32000-1, table 123
_FEWEST_NAMELESS = 20  # letters without a name; fewer are bullets and ticks
_MOSTLY = 0.5
_SIGN_INSIDE = re.compile(r"[^\W\d_]\d{1,3}[.,;:)’”\"]")  # a raised number may stand in such a word
_GLUE = 0.18  # a gap under this share of the type size is no space
_CAPITALS = re.compile(r"(?=[A-Z]{4})[A-Z]*(?:[FLPTVWY]A|A[ATVWY])")
_SLANTED = frozenset(
    ("AA", "FA", "LA", "PA", "TA", "VA", "WA", "YA", "AT", "AV", "AW", "AY")
)  # next to nothing between
_HIDDEN = 0.12  # more than this between such letters, in shares of the type size, is a space
_WIDEST = 1.3  # a letter's width is at most so many times its size
_JUMP = 0.45  # a base line further off than this share of the type size is another line


class WordReader:
    """Reads the words of one document's pages; keeps what it learned of fonts."""

    def __init__(self) -> None:
        self._font = cache(_font_traits)

    def read(
        self, page: ctypes.c_void_p, place: Place, links: "list[LinkArea]"
    ) -> tuple[list[Word], int, frozenset[str]]:
        """The words in the order of the file, how many letters have no name, and the fonts that name next to none.

        ``place`` turns the file's coordinates into points from the top left corner; ``links`` are in such points.
        """
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return [], 0, frozenset()
        try:
            reading = _PageReading(text_page, place, self._font, links)
            words = reading.words()
            return words, reading.unmapped, reading.nameless(words)
        finally:
            pdfium.FPDFText_ClosePage(text_page)


class _PageReading:
    """One page's text. Where pdfium takes a page's lines for upright ones it ends a line after every letter; so a line
    end between letters that touch is none.
    """

    def __init__(
        self,
        text_page: ctypes.c_void_p,
        place: Place,
        font: Callable[[int], tuple[str, bool, bool]],
        links: "list[LinkArea]",
    ) -> None:
        self.text_page, self.place, self.font, self.links = text_page, place, font, links
        self.unmapped = 0
        self._guessed: Counter[str] = Counter()
        self._objects: dict[int, Style] = {}
        self._looks: dict[_Look, Style] = {}
        self._styles: dict[Style, Style] = {}
        self._address = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        self._box = (ctypes.c_double * 4)()
        self._matrix = (ctypes.c_float * 6)()
        first = ctypes.addressof(self._box)
        self._refs = tuple(first + at * ctypes.sizeof(ctypes.c_double) for at in range(4))
        self._matrix_ref = ctypes.addressof(self._matrix)
        self._upright = place.xx == 1.0

    def words(self) -> list[Word]:
        text = _page_text(self.text_page)
        self.unmapped = text.count("\ufffd") + text.count("\x00") + sum(map(len, _NAMELESS.findall(text)))
        found: list[Word] = []
        hides = _CAPITALS.search(text) is not None
        for start, end in self._spans(text) if hides else (match.span() for match in _PIECE.finditer(text)):
            only_new_line = text[start - 1 : start] == "\n" and text[start - 2 : start - 1] == "\r"
            whole = self._whole(text, start, end)
            if whole is not None and not only_new_line:
                found.append(whole)
                continue
            words = [whole] if whole is not None else [self._word(text, *part) for part in self._parts(start, end)]
            for at, word in enumerate(words):
                if (at or only_new_line) and found and _touches(found[-1], word):
                    word.glued = True
                    if _alike(word, found[-1]):
                        found[-1].text += word.text
                        found[-1].right = word.right
                        continue
                found.append(word)
        return found

    def nameless(self, words: list[Word]) -> frozenset[str]:
        """The fonts of these words most of whose letters the file does not name; a font with a few signs is none."""
        if not self._guessed:
            return frozenset()
        letters: Counter[str] = Counter()
        for word in words:
            letters[word.style.font] += len(word.text)
        return frozenset(
            font
            for font, guessed in self._guessed.items()
            if guessed > _FEWEST_NAMELESS and guessed > _MOSTLY * letters[font]
        )

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where pieces begin and end: at spaces, and where slanted capitals hide one."""
        for match in _PIECE.finditer(text):
            start, end = match.span()
            if _CAPITALS.search(text, start, end):
                for cut in self._hidden_spaces(text, start, end):
                    yield start, cut
                    start = cut
            yield start, end

    def _hidden_spaces(self, text: str, start: int, end: int) -> list[int]:
        """Where a space was set so tight, between letters such as L and A, that pdfium takes it for none."""
        sides = []
        for at in range(start, end):
            _box_of(self._address, at, *self._refs)
            sides.append(self._sides())
        gaps = [after[0] - before[1] for before, after in pairwise(sides)]
        usual = sorted(gaps)[(len(gaps) - 1) // 2]
        size = self._style(_object_of(self._address, start), start).size
        least = max(_HIDDEN * size, 2.5 * usual)
        return [
            start + at + 1
            for at, gap in enumerate(gaps)
            if least < gap and text[start + at : start + at + 2] in _SLANTED
        ]

    def _whole(self, text: str, start: int, end: int) -> Word | None:
        """The piece as one word, where its first and last letter say that it is in one style on one line."""
        last = end - 1
        one = _object_of(self._address, start)
        if last == start:
            return self._word(text, start, end, one)
        other = _object_of(self._address, last)
        if one == other:
            return self._word(text, start, end, one)
        if not one or not other or not self._alike(one, other, start, last) or _SIGN_INSIDE.search(text, start, end):
            return None
        word = self._word(text, start, end, one)
        if word.base != self._base(last) or not 0 < word.right - word.left < _WIDEST * (end - start) * word.style.size:
            return None
        return word if not self.links or _tag_of(one) == _tag_of(other) else None  # the link of its first letter

    def _alike(self, one: int, other: int, start: int, last: int) -> bool:
        """Whether two objects have one font and size; that is asked faster than all of a style."""
        styles = self._objects
        if one in styles and other in styles:
            return styles[one] == styles[other]
        address = self._address
        same_size: bool = _size_of(address, start) == _size_of(address, last)
        return same_size and bool(_font_of(one) == _font_of(other))

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a piece that belong to one text object each."""
        parts, begin, current = [], start, _object_of(self._address, start)
        for at in range(start + 1, end):
            found = _object_of(self._address, at)
            if found and found != current:
                parts.append((begin, at))
                begin, current = at, found
        return [*parts, (begin, end)]

    def _word(self, text: str, start: int, end: int, owner: int | None = None) -> Word:
        address, place, box = self._address, self.place, self._box
        x1, x2, y1, y2 = self._refs
        owner = _object_of(address, start) if owner is None else owner
        _box_of(address, start, x1, x2, y1, y2)
        left, right = (box[0] + place.x0, box[1] + place.x0) if self._upright else self._sides()
        if end - 1 > start:
            _box_of(address, end - 1, x1, x2, y1, y2)
            first, last = (box[0] + place.x0, box[1] + place.x0) if self._upright else self._sides()
            left, right = min(first, left), max(last, right)
        _origin_of(address, start, x1, y1)
        base = place.yx * box[0] + place.yy * box[2] + place.y0
        style = self._objects.get(owner) or self._style(owner, start)
        if _is_guessed(address, start):
            self.unmapped += end - start
            self._guessed[style.font] += end - start
        link, tag = None, -1
        if self.links:
            link, tag = self._link((left + right) / 2, base - 0.3 * style.size), _tag_of(owner) if owner else -1
        piece = text[start:end]
        if not piece.isascii() or "\x02" in piece:
            piece = piece.translate(_HYPHEN_AT_LINE_END)
        return Word(piece, left, right, base, style, tag, link=link)

    def _base(self, at: int) -> float:
        x, _, y, _ = self._refs
        _origin_of(self._address, at, x, y)
        return self.place.yx * self._box[0] + self.place.yy * self._box[2] + self.place.y0

    def _link(self, x: float, y: float) -> str | None:
        for area in self.links:
            if area.left <= x <= area.right and area.top <= y <= area.bottom:
                return area.address
        return None

    def _sides(self) -> tuple[float, float]:
        left, right, bottom, top = self._box
        one, other = self.place(left, bottom)[0], self.place(right, top)[0]
        return (one, other) if one < other else (other, one)

    def _style(self, address: int, at: int) -> Style:
        known = self._objects.get(address)
        if known is None:
            known = self._objects[address] = self._object_style(address, at) if address else _NO_STYLE
        return known

    def _object_style(self, address: int, at: int) -> Style:
        font, stroke = _font_of(address) or 0, _render_mode_of(address) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        _matrix_of(self._address, at, self._matrix_ref)
        a, b, c, d, _, _ = self._matrix
        look = (font, stroke, _size_of(self._address, at), (a, b, c, d))
        style = self._looks.get(look)
        if style is None:
            style = self._looks[look] = self._style_of(look)
        return style

    def _style_of(self, look: _Look) -> Style:
        font, stroke, size, (a, b, c, d) = look
        name, bold, italic = self.font(font)
        slanted = not b and abs(c) > 0.15 * abs(a) > 0
        printed = round(size * (abs(a * d - b * c) ** 0.5 or 1.0), 2)
        style = Style(bold or stroke, italic or slanted, printed, name)
        return self._styles.setdefault(style, style)


def quick(function: Any, *arguments: Any, result: Any) -> Callable[..., Any]:  # noqa: ANN401 - ctypes has no types
    """The same function of pdfium's with plain numbers for pointers: no object is made for each call.

    It keeps the interpreter's lock, for these functions only look something up; taking it back would cost more.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


_PAGE_AND_PLACE = (ctypes.c_void_p, ctypes.c_int)
_object_of = quick(pdfium.FPDFText_GetTextObject, *_PAGE_AND_PLACE, result=ctypes.c_void_p)
_box_of = quick(pdfium.FPDFText_GetCharBox, *_PAGE_AND_PLACE, *[ctypes.c_void_p] * 4, result=ctypes.c_int)
_origin_of = quick(pdfium.FPDFText_GetCharOrigin, *_PAGE_AND_PLACE, *[ctypes.c_void_p] * 2, result=ctypes.c_int)
_is_guessed = quick(pdfium.FPDFText_HasUnicodeMapError, *_PAGE_AND_PLACE, result=ctypes.c_int)
_font_of = quick(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, result=ctypes.c_void_p)
_render_mode_of = quick(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_void_p, result=ctypes.c_int)
_matrix_of = quick(pdfium.FPDFText_GetMatrix, *_PAGE_AND_PLACE, ctypes.c_void_p, result=ctypes.c_int)
_tag_of = quick(pdfium.FPDFPageObj_GetMarkedContentID, ctypes.c_void_p, result=ctypes.c_int)
_size_of = quick(pdfium.FPDFText_GetFontSize, *_PAGE_AND_PLACE, result=ctypes.c_double)

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

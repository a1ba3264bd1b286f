"""Pages of a PDF that are pictures: which they are, and what OCR reads on them in place of a PDF's own words."""

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from lessonbook.domain import ReadingProblem
from lessonbook.reading.pdf.grid import grids_of
from lessonbook.reading.pdf.model import PageContent

if TYPE_CHECKING:
    from lessonbook.reading.ocr import PicturePage

_COVERED = 0.4  # of the page: an image this large may be a scan
_FEW = 250  # letters: what a scanner or an archive stamps on a page, or a page's header and footer
_MORE = 1.5  # so many times the letters of the file's own must a picture show to be the page's text
_TRUSTED = 0.6  # of a layer's words must look like words
_POOR = 0.88  # a page whose letters are on average less sure than this is to be checked by eye
_LOST = 0.2  # of what looks like wording
_MOST_OBJECTS = 5_000
_OUTLINES = 20  # objects of a page whose letters may be drawn as outlines
_SOME = 0.02  # of the page: logos are smaller
_MANY = 8  # scans in strips are many images
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_VOWEL = re.compile(r"[aeiouyàâêîôûŵŷ]", re.IGNORECASE)


@dataclass(slots=True)
class Pictures:
    """How many pages may be read as pictures, and what came of it."""

    most: int
    begins: Callable[[], None] | None = None
    unread: set[int] = field(default_factory=set)
    poor: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def read(self, document: pypdfium2.PdfDocument, pages: list[PageContent]) -> None:
        """Gives the pages that are pictures their words; ``begins`` is called before each."""
        found: list[PicturePage] = []
        for content in pages:
            if content.width <= 0 or not _is_quickly_likely(content):
                continue
            page = document[content.number - 1]
            try:
                if _is_picture(page, content):
                    self._read(page, content, found)
            finally:
                page.close()
        if found:
            _ocr().settle([page.words for page in found])

    def _read(self, page: pypdfium2.PdfPage, content: PageContent, found: "list[PicturePage]") -> None:
        if len(self.seen) >= self.most:
            self.unread.add(content.number)
            return
        if self.begins is not None:
            self.begins()
        self.seen.add(content.number)
        read: PicturePage = _ocr().read_page(page)
        shown, own = sum(len(word.word.text) for word in read.words), _letters(content)
        if own and _is_trusted(content) and shown <= _MORE * own + 30:
            return
        if read.confidence < _POOR or read.lost > _LOST * (shown + read.lost) > 0:
            self.poor.add(content.number)
        if not shown:
            return
        content.width, content.height = read.width, read.height
        content.words = [word.word for word in read.words]
        content.across, content.upright = read.across, read.upright
        content.grids, content.panels = grids_of(content.across, content.upright)
        content.unmapped = 0
        found.append(read)

    def problem(self, content: PageContent) -> ReadingProblem | None:
        """What a person is to be told of a page."""
        number = content.number
        if number in self.unread:
            message = f"Page {number} is a picture without text; read it by eye."
            return ReadingProblem("page-is-a-scan", message, page=number)
        if number in self.poor:
            message = f"Page {number} is a picture that could be read only poorly; check its words against the page."
            return ReadingProblem("page-poorly-read", message, page=number)
        return None


def _ocr() -> ModuleType:
    # The engine is loaded when the first picture comes: files with text of their own need none of it.
    return import_module("lessonbook.reading.ocr")


def _letters(content: PageContent) -> int:
    return sum(len(word.text) for word in content.words)


def _is_quickly_likely(content: PageContent) -> bool:
    """Whether the page may be a picture, from what is known of it: most pages are told from it alone."""
    letters = _letters(content)
    return letters == 0 or (content.images > 0 and (letters < _FEW or not _is_trusted(content)))


def _is_picture(page: pypdfium2.PdfPage, content: PageContent) -> bool:
    if not content.words and not content.images:  # letters drawn as outlines are pictures too
        return int(pdfium.FPDFPage_CountObjects(page.raw)) >= _OUTLINES
    return content.images > _MANY or _largest_image(page) >= (_COVERED if content.words else _SOME)


def _largest_image(page: pypdfium2.PdfPage) -> float:
    """The share of the page that its largest image covers."""
    width, height = page.get_size()
    most = 0.0
    for at, thing in enumerate(page.get_objects(max_depth=4)):
        if at >= _MOST_OBJECTS:
            break
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = (ctypes.c_float() for _ in range(4))
            pdfium.FPDFPageObj_GetBounds(thing.raw, left, bottom, right, top)
            area = abs(right.value - left.value) * abs(top.value - bottom.value)
            # inside a form the measure is the form's own: taken for large
            most = max(most, 1.0 if thing.level else area / max(width * height, 1.0))
    return most


def _is_trusted(content: PageContent) -> bool:
    """Whether the file's own words look like words: the layer that a scanner writes may be none."""
    if content.unmapped > (1 - _TRUSTED) * _letters(content):
        return False
    words = [word.text.strip(".,;:!?()[]“”‘’\"'•-–") for word in content.words]
    words = [word for word in words if len(word) > 1 and not word.isdigit()]
    likely = sum(bool(_WORD.fullmatch(word) and _VOWEL.search(word)) for word in words)
    return len(words) < 10 or likely >= _TRUSTED * len(words)

"""A PDF file opened: its pages' content, its title, language and outline, or a sentence that says why not."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium2
import pypdfium2.raw as pdfium

from lessonbook.domain import LessonbookError
from lessonbook.reading.pdf import rules
from lessonbook.reading.pdf.dots import bullets_of
from lessonbook.reading.pdf.grid import grids_of
from lessonbook.reading.pdf.levels import folded
from lessonbook.reading.pdf.links import LinkArea, links_of
from lessonbook.reading.pdf.model import PageContent
from lessonbook.reading.pdf.words import Place, WordReader

_MOST_BOOKMARKS = 2_000
_NO_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*/Count\s+0\b|/Count\s+0\b[^>]*/Type\s*/Pages\b")


@contextmanager
def opened(data: bytes, max_pages: int) -> Iterator[pdfium2.PdfDocument]:
    """The document while it is open. Raises ``LessonbookError`` where it cannot be read or has too many pages."""
    try:
        document = pdfium2.PdfDocument(data)
    except pdfium2.PdfiumError as error:
        raise _why(data, error) from None
    try:
        count = len(document)
        if count == 0:
            raise _no_pages()
        if count > max_pages:
            raise LessonbookError(
                "file-too-many-pages",
                f"This PDF has {count} pages and at most {max_pages} are read; split it, or raise the limit.",
            )
        yield document
    finally:
        document.close()


def _no_pages() -> LessonbookError:
    return LessonbookError("file-no-pages", "This PDF has no pages; ask for the file again.")


def _why(data: bytes, error: pdfium2.PdfiumError) -> LessonbookError:
    code = getattr(error, "err_code", None)
    if code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return LessonbookError(
            "file-encrypted", "This PDF is locked with a password; save a copy without one and use that."
        )
    if _NO_PAGES.search(data):
        return _no_pages()
    if b"%%EOF" not in data[-2048:]:
        return LessonbookError("file-truncated", "This PDF is cut off before its end; get the file again.")
    return LessonbookError("file-damaged", "This PDF is damaged and cannot be opened; get the file again.")


def contents(document: pdfium2.PdfDocument) -> tuple[list[PageContent], list[int]]:
    """What each page holds, and the numbers of pages that could not be opened."""
    reader = WordReader()
    pages: list[PageContent] = []
    broken: list[int] = []
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium2.PdfiumError:
            broken.append(index + 1)
            pages.append(PageContent(index + 1, 0.0, 0.0, []))
            continue
        pages.append(content_of(document, page, index + 1, reader))
        page.close()
    return pages, broken


def content_of(document: pdfium2.PdfDocument, page: pdfium2.PdfPage, number: int, reader: WordReader) -> PageContent:
    """What one page holds; ``number`` counts from 1."""
    width, height = page.get_size()
    place = placing(page.raw, page.get_rotation())
    links: list[LinkArea] = links_of(document.raw, page.raw, place)
    words, unmapped, nameless = reader.read(page.raw, place, links)
    drawn = rules.read(page.raw, place)
    words += bullets_of(drawn.dots, words)
    content = PageContent(number, width, height, words, drawn.across, drawn.upright)
    content.images, content.unmapped, content.nameless = drawn.images, unmapped, nameless
    content.grids, frames = grids_of(drawn.across, drawn.upright)
    content.panels = drawn.panels + frames
    return content


def placing(page: ctypes.c_void_p, rotation: int) -> Place:
    """How the file's coordinates become points from the top left corner of the page as shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if rotation == 90:
        return Place(0.0, 1.0, -bottom, 1.0, 0.0, -left)
    if rotation == 180:
        return Place(-1.0, 0.0, right, 0.0, 1.0, -bottom)
    if rotation == 270:
        return Place(0.0, -1.0, top, -1.0, 0.0, right)
    return Place(1.0, 0.0, -left, 0.0, -1.0, top)


def title_of(document: pdfium2.PdfDocument) -> str | None:
    """The title that the file gives itself."""
    title = " ".join(document.get_metadata_value("Title").split())
    return title or None


def language_of(document: pdfium2.PdfDocument) -> str | None:
    """The document's language tag, as in ``en-GB``."""
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if length <= 2:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip("\x00 ") or None


def outline_of(document: pdfium2.PdfDocument) -> dict[str, int]:
    """The bookmarks' wording, folded, and level from 1."""
    outline: dict[str, int] = {}
    for at, bookmark in enumerate(document.get_toc()):
        if at >= _MOST_BOOKMARKS:
            break
        key = folded(bookmark.get_title() or "")
        if key:
            outline.setdefault(key, bookmark.level + 1)
    return outline

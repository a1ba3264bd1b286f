"""PDFs: bytes to a Document, by what the pages show. Pages that are pictures are read by OCR (``pictures``).

Tags are not used: files without them must be read as well, and on files of four makers what the pages show gives every
cell exactly (``benchmarks/reading_pdf.py``).
"""

from collections.abc import Callable

from lessonbook.domain import Document, LessonbookError, ReadingProblem
from lessonbook.reading.pdf import (
    boxes,
    broken,
    contents,
    flow,
    furniture,
    halfruled,
    headings,
    hyphens,
    notes,
    source,
    writer,
)
from lessonbook.reading.pdf.layout import PageBlock, blocks_of_page, measured, with_tables
from lessonbook.reading.pdf.model import Draft, DraftBlock, Furniture, PageContent
from lessonbook.reading.pdf.pictures import Pictures
from lessonbook.reading.pdf.tables import join_over_pages
from lessonbook.reading.pdf.unruled import Band

READER = "pdf/2"
MAX_PAGES = 1_000
_UNTRUSTED = 0.05  # a page with more letters unknown than this share of its text cannot be trusted


def read(
    data: bytes,
    sha256: str,
    max_pages: int = MAX_PAGES,
    max_pictures: int = MAX_PAGES,
    picture_begins: Callable[[], None] | None = None,
) -> Document:
    """The document in a PDF's bytes; ``sha256`` is their hash in hexadecimal. At most ``max_pictures`` pages that are
    pictures are read; ``picture_begins`` is called before each.

    Raises ``LessonbookError`` with ``file-encrypted``, ``file-truncated``, ``file-damaged``, ``file-no-pages``,
    ``file-too-many-pages`` or ``file-is-a-scan``.
    """
    with source.opened(data, max_pages) as pdf:
        pages, broken = source.contents(pdf)
        pictures = Pictures(max_pictures, picture_begins)
        pictures.read(pdf, pages)
        title, language, outline = source.title_of(pdf), source.language_of(pdf), source.outline_of(pdf)
    if not any(page.words for page in pages):
        raise _without_text(pictures)
    if not _with_trusted_words(pages):
        raise LessonbookError(
            "text-untrusted",
            "The fonts of this PDF do not say which letters they show; get the file that it was made from.",
        )
    blocks = _by_geometry(pages, outline)
    written = writer.write(pages, blocks)
    return Document(
        sha256,
        "pdf",
        written.text,
        written.blocks,
        written.pages,
        title,
        language,
        READER,
        written.furniture,
        tuple(_problems(pages, broken, pictures)),
        written.notes,
        written.ocr,
    )


def _with_trusted_words(pages: list[PageContent]) -> bool:
    """Takes out the words in fonts that name next to none of their letters, page by page; whether words are left.

    What such a font seems to say is not the page's wording, so it is no content; the rest of its page is.
    """
    for page in pages:
        if page.nameless:
            page.words = [word for word in page.words if word.style.font not in page.nameless]
    return any(page.words for page in pages)


def _by_geometry(pages: list[PageContent], outline: dict[str, int]) -> list[DraftBlock]:
    around = furniture.take_out(pages)
    contents.take_out(pages)
    for page in pages:
        page.grids += halfruled.grids_of(page)
    notes.take_out(pages)
    pitch, limit = measured(pages)
    boxed = boxes.number(pages)
    found: list[DraftBlock | Band] = []
    last: PageBlock | None = None
    for page in pages:
        lines: list[Furniture] = around.get(page.number, [])
        found += [line for line in lines if line.lines[0].base < page.height / 2]
        inner = blocks_of_page(page, pitch, limit, last, boxed.get(page.number, ()))
        found += inner
        last = next((block for block in reversed(inner) if not _is_apart(block)), None)
        found += [line for line in lines if line.lines[0].base >= page.height / 2]
    blocks = join_over_pages(with_tables(found, pitch))
    headings.mark(blocks, outline)
    blocks = flow.join_over_pages(blocks)
    hyphens.resolve(blocks)
    broken.resolve(blocks)
    return blocks


def _is_apart(block: PageBlock) -> bool:
    return isinstance(block, Furniture) or (isinstance(block, Draft) and block.kind == "note")


def _without_text(pictures: Pictures) -> LessonbookError:
    if pictures.unread:
        return LessonbookError(
            "file-is-a-scan",
            "This PDF is a scan and reading pictures is switched off; set LESSONBOOK_OCR=on to read it.",
        )
    if pictures.seen:
        return LessonbookError(
            "file-no-text", "This PDF has only pictures, and no wording could be read on them; get the original."
        )
    return LessonbookError("file-no-text", "This PDF has no text on any page; check that it is the right file.")


def _problems(pages: list[PageContent], broken: list[int], pictures: Pictures) -> list[ReadingProblem]:
    problems = []
    for page in pages:
        number = page.number
        if number in broken:
            problems.append(ReadingProblem("page-damaged", f"Page {number} could not be opened.", page=number))
        elif problem := pictures.problem(page):
            problems.append(problem)
        elif page.nameless and page.unmapped:
            message = f"Part of page {number} is in letters that the file does not name and was not read; look at it."
            problems.append(ReadingProblem("text-untrusted", message, page=number))
        elif page.unmapped > _UNTRUSTED * sum(len(word.text) for word in page.words):
            message = f"The letters of page {number} are not all known to the file; check its words against the page."
            problems.append(ReadingProblem("text-untrusted", message, page=number))
    return problems

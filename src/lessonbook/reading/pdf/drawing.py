"""A page of a PDF as a person sees it: its picture, and where on it each word stands.

Pages are drawn in a process of their own (``drawn``), because a file that fails in the drawing library must not take
the program down. That process is ``python -m lessonbook.reading.pdf.drawing FILE NUMBER``.
"""

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pypdfium2 as pdfium2

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_msgpack
from lessonbook.reading.limits import Limits, configured
from lessonbook.reading.pdf import source
from lessonbook.reading.pdf.pictures import Pictures
from lessonbook.reading.pdf.words import WordReader

_DOTS_A_POINT = 2.0
_MOST_DOTS = 4_000  # of the longer side; a poster is drawn coarser
_SECONDS = 60.0


class DrawnWord(msgspec.Struct, frozen=True, array_like=True):
    """A word and its rectangle, in points from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class DrawnPage(msgspec.Struct, frozen=True):
    """A page's width and height in points, its picture as PNG, its words in the order of the file.

    ``ocr`` says that the words were read from a picture.
    """

    width: float
    height: float
    png: bytes
    words: tuple[DrawnWord, ...]
    ocr: bool = False


def drawn(file: Path, number: int) -> DrawnPage:
    """Page ``number`` (from 1) of a PDF file, drawn in a process of its own with the reader's limit of memory.

    Raises ``LessonbookError`` ``page-not-drawn``.
    """
    command = [sys.executable, "-m", "lessonbook.reading.pdf.drawing", str(file), str(number)]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - our own module
        return from_msgpack(done.stdout, DrawnPage)
    except (subprocess.SubprocessError, msgspec.MsgspecError, OSError) as error:
        raise LessonbookError(
            "page-not-drawn", f"Page {number} of this document cannot be drawn: look at it in a program for PDF files."
        ) from error


def draw(data: bytes, number: int, limits: Limits) -> DrawnPage:
    """The same, in this process. Raises ``LessonbookError`` as ``source.opened`` does, and ``page-unknown``."""
    with source.opened(data, limits.pages) as pdf:
        if not 1 <= number <= len(pdf):
            raise LessonbookError("page-unknown", f"This document has {len(pdf)} pages: there is no page {number}.")
        page = pdf[number - 1]
        width, height = page.get_size()
        scale = min(_DOTS_A_POINT, _MOST_DOTS / max(width, height, 1.0))
        stream = io.BytesIO()
        page.render(scale=scale).to_pil().convert("RGB").save(stream, "PNG", optimize=True)
        words, ocr = _words(pdf, page, number)
        return DrawnPage(width, height, stream.getvalue(), words, ocr)


def _words(pdf: pdfium2.PdfDocument, page: pdfium2.PdfPage, number: int) -> tuple[tuple[DrawnWord, ...], bool]:
    """The words in points of the page as shown: a picture that was set straight before it was read has its own size."""
    width, height = page.get_size()
    content = source.content_of(pdf, page, number, WordReader())
    had_text = bool(content.words)
    Pictures(1).read(pdf, [content])
    across, down = width / (content.width or width), height / (content.height or height)
    words = (
        DrawnWord(one.text, one.left * across, one.top * down, one.right * across, one.bottom * down)
        for one in content.words
    )
    return tuple(words), not had_text


def main() -> None:
    """Answers with one page."""
    from lessonbook.reading.worker import limit_memory  # noqa: PLC0415 - only the process of its own limits itself

    limits = configured()
    limit_memory(limits)
    page = draw(Path(sys.argv[1]).read_bytes(), int(sys.argv[2]), limits)
    sys.stdout.buffer.write(msgspec.msgpack.encode(page))


if __name__ == "__main__":
    main()

r"""Bytes to a Document: text, pages, blocks, tables, boxes. One file a format.

What every reader promises:

- ``Document.text`` is what offsets count in, and each passage's runs lead into it. For text and Markdown it is the
  file's own text, character by character, line ends included (``\r\n`` stays two characters), without the byte order
  mark. For HTML, Word and PDF the reader writes it down block after block.
- In a passage white space is folded to single spaces; ``\n`` is a line break that the source means (``<br>``, a soft
  return, a wide gap that stands for one). Soft hyphens and zero-width characters are gone; no markup is left.
- A bullet that was typed (``• ``) makes a ``ListItem`` like one made with a list style.
- Characters of the text that are in no passage are white space or in ``Document.furniture``.
"""

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from lessonbook.domain import Document, DocumentFormat
from lessonbook.reading import formats
from lessonbook.reading.guard import Readers, Reading
from lessonbook.reading.limits import DEFAULT, Limits
from lessonbook.reading.refusals import check_parts, check_size, check_unpacked

__all__ = ["DEFAULT", "Limits", "Readers", "Reading", "read", "read_here"]

_READERS: dict[DocumentFormat, str] = {
    "text": "lessonbook.reading.text",
    "markdown": "lessonbook.reading.text",
    "html": "lessonbook.reading.html",
    "docx": "lessonbook.reading.docx",
    "pdf": "lessonbook.reading.pdf",
}


def read(source: Path | bytes, limits: Limits | None = None) -> Document:
    """The document in a file, read in a process of its own with a time and a memory limit.

    Raises ``LessonbookError`` with one sentence for a person. Many files: use ``Readers``.
    """
    with Readers(1, limits) as readers:
        return readers.read(source)


def read_here(data: bytes, limits: Limits = DEFAULT, picture_begins: Callable[[], None] | None = None) -> Document:
    """The document in these bytes, read in this process: for workers and tests, and for input that is trusted.

    ``picture_begins`` is called before each page that is read by OCR, which takes its time.
    """
    check_size(len(data), limits)
    if formats.is_container(data):
        check_parts(data, limits)
    found = formats.detect(data)
    if found == "docx":
        check_unpacked(data, limits)
    # A reader is imported when its format comes: pdfium and lxml cost a tenth of a second that text does not need.
    read_format: Callable[..., Document] = import_module(_READERS[found]).read
    more = (limits.pages, limits.ocr_pages if limits.ocr else 0, picture_begins) if found == "pdf" else ()
    return read_format(data, hashlib.sha256(data).hexdigest(), *more)

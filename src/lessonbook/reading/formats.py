"""What a file is, told from its content and never from its name."""

import io
import re
import zipfile

from lessonbook.domain import DocumentFormat, LessonbookError
from lessonbook.reading.encoding import decode

_PDF_HEADER_WITHIN = 1024
_SNIFFED = 65536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)
# Possessive throughout: a file of ten thousand comments, or one long line of spaces, takes linear time.
_HTML_START = re.compile(
    r"(?:\s++|<!--(?:(?!-->).)*+-->|<\?xml[^>]*+>)*+<(?:!doctype\s+html|(?:html|head|body|title|meta)\b)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_PART = re.compile(r"\s*<(?:div|p|table|h[1-6]|article|section|main|ul|ol|header|nav)\b[^>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]++\S|[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+\|[-:| \t]*+$)", re.MULTILINE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.01


def detect(data: bytes) -> DocumentFormat:
    """The format of a file's bytes.

    Raises ``LessonbookError`` where they are none that can be read: ``file-empty``, ``file-truncated``,
    ``file-encrypted`` or ``file-not-a-document``, with a sentence that says what the file is.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise LessonbookError("file-empty", "The file is empty: check that it was saved or downloaded completely.")
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return "pdf"
    if is_container(data):
        return _container(data)
    _refuse_what_is_known(data)
    return _written(data)


def is_container(data: bytes) -> bool:
    """Whether a file begins as a zip container does."""
    return data.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08"))


def _container(data: bytes) -> DocumentFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            entries = {entry.filename: entry for entry in container.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise LessonbookError(
            "file-truncated", "The Word file is cut off or damaged: save it or download it again."
        ) from error
    if any(entry.flag_bits & 1 for entry in entries.values()):
        raise _encrypted()
    if any(name.startswith("word/") and name.endswith(".xml") for name in entries):
        return "docx"
    raise _not_a_document(_what_container(entries))


def _what_container(names: object) -> str:
    listed = list(names) if isinstance(names, dict) else []
    for prefix, sentence in (
        ("xl/", "The file is a spreadsheet: save the text as Word, PDF, web page or plain text first."),
        ("ppt/", "The file is a presentation: save it as PDF first."),
        ("content.xml", "The file is an OpenDocument file: save it as Word (.docx) or PDF first."),
        ("META-INF/container.xml", "The file is an e-book: save it as Word (.docx) or PDF first."),
    ):
        if any(name.startswith(prefix) for name in listed):
            return sentence
    return "The file is a zip archive without a Word document in it: unpack it and import the files inside."


def _refuse_what_is_known(data: bytes) -> None:
    if data.startswith(_OLE):
        raise _old_office(data)
    if data.startswith(b"{\\rtf"):
        raise _not_a_document("The file is Rich Text (RTF): open it in Word and save it as .docx or PDF.")
    for magic, name in _PICTURES:
        if data.startswith(magic) and b"\0" in data[:_SNIFFED]:
            raise _picture(name)
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        raise _picture("bitmap")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise _picture("WebP")
    if data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypavif"}:
        raise _picture("HEIC")


def _old_office(data: bytes) -> LessonbookError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _encrypted()
    if "WordDocument".encode("utf-16-le") in data:
        return _not_a_document("The file is in the old Word format (.doc): open it in Word and save it as .docx.")
    return _not_a_document("The file is in an old Office format: save it as .docx or PDF first.")


def _written(data: bytes) -> DocumentFormat:
    text = decode(data[:_SNIFFED]).text
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text) + 2:
        raise _not_a_document(
            "The file is not a document that can be read: import Word (.docx), PDF, web pages, Markdown or plain text."
        )
    if _HTML_START.match(text) or (_HTML_PART.match(text) and text.count("</") > 1):
        return "html"
    if re.match(r"\s*<\?xml", text):
        raise _not_a_document("The file is XML and not a web page: save it as Word (.docx), PDF or a web page first.")
    return "markdown" if _MARKDOWN.search(text) else "text"


def _encrypted() -> LessonbookError:
    return LessonbookError(
        "file-encrypted", "The file is protected with a password: save a copy without one and import that."
    )


def _picture(name: str) -> LessonbookError:
    return _not_a_document(
        f"The file is a picture ({name}): pictures of pages cannot be read yet; import the document."
    )


def _not_a_document(sentence: str) -> LessonbookError:
    return LessonbookError("file-not-a-document", sentence)

"""PDF files made while a test runs: with typst, or object by object where no maker would make such a file."""

import hashlib

import typst

from lessonbook.domain import Document, Table
from lessonbook.reading import pdf

_PAGE = """#set document(title: "Digest of reviews")
#set text(lang: "en", region: "GB", size: 10pt, hyphenate: false)
#set smartquote(enabled: false)
"""


PAGE_OBJECT = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s "
    b"/Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>"
)
IMAGE_OBJECT = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    b"\nstream\n\x00\nendstream"
)


def pdf_file(source: str) -> bytes:
    """The PDF that typst makes of a source, after the settings that all tests share."""
    return bytes(typst.compile((_PAGE + source).encode()))


def pdf_document(source: str) -> Document:
    """The document that is read from such a PDF."""
    return read_pdf(pdf_file(source))


def read_pdf(data: bytes) -> Document:
    return pdf.read(data, hashlib.sha256(data).hexdigest())


def only_table(document: Document) -> Table:
    """The one table of a document."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) == 1, f"{len(tables)} tables"
    return tables[0]


def drawn_pdf(content: str, page: str = "", font: str = "/Type1 /BaseFont /Helvetica") -> bytes:
    """A one-page PDF with these drawing operators; ``page`` goes into the page's dictionary."""
    stream = content.encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE_OBJECT % page.encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        f"<< /Type /Font /Subtype {font} >>".encode(),
        IMAGE_OBJECT,
    ]
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)

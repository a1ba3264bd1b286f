"""A file's format is told from its bytes, and what is none of ours is told to the person."""

import io
import zipfile

import pytest

from helpers.word_files import p, word_file
from lessonbook.domain import LessonbookError
from lessonbook.reading.formats import detect


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name in names:
            container.writestr(name, "x")
    return file.getvalue()


def refused(data: bytes) -> LessonbookError:
    with pytest.raises(LessonbookError) as caught:
        detect(data)
    return caught.value


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7 rest", "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (word_file(p("x")), "docx"),
        (b"<!DOCTYPE html><title>x</title>", "html"),
        (b'<?xml version="1.0"?>\n<!-- x --><html xmlns="x">', "html"),
        ("<HTML><BODY>".encode("utf-16"), "html"),
        (b"<div><p>One</p><p>Two</p></div>", "html"),
        (b"# A heading\n\ntext", "markdown"),
        (b"a | b\n--|--\nc | d", "markdown"),
        (b"Plain words <b>with</b> a tag.", "text"),
        (b"PKU screening was late.", "text"),
        (b"BM was a child known to services.", "text"),
        ("Caf\xe9".encode("cp1252"), "text"),
        ("Ŵ".encode("utf-16"), "text"),
    ],
)
def test_formats(data, expected):
    assert detect(data) == expected


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "file-empty", "empty"),
        (b"\xef\xbb\xbf \r\n\0", "file-empty", "empty"),
        (word_file(p("x"))[:-60], "file-truncated", "cut off"),
        (archive("xl/workbook.xml"), "file-not-a-document", "spreadsheet"),
        (archive("ppt/presentation.xml"), "file-not-a-document", "presentation"),
        (archive("content.xml", "mimetype"), "file-not-a-document", "OpenDocument"),
        (archive("a.txt"), "file-not-a-document", "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-encrypted", "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "file-not-a-document", ".doc"),
        (b"{\\rtf1 x}", "file-not-a-document", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "file-not-a-document", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "file-not-a-document", "picture"),
        (b"<?xml version='1.0'?><feed/>", "file-not-a-document", "XML"),
        (bytes(range(256)) * 8, "file-not-a-document", "not a document"),
    ],
)
def test_what_is_refused_is_named(data, code, word):
    error = refused(data)
    assert error.code == code
    assert word in error.message
    assert error.message.endswith(".")


def test_a_zip_with_a_password_is_encrypted():
    data = bytearray(archive("word/document.xml"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)).code == "file-encrypted"

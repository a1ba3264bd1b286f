"""Files that are not read, and pages that are read with a warning."""

import io

import pypdf
import pytest

from helpers.pdf_files import assembled, drawn_pdf, pdf_document, pdf_file, read_pdf
from lessonbook.domain import LessonbookError
from lessonbook.reading import pdf

PICTURE = "q 500 0 0 700 50 50 cm /Im1 Do Q"


def refusal(data: bytes, **limits) -> LessonbookError:
    with pytest.raises(LessonbookError) as raised:
        pdf.read(data, "0" * 64, **limits)
    assert raised.value.message.endswith(".")
    assert "\n" not in raised.value.message
    return raised.value


def test_a_locked_file():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file("Words.")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert refusal(out.getvalue()).code == "file-encrypted"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_file_cut_off(share):
    whole = pdf_file("= Digest\n" + "Words and words. " * 900)
    data = whole[: int(len(whole) * share)]
    assert refusal(data).code in {"file-truncated", "file-damaged"}


def test_a_file_that_only_begins_like_a_pdf():
    assert refusal(b"%PDF-1.7\nnothing of the kind\n%%EOF\n").code == "file-damaged"


def test_a_file_without_pages():
    data = assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    assert refusal(data).code == "file-no-pages"


def test_too_many_pages():
    data = pdf_file("a #pagebreak() b #pagebreak() c")
    assert refusal(data, max_pages=2).code == "file-too-many-pages"
    assert len(pdf.read(data, "0" * 64, max_pages=3).pages) == 3


def test_a_scan():
    assert refusal(drawn_pdf(PICTURE), max_pictures=0).code == "file-is-a-scan"


def test_pages_without_anything():
    assert refusal(drawn_pdf("")).code == "file-no-text"


def test_one_page_that_is_a_picture_is_a_problem_of_that_page():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file("Words on the first page.")))
    writer.append(io.BytesIO(drawn_pdf(PICTURE)))
    out = io.BytesIO()
    writer.write(out)
    document = pdf.read(out.getvalue(), "0" * 64, max_pictures=0)
    assert [(problem.code, problem.page) for problem in document.problems] == [("page-is-a-scan", 2)]
    assert len(document.pages) == 2


def test_letters_that_the_file_does_not_name_are_a_problem():
    content = "BT /F1 12 Tf 72 700 Td <8081828384858687> Tj ET BT /F1 12 Tf 72 660 Td (Words) Tj ET"
    font = "/Type1 /BaseFont /Odd /Encoding << /Type /Encoding /Differences [128 /g1 /g2 /g3 /g4 /g5 /g6 /g7 /g8] >>"
    document = read_pdf(drawn_pdf(content, font=font))
    assert [problem.code for problem in document.problems] == ["text-untrusted"]


def test_a_sound_file_has_no_problems():
    assert pdf_document("Words.").problems == ()

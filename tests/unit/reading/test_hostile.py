"""Files made to harm, or harmed: each gets its sentence, quickly, and nothing is unpacked that should not be."""

import contextlib
import io
import random
import time
import zipfile

import pytest
from pypdf import PdfWriter

from helpers.outlines import check_places
from helpers.word_files import p, r, tbl, tc, tr, word_file
from lessonbook.domain import LessonbookError
from lessonbook.reading import DEFAULT, Limits, read, read_here
from lessonbook.reading.limits import MEGABYTE


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(LessonbookError) as caught:
        read_here(data, limits)
    assert caught.value.message.endswith(".")
    assert len(caught.value.message) < 250
    return caught.value.code


def bomb(megabytes: int) -> bytes:
    """A Word file of some hundred kilobytes that unpacks to so many megabytes."""
    file = io.BytesIO(word_file(p("x")))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as container, container.open("word/big.xml", "w") as part:
        for _ in range(megabytes):
            part.write(bytes(MEGABYTE))
    return file.getvalue()


def test_a_file_beyond_the_limit_is_refused_before_it_is_looked_at():
    assert refusal(bytes(200 * MEGABYTE)) == "file-too-large"


def test_a_bomb_is_refused_before_it_is_unpacked():
    data = bomb(100)
    begun = time.perf_counter()
    assert refusal(data) == "file-unsafe"
    assert time.perf_counter() - begun < 0.5
    assert refusal(bomb(8), Limits(unpacked_bytes=4 * MEGABYTE)) == "file-unsafe"


def test_a_bomb_that_lies_about_its_size_unpacks_no_more_than_it_says():
    data = bytearray(word_file(p("word " * 100_000)))
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        entry = container.getinfo("word/document.xml")
    at = data.rindex(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert entry.file_size > 400_000
    assert refusal(bytes(data)) in {"file-damaged", "file-truncated"}


def test_entities_that_multiply_are_refused():
    entities = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    data = word_file(p(r("&j;")), before=f"<?xml version='1.0'?>{entities}]>")
    begun = time.perf_counter()
    assert refusal(data) in {"file-unsafe", "file-damaged"}
    assert time.perf_counter() - begun < 1


def test_an_entity_from_outside_is_not_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    doctype = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    assert refusal(word_file(p(r("&a;")), before=doctype)) == "file-unsafe"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_word_file_that_was_cut_off_is_refused(share):
    data = word_file(p("Ask twice. " * 50))
    assert refusal(data[: int(len(data) * share)]) in {"file-truncated", "file-damaged"}


def test_a_word_file_with_a_wrong_byte_is_refused_or_read_but_never_fails():
    data = word_file(p("Ask twice. " * 50) + tbl(tr(tc(p("a")), tc(p("b")))))
    chance = random.Random(4)
    for _ in range(150):
        broken = bytearray(data)
        broken[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(LessonbookError):
            check_places(read_here(bytes(broken)))


def test_xml_that_is_broken_or_nested_without_end_is_refused():
    assert refusal(word_file("<w:p>")) == "file-damaged"
    assert refusal(word_file("<w:sdt>" * 3000 + "</w:sdt>" * 3000)) == "file-unsafe"
    assert refusal(word_file("", extra={"word/document.xml": "<other/>"})) == "file-damaged"


def test_random_bytes_are_refused():
    chance = random.Random(7)
    assert {refusal(chance.randbytes(size)) for size in (40, 400, 4000, 400_000)} == {"file-not-a-document"}


def test_a_pdf_that_was_cut_off_is_refused():
    assert refusal(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n").startswith("file-")


def test_a_pdf_of_no_pages_or_too_many_is_refused():
    def pdf(pages: int) -> bytes:
        writer, file = PdfWriter(), io.BytesIO()
        for _ in range(pages):
            writer.add_blank_page(100, 100)
        writer.write(file)
        return file.getvalue()

    assert refusal(pdf(0)).startswith("file-")
    assert refusal(pdf(3), Limits(pages=2)) == "file-too-many-pages"
    assert refusal(pdf(2), Limits(pages=2)) != "file-too-many-pages"


def test_a_page_nested_deeper_than_any_page_is_read_whole_or_refused():
    assert read_here(b"<html><body>" + b"<div>" * 1500 + b"deep words").text == "deep words\n"
    assert refusal(b"<html><body>" + b"<div>" * 100_000 + b"deep words") == "file-unsafe"
    assert refusal(b"<html><body>" + b"<ul><li><p>a<table><tr><td>" * 20_000) == "file-unsafe"


@pytest.mark.parametrize(
    "piece",
    [
        "[a",
        "[a](",
        "<b ",
        "<!-- ",
        "*a ",
        "a* ",
        "_",
        "&",
        "<",
        "\\",
        "https://",
        "• ",
        "****",
        "a\t",
        "| ",
        "- ",
        "# ",
    ],
)
def test_markup_without_end_takes_linear_time(piece):
    begun = time.perf_counter()
    check_places(read_here((piece * 20_000).encode()))
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    "piece", ["<td>x", "<table>", "<li>", "<b>x", "<p><button>x", "<h1>x", "</p>", "<tr><td colspan=99999>"]
)
def test_pages_of_one_tag_without_end_take_little_time(piece):
    begun = time.perf_counter()
    with contextlib.suppress(LessonbookError):
        check_places(read_here(b"<html><body>words " + piece.encode() * 5_000))
    assert time.perf_counter() - begun < 8


def test_a_table_of_ten_thousand_rows_is_read():
    row = tr(tc(p("Feb 2019 – Brackwater")), tc(p("A child was harmed.")), tc(p("Ask twice.")))
    document = read(word_file(tbl(row * 10_000)))
    assert len(document.blocks[0].rows) == 10_000


def test_a_merge_without_a_start_and_spans_beyond_reason_do_no_harm():
    body = tbl(
        tr(tc(p("a"), properties="<w:vMerge/>"), tc(p("b"), properties='<w:gridSpan w:val="999999"/>')),
        tr(tc(p("c")), properties='<w:gridBefore w:val="-7"/>'),
    )
    check_places(read_here(word_file(body)))


def test_styles_and_lists_that_go_round_in_circles_do_no_harm():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{two}"/></w:style>'
        for one, two in ("AB", "BA")
    )
    body = p("x", properties='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert read_here(word_file(body, styles=styles, numbering=numbering)).text == "x\n"


@pytest.mark.parametrize("text", ["<!-- -->" * 5_000 + "words", " " * 50_000 + "words", "a\n" + "-" * 50_000 + "words"])
def test_a_file_is_told_from_another_in_linear_time(text):
    begun = time.perf_counter()
    check_places(read_here(text.encode()))
    assert time.perf_counter() - begun < 5


def test_a_container_of_too_many_files_is_refused_before_its_list_is_read():
    file = io.BytesIO(word_file(p("x")))
    with zipfile.ZipFile(file, "a") as container:
        for number in range(12_000):
            container.writestr(f"../../{number}", "")
    begun = time.perf_counter()
    assert refusal(file.getvalue()) == "file-unsafe"
    assert time.perf_counter() - begun < 0.5
    assert read_here(file.getvalue(), Limits(parts=20_000)).text == "x\n"


def test_styles_that_rest_on_one_another_without_end_do_no_harm():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(5_000)
    )
    assert read_here(word_file(p("x", properties='<w:pStyle w:val="s4999"/>'), styles=styles)).text == "x\n"


def test_tables_in_tables_without_end_are_refused():
    nested = "<w:tbl><w:tr><w:tc>" * 10_000 + p("x") + "</w:tc></w:tr></w:tbl>" * 10_000
    assert refusal(word_file(nested)) == "file-unsafe"


LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
GROWING = {
    "tables": lambda n: word_file(tbl(tr(tc(p("a")), tc(p("b")))) * n),
    "runs": lambda n: word_file(p(*[r("a "), r("b ", "<w:b/>")] * (n * 10))),
    "lists": lambda n: word_file(
        "".join(p("a", properties=LIST.format(number)) for number in range(n)),
        numbering="".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
            f"</w:abstractNum>"
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(n)
        ),
    ),
    "notes": lambda n: word_file(p(*['<w:r><w:footnoteReference w:id="1"/></w:r>', r("a")] * n)),
    "headings": lambda n: word_file("".join(p(r(f"Head {k}", "<w:b/>")) + p("text " * 30) for k in range(n))),
    "contents": lambda n: word_file((p("Contents") + p("a ..... 3") * 2 + p("b")) * n),
    "marks of a page": lambda n: b"<body>" + b"<b>" * 1000 + b"<p>x" * n,
    "furniture of a page": lambda n: b"<body>" + b"<div class=cookie>" * 200 + b"<i></i>" * (10 * n) + b"x" * 2000,
    "notes of a page": lambda n: b"<body><p id=n1>x</p>" + b"<p>w<sup><a href='#n1'>1</a></sup></p>" * n,
    "lists of a page": lambda n: b"<body>" + b"<ul>" * 500 + b"<li>x" * n,
    "one line": lambda n: b"Some *words* here. " * (n * 20),
}


@pytest.mark.parametrize("kind", GROWING)
def test_twice_as_much_takes_twice_as_long_and_not_four_times(kind):
    """With a wide margin: four times the size within twelve times the work, where the square would be sixteen."""

    def seconds(size: int) -> float:
        data = GROWING[kind](size)
        begun = time.process_time()  # other programs on the machine do not count
        read_here(data)
        return time.process_time() - begun

    seconds(10)
    small = min(seconds(500), seconds(500))
    assert any(seconds(2000) < max(12 * small, 2) for _ in range(3))

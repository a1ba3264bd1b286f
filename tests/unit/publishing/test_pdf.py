"""The PDF: what can be seen of PDF/UA without a validator (typst itself refuses what is not PDF/UA-1)."""

import io

import pypdf
import pytest

from helpers.hostile_texts import BEYOND_FONTS, LONG, MARKUP, SCRIPTS
from helpers.invented_cases import Source, review, reviews, settings
from lessonbook.domain import Harm, Link
from lessonbook.publishing import compose, glyphs, render

IN_WORDS = ("emoji [grinning face] here", "[U+4E2D][U+6587] words", "[U+0E44][U+0E17][U+0E22]")


def file_of(*chosen, **changes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render(compose(chosen, settings(**changes)), "pdf")))


def tags_of(reader: pypdf.PdfReader) -> list[str]:
    """Every structure tag in reading order."""
    found: list[str] = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, pypdf.generic.ArrayObject):
            for child in node:
                walk(child)
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def reader() -> pypdf.PdfReader:
    return file_of(*reviews(20))


def test_it_says_that_it_is_pdf_ua_1(reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_title_author_and_date_are_set(reader):
    assert reader.metadata.title == "Lessons Learned Research Digest, Issue 5 – December 2021"
    assert reader.metadata.author == "Darlington Safeguarding Partnership"
    assert reader.metadata.creation_date.date().isoformat() == "2021-12-03"


def test_the_structure_has_headings_lists_links_and_table_headers(reader):
    tags = tags_of(reader)
    tables = sum(1 for part in compose(reviews(20), settings()).parts for s in part.sections if s.cases)
    assert tags.count("/H1") == 1
    assert tags.count("/Table") == tables
    assert tags.count("/TH") == 3 * tables
    assert tags.count("/TR") == tables + 20
    assert {"/H2", "/H3", "/L", "/LI", "/Link", "/TD"} <= set(tags)


def test_the_bookmarks_are_the_headings(reader):
    def titles(items):
        return [title for item in items for title in (titles(item) if isinstance(item, list) else [item.title])]

    found = titles(reader.outline)
    assert found[0] == "Lessons Learned Research Digest"
    assert {"Regional learning", "National learning – adults", "Neglect", "About this issue", "Sources"} <= set(found)


def test_pages_are_a4_landscape_with_their_numbers(reader):
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (842, 595)
        assert f"Page {number} of {count}" in page.extract_text()


def test_every_page_of_a_table_repeats_its_header():
    many = [review(id=str(number), label=f"Child {number}") for number in range(60)]
    pages = [page.extract_text() for page in file_of(*many).pages]
    inside = [text for text in pages if "A key issue" in text]
    assert len(inside) > 2
    assert all("KEY ISSUES" in text for text in inside)


def test_links_keep_their_targets():
    reader = file_of(review(links=(Link("Read it", "https://example.org/a?b=1&c=2"),)))
    targets = [
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    assert targets == ["https://example.org/a?b=1&c=2"]


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS[1:]])
def test_a_text_stays_the_text_it_is(text):
    source = Source()
    found = text_of(file_of(review(statements=(source.statement("learning", text),), harm=Harm(text))))
    assert found.count(" ".join(text.split())) == 2


def test_a_very_long_word_does_not_stop_it():
    source = Source()
    assert "Supercali" in text_of(file_of(review(statements=(source.statement("learning", LONG),))))


@pytest.mark.parametrize(
    ("text", "words"),
    list(
        zip(
            BEYOND_FONTS,
            ("emoji [grinning face] here", "[U+4E2D][U+6587] words", "[U+0E44][U+0E17][U+0E22]"),
            strict=True,
        )
    ),
)
def test_what_no_font_can_show_is_put_in_words(text, words):
    assert words in text_of(file_of(review(harm=Harm(text))))


def test_the_characters_taken_as_known_can_all_be_set():
    known = "".join(chr(code) for code in range(0x20, 0x3000) if not glyphs._OTHERS.fullmatch(chr(code)))
    assert len(known) > 400
    assert glyphs._can_be_set(known)
    assert not glyphs._can_be_set("😀")


def test_the_fonts_are_those_that_typst_brings(reader):
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(name.startswith("LibertinusSerif") for name in fonts)

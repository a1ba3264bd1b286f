"""Running text: headings, paragraphs, lists, emphasis, links, hyphens, columns."""

import pytest

from helpers.outlines import check_places, marks, outline
from helpers.pdf_files import drawn_pdf, pdf_document, read_pdf

WORDS = (
    "Nobody asked the carers what they had seen, and the visits that were planned did not take place in the summer. "
)


def test_title_and_language_are_read():
    document = pdf_document("Words.")
    assert (document.title, document.language, document.format) == ("Digest of reviews", "en-GB", "pdf")
    assert document.reader.startswith("pdf/")


def test_headings_have_the_levels_that_their_sizes_say():
    document = pdf_document(f"= Digest\n{WORDS}\n== Local learning\n{WORDS}\n=== Neglect\n{WORDS * 3}")
    assert [block[0::2] for block in outline(document) if block[0] == "heading"] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
    ]


def test_a_paragraph_is_one_block_with_its_lines_joined():
    document = pdf_document(f"{WORDS * 4}\n\n{WORDS * 2}")
    assert outline(document) == [("paragraph", (WORDS * 4).strip()), ("paragraph", (WORDS * 2).strip())]


def test_paragraphs_without_space_between_are_told_by_a_line_that_ended_early():
    document = pdf_document(f"#set par(spacing: 0.65em)\n{WORDS * 3} It ended there.\n\n{WORDS * 3}")
    assert len(document.blocks) == 2


def test_list_items_have_level_and_marker():
    source = f"- {WORDS * 2}\n- Second\n  - Nested {WORDS}\n- Third\n\n+ One\n+ Two"
    assert outline(pdf_document(source)) == [
        ("item", (WORDS * 2).strip(), 0, "•"),
        ("item", "Second", 0, "•"),
        ("item", f"Nested {WORDS}".strip(), 1, "‣"),
        ("item", "Third", 0, "•"),
        ("item", "One", 0, "1."),
        ("item", "Two", 0, "2."),
    ]


@pytest.mark.parametrize("bullet", ["–", "▪", "◦", "•"])
def test_other_bullets(bullet):
    document = pdf_document(f"#set list(marker: [{bullet}])\n- {WORDS * 2}\n- Second one")
    assert outline(document) == [("item", (WORDS * 2).strip(), 0, bullet), ("item", "Second one", 0, bullet)]


def test_a_dash_that_only_wrapped_to_a_line_start_is_no_bullet():
    source = "#box(width: 120pt)[Published in March 2021 – Northmere – Child A and others – whom it concerned – then]"
    assert [block[0] for block in outline(pdf_document(source))] == ["paragraph"]


def test_emphasis_and_links_are_marks():
    document = pdf_document(
        'Read *bold words* and _italic_ and #link("https://example.org/r")[the full overview (PDF)].'
    )
    assert marks(document.blocks[0].passage) == [
        ("bold", "bold words"),
        ("italic", "italic"),
        ("link", "the full overview (PDF)", "https://example.org/r"),
    ]


def test_a_link_over_two_lines_is_one_mark():
    document = pdf_document(f'{WORDS}#link("https://example.org/r")[{WORDS * 2}] and on.')
    assert marks(document.blocks[0].passage) == [("link", (WORDS * 2).strip(), "https://example.org/r")]


def test_a_compound_cut_at_its_hyphen_keeps_it_and_a_cut_word_does_not():
    line = "#box(width: {}pt)[#set text(hyphenate: true); {}]"
    words = "thoroughly safeguarding thoroughly safeguarding thoroughly safeguarding thoroughly"
    document = pdf_document(f"Safeguarding. Thoroughly.\n\n{line.format(78, words)}")
    assert document.blocks[-1].passage.text == words
    compound = pdf_document("#box(width: 98pt)[They met as a multi-agency group to see what would follow]")
    assert "a multi-agency group" in compound.blocks[0].passage.text
    assert len(compound.blocks) == 1


def test_text_in_two_columns_is_read_one_column_after_the_other():
    left, right = "Left column words go on. " * 40, "Right column words go on. " * 40
    document = pdf_document(f"#columns(2)[{left}\n#colbreak()\n{right}]")
    assert outline(document) == [("paragraph", left.strip()), ("paragraph", right.strip())]


def test_a_sentence_cut_by_a_page_is_one_paragraph_in_two_places():
    document = pdf_document(f"#set page(width: 300pt, height: 160pt, margin: 20pt)\n{WORDS * 8}")
    assert [block.passage.text for block in document.blocks] == [(WORDS * 8).strip()]
    passage = document.blocks[0].passage
    assert len(passage.runs) == len(document.pages) > 1
    check_places(document)


def test_pages_partition_the_text():
    document = pdf_document("One\n#pagebreak()\n#pagebreak()\nThree")
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [page.start for page in document.pages][1:] == [page.end for page in document.pages][:-1]
    assert document.pages[-1].end == len(document.text)
    assert [document.text[page.start : page.end].strip() for page in document.pages] == ["One", "", "Three"]


def test_boxes_are_points_from_the_top_left_corner():
    document = pdf_document("#place(top + left, dx: 100pt, dy: 50pt)[Here]")
    (box,) = document.blocks[0].boxes
    assert box.page == 1
    assert box.left == pytest.approx(100 + 70.9, abs=2)
    assert box.top == pytest.approx(50 + 70.9, abs=5)
    assert box.left < box.right
    assert box.top < box.bottom


def test_a_turned_page_is_read_as_it_is_shown():
    content = (
        "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (First line of words) Tj ET BT /F1 12 Tf 0 1 -1 0 130 100 Tm (Second) Tj ET"
    )
    document = read_pdf(drawn_pdf(content, page="/Rotate 90"))
    assert document.text.split("\n")[:2] == ["First line of words", "Second"]
    assert (document.pages[0].width, document.pages[0].height) == (842, 595)
    assert document.blocks[0].boxes[0].left == pytest.approx(100, abs=2)
    assert document.blocks[0].boxes[0].top == pytest.approx(91, abs=3)


def test_contents_lists_are_neither_tables_nor_headings():
    entries = "\n\n".join(f"*{n}. Part {n} of the report* #h(1fr) {n + 3}" for n in range(1, 8))
    blocks = outline(pdf_document(f"{entries}\n#pagebreak()\n{WORDS * 5}"))
    assert {block[0] for block in blocks} == {"paragraph", "item"} or {block[0] for block in blocks} == {"paragraph"}

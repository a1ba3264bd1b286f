"""What is planted is found where it was planted, in every format, however it is marked up."""

import html as escaping
import io

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.outlines import cells, check_places
from lessonbook.domain import Heading, ListItem, Paragraph, Table, evidence_of
from lessonbook.reading import read_here

# Wording without signs that mean something in Markdown or as a typed marker: those have tests of their own.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéŵñ0123456789"
WORD = st.text(LETTERS, min_size=2, max_size=9).map(lambda word: "w" + word)
PUNCTUATION = st.sampled_from(["", "", "", ",", ";", ".", ":", "’s", " –", "?"])
SENTENCE = st.lists(st.tuples(WORD, PUNCTUATION).map("".join), min_size=1, max_size=12).map(" ".join)
CELL = st.lists(SENTENCE, max_size=4)
ROWS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=5)
)
MARKS = st.sampled_from(["{}", "**{}**", "*{}*", "<b>{}</b>", "<u>{}</u>", "[{}](https://example.org/x)", "  {}  "])


def wording(table: Table) -> list:
    return [[[text for _, text, *_ in cell] for cell in row] for row in cells(table)]


def planted_everywhere(document, sentences) -> None:
    """Every sentence is a passage of its own, in order, and its evidence quotes the text of the document."""
    check_places(document)
    found = list(document.passages())
    assert [passage.text for passage in found] == sentences
    for passage in found:
        quotes = [piece.quote for piece in evidence_of(passage, document)]
        assert all(quote in document.text for quote in quotes)


@given(ROWS)
def test_cells_of_text_hold_what_was_planted(rows):
    lines = [
        "\t".join("".join(f"<li>{item}</li>" for item in cell).join(["<ul>", "</ul>"]) for cell in row) for row in rows
    ]
    text = "Before.\n\n" + "first\tsecond\n" + "\n".join(lines) + "\n\nAfter.\n"
    document = read_here(text.encode())
    check_places(document)
    assert document.text == text
    assert wording(document.blocks[1])[1:] == rows


@given(st.lists(st.tuples(SENTENCE, MARKS), min_size=1, max_size=6))
def test_markup_never_changes_the_wording(planted):
    text = "\n\n".join(mark.format(sentence) for sentence, mark in planted)
    document = read_here(("# Title\n\n" + text).encode())
    planted_everywhere(document, ["Title", *(sentence for sentence, _ in planted)])
    assert document.text.endswith(text)


@given(st.lists(SENTENCE, min_size=2, max_size=6), st.data())
def test_a_part_cut_from_a_passage_quotes_its_own_words(sentences, data):
    text = "Intro\n\n" + " ".join(f"**{s}**" if n % 2 else s for n, s in enumerate(sentences))
    document = read_here(text.encode())
    passage = list(document.passages())[-1]
    start = data.draw(st.integers(0, len(passage) - 1))
    part = passage.cut(start, data.draw(st.integers(start + 1, len(passage)))).strip()
    if part:
        quotes = "".join(piece.quote for piece in evidence_of(part, document))
        assert quotes.replace("*", "").split() == part.text.split()


@given(st.text(max_size=400))
def test_any_text_is_read_and_every_character_has_its_place(text):
    data = ("Some words first.\n" + text).encode("utf-8", "replace")
    document = read_here(b"Some words first. " * 30 + data)
    check_places(document)


@given(st.lists(st.sampled_from(list("ab *_[]()<>&;#|\t\n\r-•1.`\\")), max_size=120).map("".join))
def test_any_markup_is_read_and_every_character_has_its_place(text):
    document = read_here(("Words enough to be a text. " + text).encode())
    assert document.text == "Words enough to be a text. " + text
    check_places(document)


@given(ROWS, st.booleans())
def test_tables_of_pages_hold_what_was_planted(rows, as_list):
    def cell(items):
        if as_list:
            return "<ul>" + "".join(f"<li>{escaping.escape(item)}" for item in items) + "</ul>"
        return "".join(f"<p>{escaping.escape(item)}</p>" for item in items)

    table = "".join("<tr>" + "".join(f"<td>{cell(items)}</td>" for items in row) + "</tr>" for row in rows)
    document = read_here(f"<html><body><p>Before.</p><table>{table}</table><p>After.</p></body></html>".encode())
    check_places(document)
    assert wording(document.blocks[1]) == rows


@settings(deadline=None, max_examples=25)
@given(ROWS)
def test_tables_of_word_files_hold_what_was_planted(rows):
    written = docx.Document()
    written.add_paragraph("Before.")
    table = written.add_table(len(rows), len(rows[0]))
    for row, cells_of_row in zip(table.rows, rows, strict=True):
        for cell, items in zip(row.cells, cells_of_row, strict=True):
            for item in items:
                cell.add_paragraph(item, style="List Bullet")
    file = io.BytesIO()
    written.save(file)
    document = read_here(file.getvalue())
    check_places(document)
    assert wording(document.blocks[1]) == rows


BLOCKS = st.lists(st.tuples(st.sampled_from(["heading", "item", "paragraph"]), SENTENCE), min_size=1, max_size=8)
KINDS = {"heading": Heading, "item": ListItem, "paragraph": Paragraph}


@settings(deadline=None)
@given(BLOCKS)
def test_blocks_keep_their_kind_and_order_in_every_format(blocks):
    signs = {"heading": "## {}\n", "item": "- {}\n", "paragraph": "{}\n"}
    tags = {"heading": "<h2>{}</h2>", "item": "<ul><li>{}</li></ul>", "paragraph": "<p>{}</p>"}
    markdown = "# Title\n\n" + "\n".join(signs[kind].format(text) for kind, text in blocks)
    page = "<html><body><h1>Title</h1>" + "".join(tags[kind].format(text) for kind, text in blocks) + "</body></html>"
    for data in (markdown.encode(), page.encode()):
        document = read_here(data)
        planted_everywhere(document, ["Title", *(text for _, text in blocks)])
        assert [type(block) for block in document.blocks[1:]] == [KINDS[kind] for kind, _ in blocks]


NAMES = "div p ul ol li table tr td th thead b i a br h2 main nav footer button span pre dl dt sup details summary"
TAGS = NAMES.split()
PIECES = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(TAGS).map("<{} hidden class='accordion' style='font-weight:bold' rowspan=3 colspan=2>".format),
    st.sampled_from(["words", " • typed", "\n", "&amp;", "<!-- gone -->"]),
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_soup_of_tags_is_read_and_every_character_has_its_place(soup):
    check_places(read_here(f"<html><body>Some words first. {soup}</body></html>".encode()))

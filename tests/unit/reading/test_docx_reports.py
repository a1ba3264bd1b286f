"""Word files of full reports: headings, numbers, boxes, notes, contents, whatever the author did with Word."""

import io
import zipfile

import pytest

from helpers.outlines import check_places, outline
from helpers.word_files import NAMES, field, p, r, tbl, tc, tr, word_file
from lessonbook.domain import Heading, LessonbookError, ListItem, Paragraph
from lessonbook.reading import read_here

BOLD, LARGE, LARGER = "<w:b/>", '<w:sz w:val="28"/>', '<w:sz w:val="40"/>'
PROSE = "The school told the health visitor, who wrote it down, and nobody asked the family what had changed at home."
BOX = "<w:pBdr>" + "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right")) + "</w:pBdr>"
TINT = '<w:shd w:val="clear" w:fill="DDEEFF"/>'
LEGAL = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H1"/>
    <w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H2"/>
    <w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Recommendation %1:"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2."/>
  </w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
"""


def style(ident, name, inner="", based_on=""):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def styled(name, more=""):
    return f'<w:pStyle w:val="{name}"/>{more}'


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def bold(text, more=""):
    return p(r(text, BOLD + more))


def read(body, **more):
    document = read_here(word_file(body, **more))
    check_places(document)
    return document


def headings(document):
    return [(block.passage.text, block.level) for block in document.blocks if isinstance(block, Heading)]


def boxed(document):
    return [(block.passage.text, block.boxed) for block in document.blocks]


def note_file(kind, *notes):
    inner = "".join(f'<w:{kind} w:id="{ident}">{body}</w:{kind}>' for ident, body in notes)
    return f"<w:{kind}s {NAMES}>{inner}</w:{kind}s>"


def with_parts(body, parts, **more):
    """A Word file whose text refers to more parts, by kind and name."""
    data = word_file(body, extra={f"word/{name}.xml": content for _, name, content in parts}, **more)
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = "".join(
        f'<Relationship Id="x{n}" Type="{relationships}/{kind}" Target="{name}.xml"/>'
        for n, (kind, name, _) in enumerate(parts)
    )
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", added.encode() + b"</Relationships>")
            new.writestr(name, content)
    return file.getvalue()


def test_headings_carry_the_number_that_word_counts_out():
    styles = style("H1", "heading 1", f"<w:pPr>{listed(1)}</w:pPr>") + style(
        "H2", "Überschrift 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    body = p("Introduction", properties=styled("H1")) + p(PROSE)
    body += p("Findings", properties=styled("H1")) + p("Sharing", properties=styled("H2")) + p(PROSE)
    body += p("Listening", properties=styled("H2")) + p(PROSE, properties=listed(1, 2))
    document = read(body, styles=styles, numbering=LEGAL)
    assert headings(document) == [("1. Introduction", 1), ("2. Findings", 1), ("2.1 Sharing", 2), ("2.2 Listening", 2)]
    assert "2.2 Listening" in document.text
    assert [block.marker for block in document.blocks if isinstance(block, ListItem)] == ["(a)"]


def test_a_style_of_ones_own_is_a_heading_by_what_it_is_based_on():
    styles = style("B", "heading 2") + style("Ours", "House chapter", based_on="B") + style("S", "Section heading")
    body = p("Background", properties=styled("Ours")) + p(PROSE) + p("Voice", properties=styled("S")) + p(PROSE)
    assert [text for text, _ in headings(read(body, styles=styles))] == ["Background", "Voice"]


def test_paragraphs_in_the_style_of_a_heading_are_numbered_paragraphs():
    styles = style("H1", "heading 1", f"<w:pPr>{listed(1)}</w:pPr>") + style(
        "H2", "heading 2", f"<w:pPr>{listed(1, 1)}</w:pPr>"
    )
    long = f"{PROSE} {PROSE}"
    document = read(
        p("Events", properties=styled("H1")) + p(long, properties=styled("H2")), styles=styles, numbering=LEGAL
    )
    assert outline(document) == [("heading", "1. Events", 1), ("item", long, 1, "1.1")]


def test_without_styles_size_weight_and_capitals_make_headings():
    body = p(r("Review of Child Q", LARGER)) + p(PROSE)
    body += p(r("Introduction", LARGE + BOLD)) + p(PROSE)
    body += bold("Why this review") + p(PROSE) + p("WHAT HAPPENED NEXT") + p(PROSE)
    body += bold("Author: the reviewer") + p(PROSE) + bold("This whole sentence is bold.") + p(PROSE)
    body += bold("Ask twice") + bold("Write it down") + bold("Tell somebody") + p(PROSE)
    assert headings(read(body)) == [
        ("Review of Child Q", 1),
        ("Introduction", 2),
        ("Why this review", 4),
        ("WHAT HAPPENED NEXT", 3),
    ]


def test_bold_lines_that_word_numbers_are_headings_with_their_numbers():
    numbered = LEGAL.replace('<w:pStyle w:val="H1"/>', "").replace('<w:pStyle w:val="H2"/>', "")
    body = "".join(
        p(r(title, BOLD), properties=listed(1, level)) + p(PROSE)
        for title, level in (("Scope", 0), ("Terms", 1), ("Events", 0))
    )
    assert headings(read(body, numbering=numbered)) == [("1. Scope", 1), ("1.1 Terms", 2), ("2. Events", 1)]


def test_plain_numbered_lines_over_running_text_are_headings_and_a_list_is_a_list():
    body = "".join(p(f"{n}. {title}") + p(PROSE) for n, title in enumerate(("Scope", "Events", "Findings"), 1))
    body += "".join(p(f"{n}. {point}") for n, point in enumerate(("Ask twice", "Write it down", "Tell"), 1))
    document = read(body)
    assert headings(document) == [("1. Scope", 1), ("2. Events", 1), ("3. Findings", 1)]
    assert [block.marker for block in document.blocks if isinstance(block, ListItem)] == ["1.", "2.", "3."]


def test_bold_lines_below_headings_by_style_are_one_level_deeper():
    styles = style("H1", "heading 1")
    chapters = ("Scope", "Events", "Findings")
    body = "".join(p(c, properties=styled("H1")) + p(PROSE) + bold(f"More on {c}") + p(PROSE) for c in chapters)
    assert [level for _, level in headings(read(body, styles=styles))] == [1, 2] * 3


def test_a_list_restarts_only_where_it_says_and_prints_its_words():
    body = p("a", properties=listed(2)) + p("b", properties=listed(2, 1)) + p("c", properties=listed(2))
    body += p("d", properties=listed(2, 1))
    document = read(body, numbering=LEGAL)
    assert [block.marker for block in document.blocks] == ["Recommendation 1:", "I.", "Recommendation 2:", "II."]


def test_a_number_beyond_reason_is_no_danger():
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    (block,) = read(p("x", properties=listed(1)), numbering=numbering).blocks
    assert len(block.marker) < 20


def test_text_boxes_boxes_of_one_cell_and_panels_are_boxed():
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(p("In a text box"))
    body = p(r("Before"), drawing) + tbl(tr(tc(p("In a cell"), p("and more"))))
    body += p("Bordered", properties=BOX) + p("still", properties=BOX) + p("Tinted", properties=TINT) + p("After")
    assert boxed(read(body)) == [
        ("Before", None),
        ("In a text box", 1),
        ("In a cell", 2),
        ("and more", 2),
        ("Bordered", 3),
        ("still", 3),
        ("Tinted", 4),
        ("After", None),
    ]


def test_a_coloured_bar_behind_a_heading_is_no_box():
    styles = style("H1", "heading 1", f"<w:pPr>{TINT}</w:pPr>")
    body = p("Findings", properties=styled("H1")) + p(PROSE) + p("Learning", properties=TINT)
    assert boxed(read(body, styles=styles)) == [("Findings", None), (PROSE, None), ("Learning", 1)]


def test_a_box_with_an_icon_beside_it_is_a_box_and_a_table_is_a_table():
    icon = tc(p("<w:r><w:drawing/></w:r>"))
    document = read(tbl(tr(icon, tc(p("Learning point")))) + p("x") + tbl(tr(tc(p("a")), tc(p("b")))))
    assert [block[0] for block in outline(document)] == ["paragraph", "paragraph", "table"]
    assert document.blocks[0].boxed == 1


def test_notes_are_kept_apart_with_the_sign_that_word_prints():
    def cited(kind, ident):
        return f'<w:r><w:{kind}Reference w:id="{ident}"/></w:r>'

    body = p(r("The school"), cited("footnote", 3), r(" told"), cited("endnote", 2), r(" us.")) + p(
        r("Again"), '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>', r(".")
    )
    parts = [
        (
            "footnotes",
            "footnotes",
            note_file(
                "footnote",
                (1, p("never")),
                (4, p("Starred.")),
                (
                    3,
                    p("One."),
                ),
            ).replace("One.</w:t></w:r></w:p>", "One.</w:t></w:r></w:p>" + p("Two.")),
        ),
        ("endnotes", "endnotes", note_file("endnote", (2, p("Last.")))),
    ]
    document = read_here(with_parts(body, parts))
    check_places(document)
    assert [block.passage.text for block in document.blocks] == ["The school told us.", "Again."]
    assert [(note.marker, note.passage.text, note.page) for note in document.notes] == [
        ("1", "One.\nTwo.", None),
        ("*", "Starred.", None),
        ("i", "Last.", None),
    ]
    assert not document.furniture


def test_headers_and_footers_are_furniture_once():
    part = f"<w:hdr {NAMES}>{p('Brackwater Partnership')}{p(field(' PAGE ', r('3')))}</w:hdr>"
    document = read_here(with_parts(p(PROSE), [("header", "header1", part), ("header", "header2", part)]))
    check_places(document)
    assert [document.text[span.start : span.end] for span in document.furniture] == ["Brackwater Partnership\n3"]


def test_a_damaged_part_beside_the_text_costs_only_itself():
    document = read_here(with_parts(p(PROSE), [("header", "header1", "<w:hdr"), ("footnotes", "footnotes", "")]))
    assert (len(document.blocks), [problem.code for problem in document.problems]) == (1, ["part-damaged"])


@pytest.mark.parametrize(
    "contents",
    [
        p(field(' TOC \\o "1-2" ', r("1. Scope 3"))).replace(
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', "</w:p>"
        )
        + p("2. Events 5")
        + p(r("3. Findings 9"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        p("1. Scope ........ 3") + p("2. Events ........ 5") + p("3. Findings\t9"),
        p("1. Scope") + p("2. Events") + p("3. Findings"),
        tbl(tr(tc(p("Scope")), tc(p("3"))), tr(tc(p("Events")), tc(p("5"))), tr(tc(p("Findings")), tc(p("9")))),
    ],
)
def test_lists_of_contents_are_furniture_however_they_were_made(contents):
    chapters = "".join(
        p(r(f"{n}. {c}", BOLD + LARGE)) + p(PROSE) for n, c in enumerate(("Scope", "Events", "Findings"), 1)
    )
    document = read(p(r("Review of Child Q", LARGER)) + p("Contents") + contents + chapters)
    assert headings(document) == [
        ("Review of Child Q", 1),
        ("1. Scope", 2),
        ("2. Events", 2),
        ("3. Findings", 2),
    ]
    assert len(document.blocks) == 7


def test_a_field_whose_end_is_missing_swallows_nothing():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    assert [block.passage.text for block in read(p(r("One"), begun) + p("Two") + p("Three")).blocks] == [
        "One",
        "Two",
        "Three",
    ]


def test_a_paragraph_that_lost_its_end_before_a_table_stays_before_it():
    document = read(p("Kept", properties="<w:rPr><w:del/></w:rPr>") + tbl(tr(tc(p("a")), tc(p("b")))))
    assert outline(document)[0] == ("paragraph", "Kept")


def test_a_large_first_letter_belongs_to_its_word():
    document = read(p("T", properties='<w:framePr w:dropCap="drop"/>') + p("he school told us."))
    assert [block.passage.text for block in document.blocks] == ["The school told us."]


def test_formatting_changes_do_not_count_and_inserted_rows_do():
    old = '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    table = tbl(tr(tc(p("a")), tc(p("b"))), tr(tc(p("c")), tc(p("d")), properties="<w:ins/>"))
    first, second = read(p(r("x", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"), properties=old) + table).blocks
    assert isinstance(first, Paragraph)
    assert not first.passage.marks
    assert len(second.rows) == 2


def test_a_word_file_has_no_pages():
    document = read(p(r("One"), "<w:r><w:lastRenderedPageBreak/></w:r>", r(" more")))
    assert (document.pages, document.text) == ((), "One more\n")


@pytest.mark.parametrize("kind", ["template", "document.macroEnabled", "template.macroEnabledTemplate"])
def test_templates_and_files_with_macros_are_read(kind):
    types = f'<Types><Override ContentType="application/vnd.ms-word.{kind}.main+xml"/></Types>'
    assert read(p("x"), extra={"[Content_Types].xml ": types, "word/vbaProject.bin": "macro"}).text == "x\n"


def test_what_other_programs_write_is_refused_with_what_to_do():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        container.writestr("content.xml", "<x/>")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
    for data, words in ((file.getvalue(), "OpenDocument"), (b"{\\rtf1 x}", "RTF"), (old, ".doc")):
        with pytest.raises(LessonbookError) as caught:
            read_here(data)
        assert caught.value.code == "file-not-a-document"
        assert words in caught.value.message

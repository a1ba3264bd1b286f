"""Word files: what Word shows once changes are accepted is what the reader finds."""

import io
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from docx.oxml import OxmlElement

from helpers.outlines import cells, check_places, marks, outline
from helpers.word_files import field, p, r, tbl, tc, tr, word_file
from lessonbook.domain import LessonbookError
from lessonbook.reading import read_here

LISTS = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def style(name, inner="", kind="paragraph", based_on="", ident=""):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    ident = ident or name.replace(" ", "")
    return f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def styled(name):
    return f'<w:pStyle w:val="{name}"/>'


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def read(body, **more):
    document = read_here(word_file(body, **more))
    assert document.format == "docx"
    check_places(document)
    return document


def passage(body, **more):
    (found,) = read(body, **more).passages()
    return found


def test_headings_by_name_by_outline_and_by_the_style_they_rest_on():
    styles = (
        style("heading 2", ident="berschrift2")
        + style("House title", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', ident="H")
        + style("Ours", based_on="H")
        + style("Title")
    )
    body = (
        p("Digest", properties=styled("Title"))
        + p("Two", properties=styled("berschrift2"))
        + p("One", properties=styled("Ours"))
        + p("Three", properties='<w:outlineLvl w:val="2"/>')
        + p("Body", properties=styled("Ours") + '<w:outlineLvl w:val="9"/>')
    )
    assert outline(read(body, styles=styles)) == [
        ("heading", "Digest", 1),
        ("heading", "Two", 2),
        ("heading", "One", 1),
        ("heading", "Three", 3),
        ("paragraph", "Body"),
    ]


def test_lists_print_the_markers_that_word_prints():
    body = (
        p("a", properties=listed(1))
        + p("b", properties=listed(1, 1))
        + p("c", properties=listed(1, 1))
        + p("d", properties=listed(1))
        + p("e", properties=listed(1, 1))
        + p("f", properties=listed(2))
        + p("g", properties=listed(3))
        + p("h", properties=listed(3))
    )
    assert outline(read(body, numbering=LISTS)) == [
        ("item", "a", 0, "1."),
        ("item", "b", 1, "1.i)"),
        ("item", "c", 1, "1.ii)"),
        ("item", "d", 0, "2."),
        ("item", "e", 1, "2.i)"),
        ("item", "f", 0, "•"),
        ("item", "g", 0, "5."),
        ("item", "h", 0, "6."),
    ]


def test_what_a_list_without_number_holds_is_a_paragraph():
    body = p("no list", properties=listed(0)) + p("unmarked", properties=listed(2, 1)) + p("lost", properties=listed(9))
    assert [kind for kind, _ in outline(read(body, numbering=LISTS))] == ["paragraph"] * 3


def test_a_list_style_makes_items_also_without_numbering():
    styles = style("List Bullet 2") + style("Points", f"<w:pPr>{listed(2)}</w:pPr>")
    body = p("two", properties=styled("ListBullet2")) + p("point", properties=styled("Points"))
    assert outline(read(body, styles=styles, numbering=LISTS)) == [("item", "two", 1, "•"), ("item", "point", 0, "•")]


def test_bullets_that_were_typed_are_items():
    body = p("• ask twice") + p("\uf0b7 write it down") + p(r("a) tell") + "<w:r><w:br/></w:r>" + r("b) go on"))
    assert outline(read(body)) == [
        ("item", "ask twice", 0, "•"),
        ("item", "write it down", 0, "•"),
        ("item", "tell", 0, "a)"),
        ("item", "go on", 0, "b)"),
    ]


def test_tracked_changes_are_read_as_accepted():
    body = p(
        r("The board "),
        "<w:ins>" + r("should ") + "</w:ins>",
        "<w:del><w:r><w:delText>may </w:delText></w:r></w:del>",
        "<w:moveFrom>" + r("gone ") + "</w:moveFrom><w:moveTo>" + r("moved ") + "</w:moveTo>",
        r("act."),
    )
    assert passage(body).text == "The board should moved act."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = p("Ask ", properties="<w:rPr><w:del/></w:rPr>") + p("twice.", properties=listed(2))
    assert outline(read(body, numbering=LISTS)) == [("item", "Ask twice.", 0, "•")]


def test_deleted_rows_are_gone():
    table = tbl(tr(tc(p("a")), tc(p("b"))), tr(tc(p("x")), tc(p("y")), properties="<w:del/>"))
    assert cells(read(table).blocks[0]) == [[[("paragraph", "a")], [("paragraph", "b")]]]


def test_deleted_cells_are_gone():
    table = tbl(tr(tc(p("a")), tc(p("x"), properties="<w:cellDel/>"), tc(p("b"))))
    assert cells(read(table).blocks[0]) == [[[("paragraph", "a")], [("paragraph", "b")]]]


def test_prompts_that_nobody_filled_in_are_not_read():
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = prompt.format(p("Click here.")) + p(r("Area: "), prompt.format(r("Choose one.")), r("Brackwater"))
    assert outline(read(body)) == [("paragraph", "Area: Brackwater")]


def test_comments_notes_and_hidden_words_are_not_read():
    body = p(
        '<w:commentRangeStart w:id="1"/>',
        r("Seen"),
        '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>',
        r(" secret", "<w:vanish/>"),
    )
    assert passage(body).text == "Seen"


def test_links_by_relationship_and_by_field_have_their_targets():
    body = p(
        '<w:hyperlink r:id="L1" w:anchor="p2">' + r("Read full overview") + "</w:hyperlink>",
        r(" or "),
        field(' HYPERLINK "https://example.org/b" \\l "c" ', r("the "), r("brief", "<w:b/>")),
        r(" or "),
        '<w:fldSimple w:instr="HYPERLINK &quot;https://example.org/d&quot;">' + r("more") + "</w:fldSimple>",
        r(" on page "),
        field(" PAGE ", r("4")),
        '<w:hyperlink w:anchor="inside">' + r(" here") + "</w:hyperlink>",
    )
    found = passage(body, links={"L1": "https://example.org/a"})
    assert found.text == "Read full overview or the brief or more on page 4 here"
    assert marks(found) == [
        ("link", "Read full overview", "https://example.org/a#p2"),
        ("link", "the brief", "https://example.org/b#c"),
        ("bold", "brief"),
        ("link", "more", "https://example.org/d"),
    ]


def test_a_link_field_that_goes_on_over_paragraphs_links_both():
    begin = field(' HYPERLINK "https://example.org/a" ', r("one")).removesuffix(
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(begin) + p(r("two"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" three"))
    first, second = read(body).passages()
    assert marks(first) == [("link", "one", "https://example.org/a")]
    assert marks(second) == [("link", "two", "https://example.org/a")]


def test_emphasis_comes_from_runs_and_styles_and_two_styles_cancel():
    styles = (
        style("Loud", "<w:rPr><w:b/></w:rPr>")
        + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
        + style("Leaning", "<w:rPr><w:i/></w:rPr>", kind="character", based_on="Strong")
    )
    body = p(
        r("a "),
        r("b ", '<w:b w:val="0"/>'),
        r("c ", '<w:rStyle w:val="Strong"/>'),
        r("d", '<w:u w:val="single"/>'),
        properties=styled("Loud"),
    ) + p(r("e", '<w:rStyle w:val="Leaning"/>'), r("f", '<w:u w:val="none"/>'))
    loud, plain = read(body, styles=styles).passages()
    assert marks(loud) == [("bold", "a"), ("bold", "d"), ("underline", "d")]
    assert set(marks(plain)) == {("bold", "e"), ("italic", "e")}


def test_signs_inside_words_and_breaks():
    body = p(
        r("non"),
        "<w:r><w:noBreakHyphen/></w:r>",
        r("mobile safe"),
        "<w:r><w:softHyphen/></w:r>",
        r("guard\u00ading"),
        "<w:r><w:tab/></w:r>",
        r("x"),
        "<w:r><w:br/></w:r>",
        r("y "),
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    )
    assert passage(body).text == "non-mobile safeguarding x\ny ✓"


def test_text_boxes_are_read_once_and_after_their_paragraph():
    box = "<w:txbxContent>" + p("boxed") + tbl(tr(tc(p("in a table")), tc(p("beside")))) + "</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert outline(read(p(r("before "), drawing, r("after")) + p("next"))) == [
        ("paragraph", "before after"),
        ("paragraph", "boxed"),
        ("table", [[[("paragraph", "in a table")], [("paragraph", "beside")]]]),
        ("paragraph", "next"),
    ]


def test_tables_keep_spans_headers_and_several_blocks_a_cell():
    span, start, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc(p("CASE")), tc(p("KEY")), tc(p("LEARNING")), properties="<w:tblHeader/>"),
        tr(tc(p("wide"), properties=span), tc(p("x"), p("y", properties=listed(2)))),
        tr(tc(p("tall"), properties=start), tc(), tc(p("b"))),
        tr(tc(properties=more), tc(p("c"))),
        tr(tc(p("late")), properties='<w:gridBefore w:val="2"/>'),
    )
    (found,) = read(table, numbering=LISTS).blocks
    assert [row.header for row in found.rows] == [True, False, False, False, False]
    assert [[(c.column, c.columns, c.rows) for c in row.cells] for row in found.rows] == [
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        [(0, 2, 1), (2, 1, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1)],
        [(2, 1, 1)],
    ]
    assert cells(found)[1][1] == [("paragraph", "x"), ("item", "y", 0, "•")]


def test_a_table_in_a_cell_is_read_in_that_cell():
    inner = tbl(tr(tc(p("i")), tc(p("j"))), tr(tc(p("k")), tc(p("l"))))
    (found,) = read(tbl(tr(tc(p("a"), inner, p("z")), tc(p("b"))))).blocks
    assert [text for _, text in cells(found)[0][0]] == ["a", "i", "j", "k", "l", "z"]


def test_a_frame_of_one_cell_is_no_table_and_gives_its_table_free():
    frame = tbl(tr(tc(p("Key message"), tbl(tr(tc(p("a")), tc(p("b")))))))
    assert [block[0] for block in outline(read(frame))] == ["paragraph", "table"]


def test_contents_are_furniture():
    control = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"{control}<w:sdtContent>{p('Contents')}{p('One 3')}</w:sdtContent></w:sdt>" + p(
        "Two 4", properties=styled("TOC1")
    )
    document = read(
        body + "<w:sdt><w:sdtContent>" + p("Kept") + "</w:sdtContent></w:sdt>", styles=style("toc 1", ident="TOC1")
    )
    assert outline(document) == [("paragraph", "Kept")]
    assert document.text == "Contents\nOne 3\nTwo 4\nKept\n"


def test_title_and_language():
    document = read(
        p("x"),
        core="<dc:title> Our digest </dc:title>",
        styles='<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="cy-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
    )
    assert (document.title, document.language, document.reader) == ("Our digest", "cy-GB", "docx/2")


def test_a_file_taken_in_is_reported():
    document = read(p("x") + '<w:altChunk r:id="q"/>')
    assert [problem.code for problem in document.problems] == ["part-not-read"]


def test_the_strict_variant_of_the_format_is_read():
    body = word_file(p("strict"))
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    file = io.BytesIO()
    with ZipFile(io.BytesIO(body)) as old, ZipFile(file, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual, strict))
    assert read_here(file.getvalue()).text == "strict\n"


def test_a_file_that_python_docx_writes():
    written = docx.Document()
    written.add_heading("Digest", 0)
    written.add_paragraph("one", style="List Bullet")
    written.add_paragraph("two", style="List Bullet 2")
    written.add_paragraph("three", style="List Number")
    table = written.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    file = io.BytesIO()
    written.save(file)
    document = read_here(file.getvalue())
    check_places(document)
    assert outline(document)[:4] == [
        ("heading", "Digest", 1),
        ("item", "one", 0, "•"),
        ("item", "two", 1, "•"),
        ("item", "three", 0, "1."),
    ]
    assert document.blocks[4].rows[0].header


@pytest.mark.parametrize(
    ("body", "extra", "code"),
    [(p(), {}, "file-no-text"), (p(), {"word/media/image1.png": "x"}, "file-is-a-scan")],
)
def test_a_file_without_text_is_refused(body, extra, code):
    with pytest.raises(LessonbookError) as caught:
        read(body, extra=extra)
    assert caught.value.code == code

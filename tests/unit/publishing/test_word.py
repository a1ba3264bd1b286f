"""The Word file: what a word processor and a screen reader find in it."""

import io
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import RGBColor

from helpers.hostile_texts import BEYOND_FONTS, LONG, MARKUP, SCRIPTS
from helpers.invented_cases import Source, review, reviews, settings
from lessonbook.domain import Harm, LessonbookError, Link, Relevance
from lessonbook.publishing import compose, render


def file_of(*chosen, template=None):
    return docx.Document(io.BytesIO(render(compose(chosen, settings()), "docx", word_template=template)))


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def branded() -> bytes:
    """A partnership's file: its own headings, margins, header and a line of text."""
    document = docx.Document()
    document.styles["Heading 2"].font.color.rgb = RGBColor(0x80, 0, 0x80)
    document.sections[0].header.paragraphs[0].text = "Partnership of Anyplace"
    document.add_paragraph("Delete this and write.")
    return saved(document)


def minimal() -> bytes:
    """A Word file with hardly a style and no numbering, as other programs write it."""
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/>'
            "</w:body></w:document>"
        ),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return target.getvalue()


def as_dotx(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(target, "w") as copy:
        for item in package.infolist():
            copy.writestr(
                item, package.read(item).replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
            )
    return target.getvalue()


def test_title_language_and_dates_are_properties():
    document = file_of(*reviews(3))
    properties = document.core_properties
    assert properties.title == "Lessons Learned Research Digest, Issue 5 – December 2021"
    assert (properties.language, properties.author) == ("en-GB", "Darlington Safeguarding Partnership")
    assert properties.created.isoformat()[:10] == properties.modified.isoformat()[:10] == "2021-12-03"
    languages = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert languages == ["en-GB"]


def test_headings_are_heading_styles_of_outline_levels():
    document = file_of(*reviews(30))
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert found[0] == ("Heading 1", "Lessons Learned Research Digest")
    assert ("Heading 2", "National learning – children") in found
    assert ("Heading 3", "Neglect") in found
    assert [text for _, text in found[-2:]] == ["About this issue", "Sources"]
    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        assert style.element.xpath("w:pPr/w:outlineLvl/@w:val") == [str(level - 1)]


def test_pages_are_a4_landscape_and_numbered():
    section = file_of().sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    fields = section.footer._element.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_table_repeats_its_header_and_lets_rows_break():
    document = file_of(*reviews(20))
    assert document.tables
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert [cell.text for cell in table.rows[0].cells] == ["CASE", "KEY ISSUES", "LEARNING AND RECOMMENDATIONS"]
        assert rows[0].xpath("w:trPr/w:tblHeader")
        assert not any(row.xpath("w:trPr/w:cantSplit") for row in rows[1:])
        assert table._tbl.xpath("w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")


def test_statements_are_list_items():
    table = file_of(review()).tables[0]
    items = [
        (p.text, p.style.name) for cell in table.rows[1].cells for p in cell.paragraphs if p.style.name == "List Bullet"
    ]
    assert [text for text, _ in items] == ["A key issue that is a sentence.", "a thing learnt", "Do a thing."]


def test_bullets_are_numbered_by_word():
    document = file_of(review())
    number = document.styles["List Bullet"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    assert document.part.numbering_part.element.xpath(f"w:num[@w:numId='{number[0]}']")


def test_relevant_cases_are_marked_in_words_and_italics():
    relevant = review(relevance=Relevance(relevant=True, reason="a like plan"))
    paragraphs = file_of(relevant).tables[0].rows[1].cells[0].paragraphs
    assert [run.italic for run in paragraphs[0].runs] == [True]
    assert paragraphs[1].text == "Relevant to Darlington: a like plan"
    assert [run.italic for run in file_of(review()).tables[0].rows[1].cells[0].paragraphs[0].runs] == [None]


def test_links_are_links():
    document = file_of(review(links=(Link("Read it", "https://example.org/a?b=1&c=2"), Link("Read this"))))
    targets = [r.target_ref for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.HYPERLINK]
    assert targets == ["https://example.org/a?b=1&c=2"]
    cell = document.tables[0].rows[1].cells[1]
    assert [link.text for p in cell.paragraphs for link in p.hyperlinks] == ["Read it"]
    assert "Read this" in cell.text


def test_every_jump_has_its_bookmark():
    body = file_of(*reviews(20)).element.body
    names = body.xpath(".//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= set(names)


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS, *BEYOND_FONTS, LONG])
def test_a_text_stays_the_text_it_is(text):
    source = Source()
    cells = file_of(review(statements=(source.statement("learning", text),), harm=Harm(text))).tables[0].rows[1].cells
    assert cells[0].paragraphs[-1].text == text
    assert cells[2].paragraphs[-1].text == text


def test_a_template_gives_its_look_and_loses_its_text():
    document = file_of(*reviews(3), template=branded())
    assert document.sections[0].header.paragraphs[0].text == "Partnership of Anyplace"
    assert document.styles["Heading 2"].font.color.rgb == RGBColor(0x80, 0, 0x80)
    assert "Delete this" not in "".join(p.text for p in document.paragraphs)
    assert document.sections[0].page_width > document.sections[0].page_height
    assert "Digest Case" in [style.name for style in document.styles]


def test_a_template_without_styles_is_given_them():
    document = file_of(*reviews(3), template=minimal())
    names = {style.name: style.type for style in document.styles}
    assert names["List Bullet"] == WD_STYLE_TYPE.PARAGRAPH
    assert names["Digest Table"] == WD_STYLE_TYPE.TABLE
    assert document.tables[0].rows[1].cells[2].paragraphs[-1].style.name == "List Bullet"
    assert document.part.numbering_part.element.xpath("w:num")


def test_a_dotx_is_a_template_too():
    assert file_of(template=as_dotx(branded())).sections[0].header.paragraphs[0].text == "Partnership of Anyplace"


def test_our_own_digest_is_a_template():
    first = render(compose(reviews(3), settings()), "docx")
    again = file_of(*reviews(3), template=first)
    assert [style.name for style in again.styles].count("Digest Case") == 1
    assert [p.text for p in again.paragraphs if p.style.name == "Heading 1"] == ["Lessons Learned Research Digest"]


@pytest.mark.parametrize("data", [b"", b"no Word file", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_a_template_that_is_no_word_file_is_refused_in_a_sentence(data):
    with pytest.raises(LessonbookError, match="not a Word file") as caught:
        file_of(template=data)
    assert caught.value.code == "template-not-word"


def test_a_workbook_is_refused_as_template():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(LessonbookError):
        file_of(template=target.getvalue())


def test_tables_of_a_part_do_not_run_together():
    body = file_of(*reviews(30)).element.body
    for table in body.findall(qn("w:tbl")):
        assert table.getnext().tag == qn("w:p")

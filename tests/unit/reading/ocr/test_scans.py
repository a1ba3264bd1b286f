"""Scans of invented pages read whole: wording, structure, confidence, and what is left to a person."""

import io
import random

import pypdf
import pytest
import typst
from benchmarks.scans import Look, picture, scan
from PIL import Image
from rapidfuzz.distance import Levenshtein

from lessonbook.domain import Heading, LessonbookError, ListItem, Table, evidence_of
from lessonbook.reading import Limits, Readers, read_here

LOOK = Look("200 dpi, skewed, noisy", 200, skew=-1.5, blur=0.5, noise=8)
WORDING = (
    "The health visitor saw the baby on three occasions; nobody asked about the father.",
    "It isn’t known why £350 (or 58%) was owed by 31/03/2016.",
    "Midwives should make sure that every child under 2 years who is not brought is followed up.",
)
SOURCE = f"""
#set text(font: "Libertinus Serif", size: 11pt)
#set page(paper: "a5", margin: 2cm)
= 3. Background and context
{WORDING[0]}

{WORDING[1]}
== Recommendations
+ {WORDING[2]}
+ Police should write down why a decision was made, and by whom it was agreed.
#table(columns: 2, inset: 8pt, [*Action*], [*Lead*], [Review the policy], [Board manager])
"""


@pytest.fixture(scope="module")
def page() -> bytes:
    return bytes(typst.compile(SOURCE.encode()))


@pytest.fixture(scope="module")
def scanned(page) -> bytes:
    return scan([page], LOOK)


@pytest.fixture(scope="module")
def document(scanned):
    return read_here(scanned)


def plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def turned(page: bytes, degrees: int) -> bytes:
    out = io.BytesIO()
    picture(page, LOOK, turn=degrees).save(out, "PDF", resolution=LOOK.dpi)
    return out.getvalue()


def blank() -> bytes:
    out = io.BytesIO()
    Image.new("L", (1165, 1653), 245).save(out, "PDF", resolution=200)
    return out.getvalue()


def together(*files: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    for file in files:
        writer.append(io.BytesIO(file))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_wording_is_read(document):
    for sentence in WORDING:
        best = min(Levenshtein.distance(plain(sentence), plain(passage.text)) for passage in document.passages())
        assert best <= 1, sentence


def test_a_scan_has_the_structure_of_its_page(document):
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [heading.passage.text for heading in headings] == ["3. Background and context", "Recommendations"]
    assert headings[0].level < headings[1].level
    assert [block.marker for block in document.blocks if isinstance(block, ListItem)] == ["1.", "2."]
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    cells = [[cell.blocks[0].passage.text for cell in row.cells] for row in table.rows]
    assert cells == [["Action", "Lead"], ["Review the policy", "Board manager"]]


def test_every_line_has_its_confidence_and_evidence_says_so(document):
    assert all(0.5 < line.confidence <= 1 for line in document.ocr)
    covered = {at for line in document.ocr for at in range(line.start, line.end)}
    assert all(at in covered or sign.isspace() for at, sign in enumerate(document.text))
    assert all(before.end <= line.start for before, line in zip(document.ocr, document.ocr[1:], strict=False))
    item = next(block for block in document.blocks if isinstance(block, ListItem))
    assert all(piece.ocr_confidence and piece.ocr_confidence > 0.9 for piece in evidence_of(item.passage, document))


def test_the_same_bytes_give_the_same_text(scanned, document):
    assert read_here(scanned) == document


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_or_head(page, degrees):
    document = read_here(turned(page, degrees))
    assert plain(document.blocks[0].passage.text) == "3. Background and context"


def test_a_picture_without_wording_is_no_text():
    with pytest.raises(LessonbookError) as raised:
        read_here(blank())
    assert raised.value.code == "file-no-text"


def test_noise_is_not_taken_for_wording(page):
    rng = random.Random(4)
    photo = Image.frombytes("L", (600, 800), rng.randbytes(480_000))
    out = io.BytesIO()
    photo.save(out, "PDF", resolution=100)
    document = read_here(together(page, out.getvalue()))
    assert document.pages[1].start == document.pages[1].end


def test_only_pages_without_text_are_read(page, scanned):
    document = read_here(together(page, scanned, blank()))
    second = document.pages[1]
    assert document.ocr
    assert all(second.start <= line.start < line.end <= second.end for line in document.ocr)
    assert not document.problems


def test_a_stamp_is_not_the_text_of_a_page(scanned):
    stamp = pypdf.PdfReader(io.BytesIO(bytes(typst.compile(
        b'#set page(paper: "a5", margin: 4pt, fill: none)\n#text(6pt)[Scanned 12/03/2015 page 1 of 9]'
    )))).pages[0]  # fmt: skip
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(scanned))
    writer.pages[0].merge_page(stamp)
    out = io.BytesIO()
    writer.write(out)
    assert any("health visitor" in passage.text for passage in read_here(out.getvalue()).passages())


def test_with_ocr_off_a_scan_is_refused_and_a_page_is_a_problem(page, scanned):
    off = Limits(ocr=False)
    with pytest.raises(LessonbookError) as raised:
        read_here(scanned, off)
    assert raised.value.code == "file-is-a-scan"
    document = read_here(together(page, scanned), off)
    assert [(problem.code, problem.page) for problem in document.problems] == [("page-is-a-scan", 2)]


def test_pages_beyond_the_limit_are_left_to_a_person(scanned):
    document = read_here(together(scanned, scanned), Limits(ocr_pages=1))
    assert [(problem.code, problem.page) for problem in document.problems] == [("page-is-a-scan", 2)]
    assert document.pages[0].end > 200


def test_a_page_that_can_hardly_be_read_is_a_problem(page):
    look = Look("60 dpi, blurred", 60, blur=1.6, noise=25)
    try:
        codes = [problem.code for problem in read_here(together(page, scan([page], look))).problems]
    except LessonbookError as error:
        codes = [error.code]
    assert codes == ["page-poorly-read"]


def test_a_scan_is_read_within_the_limits_of_a_reading_process(scanned, document):
    with Readers(1, Limits()) as readers:
        assert readers.read(scanned) == document

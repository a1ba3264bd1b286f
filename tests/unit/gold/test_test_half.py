"""The half that extraction is measured by: documents, records and contents belong together."""

import io
import json
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest
from gold import make
from gold.record import record
from gold.setting import composed
from gold.test import scanning
from gold.test.layouts import PLAN

HALF = Path(make.HERE) / "test"
NAMES = sorted(PLAN)
MIXED = [name for name in NAMES if PLAN[name].scan and PLAN[name].scan.func is scanning.mixed]
SCANS = [name for name in NAMES if PLAN[name].scan and name not in MIXED]
IDS_OF_KINDS = {"learning", "recommendation", "consideration", "action", "good-practice"}


def _file(name):
    return HALF / f"{name}.{PLAN[name].suffix}"


def _gold(name):
    return json.loads((HALF / "gold" / f"{_file(name).name}.jsonl").read_text(encoding="utf-8"))


def _bare(text):
    return "".join(char for char in text if char.isalnum()).casefold()


def _pages(name):
    data = _file(name).read_bytes()
    if PLAN[name].suffix == "pdf":
        file = pdfium.PdfDocument(data)
        try:
            return [page.get_textpage().get_text_range() for page in file]
        finally:
            file.close()
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(node.text or "" for node in body.iter() if node.tag.endswith("}t"))]


def test_every_content_has_a_layout_and_every_layout_a_content():
    assert {path.stem for path in (HALF / "contents").glob("*.txt")} == set(PLAN)
    assert len(PLAN) >= 24


@pytest.mark.parametrize("name", NAMES)
def test_the_record_is_what_the_content_says(name):
    report = make.report("test", name)
    made = record(report, composed(report, PLAN[name].style), None)
    kept = _gold(name)
    for one in (*made["statements"], *kept["statements"]):
        assert one["kind"] in IDS_OF_KINDS
        one.pop("pages")
    assert kept == made


@pytest.mark.parametrize("name", [name for name in NAMES if name not in (*SCANS, *MIXED)])
def test_every_statement_stands_in_the_document(name):
    pages = _pages(name)
    words = _bare("".join(pages))
    for one in _gold(name)["statements"]:
        lead = one["text"].removesuffix(" ".join(one["parts"])).strip() if one["parts"] else one["text"]
        start = _bare(lead)[:24]  # a page or a column may cut the rest
        assert start in words
        for place in one["pages"]:
            for number in place:
                assert 1 <= number <= len(pages)


@pytest.mark.parametrize("name", SCANS)
def test_scans_are_pictures_and_small(name):
    assert not "".join(_pages(name)).strip()
    assert 10 <= len(_pages(name)) <= 14
    assert _file(name).stat().st_size < 700_000


@pytest.mark.parametrize("name", MIXED)
def test_mixed_files_have_pages_of_both_sorts(name):
    text = [bool(page.strip()) for page in _pages(name)]
    assert set(text) == {True, False}
    assert _file(name).stat().st_size < 700_000


def test_four_reports_are_of_thirty_pages_or_more():
    assert sum(len(_pages(name)) >= 30 for name in NAMES if PLAN[name].suffix == "pdf") >= 4


@pytest.mark.parametrize("name", [name for name in NAMES if PLAN[name].suffix == "pdf"])
def test_reports_are_as_long_as_reports_are(name):
    assert 10 <= len(_pages(name)) <= 60


def test_no_paragraph_stands_twice_in_a_report():
    for name in NAMES:
        prose = [node.text for node in make.report("test", name).body if type(node).__name__ == "Prose"]
        assert sorted(set(prose)) == sorted(prose), name

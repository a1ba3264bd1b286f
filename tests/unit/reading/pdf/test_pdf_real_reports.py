"""Two published reports, where they are at hand: structure and counts only."""

from pathlib import Path

import pytest

from helpers.outlines import check_places
from helpers.pdf_files import read_pdf
from lessonbook.domain import Document, Heading, Table

REPORTS = Path(__file__).resolve().parents[5] / "shared" / "data" / "reports"


def report(name: str) -> Document:
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return read_pdf(path.read_bytes())


def test_a_report_printed_from_a_web_page():
    document = report("rapid-review-mental-health-inpatient-data.pdf")
    check_places(document)
    assert len(document.pages) == 84
    furniture = [document.text[span.start : span.end] for span in document.furniture]
    numbers = [words.rsplit(maxsplit=1)[-1] for words in furniture if words.startswith("https://www.gov.uk/")]
    assert numbers == [f"{number}/84" for number in range(1, 85)]
    headings = [block.passage.text for block in document.blocks if isinstance(block, Heading)]
    assert len({words for words in headings if words.startswith("Recommendation ")}) == 13
    assert sum(len(passage.links()) for passage in document.passages()) > 50


def test_a_briefing_with_tables_side_by_side():
    document = report("infected-blood-inquiry-recommendations-briefing.pdf")
    check_places(document)
    assert len(document.pages) == 44
    table = max((b for b in document.blocks if isinstance(b, Table)), key=lambda table: len(table.rows))
    assert max(len(row.cells) for row in table.rows) == 5
    assert {block.level for block in document.blocks if isinstance(block, Heading)} >= {1, 2, 3}

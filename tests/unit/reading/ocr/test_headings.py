"""Headings of scans that are told by bold type alone, at the size of the running text."""

import pytest
import typst
from benchmarks.scans import Look, scan

from lessonbook.domain import Heading
from lessonbook.reading import read_here

TEXT = "The panel met four times in the year and heard from all who had known the family; their words are used here. "


@pytest.mark.parametrize("dpi", [150, 200])
@pytest.mark.parametrize("font", ["Liberation Serif", "Liberation Sans"])
def test_bold_lines_of_the_running_text_s_size_are_headings_as_in_the_page_itself(font, dpi):
    parts = ["*5. ANALYSIS*", TEXT * 4, "*Voice of the child*", TEXT * 3, "*Recommendations*", TEXT * 3]
    source = f'#set page(paper: "a5", margin: 1.8cm)\n#set text(font: "{font}", size: 10.5pt)\n' + "\n\n".join(parts)
    page = bytes(typst.compile(source.encode()))
    look = Look("skewed", dpi, skew=0.8, blur=0.4, noise=8)
    read = [
        [block.passage.text for block in read_here(data).blocks if isinstance(block, Heading)]
        for data in (page, scan([page], look))
    ]
    assert read[0] == read[1] == ["5. ANALYSIS", "Voice of the child", "Recommendations"]


@pytest.mark.parametrize("dpi", [150, 200])
def test_an_underline_does_not_hold_the_letters_of_a_heading_together(dpi):
    parts = ["#underline(offset: 2pt)[*1. INTRODUCTION*]", TEXT * 3, "#underline(offset: 2pt)[*2. SUMMARY*]", TEXT * 3]
    source = '#set page(paper: "a5", margin: 1.8cm)\n#set text(font: "Liberation Serif", size: 11pt)\n'
    page = bytes(typst.compile((source + "\n\n".join(parts)).encode()))
    document = read_here(scan([page], Look("skewed", dpi, skew=1.2, blur=0.4, noise=8)))
    headings = [block.passage.text.replace(" ", "") for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["1.INTRODUCTION", "2.SUMMARY"]

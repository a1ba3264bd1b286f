"""Spaces told from the ink of a row: lost ones put in, false ones taken out, usual gaps left alone."""

import numpy as np
import pytest
import typst
from benchmarks.scans import Look, scan

from lessonbook.domain import Table
from lessonbook.reading import read_here
from lessonbook.reading.ocr.letters import ReadRow
from lessonbook.reading.ocr.rows import Row
from lessonbook.reading.ocr.shapes import Shapes
from lessonbook.reading.ocr.spaces import respaced

TALL = 20


def row(printed: str, text: str, letter_gap: int = 3, space: int = 10) -> ReadRow:
    """A row printed as the one and read as the other, each letter twelve pixels wide."""
    left, x = [], 0
    for sign in printed:
        if sign == " ":
            x += space - letter_gap
        else:
            left.append(x)
            x += 12 + letter_gap
    lefts = np.array(left)
    one = np.ones_like(lefts)
    letters = Shapes(lefts, 0 * one, lefts + 12, TALL * one, 80 * one, 20 * one)
    middles = iter(left)
    at = [0.0 if sign == " " else next(middles) + 9.0 for sign in text]
    return ReadRow(Row(0, 0, x, TALL, TALL, TALL, letters), text, at, [0.9] * len(text))


@pytest.mark.parametrize("space", [8, 10, 25])
def test_a_lost_space_is_put_where_the_gap_is(space):
    assert respaced(row("seen by the local team", "seen bythelocal team", space=space)).text == "seen by the local team"


def test_a_false_space_is_taken_out():
    assert respaced(row("an assessment was made", "an asses sment was made")).text == "an assessment was made"


def test_a_word_is_not_split_where_the_gaps_are_alike():
    assert respaced(row("safeguarding", "safeguarding")).text == "safeguarding"
    assert respaced(row("wide-set heading", "wide-set heading", 6, 14)).text == "wide-set heading"


def test_a_space_one_letter_off_is_not_doubled():
    assert respaced(row("held by the team then", "held b ythe team then")).text.count(" ") == 4


def test_every_letter_keeps_its_place_and_sureness():
    before = row("seen by the local team", "seenbythelocalteam")
    after = respaced(before)
    kept = [at for sign, at in zip(after.text, after.at, strict=True) if sign != " "]
    assert kept == before.at
    assert len(after.sure) == len(after.text)


def test_typewriting_is_read_as_words_and_not_as_a_table():
    text = "By the time the local team met in a room of the old clinic, it had been known to all of them for a year. "
    source = f'#set page(width: 15cm, height: 9cm)\n#set text(font: "DejaVu Sans Mono", size: 10pt)\n{text * 3}'
    document = read_here(scan([bytes(typst.compile(source.encode()))], Look("150 dpi", 150, skew=0.6, blur=0.3)))
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert " ".join(document.text.split()).count("the local team met in a room of the old clinic") == 3

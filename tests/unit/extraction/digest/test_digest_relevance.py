"""A mark of relevance is about the partnership that made it."""

import pytest

from lessonbook import extraction, reading
from lessonbook.domain import Relevance

CASE = """
## National learning - children

### Mar 2022 – Kent County Council – Child Teal

{mark}

Neglect of a 4-year-old boy in 2020.

Learning:

- ask what a day is like for the child
- write down what he says
"""


def relevance(front: str, mark: str) -> Relevance:
    found = extraction.extract(reading.read_here((front + CASE.format(mark=mark)).encode()))
    return found.entries[0].value("relevance")


@pytest.mark.parametrize(
    ("front", "mark", "area"),
    [
        ("# Learning digest\n", "Relevant to Leeds: our audit of visits", "Leeds"),
        (
            "# Learning digest\n\nOf the Brackenshire Safeguarding Partnership.\n",
            "★ Relevant to us",
            "Brackenshire Safeguarding Partnership",
        ),
        (
            "# Learning digest\n\nCases marked ★ may be relevant to work in Darlington.\n",
            "★ Relevant to us",
            "Darlington",
        ),
        ("# Learning digest\n\nThe Local Safeguarding Children Board is no more.\n", "★ Relevant to us", None),
        ("# Learning digest\n", "★ Relevant to us", None),
    ],
)
def test_whose_mark_it_is(front, mark, area):
    assert relevance(front, mark).relevant
    assert relevance(front, mark).area == area


IN_COLUMNS = """<h1>Learning digest</h1><h2>National learning - adults</h2>
<table><tr><th>Review</th><th>Key issues</th><th>Learning</th></tr>
<tr><td><p>November 2024</p><p>{heading}</p><p>Death of a 68-year-old man in January 2023.</p></td>
<td>He lived alone.</td><td><ul><li>ask who visits</li></ul></td></tr></table>"""


@pytest.mark.parametrize(
    ("heading", "relevant"),
    [
        ("<i>Torbay Safeguarding Adults Board – Mr Fern</i>", True),
        ("Torbay Safeguarding Adults Board – <i>Mr Fern</i>", True),
        ("Torbay Safeguarding <i>Adults</i> Board – Mr Fern", False),
        ("Torbay Safeguarding Adults Board – Mr Fern", False),
    ],
)
def test_italics_of_the_name_are_a_mark_whatever_line_it_stands_on(heading, relevant):
    found = extraction.extract(reading.read_here(IN_COLUMNS.format(heading=heading).encode()))
    assert (found.entries[0].value("relevance") is not None) is relevant

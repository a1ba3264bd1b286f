"""Whatever a table holds, every word is found again at its place."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from helpers.outlines import check_places
from helpers.pdf_files import pdf_document
from lessonbook.domain import Table

word = st.text("abcdefghijklmnoprstuvwyé", min_size=1, max_size=9)
sentence = st.lists(word, min_size=1, max_size=25).map(lambda words: " ".join(words).capitalize() + ".")
cell = st.lists(st.tuples(st.booleans(), sentence), min_size=1, max_size=5)
table = st.lists(st.tuples(cell, cell, cell), min_size=2, max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table, st.integers(260, 700))
def test_every_word_of_a_ruled_table_stands_in_its_cell_and_at_its_place(rows, height):
    body = ",".join("[" + "\n".join(_block(*block) for block in cell) + "]" for row in rows for cell in row)
    document = pdf_document(
        f"#set page(height: {height}pt, width: 500pt, margin: 40pt)\n#table(columns: 3 * (1fr,), {body})"
    )
    check_places(document)
    assume(not document.furniture)  # a row like the first one on top of a page is taken for the header printed again
    found = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    for column in range(3):
        wording = "".join(b.passage.text for row in found for c in row.cells if c.column == column for b in c.blocks)
        expected = "".join(text for row in rows for _, text in row[column])
        assert "".join(wording.split()) == "".join(expected.split())


def _block(item: bool, text: str) -> str:  # noqa: FBT001 - drawn as a pair
    return f"- {text}" if item else f"\n{text}\n"

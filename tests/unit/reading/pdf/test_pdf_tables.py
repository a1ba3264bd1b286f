"""Tables, ruled and unruled: cells, spans, rows that cross pages, repeated headers."""

import pytest

from helpers.outlines import cells, check_places, outline
from helpers.pdf_files import only_table, pdf_document

STORY = "A baby was hurt at home and nobody asked how it came about, although three services had seen the family. "
ISSUE = "The visits that had been planned in the spring did not take place and no reason was written down anywhere."
LESSON = "Ask about every injury in a baby who cannot yet move, and write the answer down where all services see it."


def table(rows: int, settings: str = "", *, bold: str = "*", header: bool = True) -> str:
    head = "table.header([*CASE*], [*KEY ISSUES*], [*LEARNING*])," if header else ""
    body = ",".join(
        f"[{bold}Mar 2021 – Northmere – Child {number}{bold}\n\n{STORY}], [- {ISSUE}\n- {ISSUE}], "
        f"[Learning:\n- {LESSON}\n- {LESSON}\n\nRecommendations:\n- {LESSON}]"
        for number in range(rows)
    )
    return f"#table(columns: (1fr, 1fr, 1.4fr), {settings} {head} {body})"


def row(number: int) -> list:
    return [
        [("paragraph", f"Mar 2021 – Northmere – Child {number}"), ("paragraph", STORY.strip())],
        [("item", ISSUE, 0, "•")] * 2,
        [
            ("paragraph", "Learning:"),
            *[("item", LESSON, 0, "•")] * 2,
            ("paragraph", "Recommendations:"),
            ("item", LESSON, 0, "•"),
        ],
    ]


HEADER = [[("paragraph", "CASE")], [("paragraph", "KEY ISSUES")], [("paragraph", "LEARNING")]]

STYLES = {
    "all rules": "stroke: 0.5pt,",
    "no rules": "stroke: none,",
    "rules across only": "stroke: (top: 0.5pt, bottom: 0.5pt),",
    "zebra": "stroke: none, fill: (_, y) => if calc.odd(y) { luma(230) },",
    "coloured header": "stroke: none, fill: (_, y) => if y == 0 { rgb(200, 220, 255) },",
    "tight": "stroke: none, inset: 3pt,",
    "grey rules, coloured header": "stroke: luma(170), fill: (_, y) => if y == 0 { luma(200) },",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_cells_are_exact_in_every_style(style):
    document = pdf_document(f"= Digest\n== Neglect\n{table(3, style)}\n== About this issue\n{STORY * 3}")
    assert cells(only_table(document)) == [HEADER, row(0), row(1), row(2)]
    assert [kind[0] for kind in outline(document)] == ["heading", "heading", "table", "heading", "paragraph"]
    assert [row.header for row in only_table(document).rows] == [True, False, False, False]
    check_places(document)


@pytest.mark.parametrize("style", ["stroke: 0.5pt,", "stroke: none,"], ids=["ruled", "unruled"])
@pytest.mark.parametrize("bold", ["*", ""], ids=["bold", "plain"])
def test_a_table_over_pages_is_one_table(style, bold):
    page = '#set page(height: 400pt, width: 600pt, margin: 40pt, header: [A digest], numbering: "1")'
    document = pdf_document(f"{page}\n{table(8, style, bold=bold)}")
    found = only_table(document)
    assert len({row.page for row in found.rows}) == len(document.pages) > 2
    assert sum(row.header for row in found.rows) == 1
    whole = [list(row) for row in _joined(found)]
    assert whole == [[_words(cell) for cell in row(number)] for number in range(8)]
    furniture = [document.text[span.start : span.end] for span in document.furniture]
    assert furniture.count("CASE") == furniture.count("LEARNING") == len(document.pages) - 1
    assert furniture.count("A digest") == len(document.pages)
    check_places(document)


def _joined(found):
    rows = []
    for part in found.rows[1:]:
        words = [" ".join(block.passage.text for block in cell.blocks) for cell in part.cells]
        if part.continued:
            rows[-1] = [f"{before} {cell}".strip() for before, cell in zip(rows[-1], words, strict=True)]
        else:
            rows.append(words)
    return rows


def _words(blocks):
    return " ".join(block[1] for block in blocks)


def test_a_row_with_nothing_left_in_its_first_cell_goes_on():
    page = "#set page(height: 300pt, width: 500pt, margin: 30pt)"
    long = "- " + "\n- ".join([LESSON] * 14)
    found = only_table(pdf_document(f"{page}\n#table(columns: (1fr, 2fr), [Area A], [{long}], [Area B], [{long}])"))
    assert any(row.continued and not row.cells[0].blocks for row in found.rows)
    assert not found.rows[0].continued
    assert not found.rows[-1].cells[0].blocks or not found.rows[-1].continued


def test_cells_that_cover_several_columns_and_rows():
    wide, tall = "table.cell(colspan: 2)[wide]", "table.cell(rowspan: 2)[tall]"
    source = f"#table(columns: 3, [A], [B], [C], {wide}, [D], {tall}, [E], [F], [G], [H])"
    found = only_table(pdf_document(source))
    places = {
        cell.blocks[0].passage.text: (cell.column, cell.columns, cell.rows) for r in found.rows for cell in r.cells
    }
    assert places["wide"] == (0, 2, 1)
    assert places["tall"] == (0, 1, 2)
    assert places["H"] == (2, 1, 1)
    assert [len(r.cells) for r in found.rows] == [3, 2, 3, 2]


def test_two_tables_with_a_heading_between_are_two():
    document = pdf_document(f"== Neglect\n{table(1)}\n== Child deaths\n{table(1)}")
    assert [block[0] for block in outline(document)] == ["heading", "table", "heading", "table"]


def test_two_unruled_tables_with_a_heading_between_are_two():
    style = "stroke: none,"
    document = pdf_document(f"== Neglect\n{table(2, style)}\n== Child deaths\n{table(2, style)}")
    assert [block[0] for block in outline(document)] == ["heading", "table", "heading", "table"]


def test_an_empty_cell_is_there_without_blocks():
    found = only_table(pdf_document("#table(columns: 3, [a], [], [c], [d], [e], [f])"))
    assert cells(found)[0] == [[("paragraph", "a")], [], [("paragraph", "c")]]


def test_a_box_around_words_is_no_table():
    assert [b[0] for b in outline(pdf_document("#rect[A learning point in a box]\nWords."))] == ["paragraph"] * 2


def test_underlines_in_a_cell_are_no_borders():
    found = only_table(
        pdf_document("#table(columns: (200pt, 1fr), [#underline[One line under words]\n\nmore], [b], [c], [d])")
    )
    assert len(found.rows) == 2
    assert len(found.rows[0].cells[0].blocks) == 2


def test_links_and_emphasis_stay_in_cells():
    source = '#table(columns: 2, [_Relevant_ *case*], [#link("https://example.org/a")[View report online]], [c], [d])'
    first, second = only_table(pdf_document(source)).rows[0].cells
    assert [mark.kind for mark in first.blocks[0].passage.marks] == ["bold", "italic"]
    assert second.blocks[0].passage.links()[0].href == "https://example.org/a"

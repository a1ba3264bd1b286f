"""Text and Markdown: what a person sees is what the reader finds, and it stands where the file has it."""

import pytest

from helpers.outlines import cells, check_places, marks, outline
from lessonbook.domain import Heading, Run, Table, evidence_of
from lessonbook.reading import read_here


def read(text: str):
    document = read_here(text.encode())
    assert document.text == text
    check_places(document)
    return document


def passage(text: str):
    (found,) = read(text).passages()
    return found


def test_headings_of_both_kinds_carry_their_level():
    document = read("# The digest #\n\nHarbour news\n============\n\nOther news\n----------\n\n### **Deep**\n")
    assert outline(document) == [
        ("heading", "The digest", 1),
        ("heading", "Harbour news", 1),
        ("heading", "Other news", 2),
        ("heading", "Deep", 3),
    ]
    assert document.title == "The digest"
    assert document.format == "markdown"


def test_a_table_has_its_empty_cells_and_may_have_rows_of_different_length():
    (table,) = read("CASE\tLEARNING\t\nFeb 2019 – Brackwater\tOne.\t\n\tTwo.\n").blocks
    assert isinstance(table, Table)
    assert cells(table) == [
        [[("paragraph", "CASE")], [("paragraph", "LEARNING")], []],
        [[("paragraph", "Feb 2019 – Brackwater")], [("paragraph", "One.")], []],
        [[], [("paragraph", "Two.")]],
    ]
    assert [row.header for row in table.rows] == [False, False, False]


def test_a_blank_line_between_rows_begins_a_new_table_and_a_stray_rule_does_not():
    blocks = read("a\tb\nc\td\n---\t--\ne\tf\n\n\tg\t\n").blocks
    assert [len(block.rows) for block in blocks] == [3, 1]


def test_html_lists_in_a_cell_become_items_with_their_level():
    document = read("X\t<ul> <li>Learning: <ul> <li>ask twice;</li> <li>write it down.</li> </ul> </li> </ul>\t\n")
    assert cells(document.blocks[0])[0][1] == [
        ("item", "Learning:", 0, None),
        ("item", "ask twice;", 1, None),
        ("item", "write it down.", 1, None),
    ]


def test_words_after_a_list_in_a_cell_are_a_paragraph_again():
    document = read("X\t<ol><li>one</li></ol> Uses a model.\n")
    assert cells(document.blocks[0])[0][1] == [("item", "one", 0, "1."), ("paragraph", "Uses a model.")]


@pytest.mark.parametrize("bullet", ["•", "●", "▪"])
def test_typed_bullets_part_a_cell_into_items(bullet):
    document = read(f"X\tLearning: {bullet} ask twice; {bullet} write it down.\n")
    assert cells(document.blocks[0])[0][1] == [
        ("paragraph", "Learning:"),
        ("item", "ask twice;", 0, bullet),
        ("item", "write it down.", 0, bullet),
    ]


def test_a_bullet_after_tabs_below_rows_stands_in_its_column_also_after_a_blank_line():
    first, second = read("a\tb\tc\n\t\t•\n\t\t• x\n\n\t\t• y\n").blocks
    assert cells(first)[1:] == [[[], [], []], [[], [], [("item", "x", 0, "•")]]]
    assert cells(second) == [[[], [], [("item", "y", 0, "•")]]]


def test_a_lone_bullet_is_furniture():
    document = read("X\t•\n")
    assert cells(document.blocks[0]) == [[[("paragraph", "X")], []]]
    assert [document.text[span.start : span.end] for span in document.furniture] == ["•"]


def test_entities_and_escapes_stand_for_their_source():
    found = passage("Salt &amp; Pepper \\*both\\* &lt;3 &#8211; caf&eacute;\n")
    assert found.text == "Salt & Pepper *both* <3 – café"
    assert found.cut(5, 6).runs == (Run(0, 1, 5, 10),)


def test_words_between_angle_brackets_that_are_no_tag_stay():
    assert passage("Aged <3 months, known to <name removed> & others").text == (
        "Aged <3 months, known to <name removed> & others"
    )


def test_emphasis_of_markdown_and_html_is_marked_and_its_signs_are_gone():
    found = passage("A **bold *and slanted*** word, _one_ more, <b>strong</b> and <u>under</u>.\n")
    assert found.text == "A bold and slanted word, one more, strong and under."
    assert set(marks(found)) == {
        ("bold", "bold and slanted"),
        ("italic", "and slanted"),
        ("italic", "one"),
        ("bold", "strong"),
        ("underline", "under"),
    }


@pytest.mark.parametrize("text", ["5 * 3 * 2 = 30", "a snake_case_name here", "a note* and no other", "** not bold **"])
def test_signs_that_pair_with_nothing_stay_wording(text):
    assert passage(text).text == text


def test_links_keep_their_target_and_one_piece_of_evidence():
    document = read("See [the *full* report](https://example.org/a_(b)_c.pdf) for more.\n")
    (found,) = document.passages()
    assert found.text == "See the full report for more."
    assert ("link", "the full report", "https://example.org/a_(b)_c.pdf") in marks(found)
    assert len(evidence_of(found, document)) == 1


def test_an_address_in_running_text_is_a_link_to_itself():
    assert marks(passage("Go to https://example.org/x, then <https://example.org/y>.")) == [
        ("link", "https://example.org/x", "https://example.org/x"),
        ("link", "https://example.org/y", "https://example.org/y"),
    ]


def test_an_html_link_keeps_its_target():
    assert marks(passage('Read <a class="x" href="/r?a=1&amp;b=2">the report</a>')) == [
        ("link", "the report", "/r?a=1&b=2")
    ]


def test_a_break_and_a_wide_gap_are_line_breaks():
    assert passage("March 2019<br>Brackwater<br/>Child Z\n").text == "March 2019\nBrackwater\nChild Z"
    assert passage("Brackwater         Robin         Harm to a child\n").text == "Brackwater\nRobin\nHarm to a child"


def test_white_space_folds_and_what_prints_nothing_goes():
    found = passage("safe\u00adguard\u200bing\u00a0  board\n")
    assert found.text == "safeguarding board"
    assert len(found.spans()) == 1


def test_line_ends_of_windows_stay_in_the_text_and_out_of_the_wording():
    document = read("One\r\n\r\na\tb\r\n")
    assert [found.text for found in document.passages()] == ["One", "a", "b"]


def test_lines_wrapped_to_a_width_are_one_paragraph_and_others_are_not():
    wrapped = (
        "This text was wrapped by hand at forty\ncharacters, as mail programs do, and it\nends here.\nA new one.\n"
    )
    assert outline(read(wrapped)) == [
        ("paragraph", "This text was wrapped by hand at forty characters, as mail programs do, and it ends here."),
        ("paragraph", "A new one."),
    ]


def test_lines_of_a_list_page_stay_apart():
    text = "2014 - Brackwater - Child Z\nHarm to a child.\nKeywords: neglect\nRead the report\n" + "Long line. " * 20
    assert len(read(text).blocks) == 5


def test_lists_of_markdown_nest_by_their_indent():
    document = read("- one\n  goes on\n- two\n    - two a\n    1. two b\n- three\n\n1) first\n2) second\n")
    assert outline(document) == [
        ("item", "one goes on", 0, "-"),
        ("item", "two", 0, "-"),
        ("item", "two a", 1, "-"),
        ("item", "two b", 1, "1."),
        ("item", "three", 0, "-"),
        ("item", "first", 0, "1)"),
        ("item", "second", 0, "2)"),
    ]


def test_a_number_and_a_tab_are_an_item_and_no_table():
    assert outline(read("1.\tAsk twice.\n2.\tWrite it down.\n")) == [
        ("item", "Ask twice.", 0, "1."),
        ("item", "Write it down.", 0, "2."),
    ]


def test_tabs_that_only_indent_make_no_table():
    assert outline(read("\tIndented.\n\n\t\tMore.\n")) == [("paragraph", "Indented."), ("paragraph", "More.")]


def test_a_line_of_nothing_but_tabs_is_blank_where_there_is_no_table():
    assert outline(read("One\n\t\t\nTwo\n")) == [("paragraph", "One"), ("paragraph", "Two")]


def test_a_table_with_pipes_has_a_certain_header():
    (table,) = read("| CASE | LEARNING |\n|:---|---|\n| A | one \\| two |\n| B | - x<br>- y |\n").blocks
    assert [row.header for row in table.rows] == [True, False, False]
    assert cells(table)[1:] == [
        [[("paragraph", "A")], [("paragraph", "one | two")]],
        [[("paragraph", "B")], [("item", "x", 0, "-"), ("item", "y", 0, "-")]],
    ]


def test_a_quotation_mark_of_markdown_is_furniture():
    assert passage("> Read the overview report\n").text == "Read the overview report"


def test_text_with_no_structure_is_one_paragraph():
    document = read("word " * 2000)
    assert len(document.blocks) == 1
    assert document.format == "text"


def test_bytes_that_do_not_fit_are_read_and_reported():
    document = read_here("Déjà vu – “quoted” naïve".encode() + b" caf\xe9")
    assert document.text.endswith(" café")
    assert [problem.code for problem in document.problems] == ["encoding-mixed"]


PROSE = "The school told the health visitor, who wrote it down, and nobody asked the family what had changed at home."


def test_a_pasted_report_has_the_headings_that_its_capitals_and_numbers_make():
    text = (
        f"REVIEW OF CHILD Q\n\n{PROSE}\n\n1. Introduction\n\n{PROSE}\n\n1.1 Scope\n\n{PROSE}\n\nFINDINGS\n\n{PROSE}\n"
    )
    document = read_here(text.encode())
    check_places(document)
    assert [(block.passage.text, block.level) for block in document.blocks if isinstance(block, Heading)] == [
        ("REVIEW OF CHILD Q", 1),
        ("1. Introduction", 1),
        ("1.1 Scope", 2),
        ("FINDINGS", 1),
    ]


def test_one_line_in_capitals_and_a_numbered_list_make_no_headings():
    text = f"NOTE\n\n{PROSE}\n\n1. Ask twice\n2. Write it down\n3. Tell somebody\n\n{PROSE}\n"
    assert not any(isinstance(block, Heading) for block in read_here(text.encode()).blocks)


def test_a_list_of_contents_in_text_is_furniture():
    document = read_here(f"# Review\n\nContents\n\nScope ..... 3\n\nEvents ..... 14\n\n## Scope\n\n{PROSE}\n".encode())
    check_places(document)
    assert [block.passage.text for block in document.blocks] == ["Review", "Scope", PROSE]

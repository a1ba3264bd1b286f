"""Pages as word processors and browsers print them, line by line where they break in print."""

from helpers.outlines import cells, outline
from helpers.pdf_files import drawn_pdf, only_table, read_pdf
from helpers.printed_pages import framed, printed, stack


def test_a_written_bullet_whose_lines_stand_under_it_is_one_item():
    lines = stack(
        104,
        120,
        "• The school called",
        "the council about the",
        "Friday club and its",
        "closing hours.",
        "• A neighbour heard",
        "shouting and told the",
        "warden.",
    )
    document = printed([*stack(54, 120, "Child A"), *lines], framed([50, 100, 203], [106, 210]))
    assert cells(only_table(document))[0][1] == [
        ("item", "The school called the council about the Friday club and its closing hours.", 0, "•"),
        ("item", "A neighbour heard shouting and told the warden.", 0, "•"),
    ]


def test_a_line_at_the_bullet_of_an_item_that_hangs_is_a_new_paragraph():
    lines = [
        *stack(104, 120, "• The school called"),
        *stack(110.3, 132, "the council twice"),
        *stack(104, 144, "with no reply"),
    ]
    document = printed([*stack(54, 120, "Child A"), *lines], framed([50, 100, 203], [106, 210]))
    assert cells(only_table(document))[0][1] == [
        ("item", "The school called the council twice", 0, "•"),
        ("paragraph", "with no reply"),
    ]


def test_a_line_under_the_words_of_a_link_is_no_border():
    words = [
        *stack(53, 120, "Child A"),
        *stack(102, 120, "• Nobody asked the carers what they had", "seen.", "Read the summary", "(PDF)"),
    ]
    underlines = [(102, 145.2, 180, 145.2), (102, 157.2, 128, 157.2)]
    document = printed(words, [*framed([50, 100, 320], [106, 165]), *underlines])
    assert cells(only_table(document)) == [
        [
            [("paragraph", "Child A")],
            [
                ("item", "Nobody asked the carers what they had seen.", 0, "•"),
                ("paragraph", "Read the summary"),
                ("paragraph", "(PDF)"),
            ],
        ]
    ]


def test_a_border_that_ends_at_the_side_of_a_table_without_outer_lines_is_kept():
    words = [*stack(60, 120, "Child A"), *stack(210, 120, "One"), *stack(210, 150, "Two")]
    rules = [(200, 106, 200, 160), (50, 106, 400, 106), (200, 135, 400, 135), (50, 160, 400, 160)]
    texts = [[block[1] for cell in row for block in cell] for row in cells(only_table(printed(words, rules)))]
    assert texts == [["Child A", "One"], ["Two"]]


def narrow(*lines: str) -> str:
    """The one paragraph of a cell whose words may be 66 points wide."""
    words = [*stack(54, 120, "Child A"), *stack(104, 120, *lines)]
    document = printed(words, framed([50, 100, 174], [106, 230]))
    (paragraph,) = cells(only_table(document))[0][1]
    return paragraph[1]


def test_a_word_broken_by_a_narrow_cell_is_written_whole():
    assert narrow("Recommendati", "ons made in", "June") == "Recommendations made in June"
    assert narrow("homelessnesse", "s and need") == "homelessnesses and need"


def test_a_broken_word_that_stands_whole_elsewhere_is_known():
    assert narrow(
        "housing and", "safeguarding", "of the young", "neighbourhoo", "ds of a", "neighbourhoods"
    ).startswith("housing and safeguarding of the young neighbourhoods")


def test_a_long_word_that_only_fills_its_line_stays_apart():
    assert narrow("safeguarding", "matters were", "raised") == "safeguarding matters were raised"
    assert narrow("Child", "s of a place") == "Child s of a place"


def test_numbers_that_count_on_are_items_though_only_a_space_follows_them():
    long = "1. Ask every time how an injury came about and write the answer down where all can see"
    lines = [
        *stack(60, 120, long, "2. Agree who calls"),
        *stack(71.2, 144, "the family back"),
        *stack(60, 156, "3. Tell them"),
    ]
    assert [block[1:] for block in outline(printed([*stack(60, 96, "We will"), *lines]))][1:] == [
        (long.removeprefix("1. "), 0, "1."),
        ("Agree who calls the family back", 0, "2."),
        ("Tell them", 0, "3."),
    ]


def test_a_line_that_happens_to_begin_with_a_number_is_no_item():
    lines = stack(
        60,
        120,
        "The panel met on each of the days that were planned, and again in the year after, from May",
        "7. That was late.",
    )
    assert len(printed(lines).blocks) == 1


def shown(operands: str, settings: str = "") -> str:
    content = f"BT /F1 11 Tf {settings} 60 700 Td [{operands}] TJ ET"
    document = read_pdf(drawn_pdf(content, font="/Type1 /BaseFont /Times-Bold"))
    return " ".join(passage.text for passage in document.passages())


def test_a_space_that_kerning_made_narrow_between_capitals_is_seen():
    assert shown("(PHYSICAL) -150 (AND EMOTIONAL) -150 (ABUSE)") == "PHYSICAL AND EMOTIONAL ABUSE"


def test_capitals_set_apart_are_one_word():
    assert shown("(FATALITY)", "1.3 Tc") == "FATALITY"
    assert shown("(FATALITY)") == "FATALITY"

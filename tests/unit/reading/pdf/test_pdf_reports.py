"""Full reports as PDFs: contents, notes, boxes, headings, columns and tables that rules part only from row to row."""

import pytest

from helpers.outlines import check_places
from helpers.pdf_files import only_table, pdf_document
from lessonbook.domain import Document, Heading, ListItem, Paragraph, Table

STORY = (
    "The agencies that worked with the family met often and wrote down much of what they saw. Few of them asked the "
    "child what life at home was like, and nobody spoke with the father about it. "
)


def furniture(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.furniture]


def texts(document: Document) -> list[str]:
    return [block.passage.text for block in document.blocks if not isinstance(block, Table)]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(block.level, block.passage.text) for block in document.blocks if isinstance(block, Heading)]


def chapters(*titles: str) -> str:
    return "\n".join(f"= {title}\n{STORY * 3}\n#pagebreak(weak: true)" for title in titles)


def test_contents_with_leaders_are_furniture_and_chapters_are_not():
    document = pdf_document(
        '#set heading(numbering: "1.1")\n#outline()\n#pagebreak()\n' + chapters("Introduction", "Analysis", "Findings")
    )
    check_places(document)
    assert headings(document) == [(1, "1 Introduction"), (1, "2 Analysis"), (1, "3 Findings")]
    assert any(text.startswith("Contents 1 Introduction") for text in furniture(document))


def test_contents_with_gaps_wrapped_entries_and_roman_numbers_go_over_pages():
    entries = "\n".join(f"#block[Part {at} of the report #h(1fr) {at // 4 + 1}]" for at in range(1, 70))
    first = "#text(16pt)[*Contents*]\n\n#block[Foreword #h(1fr) ii]\n"
    wrapped = "#block[A title so long that it does not end on the line on which it began\\ but here #h(1fr) 1]\n"
    document = pdf_document(first + wrapped + entries + "\n#pagebreak()\n" + chapters("Introduction"))
    check_places(document)
    assert texts(document)[0] == "Introduction"
    assert len([text for text in furniture(document) if "Part" in text]) == 2


def test_contents_without_page_numbers_are_known_by_the_headings_that_come_later():
    document = pdf_document(
        "#text(16pt)[*Contents*]\n\nIntroduction\n\nWhat happened to the family\n\nFindings\n\n© The partnership 2021\n"
        + chapters("Introduction", "What happened to the family", "Findings")
    )
    assert texts(document)[0] == "© The partnership 2021"
    assert [text for _, text in headings(document)] == ["Introduction", "What happened to the family", "Findings"]


def test_a_chapter_that_speaks_of_contents_is_no_list_of_them():
    document = pdf_document(
        "= Contents of the bag\nThe bag held a blanket.\n\nIt held 3 bottles of milk in 2019\n\nNo more."
    )
    assert [text for text in texts(document) if "bottles" in text]
    assert document.furniture == ()


def test_footnotes_are_notes_and_their_signs_leave_the_passage():
    notes = f"met#footnote[Working Together, chapter 4.] and talked.#footnote[{STORY * 8}]"
    document = pdf_document(
        f"#set page(height: 12cm)\n#set super(typographic: false)\nAgencies {notes} They wrote.\n\n{STORY * 9}"
    )
    check_places(document)
    assert [note.marker for note in document.notes] == ["1", "2"]
    assert document.notes[0].passage.text == "Working Together, chapter 4."
    assert document.notes[1].passage.text == (STORY * 8).strip()
    assert texts(document)[0].startswith("Agencies met and talked. They wrote.")
    assert "".join(texts(document)).count("Working Together") == 0
    assert {"1", "2"} <= set(furniture(document))


def test_raised_letters_that_lead_nowhere_stay():
    document = pdf_document(
        "#set super(typographic: false)\nOn the 1#super[st] of May the room of 12 m#super[2] was searched."
    )
    assert document.blocks[0].passage.text == "On the 1st of May the room of 12 m2 was searched."


@pytest.mark.parametrize(
    "look", ["stroke: 1pt, inset: 8pt", "fill: luma(225), inset: 8pt", "fill: luma(225), radius: 6pt, inset: 9pt"]
)
def test_a_box_has_a_number_and_what_stands_around_it_has_none(look):
    box = f"#block(width: 100%, {look})[*Learning point 1*\n\n{STORY}\n- ask twice\n- write it down]"
    document = pdf_document(f"= Analysis\n{STORY}\n\n{box}\n\n{STORY}\n\n{box}\n\n{STORY}")
    boxed = [(type(block), block.boxed) for block in document.blocks]
    one = [Heading, Paragraph, ListItem, ListItem]
    assert [kind for kind, number in boxed if number == 1] == [kind for kind, number in boxed if number == 2] == one
    assert [number for _, number in boxed] == [None, None, 1, 1, 1, 1, None, 2, 2, 2, 2, None]


def test_a_paragraph_goes_on_over_a_page_past_a_box():
    document = pdf_document(
        f"#set page(height: 9cm)\n#place(bottom + left, float: true, rect(width: 100%)[{STORY}])\n{STORY * 4}\n\nLast."
    )
    plain = [block.passage.text for block in document.blocks if block.boxed is None]
    assert plain == [(STORY * 4).strip(), "Last."]


def test_headers_that_change_with_the_chapter_are_furniture():
    names = ["Course of the case", "Causes of the case", "Signs of harm", "Ends and means", "Sum of it all"]
    page = "#set page(header: text(8pt)[{0} - Restricted], margin: 2cm)\n= {0}\n{1}\n"
    document = pdf_document("".join(page.format(name, STORY * 3) for name in names))
    assert [text for _, text in headings(document)] == names
    assert not [text for text in texts(document) if "Restricted" in text]


def test_numbered_headings_keep_their_number_and_their_number_tells_the_level():
    bold = '#text(weight: "bold")[{}]\n\n' + STORY + "\n\n"
    document = pdf_document(
        "".join(bold.format(title) for title in ("1. FINDINGS", "1.1 Listening", "1.2 Sharing", "2. ADVICE"))
    )
    assert headings(document) == [(1, "1. FINDINGS"), (2, "1.1 Listening"), (2, "1.2 Sharing"), (1, "2. ADVICE")]


def test_a_wrapped_heading_in_wide_set_type_is_one_heading():
    title = "Finding 1: Assumed capacity was used as a reason to close the door rather than to open a conversation"
    document = pdf_document(f"#set par(leading: 1.2em)\n#text(15pt)[*{title}*]\n\n{STORY * 3}")
    assert [text for _, text in headings(document)] == [title]


def test_columns_with_a_box_between_are_read_one_after_the_other():
    column = "#text(13pt)[*{}*]\n\n" + STORY * 4
    both = column.format("What happened") + "\n\n#colbreak()\n" + column.format("What we learned")
    document = pdf_document(f"#columns(2)[{both}]\n#rect(width: 100%)[*Key message*\n\n{STORY}]\n\n#columns(2)[{both}]")
    whole = (STORY * 4).strip()
    columns = ["What happened", whole, "What we learned", whole]
    assert texts(document) == [*columns, "Key message", STORY.strip(), *columns]


@pytest.mark.parametrize(
    "rules", ["stroke: (bottom: .5pt)", "stroke: none, fill: (_, y) => if calc.odd(y) { luma(225) }"]
)
def test_a_table_with_rules_or_tints_between_its_rows_only(rules):
    rows = "".join(f"[{at}], [{STORY}], [Police and education], [June 2022]," for at in range(1, 7))
    document = pdf_document(
        f"#table(columns: (20pt, 1fr, 70pt, 60pt), {rules}, [*No.*], [*Action*], [*Lead*], [*By*], {rows})\n\n{STORY}"
    )
    table = only_table(document)
    wording = [[" ".join(block.passage.text for block in cell.blocks) for cell in row.cells] for row in table.rows]
    assert wording == [
        ["No.", "Action", "Lead", "By"],
        *[[str(at), STORY.strip(), "Police and education", "June 2022"] for at in range(1, 7)],
    ]
    assert [row.header for row in table.rows] == [True] + [False] * 6


def test_compounds_keep_their_hyphen_and_cut_words_lose_it():
    text = (
        "The multi-agency decision-making and the well-being of the partnership's children were looked at thoroughly. "
        * 12
    )
    document = pdf_document(
        f"#set text(hyphenate: true)\n#set par(justify: true)\n#set page(width: 9cm, height: 9cm)\n{text}"
    )
    assert texts(document) == [text.strip()]
    check_places(document)

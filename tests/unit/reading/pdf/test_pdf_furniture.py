"""Running headers, footers and page numbers."""

from helpers.pdf_files import only_table, pdf_document

WORDS = "Nobody asked the carers what they had seen, and the visits that were planned did not take place. "


def furniture(document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.furniture]


def test_repeated_lines_and_page_numbers_are_furniture():
    settings = "#set page(header: [Learning digest, issue 4], footer: context [Page #counter(page).display() of 3])"
    document = pdf_document(f"{settings}\n{f'{WORDS * 3} #pagebreak()' * 2}{WORDS}")
    assert furniture(document) == [words for n in (1, 2, 3) for words in ("Learning digest, issue 4", f"Page {n} of 3")]
    assert not any("digest" in passage.text for passage in document.passages())


def test_the_number_of_the_only_page_is_furniture():
    document = pdf_document(f"#set page(footer: align(center)[1])\n{WORDS * 5}")
    assert furniture(document) == ["1"]


def test_the_first_lines_of_pages_are_not_furniture_when_they_differ():
    document = pdf_document("#pagebreak()".join(f"{name} was the first word here. {WORDS}" for name in ("Anna", "Ben")))
    assert furniture(document) == []


def test_a_table_that_begins_at_the_top_of_every_page_is_not_furniture():
    head = "table.header([*CASE*], [*LEARNING*])"
    table = f"#table(columns: (1fr, 1fr), stroke: none, {head}, [Ann and Bob], [Ask again], [Gil], [Write it down])"
    document = pdf_document(f"{table}\n#pagebreak()\n{table}")
    assert furniture(document) == ["CASE", "LEARNING"]
    assert [row.cells[0].blocks[0].passage.text for row in only_table(document).rows] == [
        "CASE",
        *["Ann and Bob", "Gil"] * 2,
    ]

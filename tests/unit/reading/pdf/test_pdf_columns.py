"""Pages in two columns: each column is read by itself, and its lines are put together to paragraphs."""

import pytest

from helpers.outlines import check_places
from helpers.pdf_files import pdf_document
from lessonbook.domain import Document, Table

_WORDS = (
    "The agencies that worked with the family met often and wrote down much of what they saw. ",
    "Few of them asked the child what life at home was like, and nobody spoke with the father about it. ",
    "The health visitor telephoned twice, left messages and recorded that the appointment had been missed. ",
    "A neighbour remembered the circumstances differently and was never invited to the conversation. ",
    "Information about earlier bruising remained in another department until the following September. ",
)


def told(number: int, length: int = 4) -> str:
    """A paragraph that is like no other, so that one read into another is seen."""
    return f"Part {number} begins here. " + "".join(_WORDS[(number + at) % 5] for at in range(length)).strip()


def texts(document: Document) -> list[str]:
    return [block.passage.text for block in document.blocks if not isinstance(block, Table)]


@pytest.mark.parametrize("leading", ["0.65em", "1.15em", "1.6em"])
@pytest.mark.parametrize("look", ["justify: true", "justify: false"])
def test_columns_in_type_set_close_and_wide_are_paragraphs_in_their_order(leading, look):
    story = "\n\n".join(told(at) for at in range(24))
    document = pdf_document(
        f"#set par(leading: {leading}, spacing: {leading} * 1.7, {look})\n"
        f'#set text(size: 11pt, hyphenate: true)\n#set page(columns: 2, numbering: "1")\n{story}'
    )
    assert texts(document) == [told(at) for at in range(24)]
    check_places(document)


def test_one_column_in_one_and_a_half_lines_is_paragraphs():
    parts = [told(at, 2 + at % 4) for at in range(12)]
    story = "\n\n".join(parts)
    document = pdf_document(
        f"#set page(height: 60cm)\n#set par(leading: 1.6em, spacing: 2.4em)\n#set text(12pt)\n{story}"
    )
    assert texts(document) == parts


def test_headings_stand_in_their_column():
    parts = [(f"Chapter {at}", told(at, 3 + at % 3), told(at + 40, 2 + at % 4)) for at in range(10)]
    story = "\n".join(f"= {title}\n{one}\n\n{two}\n" for title, one, two in parts)
    document = pdf_document(f"#set page(columns: 2)\n#set par(leading: .9em, spacing: 1.5em)\n{story}")
    assert texts(document) == [text for part in parts for text in part]


def test_a_tinted_box_over_both_columns_parts_what_stands_above_it_and_below():
    box = "#block(width: 100%, fill: rgb(220, 235, 245), inset: 8pt)[*Learning point*\n\n" + told(70) + "]"
    above, below = [told(at) for at in range(6)], [told(at) for at in range(10, 16)]
    document = pdf_document(
        "#set page(height: 40cm)\n#set par(leading: .8em, spacing: 1.4em)\n"
        f"#columns(2)[{chr(10).join(text + chr(10) for text in above[:3])}#colbreak()\n"
        f"{chr(10).join(text + chr(10) for text in above[3:])}]\n{box}\n"
        f"#columns(2)[{chr(10).join(text + chr(10) for text in below[:3])}#colbreak()\n"
        f"{chr(10).join(text + chr(10) for text in below[3:])}]"
    )
    assert texts(document) == [*above, "Learning point", told(70), *below]


@pytest.mark.parametrize("side", [0, 1])
def test_a_tinted_box_in_one_column_leaves_the_other_whole(side):
    box = "#block(width: 100%, fill: rgb(220, 235, 245), inset: 8pt)[*Learning point*\n\n" + told(70) + "]"
    columns = [[told(at) for at in range(5)], [told(at) for at in range(10, 15)]]
    sources = ["\n\n".join(column) for column in columns]
    sources[side] = "\n\n".join([*columns[side][:2], box, *columns[side][2:]])
    document = pdf_document(
        "#set page(height: 40cm)\n#set par(leading: .8em, spacing: 1.4em)\n"
        f"#columns(2)[{sources[0]}\n#colbreak()\n{sources[1]}]"
    )
    found = texts(document)
    running = [text for text in found if text not in ("Learning point", told(70))]
    assert running == [*columns[0], *columns[1]]
    at = found.index("Learning point")
    assert found[at + 1] == told(70)


def test_columns_in_type_of_different_pitch():
    left, right = [told(at) for at in range(7)], [told(at, 3) for at in range(20, 26)]
    document = pdf_document(
        "#set page(height: 40cm)\n#grid(columns: (1.4fr, 1fr), gutter: 24pt, "
        f"[#set par(leading: .7em, spacing: 1.3em)\n{chr(10).join(text + chr(10) for text in left)}], "
        f"[#set text(9pt)\n#set par(leading: 1.1em, spacing: 1.9em)\n"
        f"{chr(10).join(text + chr(10) for text in right)}])"
    )
    assert texts(document) == [*left, *right]


def test_words_cut_before_an_ending_or_after_re_are_joined_and_numbers_keep_their_hyphen():
    document = pdf_document(
        "The researcher spoke with fifty-\\ six people about the mother's child-\\ hood, and other re-\\ searchers had "
        "looked at the organ-\\ isation, the organisation said, and at part-\\ nership in the partnership."
    )
    whole = (
        "The researcher spoke with fifty-six people about the mother's childhood, and other researchers had looked at "
        "the organisation, the organisation said, and at partnership in the partnership."
    )
    assert texts(document) == [whole]
    check_places(document)

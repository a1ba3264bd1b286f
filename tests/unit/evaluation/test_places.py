"""Evidence against the page as the PDF library reads it, and the places of a statement against gold's."""

import pytest

from lessonbook.domain import Document, Evidence
from lessonbook.evaluation import places
from lessonbook.evaluation.printed import PrintedPage

WORDS = "The Board should train every practitioner who works with babies."
TEXT = f"Heading\n{WORDS}\nOther words stand here and are many more than twenty."
DOCUMENT = Document("d", "pdf", TEXT, ())
PAGES = {
    1: PrintedPage("Heading\nThe Board should train every practi\ufffe\ntioner who works with babies. More words."),
    2: PrintedPage("Other words stand here and are many more than twenty."),
    3: PrintedPage("3"),
}


def piece(page=1, quote=WORDS, start=8, **more):
    return Evidence("d", page, start, start + len(quote), quote, **more)


def checked(*pieces, match=None):
    count, wrong = places.check(pieces, DOCUMENT, PAGES, match)
    return count, len(wrong)


def test_words_are_where_they_are_said_to_be_however_lines_fall():
    count, wrong = checked(piece())
    assert (count.pieces, count.in_place, count.paged, count.on_page, count.scattered, wrong) == (1, 1, 1, 1, 0, 0)
    assert count.exact == 1


def test_another_page_and_other_offsets_are_wrong():
    count, wrong = checked(piece(page=2), piece(start=9))
    assert wrong == 2
    assert (count.in_place, count.on_page, count.exact) == (1, 1, 0)


def test_words_that_stand_apart_on_the_page_are_counted_as_such():
    pages = {1: PrintedPage("The Board should Police train every by May practitioner who works with babies.")}
    count, wrong = places.check([piece()], DOCUMENT, pages, None)
    assert (count.on_page, count.scattered, wrong) == (1, 1, [])


def test_a_quotation_may_end_at_the_top_of_the_next_page():
    pages = {1: PrintedPage(f"Heading {WORDS[:30]}"), 2: PrintedPage(f"{WORDS[30:]} And more words on this page.")}
    count, _ = places.check([piece()], DOCUMENT, pages, None)
    assert (count.on_page, count.scattered) == (1, 0)


@pytest.mark.parametrize(("page", "likeness", "right"), [(3, 0.95, 1), (1, 0.95, 0), (3, 0.5, 0)])
def test_what_was_read_from_a_picture_must_be_gold_s_on_a_page_of_gold(page, likeness, right):
    gold = {"text": WORDS, "pages": [[3]]}
    count, wrong = checked(piece(page=page, ocr_confidence=0.9), match=(gold, likeness))
    assert (count.pictured, count.like_gold, wrong) == (1, right, 1 - right)


def test_a_format_without_pages_is_checked_by_offsets_alone():
    count, wrong = places.check([piece(page=None)], DOCUMENT, {}, None)
    assert (count.in_place, count.paged, wrong) == (1, 0, [])


def found(*pieces):
    keys = ("document", "page", "start", "end", "quote")
    return {
        "text": WORDS,
        "evidence": [
            dict(zip(keys, ("d", page, start, start + len(quote), quote), strict=True)) for page, start, quote in pieces
        ],
    }


def test_three_places_in_gold_are_three_pieces():
    tally = places.places(found((2, 100, WORDS), (9, 5000, WORDS)), {"pages": [[2], [9], [14]]})
    assert (tally.right, tally.wrong, tally.missed) == (2, 0, 1)


def test_a_statement_that_a_page_cuts_or_that_has_parts_is_one_place():
    cut = found((2, 100, WORDS[:30]), (3, 140, WORDS[30:]))
    assert places.places(cut, {"pages": [[2, 3]]}).right == 1
    assert places.places(cut, {"pages": [[2, 3]]}).wrong == 0


def test_lead_in_and_parts_of_three_places_are_three():
    parts = [WORDS[:20], WORDS[20:45], WORDS[45:55], WORDS[55:]]
    pieces = [(page, page * 1000 + number * 60, part) for page in (3, 4, 5) for number, part in enumerate(parts)]
    tally = places.places(found(*pieces), {"pages": [[3], [4], [5]]})
    assert (tally.right, tally.wrong, tally.missed) == (3, 0, 0)


def test_cells_for_whom_and_when_are_no_places_of_their_own():
    row = found((3, 100, WORDS), (3, 180, "Police"), (3, 190, "May 2030"), (3, 200, "Number 4 of seven"))
    tally = places.places(row | {"addressed_to": "Police", "timescale": "May 2030"}, {"pages": [[3]]})
    assert (tally.right, tally.wrong, tally.missed) == (1, 0, 0)


def test_a_place_on_a_page_that_gold_does_not_have_is_wrong():
    tally = places.places(found((2, 100, WORDS), (7, 5000, WORDS)), {"pages": [[2]]})
    assert (tally.right, tally.wrong, tally.missed) == (1, 1, 0)


def test_without_pages_only_the_number_of_places_counts():
    tally = places.places(found((None, 100, WORDS), (None, 5000, WORDS)), {"pages": [[], [], []]})
    assert (tally.right, tally.missed) == (2, 1)

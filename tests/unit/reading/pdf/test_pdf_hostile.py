"""PDFs made to harm, or damaged: each is read as far as it can be, in bounded time, or refused with a sentence."""

import time

import pytest

from helpers import hostile_pdf
from helpers.outlines import check_places
from helpers.pdf_files import read_pdf
from lessonbook.domain import LessonbookError
from lessonbook.reading import Limits, pdf, read

WORDS = "The agencies met and wrote down what they saw."


def test_a_page_with_ten_thousand_objects_is_read_in_time():
    begun = time.process_time()
    document = read_pdf(hostile_pdf.crowded_page(10_000))
    assert time.process_time() - begun < 10
    check_places(document)
    assert "word4999" in document.text


def test_forms_in_circles_end_with_a_sentence():
    with pytest.raises(LessonbookError) as caught:
        read(hostile_pdf.forms_in_circles(), Limits(seconds=2, memory_mb=700))
    assert caught.value.code in {"reading-timed-out", "reading-crashed", "reading-out-of-memory"}


def test_forms_that_multiply_are_followed_as_far_as_the_limit_of_objects():
    begun = time.process_time()
    document = read_pdf(hostile_pdf.forms_that_multiply(4, 10))
    assert time.process_time() - begun < 5
    assert WORDS in document.text


def test_a_broken_table_of_references_is_made_anew():
    assert read_pdf(hostile_pdf.broken_references()).text.count(WORDS) == 3


@pytest.mark.parametrize("size", [(0, 0), (-500, -20), (5_000_000, 5_000_000), (1, 842)])
def test_pages_of_impossible_sizes_are_read(size):
    document = read_pdf(hostile_pdf.sized(*size))
    check_places(document)
    assert WORDS in " ".join(document.text.split())


def test_bookmarks_without_end_end():
    assert WORDS in read_pdf(hostile_pdf.outline_in_circles()).text


def test_a_tree_of_pages_that_holds_itself_is_refused_or_read():
    with pytest.raises(LessonbookError) as caught:
        read_pdf(hostile_pdf.pages_in_circles())
    assert caught.value.message.endswith(".")


def test_letters_that_the_file_does_not_name_are_no_content_and_the_rest_is():
    document = read_pdf(hostile_pdf.letters_without_names(640))
    assert [(problem.code, problem.page) for problem in document.problems] == [("text-untrusted", 1)]
    assert document.text.split() == WORDS.split()


def test_too_many_pages_are_refused_and_the_limit_is_a_setting():
    data = hostile_pdf.many_pages(12)
    with pytest.raises(LessonbookError, match="12 pages"):
        pdf.read(data, "0" * 64, 10)
    assert len(pdf.read(data, "0" * 64, 12).pages) == 12

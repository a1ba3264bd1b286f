from pathlib import Path

import pytest

from helpers.sample_files import SAMPLE
from lessonbook.domain import LessonbookError
from lessonbook.reading.limits import DEFAULT
from lessonbook.reading.pdf.drawing import draw, drawn

FILE = SAMPLE / "digest-spring-2023.pdf"


def test_a_page_has_its_picture_and_its_words_inside_it():
    page = drawn(FILE, 1)
    assert page.png.startswith(b"\x89PNG")
    assert len(page.words) > 50
    assert all(0 <= word.left < word.right <= page.width and word.top < word.bottom for word in page.words)
    assert not page.ocr


def test_a_page_that_is_not_there_says_how_many_there_are():
    with pytest.raises(LessonbookError, match="there is no page 99"):
        draw(FILE.read_bytes(), 99, DEFAULT)


def test_a_file_that_cannot_be_drawn_is_a_sentence(tmp_path: Path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(LessonbookError, match="cannot be drawn"):
        drawn(broken, 1)

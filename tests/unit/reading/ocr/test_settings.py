"""What the environment says about reading pictures."""

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.reading.limits import configured


def test_pictures_are_read_unless_switched_off():
    assert configured({}).ocr
    assert configured({"LESSONBOOK_OCR": "on"}).ocr
    assert not configured({"LESSONBOOK_OCR": "off"}).ocr


def test_pages_and_seconds_are_numbers():
    limits = configured({"LESSONBOOK_MAX_OCR_PAGES": "7", "LESSONBOOK_MAX_OCR_SECONDS": "9"})
    assert (limits.ocr_pages, limits.ocr_seconds) == (7, 9)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("LESSONBOOK_OCR", "yes", "setting-not-on-or-off"),
        ("LESSONBOOK_MAX_OCR_PAGES", "0", "setting-not-a-number"),
        ("LESSONBOOK_MAX_OCR_SECONDS", "-3", "setting-not-a-number"),
    ],
)
def test_what_is_neither_is_refused(name, text, code):
    with pytest.raises(LessonbookError, match=name) as raised:
        configured({name: text})
    assert raised.value.code == code

import pytest

from lessonbook.domain import Evidence, LessonbookError
from lessonbook.reading.pdf.drawing import DrawnPage, DrawnWord
from lessonbook.register import models
from lessonbook.web import sourcing


def a_page(*lines: str) -> DrawnPage:
    words = [
        DrawnWord(word, 10.0 + 40 * at, 20.0 * row, 45.0 + 40 * at, 20.0 * row + 12)
        for row, line in enumerate(lines)
        for at, word in enumerate(line.split())
    ]
    return DrawnPage(300.0, 400.0, b"", tuple(words))


def test_words_over_two_lines_are_two_marks():
    text = "He was seen. Nobody asked his father."
    start = text.index("Nobody")
    piece = Evidence("a" * 64, 1, start, len(text), text[start:])
    marks = sourcing.marks_on(a_page("He was seen. Nobody", "asked his father."), text, 1, [piece])
    assert [(mark.y, mark.x) for mark in marks] == [(-1.0, 129.0), (19.0, 9.0)]


def test_evidence_of_another_page_is_not_marked():
    piece = Evidence("a" * 64, 2, 0, 2, "He")
    assert sourcing.marks_on(a_page("He was seen."), "He was seen.", 1, [piece]) == ()


def test_chosen_words_become_evidence_that_holds(register_of):
    document = models.Document.objects.get()
    piece = sourcing.evidence_for(document.pk, None, "missed  appointments are a SIGN and")
    assert document.text[piece.start : piece.end] == piece.quote == "missed appointments are a sign and"


def test_words_that_the_text_does_not_have_are_refused(register_of):
    with pytest.raises(LessonbookError, match="do not stand so"):
        sourcing.evidence_for(models.Document.objects.get().pk, None, "words of nobody")


def test_a_long_text_is_shown_in_parts_that_join_to_the_whole():
    text = "".join(f"line {number}\n" for number in range(8000))
    piece = Evidence("a" * 64, None, 30_000, 30_010, text[30_000:30_010])
    shown, number, count = sourcing.parts_of(text, [piece], None)
    assert [one.text for one in shown if one.marked] == [piece.quote]
    assert number == 2
    whole = [sourcing.parts_of(text, [piece], part)[0] for part in range(1, count + 1)]
    assert "".join(one.text for part in whole for one in part) == text

from hypothesis import given
from hypothesis import strategies as st

from lessonbook.web.letters import Letters, folded, place

TEXT = "The health visitor saw him. A health visitor wrote it down. No health visitor asked."


def test_hyphens_and_white_space_do_not_matter():
    assert folded("safe-\nguarding  Children") == folded("safeguarding children")


def test_a_ligature_is_its_letters():
    assert folded("ﬁrst") == "first"


def test_the_surroundings_tell_one_place_from_another():
    letters = Letters(TEXT)
    held = place("healthvisitor", letters.text, before="itdownno", after="asked")
    assert letters.span(*held) == (TEXT.rindex("health"), TEXT.rindex("health") + len("health visitor"))


def test_words_that_are_not_there_have_no_place():
    assert place(folded("police"), folded(TEXT)) is None
    assert place("", folded(TEXT)) is None


@given(st.text(max_size=200), st.data())
def test_any_piece_of_a_text_is_found_with_its_letters(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = folded(text[start:end])
    letters = Letters(text)
    held = place(wanted, letters.text, folded(text[:start]), folded(text[end:]))
    assert (held is None) == (wanted == "")
    if held:
        first, last = letters.span(*held)
        assert wanted in folded(text[first:last])

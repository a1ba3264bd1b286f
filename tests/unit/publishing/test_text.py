"""Plain text, and what all formats have in common."""

import pytest

from helpers.hostile_texts import LONG
from helpers.invented_cases import Source, review, reviews, settings
from lessonbook.domain import LessonbookError
from lessonbook.publishing import RENDERERS, compose, render


def text_of(*chosen, **changes) -> str:
    return render(compose(chosen, settings(**changes)), "text").decode()


def test_lines_fit_in_78_characters():
    lines = text_of(*reviews(30)).splitlines()
    assert max(len(line) for line in lines if " " in line.strip() and "://" not in line and "SHA-256" not in line) <= 78


def test_headings_are_underlined_as_long_as_they_are():
    lines = text_of().splitlines()
    assert lines[:2] == ["Lessons Learned Research Digest", "=" * 31]
    at = lines.index("Local learning")
    assert lines[at + 1] == "=" * len("Local learning")


def test_a_case_has_all_its_words():
    text = text_of(review())
    for words in (
        "Mar 2021 – Kent – Child A",
        "Neglect of an 8-year-old.",
        "- A key issue",
        "Learning:\n- a thing learnt",
    ):
        assert words in text


def test_a_long_word_stays_whole():
    source = Source()
    assert LONG in text_of(review(statements=(source.statement("learning", LONG),)))


def test_an_unknown_format_is_refused():
    with pytest.raises(LessonbookError, match="choose html, docx, pdf, email, text"):
        render(compose([], settings()), "odt")  # type: ignore[arg-type]


@pytest.mark.parametrize("form", list(RENDERERS))
def test_the_same_issue_is_the_same_bytes(form):
    issue = compose(reviews(5), settings())
    assert render(issue, form) == render(issue, form)


@pytest.mark.parametrize("form", list(RENDERERS))
@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_cases_is_an_issue(form, count):
    assert len(render(compose(reviews(count), settings()), form)) > 1000

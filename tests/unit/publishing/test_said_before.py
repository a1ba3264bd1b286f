import msgspec
import pytest

from helpers.invented_cases import reviews
from helpers.round_trip import differences, read_again, settings_for
from lessonbook import reading
from lessonbook.publishing import compose, render

INFERRED = frozenset({"subjects", "harm", "statements", "incident", "audience"})
LINE = "Said in 14 earlier reviews in 9 areas since 2016."


def with_lines(found):
    said = {one.id: LINE for review in found for one in review.statements if one.kind == "recommendation"}
    return msgspec.structs.replace(settings_for(), said_before=said)


def test_where_it_was_said_before_stands_under_the_recommendation():
    found = reviews(3)
    settings = with_lines(found)
    issue = compose(found, settings)
    groups = [group for case in issue.cases() for group in case.groups]
    assert sum(group.said_before.count(LINE) for group in groups) == len(settings.said_before) > 0
    assert {line for group in groups for _, line in group.lines if group.label != "Recommendations:"} == {""}
    assert not any(LINE in text for case in issue.cases() for group in case.groups for text in group.statements)


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_it_is_not_read_as_a_statement(form):
    found = reviews(67)
    before, after = read_again(found, with_lines(found), form)
    assert differences(before, after, INFERRED) == []
    assert [[one.text for one in review.statements] for review in before] == [
        [one.text for one in review.statements] for review in after
    ]


@pytest.mark.parametrize("form", ["docx", "html", "pdf", "text"])
def test_it_is_printed(form):
    found = reviews(3)
    settings = with_lines(found)
    data = render(compose(found, settings), form)
    words = data.decode() if form == "text" else reading.read_here(data).text
    assert " ".join(words.split()).count(LINE) == len(settings.said_before)


def test_an_email_says_how_many():
    found = reviews(3)
    assert "made before, in earlier reviews." in render(compose(found, with_lines(found)), "email").decode()

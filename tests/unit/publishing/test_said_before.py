import msgspec
import pytest

from helpers.invented_cases import reviews
from helpers.round_trip import differences, read_again, settings_for
from lessonbook.publishing import compose

INFERRED = frozenset({"subjects", "harm", "statements", "incident", "audience"})
LINE = "said in 14 earlier reviews in 9 areas since 2016"


def with_lines(found):
    said = {one.id: LINE for review in found for one in review.statements if one.kind == "recommendation"}
    return msgspec.structs.replace(settings_for(), said_before=said)


def test_where_it_was_said_before_stands_with_the_source():
    found = reviews(3)
    settings = with_lines(found)
    issue = compose(found, settings)
    assert sum(case.sources.count(LINE) for case in issue.cases()) == len(settings.said_before) > 0
    assert not any(LINE in text for case in issue.cases() for group in case.groups for text in group.statements)


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_it_is_not_read_as_a_statement(form):
    found = reviews(6)
    before, after = read_again(found, with_lines(found), form)
    assert differences(before, after, INFERRED) == []
    assert [[one.text for one in review.statements] for review in before] == [
        [one.text for one in review.statements] for review in after
    ]

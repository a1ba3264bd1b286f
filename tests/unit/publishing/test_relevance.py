"""An issue prints the marks of its own area only."""

import msgspec
import pytest

from helpers.invented_cases import reviews
from helpers.round_trip import settings_for
from lessonbook.domain import Relevance
from lessonbook.publishing import compose


@pytest.mark.parametrize(
    ("area", "printed"),
    [
        (None, "Relevant to Darlington: why"),
        ("Darlington", "Relevant to Darlington: why"),
        ("Darlington Safeguarding Partnership", "Relevant to Darlington: why"),
        ("Leeds", None),
        ("Brackenshire Safeguarding Partnership", None),
    ],
)
def test_a_mark_that_another_partnership_made_is_not_ours(area, printed):
    marked = msgspec.structs.replace(reviews(1)[0], relevance=Relevance(relevant=True, reason="why", area=area))
    issue = compose([marked], settings_for())
    assert [case.relevance for case in issue.cases()] == [printed]
    assert any("italics" in text for text in issue.introduction) is (printed is not None)

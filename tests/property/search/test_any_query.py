from hypothesis import given
from hypothesis import strategies as st

from lessonbook.domain import LessonbookError
from lessonbook.search.query import Query, read

_PIECES = st.sampled_from(
    ["AND", "OR", "NOT", "(", ")", '"', "-", "*", "father", '"safer sleep"', "area:", "area:Hull", "’"]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=8).map(" ".join))
def test_any_text_is_a_query_or_says_why_not(text):
    try:
        asked = read(text)
    except LessonbookError as error:
        said = error
    else:
        assert isinstance(asked, Query)
        return
    assert str(said).endswith(".")

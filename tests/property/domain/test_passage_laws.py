"""However a passage is cut, stripped or joined, each of its characters still says where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from lessonbook.domain import Mark, Passage

DOCUMENT = "The review, of Child X; was published — “late” — in\n\n<b>May</b> 2021 (see s.20).   \t Its end. " * 3

spans = st.tuples(st.integers(0, len(DOCUMENT)), st.integers(0, 80)).map(lambda pair: (pair[0], sum(pair)))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("cut"), st.integers(0, 60), st.integers(0, 60)),
        st.tuples(st.just("strip"), st.sampled_from([None, " ;", "The"])),
        st.tuples(st.just("join"), spans, st.sampled_from([" ", "", "\n"])),
    ),
    max_size=6,
)


def piece(span):
    start, end = span
    return Passage.at(DOCUMENT[start:end], start, [Mark(0, min(3, len(DOCUMENT[start:end])), "bold")])


def changed(passage, step):
    match step:
        case ("cut", start, end):
            return passage.cut(start, end)
        case ("strip", characters):
            return passage.strip(characters)
        case ("join", span, between):
            return passage.join(piece(span), between)


@given(spans, steps)
def test_no_step_moves_a_character(span, taken):
    passage = piece(span)
    for step in taken:
        passage = changed(passage, step)
    for run in passage.runs:
        assert passage.text[run.start : run.end] == DOCUMENT[run.at : run.until]
    placed = {at for run in passage.runs for at in range(run.start, run.end)}
    assert all(passage.text[at].isspace() for at in range(len(passage)) if at not in placed)
    assert all(0 <= mark.start <= mark.end <= len(passage) for mark in passage.marks)


@given(spans, steps)
def test_spans_hold_what_the_passage_holds(span, taken):
    passage = piece(span)
    for step in taken:
        passage = changed(passage, step)
    held = "".join(DOCUMENT[each.start : each.end] for each in passage.spans())
    assert "".join(held.split()) == "".join(passage.text.split())


@given(spans, st.integers(0, 90), st.integers(0, 90))
def test_a_cut_is_the_same_as_a_slice_and_two_halves_make_the_whole(span, one, other):
    passage = piece(span)
    first, last = sorted((one, other))
    assert passage.cut(first, last).text == passage.text[first:last]
    whole = passage.cut(0, first).join(passage.cut(first), "")
    assert whole.text == passage.text
    assert whole.spans() == passage.spans()

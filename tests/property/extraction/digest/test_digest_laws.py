"""Whatever the rows are: nothing is lost, nothing stands twice, all evidence holds, nothing breaks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.digest_texts import bullets, read_text, row
from lessonbook.extraction import unaccounted

HEADINGS = st.sampled_from(
    [
        "Jan 2023 – Leeds City Council – Child A Neglect of a 5-year-old girl in May 2021.",
        "Feb 2023 – Unnamed LA – Ash",
        "March 2023",
        "2023 Kent County Council – 'Elm' Death of a 2-year-old boy.",
        "Kent County Council",
        "November 2015, leading to harm.",
        "of a girl aged 3.",
        "Read full overview (PDF)",
        "",
        "I",
    ]
)
WORDS = st.sampled_from(
    [
        "Learning:",
        "Recommendations:",
        "Findings include:",
        "Learning and recommendations are integrated:",
        "Makes no recommendations but sets out actions including: hold an event;",
        "Makes no formal recommendations.",
        "Uses the SCIE Learning Together model.",
        "ask her;",
        "schools should listen",
        "to what children say;",
        "visit at home.",
        "isolation harms children; schools should act on it;",
        "Ethnicity or nationality is not stated.",
        "Ash was White British.",
        "He moved twice. She did not; nobody asked",
        "why he was at the hos-",
        "pital. Read full overview (PDF)",
        "Practice Review;",
        "•",
        "- burning,",
        "",
    ]
)
CELLS = st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=4).map(lambda items: bullets(*items)))
ROWS = st.one_of(
    st.tuples(HEADINGS, CELLS, CELLS).map(lambda cells: row(*cells)),
    st.tuples(CELLS, CELLS).map(lambda cells: row(*cells)),
    st.sampled_from(
        ["", row("NEGLECT", "", ""), row("CASE", "KEY ISSUES", "LEARNING"), row("---", "--"), "## Homicide"]
    ),
)


@given(st.lists(ROWS, min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_and_nothing_stands_twice(rows):
    extraction, document = read_text("\n".join(["# Digest", "", row("CASE", "KEY ISSUES", "LEARNING"), *rows, ""]))
    assert unaccounted(document, extraction) == ()
    assert [p.evidence[0].quote for p in extraction.problems if p.code == "not-placed"] == []
    claims = [(entry.position, claim) for entry in extraction.entries for claim in entry.claims]
    assert all(piece.holds_in(document.text) for _, claim in claims for piece in claim.evidence)
    owner = {}
    for position, claim in claims:
        for piece in claim.evidence if claim.field == "statement" else ():
            for offset in range(piece.start, piece.end):
                assert owner.setdefault(offset, position) == position

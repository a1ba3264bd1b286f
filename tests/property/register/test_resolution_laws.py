"""The laws of resolution. Sources are entries of different documents; a source's own claims keep their order."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lessonbook.domain import Area, Authority, Claim, Evidence, PartialDate, StatementClaim
from lessonbook.domain.serialise import from_json, to_json
from lessonbook.register.identity import normalised
from lessonbook.register.resolution import Edit, Source, resolve

ONCE = {
    "label": st.sampled_from(("Child Z", "“Child Z”", "Baby Y", "Family X")),
    "published": st.sampled_from(tuple(map(PartialDate, ("2031", "2031-03", "2031-04", "2031-03-09", "2032")))),
    "area": st.sampled_from(
        (
            Area("Unnamed LA", "unnamed"),
            Area("Upper Vale", "unresolved"),
            Area("Leeds", "named", (Authority("Leeds", "E08000035"),)),
            Area("Leeds City Council", "named", (Authority("Leeds", "E08000035"),)),
            Area("York", "named", (Authority("York", "E06000014"),)),
        )
    ),
    "section": st.sampled_from(("neglect", "child-death")),
    "audience": st.sampled_from(("children", "adults", "both")),
}
CERTAINTIES = st.sampled_from(("stated", "inferred", "unsure"))
STATEMENTS = st.builds(
    StatementClaim,
    st.sampled_from(("key-issue", "learning", "recommendation")),
    st.sampled_from(("Ask.", "ask", "Tell them.", "Call early.", "Train staff.", "Write it down.")),
)


@st.composite
def claims(draw, document):
    name = draw(st.sampled_from((*ONCE, "statement", "statement", "statement")))
    value = draw(STATEMENTS if name == "statement" else ONCE[name])
    start = draw(st.integers(0, 10**6))
    evidence = (Evidence(document, None, start, start + 1, "x"),)
    return Claim(name, value, evidence, draw(CERTAINTIES))


@st.composite
def sources(draw, number=0):
    document = f"{number:064x}"
    return Source(f"key{number}", document, tuple(draw(st.lists(claims(document), max_size=8))))


@st.composite
def several_sources(draw):
    return [draw(sources(number)) for number in range(draw(st.integers(0, 4)))]


def stated(review):
    return Counter((statement.kind, normalised(statement.text)) for statement in review.statements)


def places(review):
    return {
        (statement.kind, normalised(statement.text), piece)
        for statement in review.statements
        for piece in statement.evidence
    }


@given(several_sources(), st.randoms())
def test_the_order_of_documents_changes_no_statement_and_no_evidence(said, random):
    shuffled = random.sample(said, len(said))
    one, other = resolve("r", said), resolve("r", shuffled)
    assert stated(one) == stated(other)
    assert places(one) == places(other)
    assert set(one.documents) == set(other.documents)
    assert {p.code for p in one.problems} == {p.code for p in other.problems}


@given(several_sources(), st.randoms())
def test_the_order_of_documents_decides_only_between_claims_that_are_equally_sure(said, random):
    order = {"unsure": 0, "inferred": 1, "stated": 2}
    review = resolve("r", random.sample(said, len(said)))
    for name in ONCE:
        spoken = [claim for source in said for claim in source.claims if claim.field == name]
        surest = max((order[claim.certainty] for claim in spoken), default=None)
        shown = getattr(review, name)
        assert shown in [claim.value for claim in spoken if order[claim.certainty] == surest] or (
            shown is None and not spoken
        )


@given(several_sources())
def test_nothing_is_made_up_and_nothing_is_lost(said):
    review = resolve("r", said)
    claimed = {
        (claim.value.kind, normalised(claim.value.text), piece)
        for source in said
        for claim in source.claims
        if claim.field == "statement"
        for piece in claim.evidence
    }
    assert places(review) == claimed


@given(several_sources())
def test_a_statement_is_shown_as_often_as_the_document_that_says_it_most(said):
    most: Counter[tuple[str, str]] = Counter()
    for source in said:
        most |= Counter(
            (claim.value.kind, normalised(claim.value.text)) for claim in source.claims if claim.field == "statement"
        )
    assert stated(resolve("r", said)) == most


@given(several_sources())
def test_statement_ids_are_unique_and_the_same_every_time(said):
    ids = [statement.id for statement in resolve("r", said).statements]
    assert len(set(ids)) == len(ids)
    assert ids == [statement.id for statement in resolve("another", said).statements]


@given(sources())
def test_one_document_s_order_is_kept(source):
    told = [claim.value for claim in source.claims if claim.field == "statement"]
    assert [(s.kind, s.text) for s in resolve("r", [source]).statements] == [(s.kind, s.text) for s in told]


@given(several_sources())
def test_a_document_that_says_nothing_new_changes_no_value(said):
    if not said:
        return
    echo = Source("echo", "e" * 64, said[-1].claims)
    before, after = resolve("r", said), resolve("r", [*said, echo])
    assert [(s.id, s.text) for s in before.statements] == [(s.id, s.text) for s in after.statements]
    assert all(getattr(before, name) == getattr(after, name) for name in ONCE)


@given(several_sources(), st.sampled_from(sorted(ONCE)), st.data())
def test_an_editor_has_the_last_word_and_ends_the_conflict(said, name, data):
    value = data.draw(st.none() | ONCE[name])
    earlier = Edit(name, data.draw(ONCE[name]))
    review = resolve("r", said, [earlier, Edit(name, value)])
    assert getattr(review, name) == value
    assert resolve("r", said, [Edit(name, value)]) == review


@given(several_sources())
def test_a_conflict_shows_the_evidence_of_every_side(said):
    review = resolve("r", said)
    for problem in review.problems:
        assert problem.code == "sources-disagree"
        assert len(set(problem.evidence)) >= 2 or len(said) == 1
        assert all(any(piece in claim.evidence for s in said for claim in s.claims) for piece in problem.evidence)


@given(several_sources())
def test_a_record_comes_back_from_json(said):
    review = resolve("r", said)
    assert from_json(to_json(review), type(review)) == review

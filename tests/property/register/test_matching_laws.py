"""The laws of matching: symmetric, and every pair that can be the same shares a key."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbook.register.matching.comparing import compare
from lessonbook.register.matching.facts import Facts, Person, keys_of, label_words, leads_of

DAYS = st.one_of(
    st.none(),
    st.tuples(st.integers(740000, 742000), st.integers(0, 400)).map(lambda day: (day[0], day[0] + day[1])),
)
PEOPLE = st.lists(
    st.builds(
        Person,
        st.none() | st.tuples(st.integers(0, 6000), st.integers(0, 400)).map(lambda age: (age[0], age[0] + age[1])),
        st.sampled_from(("", "male", "female")),
        st.sampled_from(("", "death", "serious-harm")),
    ),
    max_size=2,
).map(tuple)
SAID = st.lists(st.sampled_from("abcdef"), max_size=4, unique=True).map(tuple)


@st.composite
def facts(draw):
    status = draw(st.sampled_from(("named", "unnamed", "unresolved", "none")))
    places = {"named": ("E1", "E2"), "unnamed": ("unnamed",), "unresolved": ("x", "y"), "none": ()}[status]
    areas = draw(st.lists(st.sampled_from(places), min_size=1, max_size=2, unique=True)) if places else []
    return Facts(
        status,
        tuple(sorted(areas)),
        draw(st.sampled_from(((), ("a",), ("b",), ("a", "b")))),
        draw(st.sampled_from(("", "child", "adult"))),
        draw(DAYS),
        draw(DAYS),
        draw(st.sampled_from(("", "children", "adults", "both"))),
        draw(PEOPLE),
        draw(st.sampled_from(("", "", "t1", "t2"))),
        draw(st.sampled_from(("", "h1", "h2"))),
        draw(SAID),
    )


@given(facts(), facts())
def test_it_does_not_matter_which_comes_first(one, other):
    assert compare(one, other).outcome == compare(other, one).outcome


@st.composite
def pairs(draw):
    """Two records that agree in all but some fields."""
    one, strange = draw(facts()), draw(facts())
    changed = draw(st.lists(st.sampled_from(Facts.__struct_fields__), max_size=3, unique=True))
    if "area" in changed or "areas" in changed:
        changed = [*changed, "area", "areas"]
    return one, msgspec.structs.replace(one, **{name: getattr(strange, name) for name in changed})


def same_where_both_speak(one, other):
    """Whether nothing that both say contradicts."""
    spans = [(one.published, other.published, 32), (one.incident, other.incident, 0)]
    if len(one.people) == len(other.people) == 1:
        mine, theirs = one.people[0], other.people[0]
        spans.append((mine.age, theirs.age, 0))
        if any(a and b and a != b for a, b in ((mine.sex, theirs.sex), (mine.outcome, theirs.outcome))):
            return False
    if {one.audience, other.audience} == {"children", "adults"}:
        return False
    return all(not a or not b or max(a[0], b[0]) <= min(a[1], b[1]) + slack for a, b, slack in spans)


@settings(max_examples=300)
@given(pairs())
def test_what_is_surely_the_same_is_in_one_place_and_contradicts_nowhere(pair):
    one, other = pair
    if compare(one, other).outcome == "same":
        assert one.area == other.area
        assert not set(one.areas).isdisjoint(other.areas) or one.area == "none"
        assert same_where_both_speak(one, other)
        assert not one.label or not other.label or not set(one.label).isdisjoint(other.label) or one.title


@settings(max_examples=300)
@given(pairs())
def test_records_of_a_named_area_that_are_surely_the_same_lead_to_each_other(pair):
    one, other = pair
    led = (one.label and other.label) or (one.published and other.published and years(one) & years(other))
    # Without a label or a year in common only the same harm leads to a record, and the sentences alone do not.
    if one.area == "named" and led and compare(one, other).outcome == "same":
        assert not set(leads_of(one)).isdisjoint(keys_of(other))
        assert not set(leads_of(other)).isdisjoint(keys_of(one))


@settings(max_examples=300)
@given(facts())
def test_a_record_with_a_label_a_month_and_a_named_area_is_itself(one):
    if one.area == "named" and one.label and one.published:
        assert compare(one, one).outcome == "same" or one.published[1] - one.published[0] > 30


def years(facts):
    return set(range(facts.published[0] // 366, facts.published[1] // 365 + 1)) if facts.published else set()


CORES = st.lists(st.sampled_from(("a", "B", "q", "RN19", "Zoe")), min_size=1, max_size=3)


@given(CORES, st.sampled_from(("&", " and ", ", ", " & ")), st.sampled_from(("Child", "Baby", "Children", "INFANT")))
def test_a_label_without_its_role_is_the_same_label(core, between, role):
    label = between.join(core)
    assert label_words(f"{role} {label}") == ("child", label_words(label)[1])
    assert label_words(f"“{label}”") == label_words(label) == ("", tuple(sorted({word.lower() for word in core})))

"""Facts never fail on any text, and what they find stands in the document."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from lessonbook.domain import Passage
from lessonbook.extraction.facts import (
    items,
    read_case_heading,
    read_ethnicity,
    read_harm,
    read_link,
    read_method,
    sentences,
)

WORDS = (
    "Death of a boy girl aged 4-year-old 3 and 7 months Child X Y & mother father by in May 2021 – - Kent Council"
    " Unnamed LA 'Ash' Serious injuries ; , . ( ) “ ” Feb 2019 Uses the model ethnicity not stated Read report"
    " here 10-year-old murdered her his who was No. e.g. Mr A."
)
words = st.sampled_from(WORDS.split(" "))
texts = st.one_of(st.text(max_size=80), st.lists(words, max_size=25).map(" ".join))
labels = st.sampled_from([None, "Child X", "Children X&Y", "Ash", "X, Y and Z", "Family N", "(", "a.b"])


def solid(text):
    return "".join(text.split())


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_sentences_lose_no_character(text):
    found = sentences(Passage.at(text, 5))
    assert solid("".join(sentence.text for sentence in found)) == solid(text)
    assert all(sentence.text == text[s.start - 5 : s.end - 5] for sentence in found for s in sentence.spans())


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_items_lose_only_their_separators(text):
    found = items(Passage.at(text, 5))
    kept = solid("".join(item.text for item in found))
    assert re.sub(r"[;,&]|and", "", kept, flags=re.IGNORECASE) == re.sub(
        r"[;,&]|and", "", solid(text), flags=re.IGNORECASE
    )
    assert all(item.text and item.text == item.text.strip() for item in found)


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_a_heading_and_its_rest_lose_only_separators_and_kinds(text):
    heading = read_case_heading(Passage.at(text, 5))
    parts = [heading.published, heading.area, heading.label, heading.title, heading.kinds]
    held = "".join(part.passage.text for part in parts if part is not None) + heading.rest.text
    lost = [character for character in set(solid(text)) if solid(text).count(character) > held.count(character)]
    assert all(
        not character.isalnum() or heading.published is not None or heading.area is not None for character in lost
    )
    assert all(not character.isalpha() for character in lost)
    for part in parts:
        assert part is None or part.passage.spans()


@settings(deadline=None)  # the first look-up reads the data files
@given(texts, labels)
def test_harm_never_fails_and_its_facts_are_in_the_text(text, label):
    facts = read_harm(Passage.at(text, 5), label)
    folded = " ".join(text.split())
    assert facts.harm.value.as_written == folded
    for subject in facts.subjects:
        age = subject.value.age
        assert age is None or age.as_written in folded
        assert age is None or age.days is None or 0 <= age.days[0] <= age.days[1]
    assert facts.incident is None or facts.incident.passage.text in text


@settings(deadline=None)  # the first look-up reads the data files
@given(texts)
def test_the_other_facts_never_fail(text):
    passage = Passage.at(text, 5)
    for read in (read_ethnicity, read_method, read_link):
        found = read(passage)
        assert found is None or solid(found.passage.text) in solid(text)

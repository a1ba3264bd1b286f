"""Sentences, items, ethnicity, method and links of a passage. The wording is invented."""

import pytest

from lessonbook.domain import Link, Mark, Passage
from lessonbook.extraction.facts import items, read_ethnicity, read_link, read_method, sentences


def parts(split, text):
    return [part.text for part in split(Passage.at(text, 11))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seen by Mr A. Police were told.", ["Seen by Mr A.", "Police were told."]),
        ("He lived with Child C. Child C left.", ["He lived with Child C.", "Child C left."]),
        ("See s.20 of the Act. It says so.", ["See s.20 of the Act.", "It says so."]),
        ("Burns etc. Later he died.", ["Burns etc.", "Later he died."]),
        ("Injuries incl. burns were seen.", ["Injuries incl. burns were seen."]),
        ("About 3 p.m. on Monday. Then home.", ["About 3 p.m. on Monday.", "Then home."]),
        ("1. First thing. 2. Second thing.", ["1. First thing.", "2. Second thing."]),
        ("She died.Father left.", ["She died.", "Father left."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert parts(sentences, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("listening; writing; and acting.", ["listening", "writing", "acting."]),
        ("listening (to all; always); writing;", ["listening (to all; always)", "writing"]),
        ("ask “what; why”; write", ["ask “what; why”", "write"]),
        ("the child's view; parents' rights; and", ["the child's view", "parents' rights"]),
        ("one; two, and; three,", ["one", "two", "three"]),
        ("either; and/or both", ["either", "and/or both"]),
        ("an open (bracket; is no bracket", ["an open (bracket", "is no bracket"]),
        (" ;; ", []),
    ],
)
def test_items(text, expected):
    assert parts(items, text) == expected


def test_a_part_says_where_it_stands():
    text = "listening; writing"
    _, second = items(Passage.at(text, 100))
    assert [(span.start, span.end) for span in second.spans()] == [(111, 118)]


def test_ethnicity_keeps_its_words():
    found = read_ethnicity(Passage.at("Family is  of Ghanaian heritage.", 0))
    assert (found.value.status, found.value.as_written) == ("stated", "Family is of Ghanaian heritage.")
    assert read_ethnicity(Passage.at("Nobody asked.", 0)) is None


METHODS = {
    "Uses the SCIE Learning Together systems model.": "scie-learning-together",
    "Blended approach based on Root Cause Analysis.": "root-cause-analysis",
    "Uses a model of learning based on a Soft Systems Methodology.": "soft-systems",
    "The review was conducted using a hybrid approach.": "hybrid",
    "The Child Practice Review model was used.": "child-practice-review",
    "Model: uses the SILP": "silp",
    "Uses a strengths-based methodology.": None,
}
NO_METHODS = [
    "a systems approach to information sharing",
    "improve root cause analysis of incidents",
    "learning events should be held",
    "The family used drugs.",
    "Uses of restraint should be looked at",
    "",
]


@pytest.mark.parametrize("text", METHODS)
def test_a_sentence_that_says_how(text):
    found = read_method(Passage.at(text, 0))
    assert (found.value.name, found.value.as_written) == (METHODS[text], text.removeprefix("Model: "))


@pytest.mark.parametrize("text", NO_METHODS)
def test_what_says_nothing_of_the_method(text):
    assert read_method(Passage.at(text, 0)) is None


def test_a_link_with_and_without_its_target():
    marked = Passage.at("> Read the overview report", 0, [Mark(2, 26, "link", "https://example.org/a.pdf")])
    assert read_link(marked).value == Link("Read the overview report", "https://example.org/a.pdf")
    assert read_link(Passage.at("Read full overview (PDF)", 0)).value.url is None
    assert read_link(Passage.at("https://example.org/b", 0)).value.url == "https://example.org/b"


def test_a_link_within_a_sentence_is_no_link_of_its_own():
    text = "The board wrote a policy for all its members, see here."
    assert read_link(Passage.at(text, 0, [Mark(50, 54, "link", "https://example.org")])) is None
    assert read_link(Passage.at(text, 0)) is None

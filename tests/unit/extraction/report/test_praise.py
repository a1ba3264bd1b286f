"""Good practice in running text: what somebody of a service did, and not how agencies work."""

import pytest

from helpers.built_reports import h, p, texts_of
from lessonbook.domain import Passage
from lessonbook.extraction.report import praise


def _deeds(text):
    return [found.text for found in praise.deeds(Passage(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The school nurse telephoned the mother each Monday until the appointment was kept.",
        "A housing officer who knew the family walked to the surgery with the letter in her hand.",
        "Two paramedics wrote down what each child said.",
        "The clerk's work on the bundle was exemplary and saved the court a month.",
    ],
)
def test_a_deed_or_praise_is_good_practice(text):
    assert _deeds(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Much was done well.",
        "Practitioners said that they had too many forms.",
        "The social worker did not visit in March.",
        "Meetings were seldom held, and the minutes came late.",
        "A teacher who needed a number had to ring the office and wait.",
        "Policy runs to ninety pages.",
    ],
)
def test_how_agencies_work_is_none(text):
    assert _deeds(text) == []


def test_each_sentence_is_one_and_keeps_the_praise_behind_it():
    text = (
        "Much was done well. The midwife came back on a Sunday. This was good practice. The office was closed. "
        "A youth worker found him a coat."
    )
    wanted = ["The midwife came back on a Sunday. This was good practice.", "A youth worker found him a coat."]
    assert _deeds(text) == wanted
    blocks = [
        h("5. Practice worth sharing"),
        p(text),
        p("Files are kept in five systems."),
        h("6. Method"),
        p("We met."),
    ]
    assert texts_of("good-practice", *blocks) == wanted

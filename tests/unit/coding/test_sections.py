"""Reviews to sections."""

import pytest

from lessonbook.coding.sections import Placed, SectionModel, begins


@pytest.fixture(scope="module")
def model():
    return SectionModel()


@pytest.mark.parametrize(
    ("text", "audience", "section"),
    [
        ("Sexual abuse of two sisters by their uncle over several years.", "children", "sexual-abuse"),
        ("Death by suicide of a girl of 15 who had harmed herself before.", "children", "suicide"),
        ("A man of 70 died in a house fire after hoarding and self-neglect.", "adults", "self-neglect"),
        ("Murder of a woman of 34 by her former husband.", "adults", "homicide"),
    ],
)
def test_a_plain_case_stands_in_its_section_for_words_of_its_own(model, text, audience, section):
    told = model.tell(text, audience)
    assert told.section == section
    assert told.reasons
    assert all(0 <= start < end <= len(text) for start, end in told.reasons)


def test_only_sections_for_the_audience_are_told(model):
    text = "Sexual abuse of a resident."
    assert model.tell(text, "adults").section == "sexual-abuse-of-adults"
    assert model.tell(text, "children").section == "sexual-abuse"


def test_what_says_nothing_is_not_sure(model):
    assert model.tell("", None).confidence < 0.5
    assert model.tell("", None).reasons == ()


def test_it_learns_from_reviews_whose_sections_are_known(model):
    text = "Quicksand at the estuary; a boy of nine was pulled out alive."
    known = [Placed(f"Quicksand at the {place}; a girl was rescued.", "children", "accident") for place in "abcdef"]
    taught = SectionModel(known)
    assert taught.tell(text, "children").section == "accident"
    assert taught.tell(text, "children").confidence > model.tell(text, "children").confidence
    assert SectionModel(known).tell(text, "children") == taught.tell(text, "children")


def test_only_the_beginning_counts():
    assert begins("a " * 300) == begins("a " * 400)
    assert begins("short") == "short"

"""What a harm sentence says of the subjects, the outcome and the incident. The sentences are invented."""

import pytest

from lessonbook.domain import Passage
from lessonbook.extraction.facts import read_harm
from lessonbook.extraction.facts.subjects import label_parts


def told(text, label=None):
    return [
        (s.value.label, s.value.age and s.value.age.as_written, s.value.sex, s.value.outcome)
        for s in read_harm(Passage.at(text, 3), label).subjects
    ]


def incident(text, label=None):
    found = read_harm(Passage.at(text, 3), label).incident
    return (found.value.edtf, found.certainty) if found else None


ONE_SUBJECT = {
    "Serious harm suffered by a 9-week-old baby boy in October 2016.": ("9-week-old", "male", "serious-harm"),
    "Death of a girl aged under 3-months-old in June 2019.": ("aged under 3-months-old", "female", "death"),
    "Death of a 15-year-old child in 2019. Ash had been unwell.": ("15-year-old", "not-stated", "death"),
    "Death of a 16-year-old girl in 2018, assumed to be suicide.": ("16-year-old", "female", "death"),
    "Placement of a 12-year-old girl in secure accommodation.": ("12-year-old", "female", "other"),
    "Ash was a man in his 50's who died in a fire.": ("in his 50's", "male", "death"),
    "'Ash' was a 34 year old mother of 3 who was found dead.": ("34 year old", "female", "death"),
    "When he was aged two years and 11 months, Ash was taken to hospital by his grandmother.": (
        "aged two years and 11 months",
        "male",
        "not-stated",
    ),
    "Ash died in hospital at the age of 91, cause of death given as old age.": (
        "at the age of 91",
        "not-stated",
        "death",
    ),
    "16-year-old Ash sustaining serious stab injuries.": ("16-year-old", "not-stated", "serious-harm"),
    "Sexual abuse of a girl aged between 11-19-years-old. Ash spoke of it at 19-years-old.": (
        "aged between 11-19-years-old",
        "female",
        "serious-harm",
    ),
    "Ash, born at 27-weeks-old, died aged 5 months.": ("aged 5 months", "not-stated", "death"),
    "Ash was born to a 17-year-old mother and died in March 2020.": (None, "not-stated", "death"),
    "Death of a child, murdered by his 25-year-old stepfather.": (None, "male", "death"),
    "Stabbing of a 15-year-old boy by a 16-year-old boy.": ("15-year-old", "male", "serious-harm"),
    "Ash was killed by her father at home.": (None, "female", "death"),
    "Attempted murder of a woman in her forties.": ("in her forties", "female", "serious-harm"),
    "Ash (17) died by suicide.": ("17", "not-stated", "death"),
    "Ash, 17, died in a fire.": ("17", "not-stated", "death"),
    "Ash who had been known to services all his life took his own life.": (None, "male", "death"),
    "Historical sexual abuse of an adolescent girl": (None, "female", "serious-harm"),
    "Injuries to Ash. Mother told the police that she had been asleep.": (None, "not-stated", "serious-harm"),
    "Disclosure by a 14-year-old girl of rape by an adult male.": ("14-year-old", "female", "serious-harm"),
    "A report by the mother, aged 30, of burns to Ash.": (None, "not-stated", "serious-harm"),
}


@pytest.mark.parametrize("text", ONE_SUBJECT)
def test_the_facts_of_one_subject(text):
    assert told(text, "Ash") == [("Ash", *ONE_SUBJECT[text])]


def test_two_named_in_one_sentence():
    text = "Serious injuries to two children; Child X aged 4-years-old and Child Y aged 7-weeks-old, in December 2020."
    assert told(text, "Children X&Y") == [
        ("Child X", "aged 4-years-old", "not-stated", "serious-harm"),
        ("Child Y", "aged 7-weeks-old", "not-stated", "serious-harm"),
    ]


def test_one_of_two_is_told_of():
    text = "Death at home of Pat, a 2-year-old boy in January 2018."
    assert told(text, "Pat and Lee") == [
        ("Pat", "2-year-old", "male", "death"),
        ("Lee", None, "not-stated", "not-stated"),
    ]


def test_a_family_without_names():
    text = "Death of 10-year-old and 7-year-old boys and their mother and father in March 2018."
    assert told(text) == [
        (None, "10-year-old", "male", "death"),
        (None, "7-year-old", "male", "death"),
        (None, None, "female", "death"),
        (None, None, "male", "death"),
    ]


def test_names_behind_take_the_place_of_the_unnamed():
    text = (
        "Death of 10-year-old and 7-year-old boys and their mother and father (Ida aged 47: Max aged 10: Tim aged 7:"
        " found murdered by Abe aged 57 who also took his own life)"
    )
    assert told(text) == [
        ("Ida", "aged 47", "not-stated", "death"),
        ("Max", "aged 10", "male", "death"),
        ("Tim", "aged 7", "male", "death"),
        ("Abe", "aged 57", "male", "death"),
    ]


def test_ages_in_the_order_of_the_labels():
    text = "One of XX, YY and ZZ who were 6, 3 and 1-years-old respectively, was burnt."
    assert [(label, age) for label, age, *_ in told(text, "3 children; XX, YY and ZZ")] == [
        ("XX", "6"),
        ("YY", "3"),
        ("ZZ", "1-years-old"),
    ]


def test_a_group_shares_what_befell_it_but_one_of_a_group_does_not():
    assert {outcome for *_, outcome in told("Deaths of two adults in a fire.", "Mr X and Mrs Y")} == {"death"}
    assert {outcome for *_, outcome in told("Assault of a child.", "Children X and Y")} == {"not-stated"}


def test_nothing_said_is_nobody():
    assert told("Professionals should write to each other.") == []


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Children Q&R", ("Child Q", "Child R")),
        ("Adults X, Y and Z", ("Adult X", "Adult Y", "Adult Z")),
        ("Pat and Lee", ("Pat", "Lee")),
        ("3 children; XX, YY and ZZ", ("XX", "YY", "ZZ")),
        ("Mr X and Mrs Y", ("Mr X", "Mrs Y")),
        ("Family N", ("Family N",)),
        ("Babies with injuries", ("Babies with injuries",)),
        (None, ()),
    ],
)
def test_the_persons_of_one_label(label, parts):
    assert label_parts(label) == parts


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Death of a boy in July 2016.", ("2016-07", "stated")),
        ("Death of a boy in the summer of 2018.", ("2018-22", "stated")),
        ("A 20-week-old baby who was taken to hospital on 23 December 2016.", ("2016-12-23", "inferred")),
        ("Sexual abuse of several children between 2007 and 2019.", ("2007/2019", "stated")),
        ("Review commissioned in April 2017 following the death of Ash in May 2016.", ("2016-05", "stated")),
        ("Ash was injured in March 2018 and died in June 2018.", ("2018-06", "stated")),
        ("Ash, born in March 2015, died in early 2020.", ("2020", "stated")),
        ("Father was jailed in June 2020 for the death of a boy.", None),
        ("Abuse of a girl. In 2017 she disclosed it.", None),
        ("Death of a boy.", None),
    ],
)
def test_the_date_of_the_incident(text, date):
    assert incident(text, "Ash") == date


def test_words_of_doubt_are_kept_as_written():
    harm = read_harm(Passage.at("Death of a boy,  alleged murder. Cause is\nNot yet known.", 0), None).harm
    assert harm.value.as_written == "Death of a boy, alleged murder. Cause is Not yet known."
    assert harm.value.hedges == ("alleged", "Not yet known")

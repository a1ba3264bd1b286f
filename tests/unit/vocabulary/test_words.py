"""Kinds, sections, methods, addressees, harms, hedges and ethnicity in text."""

import pytest

from lessonbook.vocabulary import addressees, ethnicity, harms, hedges, kinds, methods, sections


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Practice Review;", ("lcspr",)),
        ("Safeguarding Adult Review (SAR):", ("sar",)),
        ("Joint domestic homicide review and serious case review", ("dhr", "scr")),
        ("Extended child practice review", ("cpr",)),
        ("MAPPA SCR", ("mappa-scr",)),
        ("Child Safeguarding Practice Reviews/Safeguarding Adults Reviews", ("lcspr", "sar")),
        ("Apr 2021, a sar of sorts", ()),
    ],
)
def test_kinds_in_order_abbreviations_in_capitals(text, ids):
    assert kinds.kinds_in(text) == ids


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Serious Case Review;", True),
        ("Joint DHR and SCR", True),
        ("A serious case review of Kent", False),
        ("", False),
    ],
)
def test_a_text_that_is_only_kinds(text, alone):
    assert kinds.only_kinds(text) is alone


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("PHYSICAL & EMOTIONAL ABUSE", "physical-and-emotional-abuse"),
        ("**Child Sexual Exploitation**", "child-sexual-exploitation"),
        ("Self neglect:", "self-neglect"),
        ("Fire deaths", "fire-deaths"),
        ("Mental ill-health", "behavioural-and-mental-health"),
    ],
)
def test_a_heading_names_a_section(heading, section):
    found = sections.section_of(heading)
    assert found is not None
    assert found.id == section


@pytest.mark.parametrize("heading", ["Case", "Neglect of duty of candour", "", "Learning"])
def test_a_heading_that_names_no_section(heading):
    assert sections.section_of(heading) is None


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Blended approach based on Root Cause Analysis.", "root-cause-analysis"),
        ("A hybrid systems approach", "hybrid"),
        ("Uses the SCIE ‘Learning Together’ model", "scie-learning-together"),
    ],
)
def test_a_generic_method_gives_way_to_a_special_one(text, method):
    found = methods.method_in(text)
    assert found is not None
    assert found.id == method


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The police and Children’s Social Care should meet", ("police", "childrens-social-care")),
        ("Ask GPs, midwives and all agencies", ("gp", "midwifery", "all-agencies")),
        ("absence from school, time in hospital, police-led work", ()),
        ("a cps of their own", ()),
    ],
)
def test_addressees_are_whole_words(text, ids):
    assert addressees.addressees_in(text) == ids


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Death of a boy", {"death"}),
        ("Attempted murder of a boy", {"serious-harm"}),
        ("made death threats", set()),
        ("his father died and her mother had died", set()),
        ("the death of his grandmother", set()),
        ("A death of Child A's brother", set()),
        ("Self-neglect of an adult", {"serious-harm"}),
        ("Placement of a girl in secure accommodation", {"other"}),
    ],
)
def test_words_of_harm_and_their_outcome(text, outcomes):
    assert {match.outcome for match in harms.harms_in(text)} == outcomes


def test_words_of_doubt_keep_their_place():
    text = "Death, assumed to be suicide; the cause is not yet known."
    assert [text[match.start : match.end] for match in hedges.hedges_in(text)] == ["assumed", "not yet known"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Ethnicity or nationality is not stated.", "not-stated"),
        ("The child's ethnicity and nationality are not stated", "not-stated"),
        ("Ethnicity: unknown", "not-stated"),
        ("Family identified as white British.", "stated"),
        ("Ethnicity: Somali", "stated"),
        ("The baby is of African/European heritage.", "stated"),
        ("The twins were of a mixed background.", "stated"),
        ("A young Asian woman.", "stated"),
        ("The family were of Ghanaian origin.", "stated"),
        ("Ethnicity was not explored by agencies.", None),
        ("The family is Muslim.", None),
        ("The family were Polish.", None),
        ("Nationality is not stated.", None),
        ("He had a black eye and there was black mould.", None),
        ("The origin of the injuries is not known.", None),
    ],
)
def test_ethnicity_stated_not_stated_or_not_mentioned(sentence, status):
    assert ethnicity.status_in(sentence) == status

from helpers.register_cases import KENT, UNNAMED, Case, source
from lessonbook.domain import Area, PartialDate
from lessonbook.register.matching.facts import facts_of, keys_of, label_words, leads_of
from lessonbook.register.resolution import resolve


def facts(**said):
    return facts_of(resolve("r", [source(Case(**said))]))


def test_a_label_is_its_words_without_quotes_case_and_role():
    assert label_words("Child A") == ("child", ("a",))
    assert label_words("“Baby A”") == ("child", ("a",))
    assert label_words("'child a'") == ("child", ("a",))
    assert label_words("A") == ("", ("a",))
    assert label_words("Adult A") == ("adult", ("a",))
    assert label_words("Children Q&R") == label_words("Children R and Q") == ("child", ("q", "r"))
    assert label_words("Mr Z") == ("adult", ("z",))
    assert label_words("") == ("", ())


def test_a_label_of_role_words_only_keeps_them():
    assert label_words("The Family") == ("", ("family", "the"))


def test_a_named_area_is_its_authorities_and_others_their_words():
    assert facts(area=KENT).areas == ("E10000016",)
    assert facts(area=UNNAMED).areas == ("unnamed",)
    assert facts(area=Area("Upper Vale", "unresolved")).areas == facts(area=Area("upper  vale", "unresolved")).areas
    assert facts(area=None).areas == ()


def test_a_date_that_is_about_allows_as_many_days_on_both_sides():
    first, last = facts(incident="2030-06").incident
    assert facts(incident="2030-06~").incident == (first - 29, last + 29)
    assert facts(incident="2030-06-04?").incident == (
        PartialDate("2030-06-04").earliest.toordinal() - 7,
        PartialDate("2030-06-04").earliest.toordinal() + 7,
    )


def leads(one, other):
    """Whether each of two records is found from the other."""
    there = not set(leads_of(one)).isdisjoint(keys_of(other))
    assert there == (not set(leads_of(other)).isdisjoint(keys_of(one)))
    return there


def test_a_year_leads_to_a_month_and_one_label_to_several():
    assert leads(facts(published="2031"), facts(published="2031-05", label=None))
    assert leads(facts(label="Children Q&R"), facts(label="Child Q", published="2025"))
    assert leads(facts(label=None), facts(label=None, published="2031-09"))
    assert not leads(facts(label="Child Q"), facts(label="Child R"))
    assert not leads(facts(label=None), facts(label=None, published="2025"))


def test_unnamed_areas_are_divided_by_month_so_that_no_block_grows_large():
    assert leads(facts(area=UNNAMED), facts(area=UNNAMED, published="2031"))
    assert leads(facts(area=UNNAMED), facts(area=UNNAMED, label=None))
    assert not leads(facts(area=UNNAMED), facts(area=UNNAMED, published="2031-04"))
    assert not leads(facts(area=UNNAMED), facts(area=UNNAMED, label="Child Y"))
    assert set(keys_of(facts(area=UNNAMED, published=None))) == set()


def test_the_same_words_of_harm_or_title_lead_to_each_other_wherever_the_area():
    words = "Serious injuries to an infant after a fall from a first floor window."
    assert leads(facts(area=KENT, harm=words), facts(area=None, harm=words.upper(), published=None))
    assert not leads(facts(area=None, harm="Death."), facts(area=KENT, harm="Death."))
    thematic = {"area": None, "label": None}
    assert leads(facts(**thematic, title="Out of sight"), facts(**thematic, title="‘Out of Sight’", published="2033"))

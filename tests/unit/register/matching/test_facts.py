from helpers.register_cases import KENT, UNNAMED, Case, source
from lessonbook.domain import Area, PartialDate
from lessonbook.register.matching.facts import facts_of, keys_of, label_words
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


def test_keys_lead_from_a_year_to_a_month_and_from_one_label_to_several():
    assert set(keys_of(facts(published="2031"))) & set(keys_of(facts(published="2031-05", label=None)))
    assert set(keys_of(facts(label="Children Q&R"))) & set(keys_of(facts(label="Child Q", published="2025")))
    assert not set(keys_of(facts(label="Child Q", published=None))) & set(keys_of(facts(label="Child R")))


def test_keys_of_unnamed_areas_hold_the_month_so_that_no_block_grows_large():
    assert set(keys_of(facts(area=UNNAMED))) == {"month:unnamed:2031-03"}
    assert len(set(keys_of(facts(area=UNNAMED, published="2031")))) == 12
    assert set(keys_of(facts(area=UNNAMED, published=None))) == set()


def test_the_same_words_of_harm_or_title_are_a_key_wherever_the_area():
    words = "Serious injuries to an infant after a fall from a first floor window."
    assert set(keys_of(facts(area=KENT, harm=words))) & set(keys_of(facts(area=None, harm=words.upper())))
    assert set(keys_of(facts(area=None, label=None, title="Out of sight"))) & set(
        keys_of(facts(area=None, label=None, title="‘Out of Sight’", published="2033"))
    )
    assert not set(keys_of(facts(area=None, harm="Death."))) & set(keys_of(facts(area=KENT, harm="Death.")))

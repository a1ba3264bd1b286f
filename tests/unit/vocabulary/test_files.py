"""The data files of the vocabulary: whole, without doubles, and every reference resolves."""

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.vocabulary import addressees, area_names, harms, kinds, labels, methods, sections, tables, themes

LISTS = {
    "kinds": kinds.KINDS,
    "sections": sections.SECTIONS,
    "methods": methods.METHODS,
    "addressees": addressees.ADDRESSEES,
    "themes": themes.THEMES,
    "harms": harms.HARMS,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_id_is_unique_and_plain(name):
    ids = [entry.id for entry in LISTS[name]]
    assert len(ids) == len(set(ids)) > 5
    assert all(each == each.lower() and " " not in each for each in ids)


@pytest.mark.parametrize(
    ("known", "look_up"),
    [
        (kinds.KINDS, kinds.kinds_in),
        (addressees.ADDRESSEES, addressees.addressees_in),
    ],
)
def test_every_name_and_variant_is_found_again(known, look_up):
    for entry in known:
        for words in (entry.name, *entry.variants, *entry.abbreviations):
            assert entry.id in look_up(f"For {words}, please."), words


def test_every_section_and_method_is_found_by_each_of_its_names():
    for section in sections.SECTIONS:
        for words in (section.name, section.name.upper(), *section.variants):
            assert sections.section_of(f"{words}:") == section, words
    for method in methods.METHODS:
        for words in (method.name, *method.variants):
            assert methods.method_in(f"Uses {words}.") is not None, words


def test_every_label_is_found_with_its_colon():
    for label in tables.entries_of("labels.toml", "label", labels.Label):
        for head in label.heads:
            match = labels.label_at(f"{head}: text")
            assert match is not None, head
            assert (match.role, match.end) == (label.role, len(head) + 2), head


def test_sections_of_both_audiences_stand_in_one_order():
    orders = [section.order for section in sections.SECTIONS]
    assert orders == sorted(orders)
    assert len(orders) == len(set(orders))
    assert {section.audience for section in sections.SECTIONS} == {"children", "adults", "both"}


def test_councils_have_a_code_a_nation_and_a_region():
    councils = area_names.councils()
    current = [council for council in councils.values() if not council.until]
    assert len(current) == 382
    assert {council.nation for council in current} == {"England", "Wales", "Scotland", "Northern Ireland"}
    assert all(council.gss[0] == council.nation[0] or council.gss[0] in "SN" for council in current)
    assert all(council.region for council in councils.values())


def test_former_councils_say_what_replaced_them():
    former = [council for council in area_names.councils().values() if council.until]
    assert len(former) > 60
    assert all(not later.until for council in former for later in area_names.successors(council))
    assert all(area_names.successors(council) for council in former)


@pytest.mark.parametrize("broken", [("two", "two"), ("a", "b", "a")])
def test_a_double_is_a_sentence_for_a_person(broken):
    with pytest.raises(LessonbookError, match=r"^The file vocabulary/data/x.toml has “(two|a)” twice; correct it"):
        tables.check_unique("x.toml", broken)


def test_an_unknown_reference_is_a_sentence_for_a_person():
    with pytest.raises(LessonbookError, match="refers to “c”, which there is not"):
        tables.check_known("x.toml", ["a", "c"], ["a", "b"])


def test_a_variant_of_two_entries_is_a_sentence_for_a_person():
    with pytest.raises(LessonbookError, match="has “gp” both in “doctor” and in “parish”"):
        tables.check_variants("x.toml", [("gp", "doctor"), ("gp", "parish")])


def test_a_broken_row_is_a_sentence_for_a_person():
    with pytest.raises(LessonbookError, match="has an entry, number 1, that is not right"):
        tables.entries_of("kinds.toml", "kind", area_names.Council)


def test_missing_words_are_a_sentence_for_a_person():
    with pytest.raises(LessonbookError, match="needs a list of words “nothing”"):
        tables.words_of("hedges.toml", "nothing")

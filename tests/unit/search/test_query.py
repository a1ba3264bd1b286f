import pytest

from lessonbook.domain import LessonbookError
from lessonbook.search.query import Every, Filter, Phrase, Some, Without, Word, read


def test_plain_words_are_wanted_but_not_needed():
    asked = read("fathers and babies, to Health Visitors?")
    assert [word.text for word in asked.words] == ["fathers", "and", "babies", "to", "health", "visitors"]
    assert asked.tree is None
    assert asked.meaning == "fathers and babies to Health Visitors"


def test_quoted_words_prefixes_and_exclusions_are_needed():
    asked = read('fathers "safer sleep" bab* -school NOT police')
    assert asked.words == (Word("fathers"),)
    assert asked.tree == Every(
        (Phrase("safer sleep"), Word("bab", prefix=True), Without(Word("school")), Without(Word("police")))
    )
    assert asked.meaning == "fathers safer sleep bab"


def test_or_binds_loosest_and_neighbours_as_and():
    asked = read("police AND bruise OR mother NOT (school OR nursery)")
    assert asked.words == ()
    assert asked.tree == Some(
        (
            Every((Word("police"), Word("bruise"))),
            Every((Word("mother"), Without(Some((Word("school"), Word("nursery")))))),
        )
    )


def test_filters_stand_apart_from_words():
    asked = read('fathers area:"Kingston upon Hull" -kind:sar year:2019-2021')
    assert asked.filters == (
        Filter("area", "Kingston upon Hull"),
        Filter("kind", "sar", negated=True),
        Filter("year", "2019-2021"),
    )
    assert asked.meaning == "fathers"


def test_words_with_signs_stay_whole():
    assert [word.text for word in read("A&E mother's co-sleeping s.47 24/7").words] == [
        "a&e",
        "mother's",
        "co-sleeping",
        "s.47",
        "24/7",
    ]


@pytest.mark.parametrize("text", ["a AND", "OR b", "(a OR b", "a OR b)", "AND", "(", "()"])
def test_what_cannot_be_read_is_said(text):
    with pytest.raises(LessonbookError, match="cannot be read"):
        read(text)


def test_an_unknown_filter_is_said():
    with pytest.raises(LessonbookError, match="no filter “colour:”"):
        read("colour:red")


@pytest.mark.parametrize("text", ["", "   ", "?!", '"', "*"])
def test_nothing_to_look_for(text):
    assert read(text).words == ()

"""Ages as written and the days they can mean."""

import datetime as dt

import pytest

from lessonbook.extraction.facts.age_days import days_of
from lessonbook.extraction.facts.ages import ages_in

AGES = {
    "a 20-week-old baby": ("20-week-old", (140, 146)),
    "a 4-month-old": ("4-month-old", (120, 152)),
    "a five-day-old": ("five-day-old", (5, 5)),
    "a 1 year old": ("1 year old", (365, 730)),
    "a boy aged 10": ("aged 10", (3652, 4017)),
    "aged under 3-months-old": ("aged under 3-months-old", (0, 91)),
    "less than a month old": ("less than a month old", (0, 30)),
    "almost 3 years old": ("almost 3 years old", (730, 1095)),
    "aged two years and 11 months": ("aged two years and 11 months", (1064, 1095)),
    "two and a half year old": ("two and a half year old", (911, 1095)),
    "in his 50's": ("in his 50's", (18262, 21914)),
    "in her late thirties": ("in her late thirties", (10957, 14609)),
    "aged between 11-19-years-old": ("aged between 11-19-years-old", (4017, 7304)),
    "around 4 months old": ("around 4 months old", None),
    "over 80 years old": ("over 80 years old", None),
    "at the age of 91": ("at the age of 91", (33237, 33602)),
}
NO_AGES = [
    "born by section at 27- weeks-old and well",
    "born prematurely at 28 weeks",
    "at 28 weeks' gestation",
    "over a 4-year period",
    "since he was 3-4 years old",
    "from birth to the age of 11-years",
    "for 10 years",
    "in their communities",
    "a lack of trust in her abilities",
]


@pytest.mark.parametrize("text", AGES)
def test_an_age_and_its_days(text):
    (match,) = ages_in(text)
    assert (match.age.as_written, match.age.days) == AGES[text]
    assert match.age.as_written in text


@pytest.mark.parametrize("text", NO_AGES)
def test_what_is_no_age(text):
    assert ages_in(text) == []


@pytest.mark.parametrize("text", ["aged 6, 3 and 1", "6, 3 and 1-years-old respectively", "13-, 11- and 9-year-old"])
def test_a_list_is_three_ages_of_one_group(text):
    found = ages_in(text)
    assert len(found) == 3
    assert len({match.group for match in found}) == 1
    assert all(match.age.days == days_of(int(match.age.as_written.split("-")[0]), "year") for match in found)


@pytest.mark.parametrize("number", range(1, 40))
def test_every_birthday_lies_within_the_days_of_its_age(number):
    for year in (1999, 2000, 2015, 2019, 2020):
        for month in range(1, 13):
            born = dt.date(year, month, 1)
            months = year * 12 + month - 1 + number
            turned = dt.date(months // 12, months % 12 + 1, 1)
            last = dt.date((months + 1) // 12, (months + 1) % 12 + 1, 1) - dt.timedelta(days=1)
            fewest, most = days_of(number, "month")
            assert fewest <= (turned - born).days <= (last - born).days <= most

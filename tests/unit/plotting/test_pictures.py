import io

import pytest
from lxml import etree
from PIL import Image

from helpers.invented_cases import review
from lessonbook.domain import PartialDate, Statement
from lessonbook.plotting import LessonBars, Recurring, Saying, Timeline, area_grid, render, themes_by_year
from lessonbook.vocabulary import areas


def _said(*themes):
    return (Statement("s", "learning", "Fathers were not asked.", themes=themes),)


def _reviews():
    return [
        review(id="a", published=PartialDate("2019-05"), statements=_said("engaging-fathers", "neglect")),
        review(id="b", published=PartialDate("2021"), statements=_said("engaging-fathers")),
        review(id="c", published=None, statements=_said("neglect")),
    ]


PICTURES = {
    "themes": themes_by_year(_reviews()),
    "areas": area_grid(_reviews()),
    "lessons": LessonBars((Recurring("1f", "Ask fathers about $risk$ & <safety>.", 3, 2, 2016, 2021),)),
    "timeline": Timeline(
        "Ask fathers.",
        (
            Saying("a", "Child A", "Kent", "learning", PartialDate("2016-02-03")),
            Saying("b", None, None, "recommendation", PartialDate("2021")),
            Saying("c", None, "Hull", "recommendation", None),
        ),
    ),
    "empty themes": themes_by_year([]),
    "empty areas": area_grid([]),
    "empty lessons": LessonBars(()),
    "empty timeline": Timeline("Ask fathers.", ()),
}


@pytest.mark.parametrize("name", PICTURES)
def test_an_svg_has_a_name_a_description_and_words(name):
    picture = PICTURES[name]
    root = etree.fromstring(render(picture, "svg"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    named = [element.get("id") for element in root[:2]]
    assert root.get("aria-labelledby").split() == named
    assert [element.text for element in root[:2]] == [picture.title, picture.description]
    words = " ".join("".join(element.itertext()) for element in root.iter(f"{space}text"))
    assert picture.title.split()[0] in words
    assert len(list(root.iter(f"{space}title"))) == 1


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_input_gives_the_same_bytes(name):
    for form in ("svg", "png"):
        assert render(PICTURES[name], form) == render(PICTURES[name], form)


def test_a_png_carries_its_description():
    with Image.open(io.BytesIO(render(PICTURES["lessons"], "png"))) as image:
        assert image.text["Description"] == PICTURES["lessons"].description
        assert image.width == 1400


def test_signs_of_formulas_and_markup_are_only_signs():
    assert "$risk$ &amp; &lt;safety&gt;" in render(PICTURES["lessons"], "svg").decode()


def test_themes_are_counted_once_a_review_and_undated_ones_told():
    picture = PICTURES["themes"]
    assert picture.rows()[1:] == [
        ("engaging-fathers", "Engaging fathers", 2019, 1),
        ("engaging-fathers", "Engaging fathers", 2021, 1),
        ("neglect", "Neglect", 2019, 1),
    ]
    assert "1 review without a date not shown" in picture.description


def test_many_years_share_a_first_column_and_keep_their_numbers():
    reviews = [
        review(id=str(year), published=PartialDate(str(year)), statements=_said("neglect"))
        for year in range(1999, 2024)
    ]
    drawn = render(themes_by_year(reviews), "svg").decode()
    assert ">to 2010<" in drawn
    assert ">12<" in drawn  # the reviews of 1999 to 2010
    assert len(themes_by_year(reviews).rows()) == 26


def test_areas_count_districts_for_counties_former_councils_for_later_ones_and_joint_reviews_twice():
    picture = area_grid(
        [
            review(id="a", area=areas.resolve("Ashford Borough Council")),
            review(id="b", area=areas.resolve("Northamptonshire County Council")),
            review(id="c", area=areas.resolve("Hackney and City of London")),
            review(id="d", area=None),
        ]
    )
    counted = {row[1]: row[4] for row in picture.rows()[1:] if row[4]}
    assert counted == {
        "Kent": 1,
        "North Northamptonshire": 1,
        "West Northamptonshire": 1,
        "Hackney": 1,
        "City of London": 1,
    }
    assert (picture.reviews, picture.elsewhere) == (4, 1)


def test_a_timeline_is_in_order_and_tells_what_it_leaves_out():
    picture = PICTURES["timeline"]
    assert [row[1] for row in picture.rows()[1:]] == ["Kent", None, "Hull"]
    assert "the first from Kent (2016), the last from Area not named (2021)" in picture.description
    assert "1 statement without a date not shown" in picture.description


def test_a_timeline_draws_at_most_forty_lanes():
    sayings = tuple(Saying(f"r{n:02}", None, f"Area {n:02}", "learning", PartialDate("2020")) for n in range(50))
    drawn = render(Timeline("Ask fathers.", sayings), "svg").decode()
    assert "Area 39" in drawn
    assert "Area 40" not in drawn
    assert "10 areas more not shown" in drawn

import pytest

from helpers.register_cases import KENT, LEEDS, UNNAMED, Case, document_of
from lessonbook.domain import Area, Authority, LessonbookError, PartialDate
from lessonbook.register import reviews
from lessonbook.register.intake.recording import record

TEES = Area("Tees", "named", (Authority("Redcar and Cleveland", "E06000003"), Authority("Leeds", "E08000035")))
MORE = (("section", "neglect"), ("audience", "children"), ("scope", "national"), ("kinds", ("scr", "dhr")))


@pytest.fixture(autouse=True)
def _cases(home):
    record(
        "d",
        *document_of(
            Case(area=LEEDS, label="Child Z", published="2031-05", more=MORE),
            Case(area=KENT, label="Baby Y", published="2031-02", harm="A fall from a “low” window."),
            Case(area=UNNAMED, label="Child X", published="2030"),
            Case(area=TEES, label=None, title="Out of sight", published=None, statements=()),
        ),
    )


def labels(**filters):
    return [review.label for review in reviews.find(**filters)]


def test_all_are_listed_by_month_the_undated_last():
    assert labels() == ["Child X", "Baby Y", "Child Z", None]
    assert reviews.count() == 4


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"area": "Leeds"}, ["Child Z", None]),
        ({"area": "E10000016"}, ["Baby Y"]),
        ({"published_from": "2031-02", "published_to": "2031-04"}, ["Baby Y"]),
        ({"published_from": PartialDate("2030-06")}, ["Child X", "Baby Y", "Child Z"]),
        ({"published_to": "2030"}, ["Child X"]),
        ({"published_to": "2030", "undated": True}, ["Child X", None]),
        ({"section": "neglect"}, ["Child Z"]),
        ({"audience": "children", "scope": "national"}, ["Child Z"]),
        ({"status": "approved"}, []),
        ({"kind": "dhr"}, ["Child Z"]),
        ({"label": "baby"}, ["Baby Y"]),
        ({"text": "LOW” window"}, ["Baby Y"]),
        ({"text": "out of sight"}, [None]),
        ({"text": "who lives"}, ["Child X", "Baby Y", "Child Z"]),
        ({"text": "learning"}, []),
        ({"area": "Leeds", "label": "child"}, ["Child Z"]),
    ],
)
def test_filters(filters, found):
    assert labels(**filters) == found


def test_by_document():
    sha256 = next(reviews.find()).documents[0]
    assert len(labels(document=sha256[:10])) == 4
    assert labels(document="f" * 64) == []
    assert reviews.document_names() == {sha256: "d"}


def test_a_review_is_had_by_its_id_or_its_beginning():
    review = next(reviews.find(label="Baby"))
    assert reviews.get(review.id) == review
    assert reviews.get(review.id[:8].upper()) == review


@pytest.mark.parametrize(("wanted", "code"), [("zzzzzzzzzz", "review-unknown"), ("", "review-unknown")])
def test_an_unknown_id_is_told(wanted, code):
    with pytest.raises(LessonbookError) as caught:
        reviews.get(wanted)
    assert caught.value.code == code


def test_a_beginning_of_several_is_told():
    record("e", *document_of(*(Case(label=f"Child {n}", published=None) for n in range(40)), name="e"))
    letters = [review.id[0] for review in reviews.find()]
    with pytest.raises(LessonbookError) as caught:
        reviews.get(max(letters, key=letters.count))
    assert caught.value.code == "review-ambiguous"


@pytest.mark.parametrize(
    ("filters", "code"), [({"area": "Atlantis"}, "area-unknown"), ({"published_from": "soon"}, "date-unreadable")]
)
def test_filters_that_cannot_be_are_told(filters, code):
    with pytest.raises(LessonbookError) as caught:
        reviews.find(**filters)
    assert caught.value.code == code

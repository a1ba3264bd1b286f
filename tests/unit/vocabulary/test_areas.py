"""Names of areas as they are written in headings, and the councils they mean."""

import time

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.vocabulary import area_names, areas

NAMED = {
    "Hull City Council": ["E06000010"],
    "London Borough of Merton Council": ["E09000024"],
    "Dudley": ["E08000027"],
    "Metropolitan Borough of Dudley": ["E08000027"],
    "Dudley Metropolitan Borough Council": ["E08000027"],
    "Royal Borough of Kensington and Chelsea": ["E09000020"],
    "Kingston upon Hull, City of": ["E06000010"],
    "City of York Council": ["E06000014"],
    "Council of the Isles of Scilly": ["E06000053"],
    "Keeping Bristol Safe Partnership": ["E06000023"],
    "Torbay LSCB": ["E06000027"],
    "Norfolk Safeguarding Adults Board": ["E10000020"],
    "Wiltshire Children's Safeguarding Board": ["E06000054"],
    "Safer Sunderland CSP": ["E08000024"],
    "Telford & Wrekin": ["E06000020"],
    "St. Helens": ["E08000013"],
    "St Helens Borough Council": ["E08000013"],
    "Cyngor Sir Ceredigion": ["W06000008"],
    "Cardiff / Caerdydd": ["W06000015"],
    "Comhairle nan Eilean Siar": ["S12000013"],
    "City & Hackney London Borough Council": ["E09000001", "E09000012"],
    "South Tees Safeguarding Children Partnership": ["E06000002", "E06000003"],
    "Hartlepool & Stockton on Tees Safeguarding Children Partnership": ["E06000001", "E06000004"],
    "Swindon Borough Council and Wiltshire Council": ["E06000030", "E06000054"],
    "Leicester, Leicestershire & Rutland": ["E06000016", "E10000018", "E06000017"],
    "Hammersmith & Fulham, Kensington & Chelsea and Westminster": ["E09000013", "E09000020", "E09000033"],
    "Bournemouth, Christchurch and Poole Council": ["E06000058"],
    "Pan-Dorset Safeguarding Children Partnership": ["E06000058", "E06000059"],
    "Cwm Taf Morgannwg Safeguarding Board": ["W06000013", "W06000024", "W06000016"],
    "CYSUR": ["W06000008", "W06000010", "W06000009", "W06000023"],
    "Bath & NE Somerset": ["E06000022"],
    "County Durham and Darlington": ["E06000047", "E06000005"],
    "Kirklees": ["E08000034"],
}
ONE_NAME_OF_SEVERAL_PLACES = {
    "Newcastle": "E08000021",
    "Newcastle-under-Lyme": "E07000195",
    "Durham": "E06000047",
    "Richmond": "E09000027",
    "Kingston": "E09000021",
    "Nottingham City": "E06000018",
    "Nottinghamshire": "E10000024",
    "Dorset": "E06000059",
    "Dorset County Council": "E10000009",
}
FORMER = {
    "Cumbria": "E10000006",
    "Northamptonshire LSCB": "E10000021",
    "Poole": "E06000029",
    "Taunton Deane": "E07000190",
    "Strabane": "N09000005",
    "North Yorkshire County Council": "E06000065",
}
MISSPELLED = {
    "Isle of Scilly": ["E06000053"],
    "Richard upon Thames": ["E09000027"],
    "London Borough of Richard upon Thames": ["E09000027"],
    "Cornwall and Isle of Scilly Councils": ["E06000052", "E06000053"],
    "Middlesborough": ["E06000002"],
    "Walthem Forest": ["E09000031"],
    "Brimingham City Council": ["E08000025"],
}
UNNAMED = [
    "Unnamed LA",
    "an unnamed local authority",
    "Anonymous",
    "NSPCC on behalf of unnamed LSCB",
    "Borough A and Borough B",
    "Local Authority 1",
    "Council X and Council Y",
    "a London borough",
    "several local authorities",
    "Area not stated",
]
UNRESOLVED = [
    "",
    "London",
    "Nowhereshire",
    "Safeguarding Children Partnership",
    "West Berkshireham and Elsewhere",
    "Child A",
    "Sussex",
    "Berkshire",
    "Ayrshire",
    "Jersey",
    "Hartford",
    "Stratford",
    "!!",
]


def codes(name):
    return [authority.gss for authority in areas.resolve(name).authorities]


@pytest.mark.parametrize("name", NAMED)
def test_a_name_means_its_councils(name):
    area = areas.resolve(name)
    assert (area.as_written, area.status, codes(name)) == (name, "named", NAMED[name])


@pytest.mark.parametrize("name", {**ONE_NAME_OF_SEVERAL_PLACES, **FORMER})
def test_a_bare_or_former_name_means_one_council(name):
    assert codes(name) == [{**ONE_NAME_OF_SEVERAL_PLACES, **FORMER}[name]]


@pytest.mark.parametrize("name", MISSPELLED)
def test_a_typing_error_is_forgiven_and_told(name):
    assert codes(name) == MISSPELLED[name]
    assert not areas.is_certain(name)


@pytest.mark.parametrize("name", ["Herfordshire", "Burnsley", "Suth Yorkshire", "North Glostershire Council"])
def test_a_typing_error_between_two_names_is_not_forgiven(name):
    assert areas.resolve(name).status == "unresolved"


@pytest.mark.parametrize("name", UNNAMED)
def test_an_unnamed_area_stays_unnamed(name):
    area = areas.resolve(name)
    assert (area.status, area.authorities) == ("unnamed", ())


@pytest.mark.parametrize("name", UNRESOLVED)
def test_what_is_not_known_is_unresolved(name):
    area = areas.resolve(name)
    assert (area.as_written, area.status, area.authorities) == (name, "unresolved", ())


def test_every_council_is_found_by_both_its_names():
    for council in area_names.councils().values():
        for name in (council.name, council.official):
            area = areas.resolve(name)
            assert area.status == "named", name
            assert len(area.authorities) == 1, name


def test_a_partnership_that_could_not_be_confirmed_is_told():
    assert not areas.is_certain("Gwent Safeguarding Board")
    assert areas.is_certain("South Tees Safeguarding Children Partnership")


AT_THE_START = {
    "Warwickshire County Council Child K": "Warwickshire County Council",
    "Hartlepool & Stockton on Tees Safeguarding Children Partnership Robin": (
        "Hartlepool & Stockton on Tees Safeguarding Children Partnership"
    ),
    "Wiltshire Children's Safeguarding Board Family N Following a call": "Wiltshire Children's Safeguarding Board",
    "Unnamed LA Child E": "Unnamed LA",
    "Borough A and Borough B Child E": "Borough A and Borough B",
    "Cornwall and Isle of Scilly Councils Child C": "Cornwall and Isle of Scilly Councils",
    "Kent Child A and Child B": "Kent",
    "Redcar and Cleveland J": "Redcar and Cleveland",
    "Sandwell Metropolitan Borough\nCouncil - JS": "Sandwell Metropolitan Borough\nCouncil",
    "Jersey Child A": "Jersey",
}


@pytest.mark.parametrize("text", AT_THE_START)
def test_the_area_at_the_start_of_a_text_ends_with_its_body(text):
    match = areas.area_at(text)
    assert match is not None
    assert text[: match.end] == AT_THE_START[text]


@pytest.mark.parametrize("text", ["", "Child A", "Death of a child in Kent", "Review of the council"])
def test_a_text_that_starts_otherwise_has_no_area(text):
    assert areas.area_at(text) is None


def test_region_and_nation_by_present_and_former_code():
    assert areas.region_of("E06000005") == "North East"
    assert areas.region_of("E10000023") == "Yorkshire and The Humber"
    assert areas.region_of("E08000020") == "North East"
    assert areas.nation_of("W06000015") == "Wales"
    assert areas.region_of("X00000000") is None
    assert areas.region_of("") is None


def test_what_stands_today_in_place_of_a_former_council():
    (cumbria,) = areas.resolve("Cumbria").authorities
    assert [later.name for later in areas.today(cumbria)] == ["Cumberland", "Westmorland and Furness"]
    (darlington,) = areas.resolve("Darlington").authorities
    assert areas.today(darlington) == (darlington,)


def test_asking_for_an_area_that_is_not_known_is_a_sentence():
    assert areas.find("Darlington").authorities[0].gss == "E06000005"
    with pytest.raises(LessonbookError, match="“Nowhere” is no area that we know"):
        areas.find("Nowhere")


def test_sixty_thousand_names_take_a_few_seconds():
    names = [f"{name} {number % 100}" for name in NAMED for number in range(60_000 // len(NAMED))]
    started = time.perf_counter()
    for name in names:
        areas.resolve(name)
    assert time.perf_counter() - started < 5

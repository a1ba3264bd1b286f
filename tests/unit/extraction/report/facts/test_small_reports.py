"""Facts of small invented reports, each of another board and form."""

from collections.abc import Callable
from functools import cache

import pytest

from helpers import small_reports
from lessonbook.domain import Claim, Document, Period, Subject
from lessonbook.extraction.report import facts, sections
from lessonbook.reading import read_here


@cache
def _document(name: str) -> Document:
    return read_here(small_reports.ALL[name].encode())


@cache
def _read(name: str) -> facts.FactsRead:
    return facts.read(_document(name), sections.read(_document(name)))


def _claims(name: str, field: str) -> list[Claim]:
    return [claim for claim in _read(name).claims if claim.field == field]


def _value(name: str, field: str) -> object:
    found = _claims(name, field)
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("name", "kinds", "audience"),
    [
        ("partnership", ("lcspr",), "children"),
        ("adult", ("sar",), "adults"),
        ("homicide", ("dhr",), "adults"),
        ("joint", ("dhr", "sar"), "adults"),
        ("welsh", ("cpr",), "children"),
        ("scottish", ("learning-review",), "children"),
        ("rapid", ("rapid-review",), "children"),
    ],
)
def test_kinds_are_those_that_a_report_says_it_is(name: str, kinds: tuple[str, ...], audience: str) -> None:
    assert _value(name, "kinds") == kinds
    assert _value(name, "audience") == audience


@pytest.mark.parametrize(
    ("name", "commissioner", "gss"),
    [
        ("partnership", "Rutland Safeguarding Children Partnership", ["E06000017"]),
        ("adult", "Sandwell Safeguarding Adults Board", ["E08000028"]),
        ("homicide", "Safer Cornwall Partnership", ["E06000052"]),
        ("joint", "Norfolk Safeguarding Adults Board", ["E10000020"]),
        ("welsh", "Gwent Safeguarding Board", ["W06000019", "W06000018", "W06000021", "W06000022", "W06000020"]),
        ("scottish", "Fife Child Protection Committee", ["S12000047"]),
        ("rapid", "Derby and Derbyshire Safeguarding Children Partnership", ["E06000015", "E10000007"]),
    ],
)
def test_the_board_and_its_authorities(name: str, commissioner: str, gss: list[str]) -> None:
    assert _value(name, "commissioner") == commissioner
    area = _value(name, "area")
    assert area is not None
    assert sorted(authority.gss for authority in area.authorities) == sorted(gss)  # type: ignore[attr-defined]  # an Area


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("partnership", "Child Q"),
        ("adult", "Adult M"),
        ("homicide", "Anneka"),
        ("joint", "Mr A and Mrs B"),
        ("welsh", "Child F"),
        ("scottish", "Baby Jay"),
        ("rapid", "Sibling group K"),
    ],
)
def test_the_label_has_no_quotes(name: str, label: str) -> None:
    assert [claim.value for claim in _claims(name, "label")] == [label]


@pytest.mark.parametrize(
    ("name", "published", "incident"),
    [
        ("partnership", "2022-03-14", "2020-11-09"),
        ("adult", "2021-06", "2020-01-04"),
        ("homicide", "2019-09", "2018-05"),
        ("joint", "2020-02-03", "2018-22"),
        ("welsh", "None", "2017-03"),
        ("scottish", "2023-23", "2022-07"),
        ("rapid", "2023-05-03", "2023-04-12"),
    ],
)
def test_dates_have_their_own_precision(name: str, published: str, incident: str) -> None:
    assert str(_value(name, "published")) == published
    assert str(_value(name, "incident")) == incident


def _subjects(name: str) -> list[Subject]:
    return [claim.value for claim in _claims(name, "subject") if isinstance(claim.value, Subject)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("partnership", [("Child Q", "14-week-old", "male", "death", "stated")]),
        ("adult", [("Adult M", "83 years old", "female", "death", "stated")]),
        ("homicide", [("Anneka", "41-year-old", "female", "death", "stated")]),
        ("joint", [("Mr A", "79", "male", "death", "stated"), ("Mrs B", "77", "female", "death", "stated")]),
        ("welsh", [("Child F", "aged 15", "female", "death", "not-stated")]),
        ("scottish", [("Baby Jay", "5 months old", "male", "death", "not-mentioned")]),
        ("rapid", [("Sibling group K", "4", "female", "serious-harm", "not-stated")]),
    ],
)
def test_subjects_and_nobody_else(name: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    found = [
        (one.label, one.age.as_written if one.age else None, one.sex, one.outcome, one.ethnicity.status)
        for one in _subjects(name)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("name", "words", "dates"),
    [
        ("partnership", "from 1 February 2019 to 20 November 2020", "2019-02-01/2020-11-20"),
        ("adult", "between 1 June 2018 and 4 January 2020", "2018-06-01/2020-01-04"),
        ("homicide", "from January 2015, when Anneka moved to the county, to May 2018", "2015-01/2018-05"),
        ("welsh", "1 March 2016 to 14 March 2017", "2016-03-01/2017-03-14"),
    ],
)
def test_the_period_under_review(name: str, words: str, dates: str) -> None:
    period = _value(name, "period")
    assert isinstance(period, Period)
    assert (period.as_written, str(period.dates)) == (words, dates)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("partnership", "independent reviewer"),
        ("adult", "independent author"),
        ("homicide", "independent chair and author"),
        ("scottish", "lead reviewers"),
        ("joint", None),
    ],
)
def test_the_reviewer_is_a_role(name: str, role: str | None) -> None:
    assert _value(name, "reviewer") == role


@pytest.mark.parametrize(("name", "method"), [("partnership", "silp"), ("adult", "hybrid"), ("scottish", None)])
def test_the_method(name: str, method: str | None) -> None:
    found = _value(name, "method")
    assert getattr(found, "name", None) == method


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("partnership", ["criminal"]), ("adult", ["coroner"]), ("homicide", ["criminal"]), ("rapid", [])],
)
def test_proceedings_beside_the_review(name: str, kinds: list[str]) -> None:
    assert [getattr(claim.value, "kind", None) for claim in _claims(name, "proceeding")] == kinds


def test_hedges_stay() -> None:
    harm = _value("partnership", "harm")
    assert getattr(harm, "hedges", ()) == ("suspected",)


STAFF = ("Tindlewick", "Oakhanger", "Starbottle", "Brackenhurst", "Mullenthorpe")


@pytest.mark.parametrize("name", small_reports.ALL)
def test_no_author_is_named_in_a_claim(name: str) -> None:
    kept = repr(_read(name).claims) + repr(_read(name).problems)
    assert not [surname for surname in STAFF if surname in kept]


@pytest.mark.parametrize("name", small_reports.ALL)
def test_every_claim_has_evidence_and_says_how_sure_it_is(name: str) -> None:
    text = _document(name).text
    for claim in _read(name).claims:
        assert claim.evidence
        assert all(piece.holds_in(text) for piece in claim.evidence)
        assert claim.reasons
        assert claim.confidence is not None
        assert 0 < claim.confidence < 1


def _with(name: str, change: Callable[[str], str]) -> list[Claim]:
    document = read_here(change(small_reports.ALL[name]).encode())
    return list(facts.read(document, sections.read(document)).claims)


def test_two_dates_of_publication_both_stand_with_a_problem() -> None:
    text = small_reports.PARTNERSHIP_REVIEW.replace(
        "Published: 14 March 2022", "Published: 14 March 2022\n\nDate of publication: 2 May 2022"
    )
    document = read_here(text.encode())
    read = facts.read(document, sections.read(document))
    assert sorted(str(claim.value) for claim in read.claims if claim.field == "published") == [
        "2022-03-14",
        "2022-05-02",
    ]
    assert [problem.code for problem in read.problems] == ["readings-disagree"]


def test_a_fact_that_agrees_in_two_places_is_surer() -> None:
    def sureness(claims: list[Claim]) -> float:
        return next(claim.confidence or 0 for claim in claims if claim.field == "kinds")

    alone = _with(
        "partnership", lambda text: text.replace("This Local Child Safeguarding Practice Review (LCSPR)", "It")
    )
    assert sureness(alone) < sureness(_claims("partnership", "kinds"))


def test_a_draft_has_no_date_of_publication() -> None:
    claims = _with("adult", lambda text: text.replace("June 2021", "Draft 3, June 2021"))
    assert not [claim for claim in claims if claim.field == "published"]


def test_what_is_not_said_stays_empty() -> None:
    document = read_here(b"# Notes on a review\n\nThe weather in the harbour was fine and the boats came home early.\n")
    assert [claim.field for claim in facts.read(document, sections.read(document)).claims] == ["title"]


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ("Keeping Bristol Safe Partnership", "Keeping Bristol Safe Partnership"),
        ("SUNDERLAND LOCAL SAFEGUARDING CHILDREN\n\n# BOARD", "SUNDERLAND LOCAL SAFEGUARDING CHILDREN BOARD"),
    ],
)
def test_a_board_whose_name_is_its_own_or_goes_on_in_the_next_line(cover: str, name: str) -> None:
    text = f"# Serious Case Review\n\n# {cover}\n\n# Introduction\n\nThe review began in May 2020.\n"
    document = read_here(text.encode())
    claims = facts.read(document, sections.read(document)).claims
    assert [claim.value for claim in claims if claim.field == "commissioner"] == [name]

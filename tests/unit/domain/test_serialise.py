import json

import msgspec
import pytest

from lessonbook.domain import (
    Area,
    Claim,
    Entry,
    Evidence,
    Extraction,
    Method,
    PartialDate,
    Problem,
    Review,
    Span,
    StatementClaim,
)
from lessonbook.domain.serialise import extraction_from_json, from_json, from_plain, to_json, to_plain

REVIEW = Review(
    id="r1",
    kinds=("lcspr",),
    audience="children",
    scope="national",
    label="Child Z",
    area=None,
    published=PartialDate("2021-02"),
    incident=None,
    section=None,
    subjects=(),
    method=Method(),
    statements=(),
    links=(),
    status="extracted",
    problems=(),
)


def test_a_date_is_its_edtf_string_both_ways():
    assert json.loads(to_json(REVIEW))["published"] == "2021-02"
    assert from_json(to_json(REVIEW), Review) == REVIEW
    assert from_plain(to_plain(REVIEW), Review) == REVIEW


def test_the_record_has_the_contracts_keys_in_their_order():
    contract = (
        "id kinds audience scope label area published incident section subjects method statements links status problems"
    )
    assert list(json.loads(to_json(REVIEW)))[:15] == contract.split()


def test_json_that_does_not_fit_is_refused():
    with pytest.raises(msgspec.ValidationError):
        from_json(b'{"id": 1}', Review)


def test_only_domain_values_have_a_json_form():
    with pytest.raises(NotImplementedError, match="object"):
        to_json(Claim("label", object()))  # type: ignore[arg-type]


def test_an_extraction_comes_back_with_each_value_in_the_type_of_its_field():
    evidence = (Evidence("a" * 64, 2, 0, 1, "q"),)
    claims = (
        Claim("label", "Child Z", evidence, "inferred"),
        Claim("area", Area("Upper Vale", "unresolved"), evidence),
        Claim("published", PartialDate("2031-02"), evidence),
        Claim("kinds", ("scr",)),
        Claim("integrated", value=True),
        Claim("statement", StatementClaim("learning", "Ask twice.", ("police",)), evidence),
    )
    entry = Entry(3, claims, (Problem("heading-lost", "The heading is lost.", evidence),))
    extraction = Extraction(
        "a" * 64, "digest", 2, (entry,), furniture=(Span(4, 9),), title="A digest", issue_date=PartialDate("2031")
    )

    assert extraction_from_json(to_json(extraction)) == extraction

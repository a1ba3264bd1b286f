import json

import msgspec
import pytest

from lessonbook.domain.serialise import to_json
from lessonbook.register import edits, reviews
from lessonbook.web.api.description import OPERATIONS, openapi


def answer(site, address, **query):
    return json.loads(site.get(f"/api/v1{address}", query).content)


def test_reviews_come_in_pages_each_once(site, register_of):
    seen, cursor = [], ""
    while cursor is not None:
        page = answer(site, "/reviews", limit=1, **({"cursor": cursor} if cursor else {}))
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
    assert seen == sorted(register_of.values())


def test_a_review_is_the_exported_record(site, register_of):
    review = register_of["Mr Alder"]
    assert site.get(f"/api/v1/reviews/{review}").content == to_json(reviews.get(review))


def test_filters_hold(site, register_of):
    assert [one["label"] for one in answer(site, "/reviews", area="Kent")["items"]] == ["Baby Sorrel"]
    assert [one["label"] for one in answer(site, "/reviews", **{"from": "2023-03"})["items"]] == ["Mr Alder"]


def test_a_search_has_hits_and_facets(site, register_of):
    found = answer(site, "/search", q="bruise", statement="learning")
    assert "bruise" in found["hits"][0]["text"]
    assert found["facets"]["statement"] == [["learning", 1]]


def test_a_statement_has_its_evidence(site, register_of):
    one = reviews.get(register_of["Baby Sorrel"]).statements[0]
    found = answer(site, f"/reviews/{register_of['Baby Sorrel']}/statements/{one.id}")
    assert found["evidence"][0]["quote"] == one.evidence[0].quote


def test_what_did_not_change_is_not_sent_again(site, register_of):
    address = f"/api/v1/reviews/{register_of['Baby Sorrel']}"
    tag = site.get(address)["ETag"]
    assert site.get(address, headers={"if-none-match": tag}).status_code == 304
    edits.correct(register_of["Baby Sorrel"], "title", "Another")
    assert site.get(address, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/reviews/zzzz", 404, "review-unknown"),
        ("/reviews?limit=0", 400, "limit-unreadable"),
        ("/reviews?limit=%C2%B2", 400, "limit-unreadable"),
        ("/reviews?cursor=%C3%A9", 400, "cursor-unreadable"),
        ("/reviews?from=soon", 400, "date-unreadable"),
        ("/reviews?area=Nowhere", 400, "area-unknown"),
        ("/search?q=year:soon", 400, None),
        ("/search?offset=-1", 400, "offset-unreadable"),
        ("/issues/7", 404, "issue-unknown"),
        ("/lessons/zz", 404, None),
        ("/nowhere", 404, "address-unknown"),
    ],
)
def test_what_goes_wrong_is_problem_details(site, register_of, address, status, code):
    failed = site.get(f"/api/v1{address}")
    told = json.loads(failed.content)
    assert (failed.status_code, told["status"]) == (status, status)
    assert failed["Content-Type"] == "application/problem+json"
    assert told["detail"].endswith((".", "."))
    assert code is None or told["type"].endswith(f":{code}")


def test_nothing_is_changed_by_way_of_the_api(site, register_of):
    failed = site.post("/api/v1/reviews", {})
    assert (failed.status_code, failed["Allow"]) == (405, "GET, HEAD")


def test_every_answer_fits_its_description(site, register_of):
    site.post(
        "/publish", {"area": "Kent", "number": "1", "date": "2023-06", "from": "2023", "until": "2023", "which": "all"}
    )
    ids = {"review": register_of["Baby Sorrel"], "number": "1"}
    ids["statement"] = reviews.get(ids["review"]).statements[0].id
    for operation in OPERATIONS:
        if "{lesson}" in operation.path or "/imports" in operation.path:
            continue
        body = site.get("/api/v1" + operation.path.format(**ids))
        assert body.status_code == 200, operation.path
        msgspec.json.decode(body.content, type=operation.answer, dec_hook=lambda kind, value: kind(value))


def test_the_description_is_whole(site):
    described = json.loads(site.get("/api/v1/openapi.json").content)
    assert described == json.loads(to_json(openapi()))
    assert described["openapi"] == "3.1.0"
    text = json.dumps(described)
    used = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert used <= set(described["components"]["schemas"])


def test_a_page_explains_it(site):
    assert "GET /api/v1/reviews/{review}" in site.get("/api/").content.decode()


@pytest.mark.parametrize("address", ["/reviews", "/search?q=appointments", "/issues", "/themes"])
def test_a_reader_gets_what_is_approved_only(site, register_of, role, address):
    edits.set_status(register_of["Baby Sorrel"], "approved")
    role("reader")
    assert "Juniper" not in site.get(f"/api/v1{address}").content.decode()
    assert site.get(f"/api/v1/reviews/{register_of['Child Juniper']}").status_code == 404


def test_what_is_held_is_nowhere(site, register_of):
    edits.set_status(register_of["Child Juniper"], "held")
    for address in ("/reviews", "/search?q=appointments", "/lessons"):
        assert "Juniper" not in site.get(f"/api/v1{address}").content.decode()

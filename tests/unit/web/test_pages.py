import pytest

from lessonbook.domain import Harm, Link
from lessonbook.domain.serialise import to_json
from lessonbook.register import edits, models, reviews

PLAIN = ("/", "/find", "/themes", "/themes/engaging-fathers", "/lessons", "/areas", "/areas/E08000035", "/addressees")
MORE = ("/addressees/police", "/plots", "/plots/areas.svg", "/plots/themes.csv", "/documents", "/accessibility")
FOR_EDITORS = ("/take-in", "/check", "/publish")


@pytest.mark.parametrize("address", [*PLAIN, *MORE, *FOR_EDITORS, "/issues", "/issues/feed.atom"])
@pytest.mark.parametrize("filled", [True, False])
def test_every_page_answers_with_and_without_reviews(site, request, address, filled):
    if filled:
        request.getfixturevalue("register_of")
    assert site.get(address).status_code == 200


@pytest.mark.parametrize(
    "address", ["/nowhere", "/reviews/zzzz", "/themes/none", "/lessons/zz", "/take-in/7", "/issues/3"]
)
def test_what_is_not_there_is_a_sentence_and_404(site, address):
    answer = site.get(address)
    assert answer.status_code == 404
    assert b"That did not work" in answer.content


def test_a_review_has_its_statements_with_links_to_their_words(site, register_of):
    page = site.get(f"/reviews/{register_of['Child Juniper']}").content.decode()
    assert "missed appointments are a sign and not an administrative matter" in page
    assert page.count("/documents/") >= 4


def test_the_record_is_the_exported_one(site, register_of):
    found = site.get(f"/reviews/{register_of['Baby Sorrel']}.json").content
    assert found == to_json(reviews.get(register_of["Baby Sorrel"]))


def test_a_search_marks_words_and_counts_facets(site, register_of):
    page = site.get("/find", {"q": "bruise"}).content.decode()
    assert "<mark>bruise</mark>" in page
    assert "Kind of statement" in page


def test_a_facet_limits_and_can_be_taken_off(site, register_of):
    page = site.get("/find", {"q": "", "kind": "", "area": "E08000035"}).content.decode()
    assert "Area: Leeds" in page
    assert "Norfolk" not in page.split("statements found")[1]


def test_a_search_that_cannot_be_read_says_so(site, register_of):
    answer = site.get("/find", {"q": "year:soon"})
    assert answer.status_code == 400
    assert b"There is a problem" in answer.content


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_found_is_exported(site, register_of, form):
    body = site.get("/find", {"q": "bruise", "format": form}).content.decode("utf-8-sig")
    assert "a bruise on a baby who cannot move needs a paediatrician the same day" in body


def test_a_document_shows_the_words_asked_for(site, register_of):
    piece = reviews.get(register_of["Baby Sorrel"]).statements[-1].evidence[0]
    page = site.get(f"/documents/{piece.document}", {"start": piece.start, "end": piece.end}).content.decode()
    assert f"<mark>{piece.quote}</mark>" in page
    assert models.Document.objects.get().name in page


def test_the_original_is_saved_and_never_shown(site, register_of):
    answer = site.get(f"/documents/{models.Document.objects.get().pk}/file")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"


def test_what_a_source_says_is_never_markup(site, register_of):
    review = register_of["Child Juniper"]
    edits.correct(review, "harm", Harm("<script>alert(1)</script>"))
    edits.correct(review, "link", (Link("Report", "javascript:alert(1)"),))
    page = site.get(f"/reviews/{review}").content.decode()
    assert "<script>alert" not in page
    assert "javascript:" not in page

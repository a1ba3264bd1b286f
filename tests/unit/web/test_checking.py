import pytest

from lessonbook.domain import PartialDate, StatementClaim
from lessonbook.register import edits, models, reviews


@pytest.fixture
def record(register_of):
    review = register_of["Child Juniper"]
    return lambda: reviews.get(review)


def send(site, address, **data):
    return site.post(address, data, follow=True)


def test_a_field_is_corrected_emptied_and_taken_back(site, record):
    review = record()
    page = send(site, f"/check/{review.id}/fields/published", value="2023-01-17")
    assert record().published == PartialDate("2023-01-17")
    assert "Set by an editor" in page.content.decode()
    send(site, f"/check/{review.id}/fields/published", value=" ")
    assert record().published is None
    last = models.EditorClaim.objects.order_by("-pk").first().pk
    send(site, f"/check/{review.id}/undo/{last}")
    assert record().published == PartialDate("2023-01-17")


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("kinds", ["lcspr", "rapid-review"], lambda review: review.kinds == ("lcspr", "rapid-review")),
        ("area", "Kent", lambda review: review.area.authorities[0].name == "Kent"),
        ("section", "neglect", lambda review: review.section == "neglect"),
        ("harm", "Alleged neglect of a girl.", lambda review: review.harm.hedges == ("Alleged",)),
        ("relevance", "We have the same pathway.", lambda review: review.relevance.reason.startswith("We have")),
        ("recommendations_made", "none", lambda review: review.recommendations_made.status == "none"),
    ],
)
def test_every_kind_of_field_is_read_from_its_form(site, record, field, value, shown):
    send(site, f"/check/{record().id}/fields/{field}", value=value)
    assert shown(record())


def test_a_date_that_is_none_is_refused_with_a_way_back(site, record):
    page = site.post(
        f"/check/{record().id}/fields/published",
        {"value": "soon"},
        headers={"referer": f"http://127.0.0.1/check/{record().id}?at=field:published"},
    )
    assert page.status_code == 400
    assert f'href="/check/{record().id}?at=field:published"' in page.content.decode()


def test_a_statement_is_reworded_and_keeps_its_evidence(site, record):
    before = record().statements[-1]
    send(site, f"/check/{record().id}/statements/{before.id}", kind=before.kind, text="Tell the GP of missed visits.")
    after = record().statements[-1]
    assert (after.id, after.text, after.evidence) == (before.id, "Tell the GP of missed visits.", before.evidence)


def test_an_empty_line_cuts_a_statement_in_two_each_with_its_words(site, record):
    before = next(one for one in record().statements if "missed appointments" in one.text)
    text = "missed appointments are a sign\n\nand not an administrative matter"
    send(site, f"/check/{record().id}/statements/{before.id}", kind="learning", text=text)
    parts = [one for one in record().statements if one.text in text.split("\n\n")]
    assert [one.text for one in parts] == text.split("\n\n")
    assert parts[0].evidence[0] == before.evidence[0]  # the statement that was there keeps its evidence
    assert parts[1].evidence[0].quote.rstrip(";") == parts[1].text


def test_a_statement_is_shown_no_more_and_shown_again(site, record):
    gone = record().statements[0]
    page = send(site, f"/check/{record().id}/statements/{gone.id}", do="suppress")
    assert gone.id not in [one.id for one in record().statements]
    assert "Not shown any more" in page.content.decode()
    send(site, f"/check/{record().id}/undo/{models.EditorClaim.objects.get().pk}")
    assert gone.id in [one.id for one in record().statements]


def test_words_chosen_in_the_source_become_a_statement(site, record):
    document = record().documents[0]
    words = "Juniper lived with her mother and an older brother"
    send(site, f"/check/{record().id}/statements", kind="key-issue", quote=words, document=document, text=words)
    new = next(one for one in record().statements if one.text == words)
    assert new.evidence[0].quote == words


def test_words_that_are_nowhere_in_the_source_are_no_statement(site, record):
    count = len(record().statements)
    page = send(site, f"/check/{record().id}/statements", document=record().documents[0], text="Made up.")
    assert page.status_code == 400
    assert len(record().statements) == count


def test_approval_says_exactly_what_stands_in_its_way(site, record):
    edits.add(record().id, StatementClaim("learning", "Without any source."))
    page = send(site, f"/check/{record().id}/status", status="approved")
    assert page.status_code == 400
    assert "Without any source" in page.content.decode()
    assert record().status == "extracted"


def test_approving_leads_to_the_next_that_waits(site, record, register_of):
    page = send(site, f"/check/{record().id}/status", status="approved", next=register_of["Mr Alder"])
    assert record().status == "approved"
    assert page.redirect_chain[-1][0].endswith(register_of["Mr Alder"])


def test_of_two_editors_neither_is_lost(site, record, role):
    review = record().id
    role("editor", "first")
    send(site, f"/check/{review}/fields/label", value="Child One", seen="0")
    role("editor", "second")
    page = send(site, f"/check/{review}/fields/label", value="Child Two", seen="0")
    assert page.status_code == 400
    assert "first changed this while you were at it" in page.content.decode()
    assert record().label == "Child One"
    other = send(site, f"/check/{review}/fields/title", value="A title", seen="0")
    assert (other.status_code, record().title) == (200, "A title")
    assert "first" in other.content.decode()


def test_the_history_says_who_and_when(site, record):
    page = send(site, f"/check/{record().id}/status", status="checked").content.decode()
    assert "status checked" in page

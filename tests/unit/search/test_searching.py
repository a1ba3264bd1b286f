import pytest

from helpers.register_cases import KENT, LEEDS, Case, document_of
from lessonbook.domain import LessonbookError, PartialDate, StatementClaim
from lessonbook.register import edits, meanings, reviews
from lessonbook.register.intake.recording import record
from lessonbook.search import indexing, stored
from lessonbook.search.models import Item
from lessonbook.search.query import Filter
from lessonbook.search.searching import Options, search

CASES = (
    Case(
        area=LEEDS,
        label="Child Z",
        published="2019-03",
        statements=(
            ("learning", "Fathers were not asked about their own childhood."),
            ("recommendation", "Health visitors to see both parents before the baby is six weeks old."),
        ),
    ),
    Case(
        area=KENT,
        label="Adult K",
        published="2021",
        harm="Death of a man in a fire at his home.",
        statements=(
            ("key-issue", "His mother had moved to a care home."),
            ("recommendation", "The fire service to visit people who hoard."),
        ),
    ),
)


@pytest.fixture
def register(home):
    record("d", *document_of(*CASES))
    return {review.label: review for review in reviews.find()}


def found(text, **options):
    return [hit.text for hit in search(text, Options(**options)).hits]


def test_a_word_finds_its_other_forms_and_what_means_the_same(register):
    assert found("father")[0] == "Fathers were not asked about their own childhood."
    assert found("dad", exact=True) == ["Fathers were not asked about their own childhood."]
    assert found("mum", exact=True) == ["His mother had moved to a care home."]
    assert found("hoarding", exact=True) == ["The fire service to visit people who hoard."]


def test_meaning_finds_what_shares_no_word(register):
    assert found("flames killed someone")[0] == "Death of a man in a fire at his home."
    assert found("flames killed someone", exact=True) == []


def test_quoted_words_are_exact(register):
    assert found('"father"') == []
    assert found('"both parents"') == ["Health visitors to see both parents before the baby is six weeks old."]
    assert found('"parents both"') == []


def test_operators_and_prefixes(register):
    assert found("hoard AND fire") == ["The fire service to visit people who hoard."]
    assert found("hoard AND baby") == []
    assert found("(hoard OR baby) NOT fire") == [
        "Health visitors to see both parents before the baby is six weeks old."
    ]
    assert found("childh*") == ["Fathers were not asked about their own childhood."]


def test_a_typing_error_is_forgiven_and_told(register):
    results = search("recomend fathres", Options(exact=False))
    assert results.hits[0].text == "Fathers were not asked about their own childhood."
    assert results.respelled["fathres"] == "fathers"


@pytest.mark.parametrize(
    ("filters", "labels"),
    [
        ("area:Kent", {"Adult K"}),
        ("year:2019", {"Child Z"}),
        ("year:2018-2022", {"Child Z", "Adult K"}),
        ("-year:2019", {"Adult K"}),
        ("statement:learning", {"Child Z"}),
        ('region:"South East"', {"Adult K"}),
        ("status:extracted area:Leeds", {"Child Z"}),
    ],
)
def test_filters_hold(register, filters, labels):
    assert {hit.label for hit in search(filters).hits} == labels


def test_a_period_and_filters_from_outside_the_text(register):
    options = Options(published_from=PartialDate("2020"), filters=(Filter("statement", "recommendation"),))
    assert [hit.text for hit in search("visit", options).hits] == ["The fire service to visit people who hoard."]


def test_facets_count_reviews(register):
    facets = search("statement:recommendation").facets
    assert facets["statement"] == [("recommendation", 2)]
    assert dict(facets["area"]) == {"E08000035": 1, "E10000016": 1}
    assert dict(facets["year"]) == {"2019": 1, "2021": 1}


def test_a_hit_says_where_its_words_stand(register):
    hit = search('"both parents"').hits[0]
    assert [hit.text[start:end] for start, end in hit.marks] == ["both parents"]
    assert (hit.review, hit.area, hit.label) == (register["Child Z"].id, "Leeds", "Child Z")
    statement = next(one for one in register["Child Z"].statements if one.id == hit.statement)
    assert (hit.document, hit.start) == (statement.evidence[0].document, statement.evidence[0].start)


@pytest.mark.parametrize("status", ["held", "withdrawn"])
def test_what_is_held_or_withdrawn_is_gone_at_once_and_comes_back(register, status):
    assert found("fathers", exact=True)
    edits.set_status(register["Child Z"].id, status)
    assert found("fathers") == []
    assert search("fathers", Options(documents=True)).facets["area"] == []
    assert not Item.objects.filter(text__contains="Fathers").exists()
    edits.set_status(register["Child Z"].id, "approved")
    assert found("fathers", exact=True)
    assert found("status:approved fathers", exact=True)


def test_the_index_follows_an_editor(register):
    review = register["Child Z"]
    edits.correct_statement(review.id, review.statements[0].id, StatementClaim("learning", "Grandparents knew more."))
    assert found("fathers", exact=True) == []
    assert found("grandparents", exact=True) == ["Grandparents knew more."]
    edits.suppress(review.id, review.statements[0].id)
    assert found("grandparents", exact=True) == []


def test_an_index_written_out_and_one_read_from_the_tables_answer_alike(register, home, monkeypatch):
    before = search("fathers at home")
    monkeypatch.setattr(stored, "_MOST_BEHIND", 0)
    monkeypatch.setattr(stored, "_SHARE_BEHIND", 0)
    assert search("fathers at home") == before
    assert (home / "search" / "current").exists()
    edits.set_status(register["Adult K"].id, "held")
    assert not (home / "search").exists()  # the meaning of withheld words does not stay in a file
    assert {hit.label for hit in search("fathers at home").hits} == {"Child Z"}


def test_a_written_index_and_later_changes_are_one(register, monkeypatch):
    monkeypatch.setattr(stored, "_MOST_BEHIND", 0)
    monkeypatch.setattr(stored, "_SHARE_BEHIND", 0)
    search("fathers")
    monkeypatch.undo()
    record("e", *document_of(Case(label="Child N", statements=(("learning", "Fathers were at work."),))))
    meanings.learn()
    assert {hit.label for hit in search("fathers").hits if "athers" in hit.text} == {"Child Z", "Child N"}
    edits.suppress(register["Child Z"].id, register["Child Z"].statements[0].id)
    assert {hit.label for hit in search("fathers").hits if "athers" in hit.text} == {"Child N"}


def test_new_meanings_leave_a_written_index_that_was_whole(register, home, monkeypatch):
    monkeypatch.setattr(stored, "_MOST_BEHIND", 0)
    monkeypatch.setattr(stored, "_SHARE_BEHIND", 0)
    search("fathers")
    monkeypatch.undo()
    written = (home / "search" / "current").read_text()
    record("e", *document_of(Case(label="Child N", statements=(("learning", "Fathers were at work."),))))
    meanings.learn()
    assert (home / "search" / "current").read_text() == written
    assert "Child N" in {hit.label for hit in search("fathers").hits}


def test_new_meanings_end_a_written_index_that_lacked_some(register, home, monkeypatch):
    record("e", *document_of(Case(label="Child N", statements=(("learning", "A parent was at work."),))))
    monkeypatch.setattr(stored, "_MOST_BEHIND", 0)
    monkeypatch.setattr(stored, "_SHARE_BEHIND", 0)
    search("work", Options(exact=True))
    assert (home / "search" / "current").exists()
    meanings.learn()
    assert not (home / "search").exists()


def test_reindexing_changes_no_answer(register):
    before = search("fathers at home").hits
    assert indexing.reindex() == 2
    assert search("fathers at home").hits == before
    Item.objects.all().delete()
    assert indexing.reindex() == 2
    assert [hit.text for hit in search("fathers at home").hits] == [hit.text for hit in before]


def test_the_same_words_are_computed_once(register, monkeypatch):
    meanings.learn()
    monkeypatch.setattr(meanings.meaning, "encode", lambda _texts: pytest.fail("computed again"))
    record("e", *document_of(Case(label="Child N", statements=CASES[0].statements)))
    assert meanings.learn() == 0


@pytest.mark.parametrize("text", ["year:soon", "kind:sonnet", "area:Atlantis", "statement:opinion"])
def test_a_value_that_is_not_known_is_said(register, text):
    with pytest.raises(LessonbookError):
        search(text)


def test_an_empty_register_and_an_empty_text(home):
    assert search("fathers").hits == ()
    assert search("").hits == ()

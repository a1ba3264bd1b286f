import msgspec
import pytest

from helpers.register_cases import KENT, LEEDS, UNNAMED, Case, document_of
from helpers.register_dump import dump
from lessonbook.domain import Claim, Evidence, LessonbookError
from lessonbook.register import archive, models, reviews
from lessonbook.register.identity import entry_key
from lessonbook.register.intake import recording
from lessonbook.register.intake.recording import record
from lessonbook.register.matching import deciding


@pytest.fixture
def take(home):
    """Store documents made of cases; what each brought."""

    def stored(*cases, name="digest"):
        return record(f"{name}.txt", *document_of(*cases, name=name))

    return stored


def records():
    return list(reviews.find())


def test_a_document_s_entries_are_reviews_with_their_statements_and_evidence(take):
    recorded = take(
        Case(label="Child Z"), Case(label="Child Y", statements=(("action", "Tell."), ("learning", "Ask.")))
    )
    assert (recorded.status, recorded.new, recorded.matched, recorded.unsure) == ("imported", 2, 0, 0)
    by_label = {review.label: review for review in records()}
    assert [(s.kind, s.text) for s in by_label["Child Y"].statements] == [("action", "Tell."), ("learning", "Ask.")]
    assert by_label["Child Y"].statements[0].evidence[0].quote == "Tell."


def test_a_review_s_id_comes_from_its_first_entry(take):
    take(Case())
    _, document, _ = document_of(Case())
    assert records()[0].id == entry_key(document.sha256, 0)
    assert records()[0].statements[0].id.startswith(f"{records()[0].id}-")


def test_the_same_document_again_changes_nothing(take):
    take(Case(), Case(label="Child Y"))
    before = dump()
    assert take(Case(), Case(label="Child Y")).status == "unchanged"
    assert dump() == before


def test_a_second_document_on_the_same_review_joins_it(take):
    take(Case(statements=(("learning", "Ask."),)))
    recorded = take(Case(statements=(("learning", "Ask."), ("learning", "Tell."))), name="list")
    assert (recorded.new, recorded.matched) == (0, 1)
    [review] = records()
    assert len(review.documents) == 2
    assert [statement.text for statement in review.statements] == ["Ask.", "Tell."]
    assert len(review.statements[0].evidence) == 2


def test_the_same_label_in_one_area_with_another_event_stays_apart(take):
    take(Case(label="Child A", published="2031-02", incident="2029-06", outcome="death"))
    take(Case(label="Child D", published="2031-02"), name="second")
    take(Case(label="Child A", published="2028-05", incident="2026-01", outcome="serious-harm"), name="third")
    assert len(records()) == 3
    assert all(not review.problems for review in records())


def test_an_unsure_match_is_a_new_review_and_a_problem_of_both(take):
    take(Case(label=None))
    recorded = take(Case(label=None, statements=()), name="list")
    assert (recorded.new, recorded.unsure) == (1, 1)
    one, other = records()
    assert [problem.code for problem in one.problems] == ["match-unsure"]
    assert other.id in one.problems[0].message
    assert one.id in other.problems[0].message


def test_a_document_that_lists_a_case_twice_is_for_a_person(take):
    recorded = take(Case(), Case(statements=()))
    assert (recorded.new, recorded.unsure) == (2, 1)


def test_a_document_that_lists_a_known_case_twice_joins_once_and_asks_once(take):
    take(Case())
    recorded = take(Case(), Case(statements=()), name="list")
    assert (recorded.matched, recorded.new, recorded.unsure) == (1, 1, 1)


def test_two_reviews_that_both_fit_are_for_a_person(take):
    take(Case(label=None))
    take(Case(label=None, statements=()), name="second")
    first, second = (review.id for review in records())
    deciding.keep_apart(first, second)
    event = {"label": None, "incident": "2030-06", "sex": "male", "outcome": "death"}
    assert take(Case(**event), name="third").unsure == 1
    assert len(deciding.unsure()) == 2


def test_an_unnamed_area_never_meets_a_named_one(take):
    take(Case(area=KENT))
    assert take(Case(area=UNNAMED, statements=()), name="list").new == 1
    assert all(not review.problems for review in records())


def test_evidence_that_is_not_in_the_document_stores_nothing(home):
    data, document, extraction = document_of(Case())
    wrong = Claim("label", "Child Z", (Evidence(document.sha256, None, 0, 5, "wrong"),))
    [entry] = extraction.entries
    broken = msgspec.structs.replace(entry, claims=(wrong,))
    before = dump()
    with pytest.raises(LessonbookError) as caught:
        record("x.txt", data, document, msgspec.structs.replace(extraction, entries=(broken,)))
    assert caught.value.code == "evidence-broken"
    assert dump() == before
    assert list(archive.files()) == []


def test_a_failure_in_the_middle_leaves_no_half_document(home, monkeypatch):
    def fails(*_: object) -> None:
        raise RuntimeError

    before = dump()
    monkeypatch.setattr(recording, "_add_candidates", fails)
    with pytest.raises(RuntimeError):
        recording.record("x.txt", *document_of(Case()))
    assert dump() == before


def test_bytes_are_archived_before_the_record_is_made(home, monkeypatch):
    data, document, extraction = document_of(Case())
    seen = []
    monkeypatch.setattr(recording, "_check", lambda *_: None)
    monkeypatch.setattr(recording, "is_fresh", lambda sha256: seen.append(archive.path_of(sha256).read_bytes()) or True)
    recording.record("x.txt", data, document, extraction)
    assert seen == [data]


def test_a_place_that_an_earlier_entry_has_gives_another_key(take):
    _, document, _ = document_of(Case())
    models.Review.objects.create(id=entry_key(document.sha256, 0), live=False)
    take(Case())
    assert [review.id for review in records()] == [entry_key(document.sha256, 0, 1)]


def test_two_entries_at_one_position_are_two_reviews(home):
    data, document, extraction = document_of(Case(), Case(label="Child Y"))
    entries = tuple(msgspec.structs.replace(entry, position=0) for entry in extraction.entries)
    recorded = record("x.txt", data, document, msgspec.structs.replace(extraction, entries=entries))
    assert recorded.new == 2
    assert len({review.id for review in records()}) == 2


def test_a_document_of_hundreds_of_entries_is_one_import(take):
    many = [Case(area=LEEDS, label=f"Child {n}", statements=(("learning", f"Lesson {n}."),)) for n in range(600)]
    assert take(*many).new == 600
    again = take(*many, name="copy")
    assert (again.new, again.matched) == (0, 600)

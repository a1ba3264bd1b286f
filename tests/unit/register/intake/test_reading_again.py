"""A document whose reader or extractor changed: claims that stay, that end, that come; editors' claims survive."""

import msgspec
import pytest

from helpers.register_cases import KENT, Case, document_of
from helpers.register_dump import dump
from lessonbook import extraction as room
from lessonbook.domain import Document, Evidence, Extraction, Link, StatementClaim
from lessonbook.register import edits, models, reviews, verify
from lessonbook.register.intake.recording import record

ASK = ("learning", "Ask who lives in the home and since when.")
TELL = ("learning", "Tell the health visitor the same day.")


@pytest.fixture
def read_again(home, monkeypatch):
    """Record a document as the first version of an extractor reads it, and again as the next one does."""
    data, base, extraction = document_of(
        Case(statements=(ASK, TELL), more=(("link", Link("Read it")),)), Case(area=KENT, label="Child Y")
    )
    monkeypatch.setattr("lessonbook.register.intake.freshness.reader_of", lambda _: "text/1")
    monkeypatch.setitem(room.EXTRACTORS, "digest", 1)
    record("d.txt", data, base, msgspec.structs.replace(extraction, logic_version=1))

    def again(change) -> None:
        monkeypatch.setitem(room.EXTRACTORS, "digest", 2)
        document, new = change(base, msgspec.structs.replace(extraction, logic_version=2))
        monkeypatch.setattr("lessonbook.register.intake.freshness.reader_of", lambda _: document.reader)
        assert record("d.txt", data, document, new).status == "re-read"

    return again


def with_claims(extraction: Extraction, number: int, change) -> Extraction:
    entries = list(extraction.entries)
    entries[number] = msgspec.structs.replace(entries[number], claims=tuple(change(entries[number].claims)))
    return msgspec.structs.replace(extraction, entries=tuple(entries))


def the(label):
    return next(reviews.find(label=label))


def reworded(claims):
    for claim in claims:
        if claim.value == StatementClaim(*ASK):
            yield msgspec.structs.replace(claim, value=StatementClaim(ASK[0], ASK[1].replace(" and since when", "")))
        else:
            yield claim


def test_nothing_changes_where_the_new_version_reads_the_same(read_again):
    before, claims = the("Child Z"), list(models.Claim.objects.values())
    read_again(lambda document, new: (document, new))
    assert the("Child Z") == before
    assert list(models.Claim.objects.values()) == claims
    assert models.Run.objects.count() == 2


def test_claims_that_are_the_same_stay_and_others_are_superseded_not_deleted(read_again):
    before = models.Claim.objects.count()
    read_again(lambda document, new: (document, with_claims(new, 0, reworded)))
    assert models.Claim.objects.count() == before + 1
    [ended] = models.Claim.objects.filter(ended_by__isnull=False)
    assert ended.ended_by.logic_version == 2
    assert [statement.text for statement in the("Child Z").statements] == ["Ask who lives in the home.", TELL[1]]


def test_a_field_claimed_once_says_what_superseded_it(read_again):
    def relabelled(claims):
        return [msgspec.structs.replace(one, value="Child ZZ") if one.field == "label" else one for one in claims]

    read_again(lambda document, new: (document, with_claims(new, 0, relabelled)))
    [ended] = models.Claim.objects.filter(ended_by__isnull=False)
    assert ended.superseded_by.value == '"Child ZZ"'
    assert the("Child ZZ").label == "Child ZZ"


def test_statements_stand_in_the_order_of_the_new_reading(read_again):
    read_again(lambda document, new: (document, with_claims(new, 0, lambda claims: claims[::-1])))
    assert [statement.text for statement in the("Child Z").statements] == [TELL[1], ASK[1]]


def test_ids_of_reviews_and_statements_stay(read_again):
    before = the("Child Z")
    read_again(lambda document, new: (document, with_claims(new, 0, reworded)))
    after = the("Child Z")
    assert after.id == before.id
    assert after.statements[1].id == before.statements[1].id


def test_editors_claims_survive(read_again):
    before = the("Child Z")
    edits.correct(before.id, "label", "Child Zed")
    edits.suppress(before.id, before.statements[0].id)
    edits.correct_statement(before.id, before.statements[1].id, StatementClaim("action", "Tell her."))
    added = edits.add(before.id, StatementClaim("learning", "Write it down."))
    edits.set_status(before.id, "checked")
    read_again(lambda document, new: (document, with_claims(new, 0, reworded)))
    after = the("Child Zed")
    assert [(s.kind, s.text) for s in after.statements] == [("action", "Tell her."), ("learning", "Write it down.")]
    assert after.statements[1].id == added
    assert after.status == "checked"


def test_an_entry_that_moved_keeps_its_review(read_again):
    ids = the("Child Z").id, the("Child Y").id

    def swapped(document: Document, new: Extraction) -> tuple[Document, Extraction]:
        first, second = new.entries
        entries = (msgspec.structs.replace(second, position=0), msgspec.structs.replace(first, position=1))
        return document, msgspec.structs.replace(new, entries=entries)

    read_again(swapped)
    assert (the("Child Z").id, the("Child Y").id) == ids


def test_an_entry_whose_heading_is_read_otherwise_keeps_its_review(read_again):
    before = the("Child Y").id

    def renamed(claims):
        return [msgspec.structs.replace(one, value="Child W") if one.field == "label" else one for one in claims]

    read_again(lambda document, new: (document, with_claims(new, 1, renamed)))
    assert the("Child W").id == before


def only_first(document: Document, new: Extraction) -> tuple[Document, Extraction]:
    return document, msgspec.structs.replace(new, entries=new.entries[:1])


def test_an_entry_that_is_gone_is_listed_no_more_but_nothing_is_deleted(read_again):
    claims = models.Claim.objects.count()
    read_again(only_first)
    assert [review.label for review in reviews.find()] == ["Child Z"]
    assert models.Claim.objects.count() == claims
    assert models.Review.objects.count() == 2


def test_a_review_is_no_longer_asked_about_when_the_other_is_gone(read_again):
    record("e.txt", *document_of(Case(area=KENT, label="Child Y", published=None, statements=()), name="e"))
    asked = models.Review.objects.get(label="Child Y", published_from=None).pk
    assert [problem.code for problem in reviews.get(asked).problems] == ["match-unsure"]
    read_again(only_first)
    assert reviews.get(asked).problems == ()
    assert verify.verify().ok


def test_an_entry_that_is_gone_stays_listed_where_an_editor_worked_on_it(read_again):
    edits.correct(the("Child Y").id, "label", "Child Y")
    read_again(only_first)
    assert [problem.code for problem in the("Child Y").problems] == ["no-source"]


def test_an_entry_that_is_new_is_a_new_review(read_again):
    def one_more(document: Document, new: Extraction) -> tuple[Document, Extraction]:
        label = msgspec.structs.replace(new.entries[1].claims[2], value="Child N")
        third = msgspec.structs.replace(new.entries[1], position=2, claims=(label,))
        return document, msgspec.structs.replace(new, entries=(*new.entries, third))

    read_again(one_more)
    assert models.Review.objects.filter(live=True).count() == 3


def test_a_reader_that_writes_the_text_down_otherwise_moves_all_evidence(read_again):
    review = the("Child Z")
    place = review.statements[0].evidence
    edits.add(review.id, StatementClaim("action", "Ask."), evidence=place)
    edits.suppress(review.id, review.statements[1].id)

    def shifted(document: Document, new: Extraction) -> tuple[Document, Extraction]:
        moved = msgspec.structs.replace(document, text=f"A new first line\n{document.text}", reader="text/2")
        by = len("A new first line\n")

        def move(piece: Evidence) -> Evidence:
            return msgspec.structs.replace(piece, start=piece.start + by, end=piece.end + by)

        def claims(old):
            return [msgspec.structs.replace(one, evidence=tuple(map(move, one.evidence))) for one in old]

        for number in range(len(new.entries)):
            new = with_claims(new, number, claims)
        return moved, new

    read_again(shifted)
    after = the("Child Z")
    assert [(s.kind, s.text) for s in after.statements] == [ASK, ("action", "Ask.")]
    assert after.id == review.id
    assert {s.evidence[0].start for s in after.statements} == {place[0].start + len("A new first line\n")}
    assert verify.verify().ok


def test_reading_the_next_version_twice_changes_nothing_more(read_again):
    read_again(lambda document, new: (document, with_claims(new, 0, reworded)))
    before = dump()
    data, document, extraction = document_of(
        Case(statements=(ASK, TELL), more=(("link", Link("Read it")),)), Case(area=KENT, label="Child Y")
    )
    assert record("d.txt", data, document, msgspec.structs.replace(extraction, logic_version=2)).status == "unchanged"
    assert dump() == before

"""A whole evaluation of small invented documents: what is right, what is told of a miss, and what moved since."""

import json

import msgspec
import pytest

from helpers.small_digest import SMALL_DIGEST
from lessonbook import evaluation, extraction, reading
from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_json, to_json, to_plain
from lessonbook.evaluation.judging import reviews_of


def gold_of(text):
    """The gold of a digest that is read as it should be: what is read."""
    read = extraction.extract(reading.read_here(text.encode()))
    keys = ("kinds", "audience", "label", "area", "published", "subjects", "section")
    records = []
    for number, review in enumerate(reviews_of(read)):
        plain = to_plain(review)
        said = [{"kind": one["kind"], "text": one["text"], "pages": [[]]} for one in plain["statements"]]
        records.append({"case": f"c{number}", **{key: plain[key] for key in keys}, "statements": said})
    return records


@pytest.fixture
def write(tmp_path):
    """Write a document with its gold, changed by a function; the folder."""

    def written(change=lambda records: None, name="a.txt", text=SMALL_DIGEST):
        records = gold_of(text)
        change(records)
        (tmp_path / "gold").mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        lines = "\n".join(json.dumps(record) for record in records)
        (tmp_path / "gold" / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        return tmp_path

    return written


def test_what_is_read_as_gold_says_is_all_right(write):
    told = []
    found = evaluation.evaluate([write()], on_progress=lambda *moved: told.append(moved))
    summary = found.summary
    assert [(done, total) for done, total, _ in told] == [(1, 1)]
    assert summary.cases.tally.right == len(gold_of(SMALL_DIGEST))
    assert {figure.f1 for figure in (*summary.fields.values(), *summary.statements.values())} == {1.0}
    assert summary.evidence.pieces > 0
    assert summary.evidence_exactness == 1
    assert found.documents[0].differences == []


def test_a_miss_a_false_find_and_a_wrong_value_are_told_with_their_words(write):
    def change(records):
        records[0]["label"] = "Child Nobody"
        records[0]["statements"] = [
            *({"kind": "recommendation", "text": "Nobody said this at all."}, *records[0]["statements"][1:]),
        ]

    first = gold_of(SMALL_DIGEST)[0]
    found = evaluation.evaluate([write(change)])
    told = {(one.case, one.what, one.name, one.gold, one.found) for one in found.documents[0].differences}
    left_out = first["statements"][0]
    assert ("c0", "differs", "label", "child nobody", first["label"].casefold()) in told
    assert ("c0", "missed", "recommendation", "Nobody said this at all.", None) in told
    assert ("c0", "false", left_out["kind"], None, left_out["text"]) in told
    assert len(told) == 3
    assert found.summary.fields["label"].tally.wrong == 1


def test_a_case_that_is_not_found_and_one_too_many_take_their_statements_along(write):
    found = evaluation.evaluate([write(lambda records: records.pop())])
    tally = found.summary.cases.tally
    assert (tally.wrong, tally.missed) == (1, 0)
    left_out = gold_of(SMALL_DIGEST)[-1]["statements"]
    assert sum(one.tally.wrong for one in found.summary.statements.values()) == len(left_out) > 0

    def one_more(records):
        statement = {"kind": "learning", "text": "Never said."}
        records.append({"case": "x", "label": "Child Nowhere", "area": None, "statements": [statement]})

    found = evaluation.evaluate([write(one_more)])
    assert found.summary.cases.tally.missed == 1
    assert found.summary.statements["learning"].tally.missed == 1


def test_a_document_that_cannot_be_read_is_all_missed_and_the_others_go_on(write, tmp_path):
    folder = write()
    (folder / "b.pdf").write_bytes(b"%PDF-1.7\n")
    record = {"case": "b", "label": "Child B", "statements": [{"kind": "learning", "text": "Ask."}]}
    (folder / "gold" / "b.pdf.jsonl").write_text(json.dumps(record))
    found = evaluation.evaluate([folder])
    assert found.summary.failed == 1
    assert found.documents[1].error
    assert found.documents[1].statements["learning"].missed == 1
    assert found.documents[0].differences == []


def test_an_evaluation_is_json_and_comes_back(write):
    found = evaluation.evaluate([write()])
    assert from_json(to_json(found), evaluation.Evaluation) == found


def test_what_got_worse_and_what_is_within_noise(write):
    before = evaluation.evaluate([write(name=f"{letter}.txt") for letter in "abcdef"])

    broken = evaluation.Difference("x", "c0", "missed", "learning", "Ask.", None)
    documents = []
    for number, result in enumerate(before.documents):
        statements = dict(result.statements)
        tally = statements["learning"]
        statements["learning"] = msgspec.structs.replace(tally, right=0, missed=tally.wanted)
        fields = dict(result.fields)
        if number == 0:
            fields["label"] = msgspec.structs.replace(fields["label"], missed=fields["label"].missed + 1)
        more = [broken] if number == 0 else []
        differences = [*result.differences, *more]
        documents.append(msgspec.structs.replace(result, statements=statements, fields=fields, differences=differences))
    changed = evaluation.changes(evaluation.put_together(documents[:-1]), before)
    moved = {one.name: one for one in changed.moved}
    assert moved["statements learning"].now == 0
    assert moved["statements learning"].beyond_noise
    assert not moved["field label"].beyond_noise
    assert set(moved) == {"statements learning", "field label"}
    assert changed.broken == (broken,)
    assert (changed.mended, changed.documents, len(changed.only_before)) == ((), 5, 1)
    assert evaluation.changes(before, before).moved == ()


def test_a_file_that_is_no_evaluation_is_told(tmp_path):
    (tmp_path / "old.json").write_text("{}")
    with pytest.raises(LessonbookError, match="is no evaluation"):
        evaluation.read(tmp_path / "old.json")

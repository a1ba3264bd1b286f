import csv
import io
import json
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from helpers.register_cases import KENT, Case, source
from lessonbook.domain import LessonbookError, Link, RecommendationsMade, Review
from lessonbook.domain.serialise import from_json
from lessonbook.register.export import dictionary, export, write
from lessonbook.register.export.dictionary import exported_types
from lessonbook.register.export.flat import COLUMNS
from lessonbook.register.export.meanings import MEANINGS
from lessonbook.register.resolution import resolve

KEYS = [
    "id",
    "kinds",
    "audience",
    "scope",
    "label",
    "area",
    "published",
    "incident",
    "section",
    "subjects",
    "method",
    "statements",
    "links",
    "status",
    "problems",
]
DICTIONARY = Path(__file__).parents[3] / "docs" / "data-dictionary.md"


def reviews():
    full = Case(
        area=KENT,
        label="Child “Z”",
        published="2031-02",
        incident="2030-12-23",
        harm="A fall, alleged to be an accident; “no one saw it”.",
        age=(140, 146),
        outcome="serious-harm",
        statements=(("key-issue", "Line one\nand two, with a comma"), ("recommendation", "=Train everybody | now")),
        more=(
            ("kinds", ("lcspr", "dhr")),
            ("link", Link("Read it", "https://example.org/a")),
            ("link", Link("And this")),
            ("recommendations_made", RecommendationsMade("made")),
        ),
        problems=("cut-off",),
    )
    bare = Case(area=None, label=None, published=None, statements=())
    return [resolve("r1", [source(full)]), resolve("r2", [source(bare, "bare")])]


def whole(form):
    return b"".join(export(form, reviews()))


def test_a_line_of_json_has_the_published_keys_in_order_and_comes_back():
    lines = whole("jsonl").decode().splitlines()
    for line, review in zip(lines, reviews(), strict=True):
        assert list(json.loads(line))[: len(KEYS)] == KEYS
        assert from_json(line, Review) == review
    first = json.loads(lines[0])
    assert (first["published"], first["incident"]) == ("2031-02", "2030-12-23")
    assert list(first["area"]) == ["as_written", "status", "authorities"]
    assert list(first["subjects"][0]) == ["label", "age", "sex", "outcome", "ethnicity"]
    published = ["id", "kind", "text", "themes", "addressees", "evidence"]
    added = ["number", "parts", "addressed_to", "timescale", "attributed_to"]
    assert list(first["statements"][0]) == [*published, *added]
    assert list(first["statements"][0]["evidence"][0]) == ["document", "page", "start", "end", "quote"]


def test_csv_has_a_row_a_statement_and_one_for_a_review_without():
    rows = list(csv.DictReader(io.StringIO(whole("csv").decode(), newline="")))
    assert [row["id"] for row in rows] == ["r1", "r1", "r2"]
    assert [row["statement_number"] for row in rows] == ["1", "2", ""]
    assert rows[0]["statement_text"] == "Line one\nand two, with a comma"
    assert rows[0]["kinds"] == "lcspr | dhr"
    assert rows[0]["link_urls"] == "https://example.org/a | "
    assert rows[0]["subject_age_days"] == "140/146"
    assert rows[0]["integrated"] == "false"
    assert rows[2]["label"] == rows[2]["area"] == rows[2]["statement_text"] == ""


def test_a_spreadsheet_takes_no_text_for_a_formula():
    rows = list(csv.DictReader(io.StringIO(whole("csv").decode(), newline="")))
    assert rows[1]["statement_text"] == "'=Train everybody | now"


def test_parquet_has_the_same_rows_with_lists_as_lists(tmp_path):
    assert write("parquet", reviews(), tmp_path / "x.parquet") == 2
    rows = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [row["id"] for row in rows] == ["r1", "r1", "r2"]
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert rows[1]["statement_text"] == "=Train everybody | now"
    assert rows[0]["link_urls"] == ["https://example.org/a", None]
    assert rows[0]["evidence_starts"] == [reviews()[0].statements[0].evidence[0].start]
    assert (rows[2]["statement_id"], rows[2]["label"], rows[2]["kinds"]) == (None, None, [])


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_no_reviews_give_a_file_without_rows(form, tmp_path):
    assert write(form, [], tmp_path / "x") == 0
    if form == "parquet":
        assert pq.read_table(tmp_path / "x").num_rows == 0
    else:
        assert len((tmp_path / "x").read_text().splitlines()) == (form == "csv")


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_pieces_come_while_reviews_are_still_being_found(form, monkeypatch):
    monkeypatch.setattr("lessonbook.register.export.formats._ROWS_A_PIECE", 4)
    taken = []

    def found():
        for number in range(50):
            taken.append(number)
            yield msgspec.structs.replace(reviews()[0], id=f"r{number}")

    pieces = export(form, found())
    next(pieces)
    assert len(taken) < 10
    assert len(list(pieces)) > 3


def test_an_export_that_fails_leaves_what_was_there(tmp_path):
    (tmp_path / "x.csv").write_text("before")

    def fails():
        yield reviews()[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write("csv", fails(), tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(LessonbookError) as caught:
        write("csv", reviews(), tmp_path / "missing" / "x.csv")
    assert caught.value.code == "output-not-writable"


def test_every_key_has_a_meaning_and_no_meaning_is_left_over():
    keys = {kind.__name__: set(kind.__struct_fields__) for kind in exported_types()}
    assert {name: set(meanings) for name, meanings in MEANINGS.items()} == keys


def test_the_data_dictionary_is_up_to_date():
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary()


def test_the_flat_columns_hold_every_key_of_a_review():
    """A key added to the record is either a column or is named here as left out."""
    shown = " ".join(column.name for column in COLUMNS)
    names = {"area": "area_gss", "subjects": "subject_labels", "links": "link_labels", "problems": "problem_codes"}
    for key in Review.__struct_fields__:
        wanted = {"statements": "statement_id", "relevance": "relevant", **names}.get(key, key)
        assert wanted in shown.split(), key

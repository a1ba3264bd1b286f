"""Whole commands, as a person runs them, on a small digest of invented cases."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.small_digest import SMALL_DIGEST

REFUSED = {"scan.pdf": b"%PDF-1.7\n", "photo.docx": b"\x89PNG\r\n\x1a\n" + bytes(64), "empty.txt": b""}


def lessonbook(home: Path, *arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "lessonbook", "--home", home, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "160"},
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def digest(tmp_path_factory):
    file = tmp_path_factory.mktemp("in") / "issue-9.txt"
    file.write_text(SMALL_DIGEST, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def home(tmp_path_factory, digest):
    home = tmp_path_factory.mktemp("home")
    lessonbook(home, "import", digest)
    return home


def records(home: Path, *filters: str) -> list[dict]:
    return [json.loads(line) for line in lessonbook(home, "reviews", "--json", *filters).stdout.splitlines()]


def test_import_tells_what_was_found_for_a_person_and_for_a_program(tmp_path, digest):
    shown = lessonbook(tmp_path / "a", "import", digest).stdout
    assert "imported" in shown
    assert "3 cases" in shown
    report = json.loads(lessonbook(tmp_path / "b", "import", digest, "--json").stdout)
    assert [(file["status"], file["entries"]) for file in report["files"]] == [("imported", 3)]


def test_importing_again_changes_nothing(home, digest):
    before = records(home)
    assert json.loads(lessonbook(home, "import", digest, "--json").stdout)["files"][0]["status"] == "unchanged"
    assert records(home) == before


def test_reviews_are_listed_and_filtered(home):
    assert [record["label"] for record in records(home)] == ["Child Juniper", "Baby Sorrel", "Mr Alder"]
    assert [record["label"] for record in records(home, "--area", "Kent")] == ["Baby Sorrel"]
    assert [record["label"] for record in records(home, "--audience", "adults")] == ["Mr Alder"]
    assert "No review matches." in lessonbook(home, "reviews", "--from", "2024").stdout


def test_a_record_is_shown_with_the_place_of_each_statement(home):
    first = records(home, "--text", "missed visit")[0]
    shown = lessonbook(home, "show", first["id"][:8]).stdout
    assert "ask what a day is like for the child." in shown
    assert "characters" in shown
    assert json.loads(lessonbook(home, "show", first["id"], "--json").stdout) == first


def test_the_record_says_what_the_source_says(home):
    juniper, sorrel, alder = records(home)
    assert juniper["published"] == "2023-01"
    assert juniper["section"] == "neglect"
    assert juniper["area"]["authorities"][0]["gss"] == "E08000035"
    assert juniper["subjects"][0]["ethnicity"]["status"] == "not-stated"
    assert [statement["kind"] for statement in juniper["statements"]] == ["key-issue"] * 2 + ["learning"] * 2 + [
        "recommendation"
    ] * 2
    assert sorrel["recommendations_made"]["status"] == "none"
    assert sorrel["subjects"][0]["ethnicity"]["status"] == "stated"
    assert alder["recommendations_made"]["status"] == "not-mentioned"
    assert alder["audience"] == "adults"


def test_evidence_is_where_it_is_said_to_be(home, digest):
    text = digest.read_text(encoding="utf-8")
    pieces = [piece for record in records(home) for one in record["statements"] for piece in one["evidence"]]
    assert pieces
    assert all(text[piece["start"] : piece["end"]] == piece["quote"] for piece in pieces)
    assert "all hold" in lessonbook(home, "verify").stdout


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_every_export_format_is_written(home, tmp_path, form):
    file = tmp_path / f"out.{form}"
    lessonbook(home, "export", "--format", form, "-o", file)
    assert file.stat().st_size > 1000


def test_json_lines_are_the_records(home):
    assert [
        json.loads(line) for line in lessonbook(home, "export", "--format", "jsonl").stdout.splitlines()
    ] == records(home)


def test_the_digest_is_published_in_every_format(home, tmp_path):
    out = tmp_path / "digest"
    period = ("--from", "2023-01", "--to", "2023-03")
    lessonbook(home, "digest", "--issue", "10", "--date", "2023-04", "--area", "Kent", *period, "--out", out)
    assert sorted(path.suffix for path in out.iterdir()) == [".docx", ".eml", ".html", ".pdf", ".txt"]
    assert "Relevant" not in (out / "digest-issue-10.txt").read_text(encoding="utf-8")
    assert "Baby Sorrel" in (out / "digest-issue-10.txt").read_text(encoding="utf-8")


def test_an_introduction_of_our_own_stands_at_the_front(home, tmp_path):
    text = tmp_path / "front.txt"
    text.write_text("Dear colleagues,\n\nthis issue\nis about waiting rooms.\n", encoding="utf-8")
    wanted = (
        "--formats",
        "text",
        "--from",
        "2023",
        "--to",
        "2023",
        "--introduction",
        text,
        "--partnership",
        "Leeds SCP",
    )
    out = tmp_path / "out"
    lessonbook(home, "digest", "--issue", "1", "--date", "2023-04", "--area", "Leeds", *wanted, "--out", out)
    shown = (out / "digest-issue-1.txt").read_text(encoding="utf-8")
    assert "Dear colleagues," in shown
    assert "this issue is about waiting rooms." in shown
    assert "Leeds SCP" in shown


def test_some_formats_only(home, tmp_path):
    wanted = ("--formats", "text", "--from", "2023", "--to", "2023")
    lessonbook(home, "digest", "--issue", "1", "--date", "2023-04", "--area", "Leeds", *wanted, "--out", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["digest-issue-1.txt"]


def test_a_bad_file_is_a_sentence_and_the_others_go_on(tmp_path, digest):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in REFUSED.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_bytes(digest.read_bytes())
    done = lessonbook(tmp_path / "home", "import", folder, code=1)
    assert all(name in done.stderr for name in REFUSED)
    assert len(records(tmp_path / "home")) == 3


def test_backup_and_restore_bring_everything_back(home, tmp_path):
    lessonbook(home, "backup", tmp_path / "all.backup")
    lessonbook(tmp_path / "new", "restore", tmp_path / "all.backup")
    assert records(tmp_path / "new") == records(home)
    assert "all hold" in lessonbook(tmp_path / "new", "verify").stdout
    assert lessonbook(tmp_path / "new", "restore", tmp_path / "all.backup", code=1).stderr.startswith("lessonbook: ")


@pytest.mark.parametrize(
    "wrong",
    [
        ("import", "no-such-file.pdf"),
        ("reviews", "--from", "February"),
        (
            "digest",
            "--issue",
            "0",
            "--date",
            "2021-12",
            "--area",
            "Leeds",
            "--from",
            "2021",
            "--to",
            "2021",
            "--out",
            "x",
        ),
        ("export", "--format", "xlsx"),
        ("nonsense",),
    ],
)
def test_bad_use_is_one_sentence_and_exit_code_two(tmp_path, wrong):
    done = lessonbook(tmp_path, *wrong, code=2)
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("show", "zzzz"),
        (
            "digest",
            "--issue",
            "1",
            "--date",
            "2021-12",
            "--area",
            "Atlantis",
            "--from",
            "2021",
            "--to",
            "2021",
            "--out",
            "x",
        ),
        ("reviews", "--area", "Atlantis"),
    ],
)
def test_work_that_fails_is_one_sentence_and_exit_code_one(tmp_path, wrong):
    done = lessonbook(tmp_path, *wrong, code=1)
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("lessonbook: ")


def test_an_unsure_match_is_decided_and_taken_back(tmp_path, digest):
    other = tmp_path / "list.txt"
    other.write_text(SMALL_DIGEST.replace("5-year-old", "9-year-old"), encoding="utf-8")
    home = tmp_path / "home"
    lessonbook(home, "import", digest, other)
    before = records(home)
    pairs = json.loads(lessonbook(home, "matches", "--json").stdout)
    assert pairs, "the same label and month, another age: that is for a person to decide"
    first, second = pairs[0]["first"], pairs[0]["second"]
    assert first in lessonbook(home, "matches").stdout
    decided = lessonbook(home, "matches", "--merge", first, second).stdout
    assert len(records(home)) == len(before) - 1
    lessonbook(home, "matches", "--undo", decided.split()[-1])
    assert records(home) == before
    lessonbook(home, "matches", "--apart", first, second)
    assert {"first": first, "second": second} not in [
        {"first": pair["first"], "second": pair["second"]}
        for pair in json.loads(lessonbook(home, "matches", "--json").stdout)
    ]

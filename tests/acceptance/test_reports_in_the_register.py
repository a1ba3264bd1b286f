"""A full report goes the whole way: taken in, shown, verified, published, and read back from the digest."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.round_trip import read_again, reviews_of, settings_for
from lessonbook import extraction, reading
from lessonbook.evaluation.wording import letters
from lessonbook.publishing.casework import own_statements

REPORT = Path(__file__).parents[2] / "gold" / "dev" / "leicester-samuel.pdf"
pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the development half is not made yet")


# What a digest calls good practice was always read as learning.
_READ_AS = {"good-practice": "learning"}


def lessonbook(home, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "lessonbook", "--home", str(home), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "160"},
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return done.stdout


def test_a_report_is_taken_in_shown_verified_and_left_alone_the_second_time(tmp_path):
    [file] = json.loads(lessonbook(tmp_path, "import", REPORT, "--json"))["files"]
    assert (file["status"], file["extractor"], file["entries"], file["new"]) == ("imported", "report", 1, 1)
    assert json.loads(lessonbook(tmp_path, "import", REPORT, "--json"))["files"][0]["status"] == "unchanged"
    assert "all hold" in lessonbook(tmp_path, "verify")
    record = json.loads(lessonbook(tmp_path, "reviews", "--json"))
    shown = lessonbook(tmp_path, "show", record["id"])
    for heading in ("commissioned by", "Good practice", "Recommendations", "for: ", "How sure the reading is"):
        assert heading in shown
    assert len({one["page"] for said in record["statements"] for one in said["evidence"]}) > 2
    assert any(said["timescale"] for said in record["statements"])
    assert {one["field"] for one in record["confidence"]} >= {"area", "published", "statement:recommendation"}


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_what_a_report_says_comes_back_from_a_digest_word_for_word(form):
    document = reading.read_here(REPORT.read_bytes())
    [before], [after] = read_again(reviews_of(document, extraction.extract(document)), settings_for(), form)
    said = [(_READ_AS.get(one.kind, one.kind), letters(one.text)) for one in own_statements(before)]
    back = [(one.kind, letters(one.text)) for one in after.statements]
    assert len(said) > 10
    assert [one for one in said if one not in back] == []

"""`lessonbook eval` on the gold sets of the project, as a person runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.sample_files import FILES, SAMPLE

DEVELOPMENT = Path(__file__).parents[2] / "gold" / "dev"


def evaluated(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "lessonbook", "eval", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def test_the_sample_is_read_as_its_gold_says(tmp_path):
    done = evaluated(SAMPLE / "gold", "--json", "-o", tmp_path / "now.json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert json.loads((tmp_path / "now.json").read_text()) == found
    assert len(found["documents"]) == len(FILES)
    summary = found["summary"]
    assert summary["cases"]["f1"] == 1
    assert {name: one["f1"] for name, one in summary["fields"].items() if one["f1"] < 1} == {}
    assert {kind: one["f1"] for kind, one in summary["statements"].items()} == dict.fromkeys(summary["statements"], 1)
    assert {"learning", "recommendation", "key-issue"} <= set(summary["statements"])
    assert summary["evidence"]["on_page"] == summary["evidence"]["paged"] > 0
    assert summary["evidence_exactness"] == 1
    told = evaluated(SAMPLE / "gold" / f"{FILES[0]}.jsonl", "--against", tmp_path / "now.json")
    assert "on 1 documents that both have" in told.stdout
    assert "No figure moved." in told.stdout


def test_what_cannot_be_evaluated_is_told_in_a_sentence(tmp_path):
    done = evaluated(tmp_path)
    assert done.returncode == 1
    assert "has no gold records" in done.stderr


@pytest.mark.skipif(not list(DEVELOPMENT.glob("gold/*.jsonl")), reason="the development half is not made yet")
def test_reports_of_the_development_half_are_read(tmp_path):
    done = evaluated(DEVELOPMENT, "--json")
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)["summary"]
    assert summary["failed"] == 0
    assert summary["documents"] == len(list(DEVELOPMENT.glob("gold/*.jsonl")))
    assert summary["cases"]["tally"]["wrong"] == 0
    # Floors: a fall below them is a fault, not bad luck with one report.
    assert summary["statements"]["recommendation"]["f1"] >= 0.9
    assert summary["statements"]["learning"]["f1"] >= 0.9
    assert summary["evidence_exactness"] >= 0.99

import csv

import pytest
from click.testing import CliRunner

from helpers.register_cases import KENT, Case, document_of
from helpers.register_home import home
from lessonbook.cli.main import main
from lessonbook.register import coding, meanings
from lessonbook.register.intake.recording import record
from lessonbook.register.lessons import keeping

__all__ = ["home"]


@pytest.fixture
def run(home):
    record("d", *document_of(Case(published="2019"), Case(area=KENT, label="Child Y", published="2021")))
    meanings.learn()
    coding.learn()
    keeping.update()
    return lambda *words: CliRunner().invoke(main, ["--home", str(home), *words], catch_exceptions=False)


@pytest.mark.parametrize("subject", ["themes", "lessons", "areas", "timeline"])
@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_and_its_numbers(run, tmp_path, subject, form):
    place = tmp_path / f"{subject}.{form}"
    done = run("plot", subject, "-o", str(place))
    assert done.exit_code == 0, done.output
    assert place.read_bytes()[:5] in {b"<?xml", b"\x89PNG\r"}
    with place.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows or subject == "themes"


def test_areas_are_those_of_the_register(run, tmp_path):
    run("plot", "areas", "--from", "2021", "-o", str(tmp_path / "areas.svg"))
    with (tmp_path / "areas.csv").open(encoding="utf-8", newline="") as stream:
        counted = {row["council"]: row["reviews"] for row in csv.DictReader(stream) if row["reviews"] != "0"}
    assert counted == {"Kent": "1"}


@pytest.mark.parametrize(
    "words",
    [
        ("themes", "-o", "themes.pdf"),
        ("themes", "-o", "themes.svg", "--lesson", "3f"),
        ("timeline", "-o", "t.svg", "--area", "Kent"),
        ("lessons", "-o", "l.svg", "--audience", "adults"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_written(run, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    assert run("plot", *words).exit_code == 2
    assert not list(tmp_path.glob("*.svg"))

import json

import pytest
from click.testing import CliRunner

from helpers.register_cases import KENT, Case, document_of
from helpers.register_home import home
from lessonbook.cli.main import main
from lessonbook.register import meanings
from lessonbook.register.intake.recording import record
from lessonbook.register.lessons import keeping

__all__ = ["home"]


@pytest.fixture
def run(home):
    record("d", *document_of(Case(published="2019"), Case(area=KENT, label="Child Y", published="2021")))
    meanings.learn()
    keeping.update()
    return lambda *words: CliRunner().invoke(main, ["--home", str(home), *words], catch_exceptions=False)


def test_lessons_and_one_of_them(run):
    (found,) = json.loads(run("lessons", "--json").output)
    assert found["reviews"] == 2
    assert "2019–2021" in run("lessons").output
    shown = run("lesson", found["id"]).output
    assert "2 reviews, 2 areas, 2019–2021" in shown
    assert "Kent" in shown
    assert json.loads(run("lesson", found["id"], "--json").output) == found


def test_deciding_needs_a_name_and_one_decision(run):
    (found,) = json.loads(run("lessons", "--json").output)
    statement = found["instances"][0]["statement"]
    assert run("lesson", found["id"], "--pin", statement).exit_code == 2
    assert run("lesson", found["id"], "--pin", "a", "--merge", "b", "--author", "E").exit_code == 2
    assert run("lesson", found["id"], "--pin", statement, "--author", "An Editor").exit_code == 0

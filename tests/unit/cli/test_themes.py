"""``lessonbook themes`` and what can be done with themes."""

import json

import pytest
from click.testing import CliRunner

from helpers.register_cases import Case, document_of
from helpers.register_home import home
from lessonbook.cli.main import main
from lessonbook.register import coding, models
from lessonbook.register.intake.recording import record

__all__ = ["home"]


@pytest.fixture
def run(home):
    record(
        "d",
        *document_of(Case(statements=(("learning", "Information sharing was poor."), ("learning", "It was late.")))),
    )
    coding.learn()
    return lambda *words: CliRunner().invoke(main, ["--home", str(home), *words], catch_exceptions=False)


def test_themes_with_their_uses(run):
    assert "information-sharing" in run("themes").output
    uses = {one["theme"]: one["statements"] for one in json.loads(run("themes", "--json").output)}
    assert uses["information-sharing"] == 1


def test_what_waits_is_confirmed_and_taken_back(run):
    waiting = json.loads(run("themes", "--waiting", "--json").output)
    assert waiting["count"] == 1
    (one,) = waiting["statements"]
    assert "It was late." in run("themes", "--waiting").output
    assert (
        "has: gangs, missing" in run("themes", "--confirm", one["statement"], "gangs, missing", "--author", "E").output
    )
    assert json.loads(run("themes", "--waiting", "--json").output)["count"] == 0
    assert "coding gives" in run("themes", "--forget", one["statement"], "--author", "E").output
    assert "no theme" in run("themes", "--confirm", one["statement"], "none", "--author", "E").output


def test_training_and_checking(run):
    assert "No statement has other themes" in run("themes", "--train").output
    assert json.loads(run("themes", "--train", "--json").output)["confirmed"] == 0
    assert run("themes", "--check").exit_code == 0
    assert isinstance(json.loads(run("themes", "--check", "--json").output), list)


@pytest.mark.parametrize("words", [("--confirm", "x", "none"), ("--forget", "x"), ("--forget", "x", "--waiting")])
def test_bad_use_is_said(run, words):
    assert run("themes", *words).exit_code == 2


def test_what_a_review_is_about(run):
    review = models.Review.objects.get().pk
    shown = run("themes", "--of", review).output
    assert "1  information-sharing" in shown
    assert "Section:" in shown
    assert json.loads(run("themes", "--of", review, "--json").output)["review"] == review

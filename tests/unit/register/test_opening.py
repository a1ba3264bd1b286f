import os
import sqlite3
import subprocess
import sys

import pytest
from django.core.management import call_command

from helpers.register_cases import Case, document_of
from lessonbook import register
from lessonbook.domain import LessonbookError
from lessonbook.register import models
from lessonbook.register.intake.recording import record


def refusal(home):
    with pytest.raises(LessonbookError) as caught:
        register.setup(home)
    assert str(home) in caught.value.message
    return caught.value.code


def test_a_home_is_made_where_there_is_none(tmp_path):
    register.setup(tmp_path / "deep" / "home")
    assert (tmp_path / "deep" / "home" / "register.sqlite3").exists()
    assert (tmp_path / "deep" / "home" / "archive").is_dir()


def test_a_second_opening_finds_what_is_there_and_another_home_is_another_register(tmp_path):
    register.setup(tmp_path / "one")
    record("d", *document_of(Case()))
    register.setup(tmp_path / "two")
    assert models.Review.objects.count() == 0
    register.setup(tmp_path / "one")
    assert models.Review.objects.count() == 1


def test_importing_the_package_needs_no_settings():
    done = subprocess.run(
        [sys.executable, "-c", "import lessonbook.register, lessonbook.register.export, lessonbook.register.backup"],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


def test_a_home_that_is_a_file(tmp_path):
    (tmp_path / "home").write_text("x")
    assert refusal(tmp_path / "home") == "home-not-writable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_may_not_be_written(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home").chmod(0o500)
    assert refusal(tmp_path / "home") == "home-not-writable"


def test_a_register_of_a_newer_program(tmp_path):
    register.setup(tmp_path / "home")
    register.close()
    with sqlite3.connect(tmp_path / "home" / "register.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_new', '2031-01-01')"
        )
    database.close()
    assert refusal(tmp_path / "home") == "register-newer"


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "register.sqlite3").write_bytes(b"this is not a database" * 100)
    assert refusal(tmp_path / "home") == "register-broken"


def test_a_register_that_is_locked(tmp_path, monkeypatch):
    monkeypatch.setattr("lessonbook.register.sqlite._SECONDS_TO_WAIT", 0.1)
    (tmp_path / "home").mkdir()
    with sqlite3.connect(tmp_path / "home" / "register.sqlite3", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(tmp_path / "home") == "register-locked"
    other.close()


def test_two_programs_start_at_once_on_a_new_home(tmp_path):
    code = "import sys, pathlib; from lessonbook import register; register.setup(pathlib.Path(sys.argv[1]))"
    both = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "home")], stderr=subprocess.PIPE) for _ in range(2)
    ]
    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0)] * 2


def test_the_models_are_what_the_migrations_make(home):
    call_command("makemigrations", "register", check=True, dry_run=True, verbosity=0)

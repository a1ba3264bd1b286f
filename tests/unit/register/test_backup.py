import json
import zipfile

import pytest

from helpers.register_cases import Case, document_of
from helpers.register_dump import dump
from lessonbook import register
from lessonbook.domain import LessonbookError
from lessonbook.register import archive, edits, reviews, verify
from lessonbook.register.backup import backup, restore
from lessonbook.register.intake.recording import record


@pytest.fixture
def file(home, tmp_path):
    """A backup of a register with two documents and an edit."""
    record("a", *document_of(Case(), name="a"))
    record("b", *document_of(Case(label="Child Y"), name="b"))
    edits.correct(next(reviews.find()).id, "label", "Child Zed")
    backup(tmp_path / "register.zip")
    return tmp_path / "register.zip"


def rewritten(file, change):
    """A backup with some of its parts changed."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_a_restored_register_is_the_register(file, tmp_path):
    before = dump()
    restore(file, tmp_path / "other" / "home")
    register.setup(tmp_path / "other" / "home")
    assert dump() == before
    assert verify.verify().ok


def test_one_that_is_there_stays_unless_forced(file, home, tmp_path):
    before = dump()
    record("c", *document_of(Case(label="Child X"), name="c"))
    register.close()
    with pytest.raises(LessonbookError) as caught:
        restore(file, home)
    assert caught.value.code == "home-not-empty"
    restore(file, home, force=True)
    register.setup(home)
    assert dump() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "register.zip"]


def test_a_backup_is_taken_while_others_write(file, home):
    assert sorted(path.name for path in home.iterdir() if path.name.startswith(".")) == []


def _damage_document(parts):
    name = next(name for name in parts if name.startswith("archive/"))
    parts[name] = parts[name].upper()


def _drop_database(parts):
    del parts["register.sqlite3"]


def _lead_out(parts):
    parts["manifest.json"] = parts["manifest.json"].replace(b'"archive/', b'"../../archive/', 1)


def _name_another_format(parts):
    manifest = json.loads(parts["manifest.json"])
    parts["manifest.json"] = json.dumps({**manifest, "format": 99}).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_damage_document, "backup-damaged"),
        (_drop_database, "backup-damaged"),
        (_lead_out, "backup-unreadable"),
        (_name_another_format, "backup-newer"),
        (lambda parts: parts.pop("manifest.json"), "backup-unreadable"),
        (lambda parts: parts.update({"manifest.json": b"{"}), "backup-unreadable"),
    ],
)
def test_a_backup_that_is_not_whole_restores_nothing(file, tmp_path, change, code):
    rewritten(file, change)
    with pytest.raises(LessonbookError) as caught:
        restore(file, tmp_path / "new")
    assert caught.value.code == code
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "register.zip"]


@pytest.mark.parametrize("data", [b"", b"no zip at all", None])
def test_a_file_that_is_no_backup_is_told(file, tmp_path, data):
    file.write_bytes(file.read_bytes()[:-200] if data is None else data)
    with pytest.raises(LessonbookError) as caught:
        restore(file, tmp_path / "new")
    assert caught.value.code == "backup-unreadable"


def test_a_backup_that_is_missing_is_told(tmp_path):
    with pytest.raises(LessonbookError) as caught:
        restore(tmp_path / "missing.zip", tmp_path / "new")
    assert caught.value.code == "backup-unreadable"


def test_a_register_whose_archive_is_damaged_is_not_backed_up(file, tmp_path):
    archive.path_of(next(reviews.find()).documents[0]).write_bytes(b"damaged")
    before = file.read_bytes()
    with pytest.raises(LessonbookError) as caught:
        backup(file)
    assert caught.value.code == "archive-damaged"
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(file, tmp_path):
    with pytest.raises(LessonbookError) as caught:
        backup(tmp_path / "missing" / "register.zip")
    assert caught.value.code == "output-not-writable"

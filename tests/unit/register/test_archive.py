import hashlib

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.register import archive
from lessonbook.register.whole_files import written_whole

DATA = b"bytes of a document"
SHA256 = hashlib.sha256(DATA).hexdigest()


def test_bytes_stand_under_their_hash(home):
    assert archive.keep(DATA) == SHA256
    assert archive.path_of(SHA256) == home / "archive" / SHA256[:2] / SHA256
    assert archive.path_of(SHA256).read_bytes() == DATA
    archive.check(SHA256)


def test_bytes_that_are_there_are_left_alone(home):
    archive.keep(DATA)
    before = archive.path_of(SHA256).stat().st_mtime_ns
    archive.keep(DATA)
    assert archive.path_of(SHA256).stat().st_mtime_ns == before


def test_damaged_bytes_are_made_good(home):
    archive.keep(DATA)
    archive.path_of(SHA256).write_bytes(b"bytes of a Document")
    with pytest.raises(LessonbookError, match="changed"):
        archive.check(SHA256)
    archive.keep(DATA)
    archive.check(SHA256)


def test_nothing_half_written_has_the_name(tmp_path):
    def interrupted():
        with written_whole(tmp_path / "file") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_a_whole_file_takes_the_place_of_the_old_one(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    with written_whole(tmp_path / "file") as stream:
        stream.write(b"new")
        assert (tmp_path / "file").read_bytes() == b"old"
    assert (tmp_path / "file").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_archive_that_cannot_be_written_is_told(home):
    (home / "archive" / SHA256[:2]).write_bytes(b"a file where a folder should be")
    with pytest.raises(LessonbookError) as caught:
        archive.keep(DATA)
    assert caught.value.code == "archive-not-writable"

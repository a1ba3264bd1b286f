"""Files are read in processes of their own, as when a user imports them."""

from pathlib import Path

import pytest

from helpers.many_digests import write_digests
from helpers.register_dump import dump
from lessonbook.register import intake, reviews, verify

SEED = Path(__file__).parents[4] / "shared" / "seed" / "darlington-digest-issue-4.txt"


def test_digests_and_a_bad_file(home, tmp_path):
    write_digests(tmp_path / "in", 2)
    (tmp_path / "in" / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    report = intake.take_in([tmp_path / "in"])
    assert [file.status for file in report.files] == ["failed", "imported", "imported"]
    assert reviews.count() == 5
    assert verify.verify(again=True).ok


@pytest.mark.skipif(not SEED.exists(), reason="the shared seed is not beside the project")
def test_the_seed_is_taken_in_once_and_verifies(home):
    [file] = intake.take_in([SEED]).files
    assert (file.status, file.entries, file.new, file.matched) == ("imported", 67, 67, 0)
    assert reviews.count() == 67
    assert sum(len(review.statements) for review in reviews.find()) == file.statements
    report = verify.verify(again=True)
    assert report.ok
    assert report.evidence >= file.statements
    before = dump()
    assert intake.take_in([SEED]).files[0].status == "unchanged"
    assert dump() == before

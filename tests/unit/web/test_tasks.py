from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpers.small_digest import SMALL_DIGEST
from lessonbook.domain import LessonbookError
from lessonbook.register import reviews
from lessonbook.web import tasks
from lessonbook.web.models import Task

pytestmark = pytest.mark.usefixtures("site")


def a_file(name="digest.txt", text=SMALL_DIGEST):
    return SimpleUploadedFile(name, text.encode())


def test_files_are_taken_in_and_their_copies_removed(home):
    task = tasks.begin([a_file()], "an editor")
    assert tasks.work_off() == 1
    task.refresh_from_db()
    report = tasks.report_of(task)
    assert (task.state, report.entries, report.files[0].path) == ("done", 3, "digest.txt")
    assert reviews.count() == 3
    assert list((home / "incoming").iterdir()) == []


def test_two_files_of_one_name_are_two():
    tasks.begin([a_file(), a_file(text=SMALL_DIGEST.replace("Issue 9", "Issue 10"))], "")
    tasks.work_off()
    assert len(tasks.report_of(Task.objects.get()).files) == 2


def test_a_name_cannot_lead_out_of_the_folder(home):
    tasks.begin([a_file("../../../../elsewhere.txt"), a_file("..\\other.txt")], "")
    kept = [path.relative_to(home / "incoming") for path in (home / "incoming").rglob("*.txt")]
    assert sorted(path.name for path in kept) == ["elsewhere.txt", "other.txt"]
    assert all(len(path.parts) == 3 for path in kept)


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on():
    task = tasks.begin([a_file(), SimpleUploadedFile("broken.pdf", b"%PDF-1.7 broken")], "")
    tasks.work_off()
    task.refresh_from_db()
    assert sorted(file.status for file in tasks.report_of(task).files) == ["failed", "imported"]


def test_nothing_sent_is_refused(home):
    with pytest.raises(LessonbookError, match="at least one"):
        tasks.begin([], "")
    assert list((home / "incoming").iterdir()) == []


def test_a_task_is_taken_by_one_worker():
    tasks.begin([a_file()], "")
    assert tasks._take() is not None
    assert tasks._take() is None


def test_a_task_whose_worker_fell_silent_is_done_again():
    tasks.begin([a_file()], "")
    lost = tasks._take()
    Task.objects.update(seen_at=datetime.now(tz=UTC) - timedelta(minutes=5))
    assert tasks.work_off() == 1
    assert reviews.count() == 3
    tasks._do(lost)  # the first worker comes back: what it says of the task counts no more
    assert Task.objects.get().state == "done"
    assert reviews.count() == 3


def test_a_file_that_is_too_large_is_refused_with_its_limit(monkeypatch, home):
    monkeypatch.setenv("LESSONBOOK_MAX_FILE_MB", "1")
    with pytest.raises(LessonbookError, match="larger than 1 MB"):
        tasks.begin([SimpleUploadedFile("large.txt", b"a" * 1_100_000)], "")
    assert list((home / "incoming").iterdir()) == []

"""Files in, a report out. Documents are read in this process here; tests/acceptance reads them as users do."""

import msgspec
import pytest

from helpers.many_digests import write_digests
from helpers.register_dump import dump
from lessonbook import extraction, reading
from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import to_json
from lessonbook.register import archive, intake, models, reviews
from lessonbook.register.reports import IntakeReport


def read_here(sources):
    """As ``read_ahead``, without other processes: two sources are taken before the first reading is given."""
    waiting = []
    for source in sources:
        waiting.append(source)
        if len(waiting) == 2:
            yield _reading(waiting.pop(0))
    yield from map(_reading, waiting)


def _reading(source):
    try:
        data = source.read_bytes()
        document = reading.read_here(data)
    except OSError as error:
        return reading.Reading(source, error=LessonbookError("file-not-found", str(error)))
    except LessonbookError as error:
        return reading.Reading(source, data, error=error)
    return reading.Reading(source, data, document, to_json(extraction.extract(document)))


@pytest.fixture(autouse=True)
def _in_this_process(home, monkeypatch):
    monkeypatch.setattr(intake, "read_ahead", read_here)


def statuses(report):
    return [file.status for file in report.files]


def test_a_folder_is_taken_in_in_order_and_told(tmp_path):
    files = write_digests(tmp_path / "in", 3)
    told = []
    report = intake.take_in([tmp_path / "in"], on_progress=lambda *moved: told.append(moved))
    assert [file.path for file in report.files] == [str(file) for file in files]
    assert statuses(report) == ["imported"] * 3
    assert [(done, total) for done, total, _ in told] == [(1, 3), (2, 3), (3, 3)]
    first, second, third = report.files
    assert (first.entries, first.new, first.matched) == (3, 3, 0)
    assert (second.new, second.matched, third.new) == (2, 1, 3)
    assert first.statements == sum(len(review.statements) for review in reviews.find(document=first.sha256))
    assert (first.extractor, first.format, report.entries) == ("digest", "markdown", 9)


def test_the_same_bytes_again_change_nothing_under_any_name(tmp_path):
    files = write_digests(tmp_path / "in", 3)
    intake.take_in(files)
    before = dump()
    (tmp_path / "copy.txt").write_bytes(files[1].read_bytes())
    report = intake.take_in([files[0], tmp_path / "copy.txt", *files])
    assert statuses(report) == ["unchanged"] * 4
    assert report.files[0].entries == 3
    assert dump() == before


def test_the_same_bytes_twice_in_one_import_are_one_document(tmp_path):
    [file] = write_digests(tmp_path / "in", 1)
    (tmp_path / "in" / "zz.txt").write_bytes(file.read_bytes())
    assert statuses(intake.take_in([tmp_path / "in"])) == ["imported", "unchanged"]
    assert models.Document.objects.count() == 1


def test_a_bad_file_is_reported_and_the_others_go_on(tmp_path):
    write_digests(tmp_path / "in", 2)
    (tmp_path / "in" / "digest-000a.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    report = intake.take_in([tmp_path / "in", tmp_path / "missing.txt"])
    assert statuses(report) == ["imported", "failed", "imported", "failed"]
    assert [problem.code for file in report.failed for problem in file.problems] == [
        "file-not-a-document",
        "file-not-found",
    ]
    assert models.Document.objects.count() == 2
    assert len(list(archive.files())) == 2


def test_known_files_before_after_and_between_new_ones_keep_their_turn(tmp_path):
    files = write_digests(tmp_path / "in", 5)
    intake.take_in([files[0], files[2], files[4]])
    report = intake.take_in(files)
    assert statuses(report) == ["unchanged", "imported", "unchanged", "imported", "unchanged"]
    assert [file.path for file in report.files] == list(map(str, files))


def test_hidden_files_and_leftovers_are_left_out(tmp_path):
    [file] = write_digests(tmp_path / "in" / "sub", 1)
    for name in (".DS_Store", "~$digest.docx", "Thumbs.db"):
        (tmp_path / "in" / name).write_bytes(b"x")
    (tmp_path / "in" / ".git").mkdir()
    (tmp_path / "in" / ".git" / "notes.txt").write_text("x")
    report = intake.take_in([tmp_path / "in", file])
    assert [one.path for one in report.files] == [str(file)]


def test_an_empty_folder_is_an_empty_report(tmp_path):
    (tmp_path / "in").mkdir()
    assert intake.take_in([tmp_path / "in"]) == IntakeReport(())


def test_only_what_a_changed_extractor_read_is_read_again(tmp_path, monkeypatch):
    files = write_digests(tmp_path / "in", 2)
    (tmp_path / "in" / "page.txt").write_text("Minutes of a meeting about the heating.")
    intake.take_in([tmp_path / "in"])
    monkeypatch.setitem(extraction.EXTRACTORS, "digest", extraction.EXTRACTORS["digest"] + 1)
    monkeypatch.setattr(extraction, "extract", _next_version(extraction.extract))
    assert statuses(intake.take_in([tmp_path / "in"])) == ["re-read", "re-read", "unchanged"]
    assert statuses(intake.take_in([tmp_path / "in"])) == ["unchanged"] * 3
    assert len(files) == 2


def _next_version(extract):
    def extracted(document):
        found = extract(document)
        return msgspec.structs.replace(found, logic_version=extraction.EXTRACTORS[found.extractor])

    return extracted


def test_what_is_stale_can_be_read_again_from_the_archive(tmp_path, monkeypatch):
    files = write_digests(tmp_path / "in", 2)
    intake.take_in(files)
    before = [(review.id, review.statements) for review in reviews.find()]
    for file in files:
        file.unlink()
    monkeypatch.setitem(extraction.EXTRACTORS, "digest", extraction.EXTRACTORS["digest"] + 1)
    monkeypatch.setattr(extraction, "extract", _next_version(extraction.extract))
    archive.path_of(models.Document.objects.get(name=files[1].name).pk).write_text("damaged")
    report = intake.read_again()
    assert sorted(statuses(report)) == ["failed", "re-read"]
    assert [(review.id, review.statements) for review in reviews.find()] == before
    assert models.Document.objects.filter(name=files[0].name).exists()


def test_a_changed_reader_makes_its_documents_stale(tmp_path, monkeypatch):
    files = write_digests(tmp_path / "in", 1)
    intake.take_in(files)
    models.Document.objects.update(reader="text/0")
    assert statuses(intake.take_in(files)) == ["re-read"]


def test_a_document_that_the_archive_lost_is_archived_again(tmp_path):
    files = write_digests(tmp_path / "in", 2)
    report = intake.take_in(files)
    archive.path_of(report.files[0].sha256).unlink()
    archive.path_of(report.files[1].sha256).write_bytes(b"damaged")
    assert statuses(intake.take_in(files)) == ["unchanged"] * 2
    for file in report.files:
        archive.check(file.sha256)


def test_a_report_is_read_by_programs(tmp_path):
    write_digests(tmp_path / "in", 1)
    report = intake.take_in([tmp_path / "in"])
    assert msgspec.json.decode(to_json(report), type=IntakeReport) == report


def test_a_document_that_tells_of_no_review_is_kept_and_says_so(tmp_path):
    (tmp_path / "minutes.txt").write_text("Minutes of a meeting about the heating.")
    [file] = intake.take_in([tmp_path / "minutes.txt"]).files
    assert (file.status, file.entries) == ("imported", 0)
    assert [problem.code for problem in file.problems] == ["not-recognised"]

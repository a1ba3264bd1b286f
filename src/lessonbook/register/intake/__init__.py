"""Taking documents in: files and folders, one transaction a document."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
from django.db import DatabaseError

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import extraction_from_json
from lessonbook.reading import Reading
from lessonbook.register import archive, sqlite
from lessonbook.register.intake.finding import files_in
from lessonbook.register.intake.freshness import is_fresh, stale
from lessonbook.register.intake.reading_ahead import read_ahead
from lessonbook.register.intake.recording import Recorded, record
from lessonbook.register.intake.telling import failed, told
from lessonbook.register.opening import explained
from lessonbook.register.reports import FileReport, IntakeReport

Progress = Callable[[int, int, str], None]

__all__ = ["Progress", "read_again", "take_in"]


class _Wanted(msgspec.Struct):
    """A file in its turn. ``known`` is its SHA-256 where the register has it and would read it as before."""

    path: Path
    known: str | None


def take_in(paths: Iterable[Path], *, on_progress: Progress | None = None) -> IntakeReport:
    """Read, extract and store files, and the files of folders, in order; what is known and not stale is left alone.

    A file that cannot be read is reported and the others go on. ``on_progress`` is told after each file how many are
    done, how many there are, and the file's path. Raises ``LessonbookError`` where the register itself cannot be
    written; what was stored until then stays.
    """
    files = files_in(paths)
    reports: list[FileReport] = []
    try:
        for report in _reports(files):
            reports.append(report)
            if on_progress:
                on_progress(len(reports), len(files), report.path)
        sqlite.fold_log()
    except DatabaseError as error:
        raise explained(error) from error
    return IntakeReport(tuple(reports))


def read_again(*, on_progress: Progress | None = None) -> IntakeReport:
    """Take in anew, from the archive, every document that a changed reader or extractor would read otherwise."""
    whole: list[Path] = []
    broken: list[FileReport] = []
    for sha256 in stale():
        try:
            archive.check(sha256)
            whole.append(archive.path_of(sha256))
        except LessonbookError as error:
            broken.append(failed(archive.path_of(sha256), error))
    return IntakeReport((*take_in(whole, on_progress=on_progress).files, *broken))


def _reports(files: Iterable[Path]) -> Iterator[FileReport]:
    """A report on each file, in order. Files that are known are not read; those to be read are read ahead."""
    waiting: deque[_Wanted] = deque()

    def to_be_read() -> Iterator[Path]:
        for path in files:
            known = _known(path)
            waiting.append(_Wanted(path, known))
            if known is None:
                yield path

    with closing(read_ahead(to_be_read())) as readings:  # whatever happens, the processes that read are ended
        for reading in readings:
            yield from _unchanged(waiting)
            yield _store(waiting.popleft().path, reading)
    yield from _unchanged(waiting)


def _unchanged(waiting: deque[_Wanted]) -> Iterator[FileReport]:
    while waiting and (known := waiting[0].known) is not None:
        yield told(waiting.popleft().path, known, Recorded("unchanged"))


def _known(path: Path) -> str | None:
    try:
        sha256 = archive.hash_of(path)
    except OSError:
        return None  # the reader says what is wrong with it
    if not is_fresh(sha256):
        return None
    archive.mend(sha256, path)
    return sha256


def _store(path: Path, reading: Reading) -> FileReport:
    if reading.document is None or reading.data is None or reading.then is None:
        return failed(path, reading.error or LessonbookError("reading-failed", f"{path.name} could not be read."))
    try:
        extraction = extraction_from_json(reading.then)
        recorded = record(path.name, reading.data, reading.document, extraction)
    except LessonbookError as error:
        if error.code != "evidence-broken":
            raise
        return failed(path, error)
    return told(path, reading.document.sha256, recorded)

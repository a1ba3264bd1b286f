"""Taking in what stands at web addresses, beside files and folders."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec
from django.db import transaction

from lessonbook.domain import LessonbookError
from lessonbook.register import models
from lessonbook.register.intake import Progress, take_in
from lessonbook.register.intake.finding import files_in
from lessonbook.register.intake.telling import not_taken_in
from lessonbook.register.reports import FileReport, IntakeReport
from lessonbook.sources import Fetched, Fetcher


def take_in_all(
    paths: Iterable[Path],
    addresses: Iterable[str],
    *,
    fetcher: Fetcher | None = None,
    on_progress: Progress | None = None,
) -> IntakeReport:
    """As ``take_in``, with what stands at addresses after the files; the register remembers where that came from.

    The report on an address has it for its path. One that cannot be fetched is reported and the others go on.
    """
    files, wanted = files_in(paths), list(dict.fromkeys(addresses))
    count = len(files) + len(wanted)

    def moved(done: int, _: int, path: str) -> None:
        if on_progress:
            on_progress(done, count, path)

    known = take_in(files, on_progress=moved).files
    fetched: list[FileReport] = []
    fetcher = fetcher or Fetcher()
    with tempfile.TemporaryDirectory(prefix="lessonbook-") as folder:
        for address in wanted:
            fetched.append(_one(address, Path(folder, str(len(fetched))), fetcher))
            moved(len(files) + len(fetched), count, address)
    return IntakeReport((*known, *fetched))


def _one(address: str, folder: Path, fetcher: Fetcher) -> FileReport:
    try:
        fetched = fetcher.fetch(address)
    except LessonbookError as error:
        return not_taken_in(address, error)
    folder.mkdir()
    path = folder / fetched.name
    path.write_bytes(fetched.data)
    (report,) = take_in([path]).files
    if report.sha256 is not None and report.status != "failed":
        _remember(report.sha256, fetched)
    return msgspec.structs.replace(report, path=address)


def _remember(sha256: str, fetched: Fetched) -> None:
    with transaction.atomic():
        models.DocumentAddress.objects.update_or_create(
            document_id=sha256, address=fetched.address, defaults={"fetched_at": fetched.fetched_at}
        )

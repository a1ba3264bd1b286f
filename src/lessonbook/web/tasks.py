"""Work in the background: taking files in. It survives a restart of the server, and no task is done twice.

A task is a row. A worker takes the oldest that waits by one conditional update, so two servers never have the same one,
and says every few seconds that it is alive; a task whose worker is silent waits again. Taking in is by the hash of a
file's bytes, so beginning again leaves what was stored alone.
"""

import logging
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Protocol

import msgspec
from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_json, to_json
from lessonbook.reading.limits import MEGABYTE, configured
from lessonbook.register import following
from lessonbook.register.intake.fetching import take_in_all
from lessonbook.register.reports import IntakeReport
from lessonbook.sources import cleaned, is_address
from lessonbook.web.models import Task

_LOG = logging.getLogger(__name__)
_SILENT = timedelta(seconds=30)
_SIGN_SECONDS = 5.0
_LOOK_SECONDS = 1.0
_INCOMING = "incoming"
_LONGEST_NAME = 150
_wake = threading.Event()


class Upload(Protocol):
    """A file as a browser sends it."""

    @property
    def name(self) -> str | None: ...

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, in pieces."""
        ...


def begin(uploads: Iterable[Upload], author: str, addresses: Iterable[str] = ()) -> Task:
    """Keep the files and let a worker take them in, and fetch what stands at the addresses.

    Raises ``LessonbookError``: ``no-files``, ``file-too-large``, ``address-unclear``.
    """
    wanted = [cleaned(address) for address in addresses if address.strip()]
    folder = _incoming() / token_hex(8)
    folder.mkdir(parents=True)
    try:
        names = [_keep(upload, folder, at) for at, upload in enumerate(uploads)]
    except LessonbookError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if not (names or wanted):
        folder.rmdir()
        raise LessonbookError("no-files", "Choose at least one file, or give an address.")
    now = datetime.now(tz=UTC)
    names += wanted
    name = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    made = {
        "addresses": to_json(wanted).decode(),
        "folder": folder.name,
        "total": len(names),
        "made_at": now,
        "seen_at": now,
    }
    task = Task.objects.create(name=name, author=author, **made)
    _wake.set()
    return task


class Progress(msgspec.Struct, frozen=True):
    """How far a task is: ``state`` as the task has it; ``report`` comes with the end."""

    id: int
    state: str
    step: str
    done: int
    total: int
    message: str
    report: IntakeReport | None


def progress_of(task: Task) -> Progress:
    """How far the task is."""
    return Progress(task.pk, task.state, task.step, task.done, task.total, task.message, report_of(task))


def task_of(number: int) -> Task:
    """The task with this number. Raises ``LessonbookError`` ``task-unknown``."""
    found = Task.objects.filter(pk=number).first()
    if found is None:
        raise LessonbookError("task-unknown", "There is no task at this address: see what was taken in.")
    return found


def report_of(task: Task) -> IntakeReport | None:
    """What became of a task's files, once it has ended."""
    return from_json(task.report, IntakeReport) if task.state == "done" else None


@contextmanager
def working() -> Iterator[None]:
    """Work on tasks in a thread as long as the block lasts; what is at hand when it ends waits again."""
    stop = threading.Event()
    worker = threading.Thread(target=_work, args=(stop,), name="lessonbook-tasks", daemon=True)
    worker.start()
    try:
        yield
    finally:
        stop.set()
        _wake.set()
        worker.join(timeout=2)


def work_off() -> int:
    """Do every task that waits, here and now; how many."""
    count = 0
    while (task := _take()) is not None:
        _do(task)
        count += 1
    return count


def _work(stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            close_old_connections()
            work_off()
        except DatabaseError:
            _LOG.exception("The tasks could not be looked at; trying again.")
        _wake.wait(_LOOK_SECONDS)
        _wake.clear()
    connections.close_all()


def _take() -> Task | None:
    """The oldest task that waits, now this worker's."""
    now = datetime.now(tz=UTC)
    Task.objects.filter(state="working", seen_at__lt=now - _SILENT).update(state="waiting", worker="")
    for task in Task.objects.filter(state="waiting").order_by("id")[:5]:
        worker = token_hex(8)
        taken = Task.objects.filter(pk=task.pk, state="waiting").update(state="working", worker=worker, seen_at=now)
        if taken:
            task.refresh_from_db()
            return task
    return None


def _do(task: Task) -> None:
    mine = Task.objects.filter(pk=task.pk, worker=task.worker, state="working")
    ended = threading.Event()
    signs = threading.Thread(target=_give_signs, args=(task, ended), daemon=True)
    signs.start()
    folder = _incoming() / task.folder

    def moved(done: int, total: int, path: str = "") -> None:
        mine.update(done=done, total=total, step=_name_of(path))

    try:
        addresses = from_json(task.addresses, list[str])
        report = _named(take_in_all([folder], addresses, on_progress=moved))
        mine.update(step="Learning what is new")
        following.follow(_silent)
        result = {"state": "done", "report": to_json(report).decode(), "message": ""}
    except LessonbookError as error:
        result = {"state": "failed", "message": error.message}
    except Exception:  # noqa: BLE001 - a fault is this task's failure, never the server's; its traceback is in the log
        _LOG.exception("Task %s failed", task.pk)
        result = {
            "state": "failed",
            "message": "Something in Lessonbook itself failed; the server's log says what to report.",
        }
    finally:
        ended.set()
        signs.join()
    if mine.update(**result, step="", ended_at=datetime.now(tz=UTC)):
        shutil.rmtree(folder, ignore_errors=True)


def _give_signs(task: Task, ended: threading.Event) -> None:
    while not ended.wait(_SIGN_SECONDS):
        try:
            Task.objects.filter(pk=task.pk, worker=task.worker).update(seen_at=datetime.now(tz=UTC))
        except DatabaseError:
            continue  # the register is busy: the next sign will do
    connections.close_all()


@contextmanager
def _silent(label: str) -> Iterator[following.Moved]:  # noqa: ARG001 - as the command line's bar is called
    yield lambda done, total, /: None  # noqa: ARG005 - the same


def _named(report: IntakeReport) -> IntakeReport:
    """The report with the names of the files as they were sent."""
    return IntakeReport(tuple(msgspec.structs.replace(one, path=_name_of(one.path)) for one in report.files))


def _name_of(path: str) -> str:
    """A file's name, as it was sent; an address whole."""
    return path if is_address(path) else Path(path).name


def _keep(upload: Upload, folder: Path, at: int) -> str:
    """Store one file, in a folder of its own: two may have one name. The name that it was sent under."""
    name = Path((upload.name or "document").replace("\\", "/")).name[-_LONGEST_NAME:] or "document"
    most = configured().bytes
    place = folder / f"{at:04}"
    place.mkdir()
    with (place / name).open("wb") as stream:
        _copy(upload, stream, name, most)
    return name


def _copy(upload: Upload, stream: BinaryIO, name: str, most: int) -> None:
    size = 0
    for chunk in upload.chunks():
        size += len(chunk)
        if size > most:
            raise LessonbookError(
                "file-too-large",
                f"{name} is larger than {most // MEGABYTE} MB: split it, or raise LESSONBOOK_MAX_FILE_MB.",
            )
        stream.write(chunk)


def _incoming() -> Path:
    home: Path = settings.LESSONBOOK_HOME
    return home / _INCOMING

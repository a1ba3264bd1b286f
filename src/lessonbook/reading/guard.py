"""Reading where it cannot take the program down: in processes of their own, with a time and a memory limit.

``Readers`` keeps a few such processes for many files. Each is a fresh interpreter that shares nothing with the
program but two pipes: no database handle, no open file, no lock. One that dies, hangs or asks for too much memory
costs its own document an error; the next document gets a new process.
"""

import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

import msgspec

from lessonbook.domain import Document, LessonbookError
from lessonbook.domain.serialise import from_msgpack
from lessonbook.reading import frames
from lessonbook.reading.limits import Limits, configured
from lessonbook.reading.refusals import check_size

Source = Path | bytes
# Starting an interpreter takes a third of a second, and on a machine that is busy or cold much longer.
_START_SECONDS = 60.0
# A process that has read so many documents is replaced, so what a library leaks cannot grow without end.
_RETIRE_AFTER = 500


class Reading(msgspec.Struct, frozen=True):
    """What came of one source: ``document``, or ``error``. Just one of the two is set.

    ``data`` are the very bytes that were read (nothing where the file could not be opened). ``then`` is what the
    function given to ``Readers`` made of the document: its bytes, or its value as JSON (``domain.serialise.to_json``).
    """

    source: Source
    data: bytes | None = None
    document: Document | None = None
    then: bytes | None = None
    error: LessonbookError | None = None


class Readers:
    """``workers`` reading processes, as a context manager; they start when they are first needed.

    Without ``limits`` they are the default ones as the environment changes them (``limits.configured``).
    ``then`` names a function ``module:function`` that each process calls with each document, so that work on a
    document can run beside its reading: ``Readers(2, then="lessonbook.extraction:extract")``. It must be importable
    in a fresh interpreter.
    """

    def __init__(self, workers: int = 1, limits: Limits | None = None, then: str | None = None) -> None:
        self._workers = max(1, workers)
        self._limits = configured() if limits is None else limits
        self._setup = frames.Setup(self._limits, then)
        self._idle: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        self._all: set[_Process] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._threads = ThreadPoolExecutor(self._workers, thread_name_prefix="lessonbook-reading")
        for _ in range(self._workers):
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends every process, also one that is reading; what was not read yet is not read."""
        self._closed = True
        with self._lock:
            for process in self._all:
                process.end()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def read(self, source: Source) -> Document:
        """The document in one source. Raises ``LessonbookError``."""
        reading = self.reading(source)
        if reading.document is None:
            raise reading.error or LessonbookError("reading-crashed", _crashed())
        return reading.document

    def map(self, sources: Iterable[Source]) -> Iterator[Reading]:
        """One reading for each source, in the order of the sources; never raises for what is in a file.

        Sources are taken as they are needed, so a thousand files are not in memory at once.
        """
        waiting: deque[Future[Reading]] = deque()
        try:
            for source in sources:
                waiting.append(self._threads.submit(self.reading, source))
                if len(waiting) >= 2 * self._workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def reading(self, source: Source) -> Reading:
        """What came of one source; never raises for what is in it. Threads may call it side by side."""
        data = None
        try:
            data = source if isinstance(source, bytes) else _bytes_of(source, self._limits)
            check_size(len(data), self._limits)
            reply = self._ask(data)
        except LessonbookError as error:
            return Reading(source, data, error=error)
        if reply.document is None:
            return Reading(source, data, error=LessonbookError(reply.code or "reading-crashed", reply.message))
        return Reading(source, data, reply.document, reply.then)

    def _ask(self, data: bytes) -> frames.Reply:
        process = self._idle.get()
        try:
            if process is None or process.spent:
                process = self._replace(process)
            return process.ask(data)
        finally:
            self._idle.put(process)

    def _replace(self, old: "_Process | None") -> "_Process":
        if old:
            old.end()
        with self._lock:
            self._all.discard(old) if old else None
            if self._closed:
                raise LessonbookError("reading-stopped", "Reading was stopped before this file: import it again.")
            process = _Process(self._setup)
            self._all.add(process)
        process.begin()
        return process


class _Process:
    """One reading process. Not for two threads at once, except ``end``."""

    def __init__(self, setup: frames.Setup) -> None:
        self._setup = setup
        self._asked = 0
        self._timed_out = False
        self._popen = subprocess.Popen(  # our own module in our own interpreter, no shell
            [sys.executable, "-P", "-m", "lessonbook.reading.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def spent(self) -> bool:
        """Whether the process has ended or has done its share."""
        return self._asked >= _RETIRE_AFTER or self._popen.poll() is not None

    def begin(self) -> None:
        """Tells the process its limits and waits until it is ready. Raises ``LessonbookError`` where it is not."""
        if self._exchange(msgspec.msgpack.encode(self._setup), _START_SECONDS) is None:
            self.end()
            raise LessonbookError(
                "reading-not-started",
                "The process that reads documents did not start: check that Lessonbook is installed completely.",
            )

    def ask(self, data: bytes) -> frames.Reply:
        """The reply to a file's bytes, or the error that the process's end means."""
        self._asked += 1
        payload = self._exchange(data, self._setup.limits.seconds, self._setup.limits.ocr_seconds)
        if payload is None:
            self.end()
            if self._timed_out:
                return frames.Reply(code="reading-timed-out", message=_timed_out(self._setup.limits))
            return frames.Reply(code="reading-crashed", message=_crashed())
        reply = from_msgpack(payload, frames.Reply)
        if reply.code == "reading-out-of-memory":
            self.end()
        return reply

    def end(self) -> None:
        """Ends the process now. A second time does nothing."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was not written yet has nobody left to read it

    def _exchange(self, payload: bytes, seconds: float, for_picture: float = 0.0) -> bytes | None:
        """The answer to a frame, nothing where it does not come in time; ``for_picture`` is added for each picture."""
        incoming, outgoing = self._popen.stdout, self._popen.stdin
        assert incoming is not None
        assert outgoing is not None
        end = time.monotonic() + seconds
        timer = self._timer(end)
        try:
            frames.write(outgoing, payload)
            while (answer := frames.read(incoming)) == frames.ONE_MORE_PICTURE and for_picture:
                timer.cancel()
                end += for_picture
                timer = self._timer(end)
        except (OSError, ValueError):
            return None
        else:
            return answer
        finally:
            timer.cancel()

    def _timer(self, end: float) -> threading.Timer:
        timer = threading.Timer(max(end - time.monotonic(), 0.0), self._time_out)
        timer.daemon = True
        timer.start()
        return timer

    def _time_out(self) -> None:
        self._timed_out = True
        self._popen.kill()


def _bytes_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file, no more than the limit and one. Raises ``LessonbookError`` where it cannot be opened."""
    try:
        if not path.exists():
            raise LessonbookError("file-not-found", f"There is no file {path}: check the name.")
        if path.is_dir():
            raise LessonbookError("file-is-a-folder", f"{path} is a folder: name the files in it.")
        if not path.is_file():  # a pipe would keep the program waiting for ever
            raise LessonbookError("file-not-readable", f"{path} is a device and not a file: save it as a file first.")
        check_size(path.stat().st_size, limits)
        with path.open("rb") as file:
            return file.read(limits.bytes + 1)
    except OSError as error:
        raise LessonbookError(
            "file-not-readable", f"{path} cannot be opened ({error.strerror}): check its permissions."
        ) from error


def _timed_out(limits: Limits) -> str:
    return (
        f"Reading the file took longer than {limits.seconds:g} seconds and was stopped: "
        "import it in parts, or as plain text."
    )


def _crashed() -> str:
    return "The file made its reader fail: it is probably damaged; save it anew from the program that made it."

"""A process that reads documents for the program: ``python -m lessonbook.reading.worker``.

It gets bytes on its standard input and answers on its standard output (see ``frames``). It opens no file and no
database. It holds itself to its limits, so it also ends when the program that started it is gone.
"""

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

import msgspec

from lessonbook.domain import Document, LessonbookError
from lessonbook.domain.serialise import to_json
from lessonbook.reading import frames, read_here
from lessonbook.reading.limits import MEGABYTE, Limits

Then = Callable[[Document], object]
# The program ends a process at the time limit; should the program be gone, the process ends itself a little later.
_GRACE_SECONDS = 10.0


def main() -> None:
    """Answers one frame after another until the program closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program decides what Ctrl-C ends
    incoming, outgoing, nowhere = _pipes()
    first = frames.read(incoming)
    if first is None:
        return
    setup = msgspec.msgpack.decode(first, type=frames.Setup)
    then = resolve(setup.then) if setup.then else None
    limit_memory(setup.limits)
    frames.write(outgoing, b"")
    encoder = msgspec.msgpack.Encoder()
    while (data := frames.read(incoming)) is not None:
        clock = _Clock(setup.limits, outgoing, nowhere)
        reply = answer(data, setup.limits, then, clock.more)
        faulthandler.cancel_dump_traceback_later()
        frames.write(outgoing, encoder.encode(reply))


class _Clock:
    """Ends the process when a file's time is over. Each page that is a picture adds to it, here and in the program."""

    def __init__(self, limits: Limits, outgoing: BinaryIO, nowhere: BinaryIO) -> None:
        self._limits, self._outgoing, self._nowhere = limits, outgoing, nowhere
        self._end = time.monotonic() + limits.seconds + _GRACE_SECONDS
        self._set()

    def more(self) -> None:
        """Time for one more picture."""
        self._end += self._limits.ocr_seconds
        self._set()
        frames.write(self._outgoing, frames.ONE_MORE_PICTURE)

    def _set(self) -> None:
        faulthandler.dump_traceback_later(max(self._end - time.monotonic(), 0.1), exit=True, file=self._nowhere)


def _pipes() -> tuple[BinaryIO, BinaryIO, BinaryIO]:
    """Both pipes and a stream to nowhere. What a library prints cannot get between the frames."""
    outgoing = os.fdopen(os.dup(1), "wb")
    nowhere = open(os.devnull, "wb")  # noqa: PTH123, SIM115 - a device, open as long as the process
    os.dup2(nowhere.fileno(), 1)
    return sys.stdin.buffer, outgoing, nowhere


def resolve(path: str) -> Then:
    """The function that ``module:function`` names. Raises ``ImportError`` or ``AttributeError`` where there is none."""
    module, _, name = path.partition(":")
    function: Then = getattr(import_module(module), name)
    return function


def limit_memory(limits: Limits) -> None:
    """Holds the process to its memory, where the operating system can: Linux does, macOS and Windows do not."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    most = limits.memory_mb * MEGABYTE
    for kind, size in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (size, size))
        except (ValueError, OSError):
            continue  # a limit that is tighter already, or a system that knows no such limit


def answer(
    data: bytes, limits: Limits, then: Then | None, picture_begins: Callable[[], None] | None = None
) -> frames.Reply:
    """The reply to one file's bytes. Nothing that goes wrong gets past it except the end of the process."""
    try:
        document = read_here(data, limits, picture_begins)
        return frames.Reply(document, None if then is None else _encoded(then(document)))
    except LessonbookError as error:
        return frames.Reply(code=error.code, message=error.message)
    except MemoryError:
        return frames.Reply(code="reading-out-of-memory", message=out_of_memory(limits))
    except Exception as error:  # noqa: BLE001 - a fault in a reader is one file's failure, never the program's
        return frames.Reply(code="reading-failed", message=_failed(error))


def _encoded(value: object) -> bytes:
    return value if isinstance(value, bytes) else to_json(value)


def out_of_memory(limits: Limits) -> str:
    """The sentence for a file that needs more memory than it may have."""
    return (
        f"Reading the file took more than {limits.memory_mb} MB of memory and was stopped: "
        "import it in parts, or as PDF or plain text."
    )


def _failed(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""  # noqa: PTH119
    return (
        f"The file could not be read because of a fault in Lessonbook ({type(error).__name__}{place}): "
        "please report it, and import the document in another format meanwhile."
    )


if __name__ == "__main__":
    main()

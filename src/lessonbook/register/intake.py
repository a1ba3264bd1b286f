"""Taking documents in: files and folders, one transaction a document."""

from collections.abc import Callable, Iterable
from pathlib import Path

from lessonbook.register.reports import IntakeReport

Progress = Callable[[int, int, str], None]


def take_in(paths: Iterable[Path], *, on_progress: Progress | None = None, author: str = "") -> IntakeReport:
    """Read, extract and store files, and the files of folders, in order; what is known and not stale is left alone.

    A file that cannot be read is reported and the others go on. ``on_progress`` is told after each file how many are
    done, how many there are, and the file's path. Raises ``LessonbookError`` where the register itself cannot be
    written.
    """
    raise NotImplementedError

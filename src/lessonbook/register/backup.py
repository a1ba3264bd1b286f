"""One file that holds a whole register, and a register from such a file."""

from pathlib import Path


def backup(file: Path) -> None:
    """Write the register that is open, database and archive, to one file, whole or not at all."""
    raise NotImplementedError


def restore(file: Path, home: Path, *, force: bool = False) -> None:
    """Make a home from a backup; call it before ``setup``. With ``force`` it takes the place of what is there.

    Raises ``LessonbookError``: ``backup-unreadable``, ``backup-damaged``, ``home-not-empty``, ``home-not-writable``.
    """
    raise NotImplementedError

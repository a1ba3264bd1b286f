"""The bytes of documents, each under its SHA-256, written once and whole.

A file is written beside its place, brought to the disk and then renamed: a power cut leaves the old state or the new
one. It is written before the database names it, so a document of the register always has its bytes; a file that no
document names is harmless.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from lessonbook.domain import LessonbookError
from lessonbook.register.whole_files import written_whole


def root() -> Path:
    """The archive's folder."""
    home: Path = settings.LESSONBOOK_HOME
    return home / "archive"


def path_of(sha256: str) -> Path:
    """Where the bytes with this hash are, or would be."""
    return root() / sha256[:2] / sha256


def keep(data: bytes) -> str:
    """Store bytes; their SHA-256. What is there already is left alone, and made good where it is damaged."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = path_of(sha256)
    if place.exists() and place.stat().st_size == len(data) and hash_of(place) == sha256:
        return sha256
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(place) as stream:
            stream.write(data)
    except OSError as error:
        raise LessonbookError(
            "archive-not-writable",
            f"The archive in {root()} cannot be written ({error.strerror}): make room, or ask for the right to write.",
        ) from error
    return sha256


def mend(sha256: str, file: Path) -> None:
    """Store the bytes of a file with this hash again where the archive lost or damaged them."""
    try:
        check(sha256)
    except LessonbookError:
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() == sha256:
            keep(data)


def check(sha256: str) -> None:
    """Raises ``LessonbookError`` ``archive-missing`` or ``archive-damaged`` where the bytes with this hash are not."""
    try:
        found = hash_of(path_of(sha256))
    except OSError as error:
        raise LessonbookError(
            "archive-missing",
            f"The archive has lost the document {sha256[:12]}…: import its file again, or restore a backup.",
        ) from error
    if found != sha256:
        raise LessonbookError(
            "archive-damaged",
            f"The document {sha256[:12]}… in the archive has changed: import its file again, or restore a backup.",
        )


def hash_of(file: Path) -> str:
    """The SHA-256 of a file, however large, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files() -> Iterator[Path]:
    """Every file in the archive, in order of name."""
    yield from sorted(path for path in root().rglob("*") if path.is_file())

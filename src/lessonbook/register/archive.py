"""The bytes of documents, each under its SHA-256, written once and whole.

A file is written beside its place, brought to the disk and then renamed: a power cut leaves the old state or the new
one. It is written before the database names it, so a document of the register always has its bytes; a file that no
document names is harmless.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from lessonbook.domain import LessonbookError

_NAME = re.compile(r"[0-9a-f]{64}")


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
        write_whole(place, data)
    except OSError as error:
        raise LessonbookError(
            "archive-not-writable",
            f"The archive in {root()} cannot be written ({error.strerror}): make room, or ask for the right to write.",
        ) from error
    return sha256


def data_of(sha256: str) -> bytes:
    """The bytes with this hash. Raises ``LessonbookError`` ``archive-missing`` or ``archive-damaged``."""
    try:
        data = path_of(sha256).read_bytes()
    except OSError as error:
        raise LessonbookError(
            "archive-missing",
            f"The archive has lost the document {sha256[:12]}…: import its file again, or restore a backup.",
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise LessonbookError(
            "archive-damaged",
            f"The document {sha256[:12]}… in the archive has changed: import its file again, or restore a backup.",
        )
    return data


def hash_of(file: Path) -> str:
    """The SHA-256 of a file, however large, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files() -> Iterator[Path]:
    """Every file in the archive, in order of name."""
    yield from sorted(path for path in root().rglob("*") if path.is_file())


def is_named_well(file: Path) -> bool:
    """Whether a file stands where a document with its name would."""
    return bool(_NAME.fullmatch(file.name)) and file == path_of(file.name)


def write_whole(place: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises ``OSError``."""
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name[:12]}-", delete=False) as stream:
        temporary = Path(stream.name)
        try:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        except OSError:
            stream.close()
            temporary.unlink(missing_ok=True)
            raise
    put_in_place(temporary, place)


def put_in_place(temporary: Path, place: Path) -> None:
    """Rename a finished file to its name, also where one of that name is there, and bring the name to the disk."""
    temporary.replace(place)
    if os.name == "posix":  # Windows has no handle on a folder
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

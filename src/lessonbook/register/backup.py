"""One file that holds a whole register, and a register from such a file.

The file is a zip: ``manifest.json``, ``register.sqlite3`` and ``archive/ab/abcdef…``. The manifest has the SHA-256 and
size of each file; restoring checks every one before anything takes the place of anything.
"""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

import msgspec
from django.conf import settings
from django.db import DatabaseError

from lessonbook import __version__
from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_json
from lessonbook.register import archive, sqlite
from lessonbook.register.opening import DATABASE_NAME, close, explained
from lessonbook.register.whole_files import written_whole

_FORMAT = 1
_MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 256 * 1024 * 1024


class _Part(msgspec.Struct, frozen=True):
    name: str
    sha256: str
    size: int


class _Manifest(msgspec.Struct, frozen=True):
    format: int
    lessonbook: str
    parts: tuple[_Part, ...]


def backup(file: Path) -> None:
    """Write the register that is open, database and archive, to one file, whole or not at all.

    Others may go on working meanwhile. Raises ``LessonbookError``: ``backup-not-here`` where the register is not in
    SQLite, ``archive-damaged``, ``output-not-writable``.
    """
    if not sqlite.is_sqlite():
        raise LessonbookError(
            "backup-not-here", "This register is on a database server: back it up with the server's own program."
        )
    home: Path = settings.LESSONBOOK_HOME
    try:
        with TemporaryDirectory(dir=home, prefix=".backup-") as folder:
            copy = Path(folder) / DATABASE_NAME
            sqlite.copy_to(copy)
            with (
                written_whole(file) as stream,
                zipfile.ZipFile(stream, "w", compression=zipfile.ZIP_DEFLATED) as container,
            ):
                _fill(container, copy)
    except DatabaseError as error:
        raise explained(error) from error
    except OSError as error:
        raise LessonbookError(
            "output-not-writable", f"{file} cannot be written ({error.strerror}): choose another place, or make room."
        ) from error


def restore(file: Path, home: Path, *, force: bool = False) -> None:
    """Make a home from a backup; call it before ``setup``. With ``force`` it takes the place of what is there.

    Raises ``LessonbookError``: ``backup-unreadable``, ``backup-damaged``, ``home-not-empty``, ``home-not-writable``.
    """
    home = home.expanduser().absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())) and not force:
        raise LessonbookError(
            "home-not-empty", f"There is something in {home} already: restore to another home, or add --force."
        )
    close()
    new = home.with_name(f".{home.name}-{token_hex(4)}.new")
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with _opened(file) as container:
            _unpack(container, new)
        _swap(new, home)
    except OSError as error:
        raise LessonbookError(
            "home-not-writable", f"{home} cannot be written ({error.strerror}): choose another place, or make room."
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _fill(container: zipfile.ZipFile, database: Path) -> None:
    parts = [_add(container, database, DATABASE_NAME)]
    for sha256 in sqlite.documents_in(database):
        archive.check(sha256)
        parts.append(_add(container, archive.path_of(sha256), f"archive/{sha256[:2]}/{sha256}"))
    manifest = _Manifest(_FORMAT, __version__, tuple(parts))
    container.writestr(_MANIFEST, msgspec.json.encode(manifest))


def _add(container: zipfile.ZipFile, file: Path, name: str) -> _Part:
    container.write(file, name)
    return _Part(name, archive.hash_of(file), file.stat().st_size)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as container:
            yield container
    except (zipfile.BadZipFile, zlib.error, EOFError, FileNotFoundError) as error:
        raise _unreadable(file) from error


def _unreadable(file: Path | str | None) -> LessonbookError:
    return LessonbookError(
        "backup-unreadable", f"{file} is no backup of a register, or was cut off: use one that `backup` wrote."
    )


def _unpack(container: zipfile.ZipFile, new: Path) -> None:
    for part in _manifest(container).parts:
        if part.name != DATABASE_NAME and part.name != f"archive/{part.sha256[:2]}/{part.sha256}":
            raise _unreadable(container.filename)  # a name of ours cannot lead out of the home
        place = new / part.name
        place.parent.mkdir(parents=True, exist_ok=True)
        _unpack_one(container, part, place)
    (new / "archive").mkdir(exist_ok=True)


def _manifest(container: zipfile.ZipFile) -> _Manifest:
    try:
        info = container.getinfo(_MANIFEST)
        if info.file_size > _LONGEST_MANIFEST:
            raise _unreadable(container.filename)
        manifest = from_json(container.read(info), _Manifest)
    except (KeyError, msgspec.MsgspecError) as error:
        raise _unreadable(container.filename) from error
    if manifest.format != _FORMAT or not any(part.name == DATABASE_NAME for part in manifest.parts):
        raise LessonbookError(
            "backup-newer",
            f"The backup was written by Lessonbook {manifest.lessonbook}, which this one cannot restore: install that.",
        )
    return manifest


def _unpack_one(container: zipfile.ZipFile, part: _Part, place: Path) -> None:
    """Write one file, no more of it than the manifest says, and check it."""
    digest = hashlib.sha256()
    size = 0
    try:
        with container.open(part.name) as source, place.open("xb") as target:
            while (piece := source.read(1024 * 1024)) and size <= part.size:
                digest.update(piece)
                size += len(piece)
                target.write(piece)
    except KeyError as error:
        raise _damaged(container, part) from error
    if size != part.size or digest.hexdigest() != part.sha256:
        raise _damaged(container, part)


def _damaged(container: zipfile.ZipFile, part: _Part) -> LessonbookError:
    return LessonbookError(
        "backup-damaged", f"{part.name} in {container.filename} is damaged: nothing was restored; use another backup."
    )


def _swap(new: Path, home: Path) -> None:
    """Put a finished home in its place; what was there stands beside it until that is done."""
    if not home.exists():
        new.rename(home)
        return
    old = home.with_name(f".{home.name}-{token_hex(4)}.old")
    home.rename(old)
    try:
        new.rename(home)
    except OSError:
        old.rename(home)
        raise
    shutil.rmtree(old, ignore_errors=True)

"""Files that are there whole or not at all, whatever happens while they are written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


@contextmanager
def written_whole(place: Path) -> Iterator[BinaryIO]:
    """A stream to a file that takes its name only when all is written and on the disk. Raises ``OSError``."""
    temporary = place.with_name(f".{place.name[:40]}-{token_hex(4)}.part")
    try:
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _fsync_folder(place.parent)


def _fsync_folder(folder: Path) -> None:
    """Bring a new name to the disk; Windows has no handle on a folder and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""The files that a person means by a list of files and folders."""

import os
from collections.abc import Iterable
from pathlib import Path

# What Word, office suites and operating systems leave beside documents.
_LEFTOVERS = ("~$", ".", "Thumbs.db", "desktop.ini")


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Each file once, in the order given, the files of a folder and its sub-folders in order of name.

    Hidden files and leftovers in folders are left out. A path that does not exist, or a folder that cannot be opened,
    is in the list, so that it is reported.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_files_of(path) if path.is_dir() else [path]))
    return list(found)


def _files_of(folder: Path) -> list[Path]:
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(_LEFTOVERS)]
        found.extend(Path(place, name) for name in names if not name.startswith(_LEFTOVERS))
    return sorted(found, key=lambda path: path.parts)

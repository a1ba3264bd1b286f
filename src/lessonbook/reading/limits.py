"""How much a file may ask of the program before it is refused."""

import os
from collections.abc import Mapping

import msgspec

from lessonbook.domain import LessonbookError

MEGABYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """What one file may cost. A file beyond a limit is refused with a sentence that names it.

    ``bytes`` is the file as it is, ``unpacked_bytes`` what a zip container would unpack to, ``ratio`` how many times
    larger than packed that may be, ``pages`` counts pages of a PDF, ``seconds`` is wall time in the reading process
    and ``memory_mb`` its address space (where the operating system can limit it).
    """

    bytes: int = 150 * MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    ratio: int = 150
    pages: int = 1_000
    seconds: float = 120.0
    memory_mb: int = 3072


DEFAULT = Limits()
_SETTINGS = {
    "LESSONBOOK_MAX_FILE_MB": ("bytes", MEGABYTE),
    "LESSONBOOK_MAX_UNPACKED_MB": ("unpacked_bytes", MEGABYTE),
    "LESSONBOOK_MAX_PAGES": ("pages", 1),
    "LESSONBOOK_MAX_SECONDS": ("seconds", 1),
    "LESSONBOOK_MAX_MEMORY_MB": ("memory_mb", 1),
}


def configured(settings: Mapping[str, str] = os.environ) -> Limits:
    """The default limits, changed by what the settings (the environment) say, as in ``LESSONBOOK_MAX_PAGES=2000``.

    Raises ``LessonbookError`` with ``setting-not-a-number`` where a setting is no whole number above zero.
    """
    changes = {
        field: _whole_number(name, settings[name]) * unit
        for name, (field, unit) in _SETTINGS.items()
        if settings.get(name)
    }
    return msgspec.structs.replace(DEFAULT, **changes)


def _whole_number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise LessonbookError(
            "setting-not-a-number", f"The setting {name} is “{text}”: give it a whole number above zero."
        )
    return int(text)

"""How much a file may ask of the program before it is refused."""

import os
from collections.abc import Mapping

import msgspec

from lessonbook.domain import LessonbookError

MEGABYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """What one file may cost. A file beyond a limit is refused with a sentence that names it.

    ``bytes`` is the file as it is, ``unpacked_bytes`` what a zip container would unpack to, ``ratio`` how many times
    larger than packed that may be, ``parts`` how many files it may hold, ``pages`` counts pages of a PDF,
    ``seconds`` is wall time in the reading process and ``memory_mb`` its address space (where the operating system can
    limit it). ``ocr`` says whether pages that are pictures are read; ``ocr_pages`` how many of a file are, and
    ``ocr_seconds`` what each adds to ``seconds``.
    """

    bytes: int = 150 * MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    ratio: int = 150
    parts: int = 10_000
    pages: int = 1_000
    seconds: float = 120.0
    memory_mb: int = 3072
    ocr: bool = True
    ocr_pages: int = 200
    ocr_seconds: float = 10.0


DEFAULT = Limits()
_SETTINGS = {
    "LESSONBOOK_MAX_FILE_MB": ("bytes", MEGABYTE),
    "LESSONBOOK_MAX_UNPACKED_MB": ("unpacked_bytes", MEGABYTE),
    "LESSONBOOK_MAX_PARTS": ("parts", 1),
    "LESSONBOOK_MAX_PAGES": ("pages", 1),
    "LESSONBOOK_MAX_SECONDS": ("seconds", 1),
    "LESSONBOOK_MAX_MEMORY_MB": ("memory_mb", 1),
    "LESSONBOOK_MAX_OCR_PAGES": ("ocr_pages", 1),
    "LESSONBOOK_MAX_OCR_SECONDS": ("ocr_seconds", 1),
}


def configured(settings: Mapping[str, str] = os.environ) -> Limits:
    """The default limits, changed by what the settings (the environment) say, as in ``LESSONBOOK_MAX_PAGES=2000``.

    Raises ``LessonbookError`` with ``setting-not-a-number`` where a setting is no whole number above zero, and with
    ``setting-not-on-or-off`` where ``LESSONBOOK_OCR`` is neither.
    """
    changes: dict[str, int | bool] = {
        field: _whole_number(name, settings[name]) * unit
        for name, (field, unit) in _SETTINGS.items()
        if settings.get(name)
    }
    if settings.get("LESSONBOOK_OCR"):
        changes["ocr"] = _on_or_off("LESSONBOOK_OCR", settings["LESSONBOOK_OCR"])
    return msgspec.structs.replace(DEFAULT, **changes)


def _on_or_off(name: str, text: str) -> bool:
    if text not in {"on", "off"}:
        raise LessonbookError("setting-not-on-or-off", f"The setting {name} is “{text}”: set it to on or off.")
    return text == "on"


def _whole_number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise LessonbookError(
            "setting-not-a-number", f"The setting {name} is “{text}”: give it a whole number above zero."
        )
    return int(text)

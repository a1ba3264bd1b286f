"""Files that are refused before anything is read or unpacked, each with its sentence."""

import io
import struct
import zipfile

from lessonbook.domain import LessonbookError
from lessonbook.reading.limits import MEGABYTE, Limits

# A container that unpacks to less than this is harmless, however well it packs: long tables pack a hundredfold.
_HARMLESS = 64 * MEGABYTE
_END_OF_LIST = b"PK\5\6"
_END_LENGTH = 22
_END_WITHIN = 65_535 + _END_LENGTH  # the end of the list may have a comment after it
_MOST_FOR_A_PART = 512  # bytes in the list; Word takes about eighty


def check_size(size: int, limits: Limits) -> None:
    """Raises ``file-too-large`` where a file has more bytes than the limit."""
    if size > limits.bytes:
        raise LessonbookError(
            "file-too-large",
            f"The file has {size / MEGABYTE:.0f} MB and the limit is {limits.bytes / MEGABYTE:.0f} MB: "
            "save it without its pictures, or in parts.",
        )


def check_parts(data: bytes, limits: Limits) -> None:
    """Raises ``file-unsafe`` where a container lists more files than the limit, before its list is read.

    The list's size stands near the container's end (APPNOTE.TXT 4.3.16); Python's ``zipfile`` reads no more than that.
    """
    at = data.rfind(_END_OF_LIST, max(0, len(data) - _END_WITHIN))
    if at < 0 or at + _END_LENGTH > len(data):
        return  # no whole container: whoever opens it says so
    parts, size = struct.unpack_from("<HL", data, at + 10)
    if parts > limits.parts or size > limits.parts * _MOST_FOR_A_PART:
        raise LessonbookError(
            "file-unsafe",
            f"The file is a container of more than {limits.parts:,} files, which no ordinary document is: "
            "it was not opened; ask the sender for a PDF.",
        )


def check_unpacked(data: bytes, limits: Limits) -> None:
    """Raises ``file-unsafe`` where a container says it would unpack to more than the limits; unpacks nothing.

    The sizes are those of the container's directory. They bind: Python's ``zipfile`` reads no more than they say.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        unpacked = sum(entry.file_size for entry in container.infolist())
    if unpacked > limits.unpacked_bytes or (unpacked > _HARMLESS and unpacked > limits.ratio * len(data)):
        raise LessonbookError(
            "file-unsafe",
            f"The file would unpack to {unpacked / MEGABYTE:,.0f} MB, which no ordinary document does: "
            "it was not opened; ask the sender for a PDF.",
        )

"""Files that are refused before anything is read or unpacked, each with its sentence."""

import io
import zipfile

from lessonbook.domain import LessonbookError
from lessonbook.reading.limits import MEGABYTE, Limits

# A container that unpacks to less than this is harmless, however well it packs: long tables pack a hundredfold.
_HARMLESS = 64 * MEGABYTE


def check_size(size: int, limits: Limits) -> None:
    """Raises ``file-too-large`` where a file has more bytes than the limit."""
    if size > limits.bytes:
        raise LessonbookError(
            "file-too-large",
            f"The file has {size / MEGABYTE:.0f} MB and the limit is {limits.bytes / MEGABYTE:.0f} MB: "
            "save it without its pictures, or in parts.",
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

"""What reading processes are told to do with a document in tests; imported by a fresh interpreter."""

import os
import time
from pathlib import Path

from lessonbook.domain import Document, LessonbookError


def length(document: Document) -> int:
    """How many characters the text has."""
    return len(document.text)


def process(document: Document) -> bytes:
    """Which process read the document."""
    return str(os.getpid()).encode()


def open_handles(document: Document) -> list[str]:
    """What the process has open besides its standard streams."""
    return [str(handle.readlink()) for handle in Path("/proc/self/fd").iterdir() if handle.is_symlink()]


def as_the_text_says(document: Document) -> str:
    """Does what a hostile file could make a reader do."""
    match document.text.split()[0]:
        case "hang":
            time.sleep(60)
        case "die":
            os._exit(3)
        case "grow":
            return str(len(bytearray(4 * 1024**3)))
        case "fail":
            raise KeyError("a fault")
        case "refuse":
            raise LessonbookError("file-refused", "The file was refused.")
        case "print":
            print("between the frames", flush=True)  # noqa: T201 - what a library might do
            os.write(1, b"more of it")
    return "read"

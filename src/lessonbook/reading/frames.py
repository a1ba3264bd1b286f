"""What the program and its reading processes say to one another: frames of MessagePack over two pipes."""

import struct
from typing import IO

import msgspec

from lessonbook.domain import Document
from lessonbook.reading.limits import Limits

# A frame without content, before the reply: a page that is a picture begins, which takes its time.
ONE_MORE_PICTURE = b""
_LENGTH = struct.Struct(">Q")


class Setup(msgspec.Struct, frozen=True):
    """The first frame to a process: its limits, and ``module:function`` of what to do with each document."""

    limits: Limits
    then: str | None = None


class Reply(msgspec.Struct, frozen=True):
    """What a process made of some bytes: a document and what came of it, or the code and sentence of an error."""

    document: Document | None = None
    then: bytes | None = None
    code: str | None = None
    message: str = ""


def write(stream: IO[bytes], payload: bytes) -> None:
    """Writes one frame: eight bytes of length, most significant first, then the payload."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def read(stream: IO[bytes]) -> bytes | None:
    """The next frame, or nothing where the other side is gone, also in the middle of a frame."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    payload = stream.read(length)
    return payload if len(payload) == length else None

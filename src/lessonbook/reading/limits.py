"""How much a file may ask of the program before it is refused."""

import msgspec

MEGABYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """What one file may cost. Settings may change each; a file beyond a limit is refused with a sentence that names it.

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

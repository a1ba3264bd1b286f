"""Reading and extraction in other processes, while this one writes to the register."""

import os
from collections.abc import Generator, Iterable

from lessonbook.reading import Readers, Reading
from lessonbook.reading.guard import Source

EXTRACT = "lessonbook.extraction:extract"


def read_ahead(sources: Iterable[Source]) -> Generator[Reading]:
    """What came of each source, in order; a few are read before they are asked for, never all.

    One core is left to the process that writes.
    """
    with Readers(max(1, (os.cpu_count() or 2) - 1), then=EXTRACT) as readers:
        yield from readers.map(sources)

"""Reading and extraction in other processes, while this one writes to the register."""

import os
from collections.abc import Generator, Iterable

from lessonbook.reading import Readers, Reading
from lessonbook.reading.guard import Source

EXTRACT = "lessonbook.extraction:extract"
_MOST_READERS = 6  # writing what one reader reads takes a fifth of a core, so more than these would wait


def read_ahead(sources: Iterable[Source]) -> Generator[Reading]:
    """What came of each source, in order; a few are read before they are asked for, never all.

    There is a reader for each core, for the process that writes needs little of one.
    """
    with Readers(min(os.cpu_count() or 1, _MOST_READERS), then=EXTRACT) as readers:
        yield from readers.map(sources)

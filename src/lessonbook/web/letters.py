"""Finding the same words in two writings of a text: a page's words as drawn, and the document's text as read.

The two differ in white space, hyphens at line ends, ligatures and order, so letters and digits only are compared.
Where a quotation occurs more than once, the place whose surroundings are most alike is taken.
"""

import unicodedata
from collections.abc import Iterator

_AROUND = 60  # letters on each side that tell one place from another


class Letters:
    """The letters and digits of a text, folded, and the offset of each in the text."""

    def __init__(self, text: str) -> None:
        pairs = list(_folded(text))
        self.text = "".join(letter for letter, _ in pairs)
        self.offsets = [offset for _, offset in pairs]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of letters ``start`` to ``end``."""
        return self.offsets[start], self.offsets[end - 1] + 1


def folded(text: str) -> str:
    """A text's letters and digits as they are compared."""
    return "".join(letter for letter, _ in _folded(text))


def place(wanted: str, within: str, before: str = "", after: str = "") -> tuple[int, int] | None:
    """Where folded letters stand within others; ``before`` and ``after`` are the letters around them elsewhere."""
    if not wanted:
        return None
    best: tuple[int, int, int] | None = None
    for start in _occurrences(wanted, within):
        end = start + len(wanted)
        alike = _shared(within[max(0, start - _AROUND) : start][::-1], before[::-1]) + _shared(within[end:], after)
        if best is None or alike > best[0]:
            best = (alike, start, end)
    return best[1:] if best else None


def _occurrences(wanted: str, within: str) -> Iterator[int]:
    at = within.find(wanted)
    while at >= 0:
        yield at
        at = within.find(wanted, at + 1)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with in common, at most so many as are looked at."""
    count = 0
    for first, second in zip(one[:_AROUND], other[:_AROUND], strict=False):
        if first != second:
            break
        count += 1
    return count


def _folded(text: str) -> Iterator[tuple[str, int]]:
    for offset, sign in enumerate(text):
        if sign.isascii():
            if sign.isalnum():
                yield sign.lower(), offset
            continue
        for letter in unicodedata.normalize("NFKD", sign).casefold():
            if letter.isalnum():
                yield letter, offset

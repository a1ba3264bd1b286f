"""On which pages of a made PDF words stand, found by searching the text of its pages, not through our own reader."""

from dataclasses import dataclass

import pypdfium2 as pdfium

from gold.flow import Flow, Printed


class NotFoundError(ValueError):
    """Words that a layout printed are not in the document it made."""


@dataclass(frozen=True)
class Pages:
    """The pages of each printed place, counted from 1."""

    found: dict[int, list[int]]

    def of(self, place: Printed) -> list[int]:
        """The pages of a place of the flow that was searched."""
        return self.found[id(place)]


@dataclass(frozen=True)
class _At:
    """A place in the document: the page's index, and the character of its text without white space."""

    page: int
    at: int


def find(flow: Flow, data: bytes) -> Pages:
    """The pages of all that a flow printed, in its order. Raises ``NotFoundError`` where one is not there."""
    search = _Search(_texts(data))
    at = _At(0, 0)
    for heading in (one for one in flow.printed if one.in_contents):
        _, at = search.find(_bare(" ".join(heading.pieces)), at, heading)
    found: dict[int, list[int]] = {}
    for place in flow.printed:
        pages: set[int] = set()
        for piece in place.pieces:
            on, at = search.find(_bare(piece), at, place)
            pages.update(on)
        found[id(place)] = sorted(page + 1 for page in pages)
    return Pages(found)


class _Search:
    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    def find(self, words: str, start: _At, place: Printed) -> tuple[set[int], _At]:
        """The pages of some words at or after a place, and where they end.

        Words may be cut once: by a page, a column or a footnote, whose own text then stands between the halves.
        """
        for page in range(start.page, len(self.texts)):
            after = start.at if page == start.page else 0
            at = self.texts[page].find(words, after)
            if at >= 0:
                return {page}, _At(page, at + len(words))
            if cut := self._cut(words, page, after):
                return cut
        raise NotFoundError(f"“{' '.join(place.pieces)[:90]}” is not found after page {start.page + 1}")

    def _cut(self, words: str, page: int, after: int) -> tuple[set[int], _At] | None:
        """The words in two or more pieces, the first on this page, the others on it or the next ones."""
        text = self.texts[page]
        length = _longest_start(words, text, after)
        if length < min(_FEWEST, len(words)):
            return None
        end = text.find(words[:length], after) + length
        rest = words[length:]
        for later in (page, page + 1):
            if later >= len(self.texts):
                break
            since = end if later == page else 0
            at = self.texts[later].find(rest, since)
            if at >= 0:
                return {page, later}, _At(later, at + len(rest))
        for later in (page, page + 1):
            if later < len(self.texts) and (more := self._cut(rest, later, end if later == page else 0)):
                return more[0] | {page}, more[1]
        return None


_FEWEST = 12


def _longest_start(words: str, text: str, after: int) -> int:
    """How many of the first characters of some words stand together in a text."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if text.find(words[:middle], after) >= 0:
            low = middle
        else:
            high = middle - 1
    return low


def _texts(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        return [_bare(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def _bare(text: str) -> str:
    """Letters and figures alone, in lower case: no white space, hyphen or quotation mark gets in the way."""
    text = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi").replace("ﬄ", "ffl")
    return "".join(char for char in text if char.isalnum()).casefold()

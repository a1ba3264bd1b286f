"""The words of a PDF's pages as its own library gives them, without our reader: what evidence is checked against."""

from collections import Counter
from functools import cached_property

import pypdfium2 as pdfium

from lessonbook.evaluation import wording

# Fewer letters than this are a stamp or a page number on a picture: no text to check against.
_FEWEST_LETTERS = 20


class PrintedPage:
    """A page's text. ``has_text`` is false for a picture of a page."""

    def __init__(self, text: str) -> None:
        # pdfium writes a hyphen that ends a line as U+FFFE.
        self._text = text.replace("\ufffe", "")
        self.letters = wording.letters(self._text)

    @property
    def has_text(self) -> bool:
        """Whether there is enough text to check a quotation against."""
        return len(self.letters) >= _FEWEST_LETTERS

    @cached_property
    def _grams(self) -> Counter[str]:
        return Counter(wording.letters(word) for word in self._text.replace("-", " ").split())

    def holds_words(self, quote: str) -> bool:
        """Whether each word of the quotation stands somewhere on the page, as often, whatever stands between them."""
        wanted = Counter(wording.letters(word) for word in quote.replace("-", " ").split())
        del wanted[""]
        return all(self._grams[word] >= times or word in self.letters for word, times in wanted.items())


def pages_of(data: bytes) -> dict[int, PrintedPage]:
    """Each page of a PDF by its number from 1; none where the bytes are no PDF that the library opens."""
    if not data.startswith(b"%PDF") and b"%PDF" not in data[:1024]:
        return {}
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return {}
    try:
        return {number: PrintedPage(_text(document, number - 1)) for number in range(1, len(document) + 1)}
    finally:
        document.close()


def _text(document: pdfium.PdfDocument, index: int) -> str:
    try:
        page = document[index]
        return str(page.get_textpage().get_text_range())
    except pdfium.PdfiumError:
        return ""

"""Pages that are pictures, read offline: what stands on them as words with places, as a PDF's own words are.

A page is drawn, made level and upright, its ink put together to letters and rows, and each row read by a small model.
What comes out goes through the same geometry as the words of a born-digital page.
"""

from dataclasses import dataclass, field

import numpy as np
import pypdfium2

from lessonbook.reading.ocr import drawn, letters, picture, rows, shapes
from lessonbook.reading.ocr.spaces import respaced
from lessonbook.reading.ocr.words import PictureWord, settle, words_of
from lessonbook.reading.pdf.model import Edge

__all__ = ["PicturePage", "PictureWord", "read_page", "settle"]

_SURE_ROW = 0.6  # a row that is less sure than this is a picture's texture, not wording
_SURE_WAY_UP = 0.85
_SAMPLE = 6
_CLEARER = 1.25  # so many times sharper must the lines of a page be on its side for it to lie on its side
_TEXTURE = 12  # letters: what is shorter and cannot be read is a logo or a stain
_MOST_ROWS = 400


@dataclass(slots=True)
class PicturePage:
    """What a picture of a page says; lengths in points. Width and height are those of the page once it is upright.

    ``lost`` counts the letters of rows that look like wording and could not be read.
    """

    width: float
    height: float
    words: list[PictureWord] = field(default_factory=list)
    across: list[Edge] = field(default_factory=list)
    upright: list[Edge] = field(default_factory=list)
    lost: int = 0

    @property
    def confidence(self) -> float:
        """The mean of its letters, from 0 to 1; 1 where it has no words."""
        count = sum(len(word.word.text) for word in self.words)
        return sum(word.confidence * len(word.word.text) for word in self.words) / count if count else 1.0


def read_page(page: pypdfium2.PdfPage) -> PicturePage:
    """The words of a page as they are to be seen on it. A page without wording has none."""
    even, scale = picture.drawn(page)
    best: tuple[float, _Upright] | None = None
    for turns in _ways_up(even):
        upright = _Upright.of(np.ascontiguousarray(np.rot90(even, turns)), scale)
        sure = upright.sureness()
        if best is None or sure > best[0]:
            best = sure, upright
        if sure >= _SURE_WAY_UP or not upright.rows:
            break
    assert best is not None
    return best[1].page(scale)


def _ways_up(even: picture.Grey) -> tuple[int, ...]:
    """The quarter turns against the clock that may set the page upright, the likeliest first."""
    ink = picture.ink_of(even)
    (_, level), (_, sideways) = picture.slope_of(ink), picture.slope_of(np.ascontiguousarray(ink.T))
    return (1, 3, 0, 2) if sideways > _CLEARER * level else (0, 2)


@dataclass(slots=True)
class _Upright:
    """A picture turned one way and made level."""

    even: picture.Grey
    ink: picture.Ink
    rows: list[rows.Row]

    @classmethod
    def of(cls, even: picture.Grey, scale: float) -> "_Upright":
        ink = picture.ink_of(even)
        angle, _ = picture.slope_of(ink)
        level = picture.levelled(even, angle)
        if level is not even:
            ink = picture.ink_of(level)
        clean, letters_only = drawn.without_underlines(level, ink, 72 * scale)
        found = rows.rows_of(shapes.shapes_of(letters_only), ink.shape, 72 * scale)
        return cls(clean, ink, found[:_MOST_ROWS])

    def sureness(self) -> float:
        """How sure its longest rows are: upside down they make no sense."""
        sample = sorted(self.rows, key=lambda row: row.left - row.right)[:_SAMPLE]
        read = letters.read(self.even, sample)
        return sum(row.confidence for row in read) / len(read) if read else 0.0

    def page(self, scale: float) -> PicturePage:
        height, width = self.even.shape
        page = PicturePage(width / scale, height / scale)
        page.across, page.upright = drawn.rules_of(self.ink, scale)
        for row in letters.read(self.even, self.rows):
            if row.confidence >= _SURE_ROW and row.text.strip():
                page.words += words_of(respaced(row), scale)
            elif len(row.text) > _TEXTURE:
                page.lost += len(row.text)
        return page

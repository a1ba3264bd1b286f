"""Lessons by how many reviews and areas said them."""

import textwrap
from typing import NamedTuple

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from lessonbook.plotting import style
from lessonbook.plotting.rendering import Row

_LETTERS, _LINES = 96, 2
_BARS = 4.6  # inches for the longest bar; its numbers stand right of it


class Recurring(NamedTuple):
    """A lesson: the wording that stands for it, how many reviews and areas said it, the first and the last year."""

    id: str
    wording: str
    reviews: int
    areas: int
    first: int | None
    last: int | None


class LessonBars(NamedTuple):
    """Lessons in the order in which they are drawn."""

    lessons: tuple[Recurring, ...]

    @property
    def title(self) -> str:
        """The heading."""
        return "Lessons that reviews repeat"

    @property
    def description(self) -> str:
        """The first lessons with their numbers."""
        said = " ".join(f"“{_short(one.wording, 1)}”: {_numbers(one)}." for one in self.lessons[:5])
        none = "No lesson is said by more than one review."
        return f"Bars for {style.counted(len(self.lessons), 'lesson')}. {said or none}"

    def rows(self) -> list[Row]:
        """A row a lesson."""
        names = ("lesson", "wording", "reviews", "areas", "first", "last")
        return [names, *((one.id, one.wording, one.reviews, one.areas, one.first, one.last) for one in self.lessons)]

    def draw(self) -> Figure:
        """The wording, and below it a bar for reviews and a striped one for areas, with the numbers in words."""
        texts = [_short(one.wording, _LINES) for one in self.lessons]
        heights = [0.16 * (text.count("\n") + 1) + 0.42 for text in texts]
        note = "Full bar: reviews that say it. Striped bar: areas they are from. The words are those of one review."
        figure, axes = style.sheet(sum(heights) + 0.1, self.title, note)
        most = max((one.reviews for one in self.lessons), default=1)
        top = 0.1
        for one, text, height in zip(self.lessons, texts, heights, strict=True):
            axes.text(0.15, top, text, va="top", size=8.5, linespacing=1.25, color=style.INK)
            bar = top + height - 0.37
            axes.add_patch(Rectangle((0.15, bar), _BARS * one.reviews / most, 0.13, color=style.STRONG, lw=0))
            axes.add_patch(
                Rectangle(
                    (0.15, bar + 0.14),
                    _BARS * one.areas / most,
                    0.09,
                    fc=style.SOFT,
                    ec=style.STRONG,
                    hatch="////",
                    lw=0.5,
                )
            )
            axes.text(
                0.25 + _BARS * one.reviews / most, bar + 0.11, _numbers(one), va="center", size=8, color=style.INK
            )
            top += height
        return figure


def _numbers(one: Recurring) -> str:
    years = "" if one.first is None else f", {one.first}" if one.first == one.last else f", {one.first}–{one.last}"
    return f"{style.counted(one.reviews, 'review')}, {style.counted(one.areas, 'area')}{years}"


def _short(wording: str, lines: int) -> str:
    return "\n".join(textwrap.wrap(wording, _LETTERS, max_lines=lines, placeholder=" …"))

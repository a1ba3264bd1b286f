"""How all pictures look: one width, one family of colours, words large enough for paper."""

import textwrap
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.figure import Figure

WIDTH = 7.0  # inches: an A4 page between its margins
INK, QUIET, LINE, EMPTY, STRONG, SOFT = "#0b0c0c", "#505a5f", "#b1b4b6", "#f3f2f1", "#1d5a96", "#c7dcef"
_SHADES = LinearSegmentedColormap.from_list("lessonbook", ["#dcebf7", "#7fb2dc", "#1d5a96", "#0c2d4f"])
_TITLE_LETTERS, _NOTE_LETTERS = 74, 112
_LINE_HEIGHT, _MARGIN = 0.2, 0.15


class Shade(NamedTuple):
    """The colour of a field and of the number on it."""

    face: str
    ink: str


def shade(count: int, most: int) -> Shade:
    """A colour for a count, darker where it is more. The number is always written on it, too."""
    if count == 0:
        return Shade(EMPTY, QUIET)
    face = _SHADES(count / most if most > 1 else 0.0)
    light = _luminance(face)
    with_white, with_black = 1.05 / (light + 0.05), (light + 0.05) / 0.05
    return Shade(to_hex(face), "#ffffff" if with_white > with_black else "#000000")


def _luminance(colour: tuple[float, float, float, float]) -> float:
    """Relative luminance, WCAG 2.2."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def sheet(height: float, title: str, note: str) -> tuple[Figure, Axes]:
    """A figure with its title above and a note below ``height`` inches for drawing.

    Its axes count in inches, from the left and downwards.
    """
    titles = textwrap.wrap(title, _TITLE_LETTERS)
    notes = textwrap.wrap(note, _NOTE_LETTERS)
    above, below = 0.24 * len(titles) + 0.2, _LINE_HEIGHT * 0.8 * len(notes) + 0.2
    whole = above + height + below
    figure = Figure(figsize=(WIDTH, whole), facecolor="white")
    figure.text(_MARGIN / WIDTH, 1 - 0.1 / whole, "\n".join(titles), va="top", size=11.5, weight="bold", color=INK)
    figure.text(_MARGIN / WIDTH, 0.1 / whole, "\n".join(notes), va="bottom", size=7.5, color=QUIET)
    axes = figure.add_axes((0, below / whole, 1, height / whole))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return figure, axes


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 review”, “2 reviews”."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def sentence(*parts: str) -> str:
    """Those of some sentences that say anything, one after another."""
    return " ".join(part for part in parts if part)

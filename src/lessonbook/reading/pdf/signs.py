"""What the first lines of rows have in common: how a table shows where a row begins."""

import re

from lessonbook.reading.pdf.model import Line

_SIGNS = ("bold", "italic", "number", "dash")
_DASH = re.compile(r"\s[-–—]\s")
_OFTEN = 0.8  # so many of the lines have a sign where it is a habit
_FEWEST = 3


def signs_of(line: Line) -> frozenset[str]:
    """How a line is set and what it has in it: bold or italic type at its start, a number, a dash between words."""
    text = line.text
    signs = {
        "bold": line.words[0].style.bold,
        "italic": line.words[0].style.italic,
        "number": any(character.isdigit() for character in text),
        "dash": _DASH.search(text) is not None,
    }
    return frozenset(sign for sign, there in signs.items() if there)


def habits_of(lines: list[Line], fewest: int = _FEWEST) -> frozenset[str]:
    """The signs that nearly all of these first lines have; none where there are too few lines to tell."""
    if len(lines) < fewest:
        return frozenset()
    found = [signs_of(line) for line in lines]
    return frozenset(sign for sign in _SIGNS if sum(sign in signs for signs in found) >= _OFTEN * len(found))


def tell(habits: frozenset[str]) -> bool:
    """Whether habits are enough to tell the start of a row: bold type is, or two others together."""
    return "bold" in habits or len(habits) > 1

"""Numbered items told by their order, where no more than a space stands between number and wording.

Browsers print lists so. A sentence may begin with a number as well; a second one that counts on from it, with its
wording at the same left edge and only lines at that edge between the two, is no chance.
"""

import re

from lessonbook.reading.pdf.model import Line

_NUMBER = re.compile(r"(\(?)(\d{1,2}|[a-z])([.)])")
_ASIDE = 0.35  # how far, in shares of the type size, two left edges may differ and be one


def series_in(lines: list[Line]) -> set[int]:
    """The lines of one column, by ``id``, that begin with the numbers of a list."""
    found: set[int] = set()
    last: Line | None = None
    for line in lines:
        if last is not None and _counts_on(last, line):
            found |= {id(last), id(line)}
            last = line
        elif _number_of(line) is not None:
            last = line
        elif last is not None and not _near(line.left, _wording_of(last), line.size):
            last = None
    return found


def _counts_on(last: Line, line: Line) -> bool:
    before, number = _number_of(last), _number_of(line)
    if before is None or number is None or (before[0], before[2]) != (number[0], number[2]):
        return False
    return number[1] == before[1] + 1 and _near(_wording_of(last), _wording_of(line), line.size)


def _number_of(line: Line) -> tuple[str, int, str] | None:
    """The number at a line's start with the signs around it; letters count apart from figures."""
    match = _NUMBER.fullmatch(line.words[0].text)
    if match is None or len(line.words) < 2 or line.words[1].glued:
        return None
    value = int(match[2]) if match[2].isdigit() else 100 + ord(match[2])
    return match[1], value, match[3]


def _wording_of(line: Line) -> float:
    """Where the wording after the number begins."""
    return line.words[1].left


def _near(left: float, other: float, size: float) -> bool:
    return abs(left - other) <= _ASIDE * size

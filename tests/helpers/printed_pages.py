"""Pages set as word processors and browsers print them: each line at its place, rules as strokes.

Lengths are points from the page's top left corner; the page is 595 by 842. The type is Helvetica.
"""

from helpers.pdf_files import drawn_pdf, read_pdf
from lessonbook.domain import Document

_HEIGHT = 842
_BULLET = "\\267"  # in the standard encoding

Printed = tuple[float, float, str]
Rule = tuple[float, float, float, float]


def printed(lines: list[Printed], rules: list[Rule] = (), size: float = 10) -> Document:
    """The document read from one page: ``lines`` are (left, base line, wording), ``rules`` (x0, y0, x1, y1)."""
    strokes = [f"{x0} {_HEIGHT - y0} m {x1} {_HEIGHT - y1} l S" for x0, y0, x1, y1 in rules]
    shown = [f"BT /F1 {size} Tf {x} {_HEIGHT - y} Td ({_escaped(text)}) Tj ET" for x, y, text in lines]
    return read_pdf(drawn_pdf("\n".join([*strokes, *shown])))


def stack(left: float, top: float, *texts: str, step: float = 12) -> list[Printed]:
    """Lines under each other."""
    return [(left, top + at * step, text) for at, text in enumerate(texts)]


def framed(xs: list[float], ys: list[float]) -> list[Rule]:
    """The rules of a table with all its borders."""
    across = [(xs[0], y, xs[-1], y) for y in ys]
    return [*across, *((x, ys[0], x, ys[-1]) for x in xs)]


def _escaped(text: str) -> str:
    for sign in "\\()":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("•", _BULLET)

"""The lines and coloured grounds drawn on a page, as edges that a table's grid can be made of.

Every maker draws a rule in its own way: a stroked line, a rectangle a hair thick, a ground under a cell, one path with
all the lines of a table in it. All come down to edges across and edges upright.
"""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise, repeat

import pypdfium2.raw as pdfium

from lessonbook.reading.pdf.model import Edge, Panel
from lessonbook.reading.pdf.words import NO_PLACE, Place, quick

_THIN = 4.0  # a rectangle no thicker than this is a rule
_SHORTEST = 4.0  # anything shorter is a dot, a tick or part of a letter
_SIMPLE = 5  # a path of so many points is one line or one rectangle: its bounds say all
_MOST_SEGMENTS = 4_000  # a path with more is a drawing
_SMALLEST_PANEL = 40.0  # narrower grounds are no boxes around text
_MOST_SEGMENTS_OF_PANEL = 24  # rectangles with round corners have so many at most
_MOST_PANELS = 400
_MOST_OBJECTS = 20_000
_WHITE = 250
_DEEPEST_FORM = 6
_LARGEST_DOT = 9.0  # bullets that are drawn are no larger
_MOST_DOTS = 500  # more of them are a picture

_object_at = quick(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_int, result=ctypes.c_void_p)
_kind_of = quick(pdfium.FPDFPageObj_GetType, ctypes.c_void_p, result=ctypes.c_int)

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """Edges of one page, the small round or square signs that may be bullets, and how many pictures stand on it.

    ``place`` puts the file's coordinates on the page; ``left`` counts down the objects that are still looked at.
    """

    dots: list[Box] = field(default_factory=list)
    across: list[Edge] = field(default_factory=list)
    upright: list[Edge] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    images: int = 0
    left: int = _MOST_OBJECTS
    place: Place = NO_PLACE


def read(page: ctypes.c_void_p, place: Place) -> Drawn:
    """All edges of a page. ``place`` turns the file's coordinates into points from the top left corner."""
    drawn = Drawn(place=place)
    address = ctypes.cast(page, ctypes.c_void_p).value or 0
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    _add_all(drawn, map(_object_at, repeat(address), range(count)), _SAME, 0)
    return drawn


def _add_all(drawn: Drawn, addresses: Iterable[int | None], matrix: Matrix, depth: int) -> None:
    """Adds what is no text; most objects of a page are text, so they are told apart in as few steps as there can be."""
    things = [address for address in addresses if address]
    for address, kind in zip(things, map(_kind_of, things), strict=True):
        if kind != pdfium.FPDF_PAGEOBJ_TEXT and drawn.left:
            drawn.left -= 1
            _add(drawn, ctypes.cast(address, pdfium.FPDF_PAGEOBJECT), kind, matrix, depth)


def _add(drawn: Drawn, thing: ctypes.c_void_p, kind: int, matrix: Matrix, depth: int) -> None:
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _add_path(drawn, thing, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        drawn.images += 1
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
        count = min(max(pdfium.FPDFFormObj_CountObjects(thing), 0), drawn.left)
        inner = (ctypes.cast(pdfium.FPDFFormObj_GetObject(thing, at), ctypes.c_void_p).value for at in range(count))
        _add_all(drawn, inner, _times(_matrix(thing), matrix), depth + 1)


def _add_path(drawn: Drawn, path: ctypes.c_void_p, matrix: Matrix) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    colour = _colour(path) if fill.value else None
    if not stroke.value and colour is None:
        return
    bounds = _bounds(path)
    count = pdfium.FPDFPath_CountSegments(path)
    if max(bounds[2] - bounds[0], bounds[3] - bounds[1]) < _LARGEST_DOT and len(drawn.dots) < _MOST_DOTS:
        drawn.dots.append(_placed(bounds, drawn.place, matrix))
    if colour is not None and bounds[2] - bounds[0] > _SMALLEST_PANEL and count <= _MOST_SEGMENTS_OF_PANEL:
        _add_panel(drawn, _placed(bounds, drawn.place, matrix), colour, stroked=bool(stroke.value))
    if count <= _SIMPLE:
        boxes = [bounds]
    elif count <= _MOST_SEGMENTS:
        boxes = _parts(path, count)
        matrix = _times(_matrix(path), matrix)
    else:
        return
    for box in boxes:
        _add_box(drawn, _placed(box, drawn.place, matrix), stroked=bool(stroke.value))


def _add_box(drawn: Drawn, box: Box, *, stroked: bool) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if max(width, height) < _SHORTEST:
        return
    if height <= _THIN and width > height:
        drawn.across.append(Edge((top + bottom) / 2, left, right))
    elif width <= _THIN:
        drawn.upright.append(Edge((left + right) / 2, top, bottom))
    else:
        drawn.across += [Edge(top, left, right, stroked), Edge(bottom, left, right, stroked)]
        drawn.upright += [Edge(left, top, bottom, stroked), Edge(right, top, bottom, stroked)]


def _add_panel(drawn: Drawn, box: Box, colour: int, *, stroked: bool) -> None:
    if box[3] - box[1] > _THIN and len(drawn.panels) < _MOST_PANELS:
        drawn.panels.append(Panel(*box, colour, stroked))


def _colour(path: ctypes.c_void_p) -> int | None:
    """The colour of a ground as one number; nothing where it is not seen: white ones lie under whole pages."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return 0
    if not alpha.value or min(red.value, green.value, blue.value) >= _WHITE:
        return None
    return red.value << 16 | green.value << 8 | blue.value


def _bounds(path: ctypes.c_void_p) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _parts(path: ctypes.c_void_p, count: int) -> list[Box]:
    """The boxes of a path's parts, each from one move to the next; a part that bends at many points line by line."""
    boxes: list[Box] = []
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            boxes += _boxes_of(points)
            points = []
        points.append((x.value, y.value))
    return boxes + _boxes_of(points)


def _boxes_of(points: list[tuple[float, float]]) -> list[Box]:
    if len(points) < 2:
        return []
    groups = [points] if len(points) <= _SIMPLE else [list(pair) for pair in pairwise(points)]
    return [
        (min(x for x, _ in group), min(y for _, y in group), max(x for x, _ in group), max(y for _, y in group))
        for group in groups
        if len(group) > 2 or group[0][0] == group[1][0] or group[0][1] == group[1][1] or groups == [points]
    ]


def _placed(box: Box, place: Place, matrix: Matrix) -> Box:
    corners = [(box[0], box[1]), (box[2], box[3])]
    if matrix != _SAME:
        a, b, c, d, e, f = matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    (x0, y0), (x1, y1) = (place(x, y) for x, y in corners)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _matrix(thing: ctypes.c_void_p) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)

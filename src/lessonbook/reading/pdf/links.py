"""Where on a page links are, and what they lead to."""

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from lessonbook.reading.pdf.words import Place

_MOST_LINKS = 5_000


@dataclass(slots=True, frozen=True)
class LinkArea:
    """A rectangle that leads to a web address."""

    left: float
    top: float
    right: float
    bottom: float
    address: str


def links_of(document: ctypes.c_void_p, page: ctypes.c_void_p, place: Place) -> list[LinkArea]:
    """The areas of a page's links to addresses outside the document."""
    areas: list[LinkArea] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            break
        address = _address(document, link)
        if address:
            areas += [LinkArea(*rectangle, address) for rectangle in _rectangles(link, place)]
    return areas


def _address(document: ctypes.c_void_p, link: ctypes.c_void_p) -> str | None:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip() or None


def _rectangles(link: ctypes.c_void_p, place: Place) -> list[tuple[float, float, float, float]]:
    """One rectangle a line where the link says so, otherwise its whole area."""
    quads = pdfium.FS_QUADPOINTSF()
    found = []
    for at in range(max(pdfium.FPDFLink_CountQuadPoints(link), 0)):
        if pdfium.FPDFLink_GetQuadPoints(link, at, quads):
            xs, ys = (quads.x1, quads.x2, quads.x3, quads.x4), (quads.y1, quads.y2, quads.y3, quads.y4)
            found.append(_placed(min(xs), min(ys), max(xs), max(ys), place))
    if found:
        return found
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, rectangle):
        return []
    return [_placed(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top, place)]


def _placed(x0: float, y0: float, x1: float, y1: float, place: Place) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = place(x0, y1), place(x1, y0)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

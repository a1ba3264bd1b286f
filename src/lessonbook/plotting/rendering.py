"""From a picture to the bytes of a file, with its title and its description in words inside."""

import io
from collections.abc import Sequence
from typing import Any, Literal, Protocol

import matplotlib as mpl
from lxml import etree
from matplotlib.figure import Figure

Format = Literal["svg", "png"]
FORMATS: tuple[Format, ...] = ("svg", "png")
Row = Sequence[str | int | None]
_DOTS_AN_INCH = 200  # sharp on paper at the width of an A4 page
_LOOK: dict[Any, Any] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # comes with the library: the same picture on every system
    "font.size": 9,
    "hatch.linewidth": 0.6,
    "text.parse_math": False,  # a pound or dollar sign in a wording is only that
    "svg.fonttype": "none",  # words stay words: they can be searched, read aloud, translated
    "svg.hashsalt": "lessonbook",  # the same input gives the same bytes
}


class Picture(Protocol):
    """What can be drawn. ``description`` says in words what it shows; ``rows`` begin with the columns' names."""

    @property
    def title(self) -> str: ...

    @property
    def description(self) -> str: ...

    def rows(self) -> list[Row]: ...

    def draw(self) -> Figure: ...


def render(picture: Picture, form: Format) -> bytes:
    """The picture as a file. A program that reads aloud finds title and description in both formats."""
    out = io.BytesIO()
    with mpl.rc_context(_LOOK):
        figure = picture.draw()
        if form == "png":
            words = {"Title": picture.title, "Description": picture.description, "Software": "Lessonbook"}
            figure.savefig(out, format="png", dpi=_DOTS_AN_INCH, metadata=words)
            return out.getvalue()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": "Lessonbook"})
    return _described(out.getvalue(), picture)


def _described(svg: bytes, picture: Picture) -> bytes:
    """An image with a name and a description, as the SVG accessibility mappings want it, fit to stand inside a page."""
    root = etree.fromstring(svg)
    root.set("role", "img")
    root.set("aria-labelledby", "picture-title picture-description")
    for place, (tag, text) in enumerate((("title", picture.title), ("desc", picture.description))):
        element = root.makeelement(f"{{{root.nsmap[None]}}}{tag}")
        element.set("id", f"picture-{'title' if tag == 'title' else 'description'}")
        element.text = text
        root.insert(place, element)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))

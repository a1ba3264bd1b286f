"""The names of Word's XML, and the few questions that are asked of it everywhere."""

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_DIGITS = 9
OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return _W + name


def r(name: str) -> str:
    """A name of the relationships between parts."""
    return _R + name


def value(element: Element | None, name: str, *path: str) -> str | None:
    """The ``w:val`` of a child (or of what lies further down the path), or nothing where there is none."""
    for step in (name, *path):
        if element is None:
            return None
        element = element.find(w(step))
    return None if element is None else element.get(w("val"))


def number(text: str | None, default: int = 0) -> int:
    """A whole number as Word writes it, or the default where it is none or beyond all reason."""
    digits = (text or "").strip()
    sign = digits[:1] in {"-", "+"}
    plain = digits[sign:]
    return int(digits) if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS else default


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on, off or not said."""
    element = None if properties is None else properties.find(w(name))
    if element is None:
        return None
    return element.get(w("val"), "1").lower() not in OFF


def is_placeholder(element: Element) -> bool:
    """Whether a content control still shows its prompt ("Click here to enter text")."""
    properties = element.find(w("sdtPr")) if element.tag == w("sdt") else None
    return bool(switch(properties, "showingPlcHdr"))

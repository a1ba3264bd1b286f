"""Styles of a Word file: what a paragraph or a run is by its style and those that style is based on."""

import re

import msgspec

from lessonbook.reading.docx.names import Element, number, switch, value, w

_HEADING_NAME = re.compile(r"heading\s*([1-9])")
_LIST_NAME = re.compile(r"list (bullet|number)(?: ([2-9]))?")
_CONTENTS_NAME = re.compile(r"(?:toc|contents|index)\s*(?:\d|heading)|table of (?:figures|contents|authorities)")
_BODY_LEVEL = 9


class Look(msgspec.Struct, frozen=True):
    """Bold, italic, underlined and hidden: on, off or not said."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None

    def over(self, other: "Look") -> "Look":
        """The look itself, and where it says nothing the other's."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.underline if self.underline is None else self.underline,
            other.hidden if self.hidden is None else self.hidden,
        )


class Style(msgspec.Struct, frozen=True):
    """A style with everything it inherits. ``outline`` counts from 0; ``numbering`` is the id of a list."""

    name: str = ""
    look: Look = Look()
    outline: int | None = None
    numbering: str | None = None
    level: int | None = None

    @property
    def heading(self) -> int | None:
        """The level of the heading that the style makes, from 1."""
        if match := _HEADING_NAME.fullmatch(self.name):
            return int(match[1])
        if self.name == "title":
            return 1
        return None if self.outline is None or self.outline >= _BODY_LEVEL else self.outline + 1

    @property
    def is_contents(self) -> bool:
        """Whether the style is that of a table of contents or an index."""
        return _CONTENTS_NAME.fullmatch(self.name) is not None

    @property
    def typed_list(self) -> tuple[bool, int] | None:
        """Whether a list style by its name is numbered, and its level; nothing where it is no list style."""
        match = _LIST_NAME.fullmatch(self.name)
        return (match[1] == "number", int(match[2] or 1) - 1) if match else None


def look_of(properties: Element | None) -> Look:
    """What run properties say."""
    if properties is None:
        return Look()
    return Look(switch(properties, "b"), switch(properties, "i"), switch(properties, "u"), switch(properties, "vanish"))


class Styles:
    """The styles of a file by their id, each worked out once."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(w("style"))
        self._elements = {element.get(w("styleId"), ""): element for element in elements}
        self._known: dict[str, Style] = {}
        self._default = next((i for i, e in self._elements.items() if _is_default(e)), "")
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._base = look_of(defaults)
        language = None if defaults is None else defaults.find(w("lang"))
        self.language = None if language is None else language.get(w("val"))

    def paragraph(self, style: str | None) -> Style:
        """A paragraph's style; the default one where it names none or one that does not exist."""
        return self._style(style if style in self._elements else self._default)

    def run_look(self, style: str | None) -> Look:
        """What a run's own style says."""
        return self._style(style).look if style in self._elements else Look()

    def effective(self, paragraph: Style, run: Look, direct: Look) -> Look:
        """How a run looks: what it says itself, or its two styles together.

        Two styles that are both bold cancel each other out (ECMA-376, part 1, 17.7.3, toggle properties).
        """
        either = Look(
            bool(paragraph.look.bold) != bool(run.bold),
            bool(paragraph.look.italic) != bool(run.italic),
            bool(run.underline if run.underline is not None else paragraph.look.underline),
            bool(paragraph.look.hidden) != bool(run.hidden),
        )
        return direct.over(either)

    def numbering_of(self, style: str) -> str | None:
        """The list that a numbering style stands for."""
        return self._style(style).numbering if style in self._elements else None

    def _style(self, style: str | None, seen: frozenset[str] = frozenset()) -> Style:
        if not style or style in seen or style not in self._elements:
            return Style(look=self._base)
        if style not in self._known:
            element = self._elements[style]
            base = self._style(value(element, "basedOn"), seen | {style})
            self._known[style] = _merged(element, base)
        return self._known[style]


def _is_default(element: Element) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default")) in {"1", "true", "on"}


def _merged(element: Element, base: Style) -> Style:
    outline = value(element, "pPr", "outlineLvl")
    numbering = value(element, "pPr", "numPr", "numId")
    level = value(element, "pPr", "numPr", "ilvl")
    return Style(
        (value(element, "name") or "").lower(),
        look_of(element.find(w("rPr"))).over(base.look),
        base.outline if outline is None else number(outline),
        base.numbering if numbering is None else numbering,
        base.level if level is None else number(level),
    )

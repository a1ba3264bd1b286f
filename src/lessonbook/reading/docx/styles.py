"""Styles of a Word file: what a paragraph or a run is by its style and those that style is based on."""

import re

import msgspec

from lessonbook.reading.docx.names import Element, number, switch, value, w

# Word writes its own styles under their English names in every language; other programs write the names they show.
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|titolo|título|kop|pennawd|h)\s*([1-9])(?:\s+char)?")
_HEADING_WORD = re.compile(
    r"(?:^|[\s_-])(?:(?:sub|chapter|section|main|part)?[\s_-]?heading|sub-?head|headline)s?(?:$|[\s_\d-])"
)
_NOT_OF_TEXT = re.compile(r"table|figure|chart|box|column|running|page|note|toc|contents")
_LIST_NAME = re.compile(r"list (bullet|number)(?: ([2-9]))?")
_CONTENTS_NAME = re.compile(r"(?:toc|contents|index)\s*(?:\d|heading)|table of (?:figures|contents|authorities)")
_BODY_LEVEL = 9
_LONGEST_CHAIN = 200
_WHITE = frozenset({"auto", "ffffff", "none", ""})
_SIDES = ("top", "left", "bottom", "right")


class Look(msgspec.Struct, frozen=True):
    """Bold, italic, underlined, hidden, in capitals: on, off or not said; ``size`` is in points."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    size: float | None = None

    def over(self, other: "Look") -> "Look":
        """The look itself, and where it says nothing the other's."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.underline if self.underline is None else self.underline,
            other.hidden if self.hidden is None else self.hidden,
            other.capitals if self.capitals is None else self.capitals,
            other.size if self.size is None else self.size,
        )


class Style(msgspec.Struct, frozen=True):
    """A style with everything it inherits. ``outline`` counts from 0; ``numbering`` is the id of a list.

    ``named`` is the level of a heading by the name of the style or of one it is based on; ``panel`` says what box
    or tint it puts around its paragraphs.
    """

    name: str = ""
    look: Look = Look()
    outline: int | None = None
    numbering: str | None = None
    level: int | None = None
    named: int | None = None
    panel: str = ""
    ident: str = ""

    @property
    def heading(self) -> int | None:
        """The level of the heading that the style makes, from 1."""
        if self.outline is not None and self.outline >= _BODY_LEVEL:
            return None
        if match := _HEADING_NAME.fullmatch(self.name):
            return int(match[1])
        if self.name == "title":
            return 1
        return self.named if self.outline is None else self.outline + 1

    @property
    def says_heading(self) -> bool:
        """Whether a style of somebody's own is called a heading, and gives no level."""
        return _HEADING_WORD.search(self.name) is not None and not _NOT_OF_TEXT.search(self.name)

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
    size = number(value(properties, "sz"))
    return Look(
        switch(properties, "b"),
        switch(properties, "i"),
        switch(properties, "u"),
        switch(properties, "vanish"),
        switch(properties, "caps"),
        size / 2 if size > 0 else None,
    )


def panel_of(properties: Element | None, inherited: str = "") -> str:
    """The box or tint that paragraph properties draw: the same words for the same panel, nothing where there is none.

    A box has a line on its four sides; a line above or below parts the text, and one at the left marks a quotation.
    """
    borders = None if properties is None else properties.find(w("pBdr"))
    shading = None if properties is None else properties.find(w("shd"))
    if borders is None and shading is None:
        return inherited
    drawn = borders is not None and all(
        side is not None and side.get(w("val"), "none") not in {"none", "nil"}
        for side in (borders.find(w(name)) for name in _SIDES)
    )
    fill = "" if shading is None else shading.get(w("fill"), "").lower()
    tint = "" if fill in _WHITE else fill
    return f"{'drawn' if drawn else ''} {tint}".strip()


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
            bool(paragraph.look.capitals) != bool(run.capitals),
            paragraph.look.size if run.size is None else run.size,
        )
        return direct.over(either)

    def numbering_of(self, style: str) -> str | None:
        """The list that a numbering style stands for."""
        return self._style(style).numbering if style in self._elements else None

    def _style(self, style: str | None) -> Style:
        """The style and, where they are not known yet, all it is based on; a chain that goes in a circle is cut."""
        chain: list[str] = []
        while style and style in self._elements and style not in self._known and len(chain) < _LONGEST_CHAIN:
            if style in chain:
                break
            chain.append(style)
            style = value(self._elements[style], "basedOn")
        found = self._known.get(style or "", Style(look=self._base))
        for ident in reversed(chain):
            found = self._known[ident] = _merged(ident, self._elements[ident], found, self._base)
        return found


def _is_default(element: Element) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default")) in {"1", "true", "on"}


def _merged(ident: str, element: Element, base: Style, least: Look) -> Style:
    outline = value(element, "pPr", "outlineLvl")
    numbering = value(element, "pPr", "numPr", "numId")
    level = value(element, "pPr", "numPr", "ilvl")
    look = look_of(element.find(w("rPr"))).over(base.look)
    if element.get(w("type")) == "character" and look.size == least.size:
        look = msgspec.structs.replace(look, size=None)  # the paragraph's size holds
    return Style(
        (value(element, "name") or "").strip().lower(),
        look,
        base.outline if outline is None else number(outline),
        base.numbering if numbering is None else numbering,
        base.level if level is None else number(level),
        None if outline is not None else base.heading,
        panel_of(element.find(w("pPr")), base.panel),
        ident,
    )

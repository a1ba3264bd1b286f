"""Goes through a web page once, from the first element to the last, and writes its blocks into a manuscript."""

from collections.abc import Callable

import msgspec
from lxml import etree

from lessonbook.domain import MarkKind
from lessonbook.reading import counting
from lessonbook.reading.building import PassageBuilder
from lessonbook.reading.html import apart, tables
from lessonbook.reading.html.elements import BLOCKS, HEADINGS, Element, is_box, marks_of, name_of, part_of
from lessonbook.reading.manuscript import Manuscript

# A list item with so many paragraphs of its own is a part of the page, not an item.
_PARAGRAPHS_OF_A_PART = 3
_WAYS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIGHEST = 9999


class _List(msgspec.Struct):
    """A list that is open; ``count`` is the number of its next item, or nothing where it has bullets."""

    count: int | None
    way: str = "decimal"


class _Item(msgspec.Struct, frozen=True):
    """A list item that is open."""

    level: int
    marker: str | None
    ordered: bool


class Walk:
    """What is open on the way through the page: the block, its emphasis, lists, cells, furniture.

    Never recursive, so no page is nested too deeply for it.
    """

    def __init__(self, manuscript: Manuscript, body: Element, main: Element, link: Callable[[str], str | None]) -> None:
        self._manuscript = manuscript
        self._body = body
        self._main = main
        self._link = link
        self._builder = PassageBuilder()
        self._heading: int | None = None
        self._lists: list[_List | None] = []  # nothing stands for a cell: lists around it do not reach into it
        self._items: list[_Item | None] = []  # nothing stands for a cell, or an item that is a part of the page
        self._marks: list[tuple[MarkKind, str | None]] = []
        self._marked: dict[Element, int] = {}
        self._cells: dict[Element, tables.Place] = {}
        self._rows: dict[Element, bool] = {}
        self._tables: set[Element] = set()
        self._parts = _items_that_are_parts(body)
        self._apart = apart.find(body)
        self._boxes: set[Element] = set()
        self._furniture: set[Element] = set()
        self._dropped: Element | None = None
        self._preformatted = 0

    def go(self) -> None:
        """Writes the page: what lies outside its main part is furniture."""
        self._manuscript.begin_furniture()
        steps = etree.iterwalk(self._body, events=("start", "end"))
        for event, element in steps:
            if event == "end":
                self._leave(element)
            elif not self._enter(element):
                self._dropped = element
                steps.skip_subtree()
        self._flush()
        self._manuscript.end_furniture()

    def _enter(self, element: Element) -> bool:
        """Whether there is anything for a reader in the element."""
        name = name_of(element)
        part = "content" if element is self._main else part_of(element, name)
        if part == "dropped" or element in self._apart.signs:
            return False
        if name in BLOCKS:
            self._begin_block(element, name)
        elif name == "br":
            self._break()
        if element is self._main:
            self._flush()
            self._manuscript.end_furniture()
        if part == "furniture" or element in self._apart.contents:
            self._flush()
            self._furniture.add(element)
            self._manuscript.begin_furniture()
        self._set_apart(element, name)
        self._mark(element, name)
        self._text(element.text)
        return True

    def _leave(self, element: Element) -> None:
        if element is self._dropped:
            self._dropped = None
        else:
            self._unmark(element)
            name = name_of(element)
            if name in BLOCKS:
                self._end_block(element, name)
            if element in self._apart.notes:
                self._flush()
                self._manuscript.end_note(self._apart.notes[element])
            if element in self._boxes:
                self._flush()
                self._manuscript.end_box()
            if element in self._furniture:
                self._flush()
                self._manuscript.end_furniture()
            if element is self._main:
                self._flush()
                self._manuscript.begin_furniture()
        if element is not self._body:
            self._text(element.tail)

    def _set_apart(self, element: Element, name: str) -> None:
        if name in BLOCKS and element is not self._main and is_box(element, name):
            self._flush()
            self._boxes.add(element)
            self._manuscript.begin_box()
        if element in self._apart.notes:
            self._flush()
            self._manuscript.begin_note()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            self._builder.add(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._builder.line_break()
            self._builder.add(line)

    def _break(self) -> None:
        """A line break; two in a row part paragraphs, where nothing else does."""
        if self._builder.at_break and not self._item and self._heading is None:
            self._flush()
        else:
            self._builder.line_break()

    def _mark(self, element: Element, name: str) -> None:
        marks: list[tuple[MarkKind, str | None]] = [(kind, None) for kind in marks_of(element, name)]
        if name == "a" and (href := self._link(element.get("href", ""))):
            marks.append(("link", href))
        # What is bold already gets no bolder; so few marks are open, however deeply a page nests them.
        marks = [mark for mark in marks if all(mark[0] != kind for kind, _ in self._marks)]
        for mark in marks:
            self._builder.open(*mark)
        self._marks.extend(marks)
        if marks:
            self._marked[element] = len(marks)

    def _unmark(self, element: Element) -> None:
        for _ in range(self._marked.pop(element, 0)):
            self._builder.close(self._marks.pop()[0])

    @property
    def _item(self) -> _Item | None:
        return self._items[-1] if self._items else None

    def _flush(self) -> None:
        """Ends the block. Emphasis that is still open goes on in the next one."""
        passage = self._builder.build()
        if self._heading is not None:
            self._manuscript.heading(passage, self._heading)
        elif item := self._item:
            self._manuscript.item(passage, item.level, item.marker, ordered=item.ordered)
        else:
            self._manuscript.paragraph(passage)
        for mark in self._marks:
            self._builder.open(*mark)

    def _boundary(self) -> None:
        """A block begins or ends: a new block, or a new line of the list item around it."""
        if self._item and self._heading is None:
            self._builder.line_break()
        else:
            self._flush()

    def _begin_block(self, element: Element, name: str) -> None:
        match name:
            case "ul" | "ol":
                self._flush()
                self._lists.append(_opened(element, name))
            case "li" if element in self._parts:
                self._flush()
                self._enclose()
            case "li":
                self._flush()
                self._items.append(self._next_item(element))
            case "table" if not tables.is_layout(element):
                self._flush()
                self._begin_table(element)
            case "tr" if element in self._rows:
                self._flush()
                self._manuscript.begin_row(header=self._rows[element])
            case "td" | "th" if place := self._cells.get(element):
                self._flush()
                self._enclose()
                self._manuscript.begin_cell(place.column, place.columns, place.rows)
            case _:
                self._boundary()
        if name in HEADINGS:
            self._flush()
            self._heading = HEADINGS[name]
        self._preformatted += name == "pre"

    def _end_block(self, element: Element, name: str) -> None:
        match name:
            case "ul" | "ol":
                self._flush()
                self._lists.pop()
            case "li" if element in self._parts:
                self._flush()
                self._disclose()
            case "li":
                self._flush()
                self._items.pop()
            case "table" if element in self._tables:
                self._flush()
                self._manuscript.end_table()
            case "tr" if element in self._rows:
                self._flush()
                self._manuscript.end_row()
            case "td" | "th" if element in self._cells:
                self._flush()
                self._manuscript.end_cell()
                self._disclose()
            case _:
                self._boundary()
        if name in HEADINGS:
            self._flush()
            self._heading = None
        self._preformatted -= name == "pre"

    def _begin_table(self, element: Element) -> None:
        grid = tables.grid(element)
        self._tables.add(element)
        self._cells.update(grid.cells)
        self._rows.update(grid.rows)
        self._manuscript.begin_table()

    def _enclose(self) -> None:
        """A cell or a part of the page begins: lists around it do not reach into it."""
        self._lists.append(None)
        self._items.append(None)

    def _disclose(self) -> None:
        self._lists.pop()
        self._items.pop()

    def _depth(self) -> int:
        """How many lists are open around an item, besides its own."""
        return max(
            0, next((n for n, around in enumerate(reversed(self._lists)) if around is None), len(self._lists)) - 1
        )

    def _next_item(self, element: Element) -> _Item:
        around = self._lists[-1] if self._lists else None
        level = self._depth()
        if around is None or around.count is None:
            return _Item(level, None, ordered=False)
        count = _number(element.get("value"), around.count)
        around.count = count + 1
        return _Item(level, f"{counting.written(count, around.way)}.", ordered=True)


def _opened(element: Element, name: str) -> _List:
    if name == "ul":
        return _List(None)
    return _List(_number(element.get("start"), 1), _WAYS.get(element.get("type", ""), "decimal"))


def _number(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return min(int(digits), _HIGHEST) if digits.isascii() and digits.isdigit() and len(digits) < 9 else default


def _items_that_are_parts(body: Element) -> set[Element]:
    """List items that hold headings, tables or several paragraphs: cards of a page, not items of a list."""
    parts: set[Element] = set()
    paragraphs: dict[Element, int] = {}
    for element in body.iterdescendants(*HEADINGS, "table", "p"):
        item = next((above for above in element.iterancestors("li", "td", "th")), None)
        if item is None or name_of(item) != "li":
            continue
        if name_of(element) != "p":
            _add_with_those_around(item, parts)
            continue
        paragraphs[item] = paragraphs.get(item, 0) + 1
        if paragraphs[item] >= _PARAGRAPHS_OF_A_PART:
            parts.add(item)
    return parts


def _add_with_those_around(item: Element, parts: set[Element]) -> None:
    if item not in parts:
        parts.add(item)
        parts.update(item.iterancestors("li"))

"""Reads text and Markdown: headings, tables (tab-separated or with pipes), lists, paragraphs, HTML inside cells.

The text of the document is the file's own, so every passage leads back to the characters it was made of.
"""

import re
from collections.abc import Iterable

import msgspec

from lessonbook.domain import Block, Cell, Document, Heading, ListItem, ReadingProblem, Row, Table, TextBlock
from lessonbook.reading import bullets, contents, formats, fragments, plain
from lessonbook.reading.encoding import decode
from lessonbook.reading.leftovers import furniture

READER = "text/2"
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_DRAWN = re.compile(r"[\s\-=_*|:+\u2013\u2014\f]*+")
_RULE = re.compile(r"[-=_*\u2013\u2014]{2}|\f")
_PIPE_RULE = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+")
_ITEM = re.compile(
    rf"(?P<indent>[ \t]*)(?P<marker>{bullets.BULLET}|[-*+](?=[ \t])|(?P<number>{bullets.NUMBER})(?=[ \t]))[ \t]*"
)
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_TAB_STOP = 4
# Wider than this nobody wraps by hand: each line is a paragraph of its own.
_WIDEST_WRAP = 130
# A line shorter than this share of the width was ended on purpose.
_UNWRAPPED = 0.4


class Line(msgspec.Struct, frozen=True):
    """A line at ``start`` to ``end`` of the text, without its line end."""

    text: str
    start: int
    end: int

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def read(data: bytes, sha256: str) -> Document:
    """The document in a text or Markdown file. Raises ``LessonbookError`` where the bytes are neither."""
    found = formats.detect(data)
    decoded = decode(data)
    blocks = _Lines(decoded.text, markdown=found == "markdown").blocks()
    blocks = contents.without(blocks if found == "markdown" else plain.with_headings(decoded.text, blocks))
    title = next((block.passage.text for block in blocks if isinstance(block, Heading)), None)
    return Document(
        sha256,
        "markdown" if found == "markdown" else "text",
        decoded.text,
        blocks,
        title=title,
        reader=READER,
        furniture=furniture(decoded.text, blocks),
        problems=_misfits(decoded.misfits),
    )


def _misfits(misfits: int) -> tuple[ReadingProblem, ...]:
    if not misfits:
        return ()
    return (
        ReadingProblem(
            "encoding-mixed",
            f"{misfits} characters of the file are not in its encoding: check accents, dashes and quotation marks.",
        ),
    )


class _Lines:
    """Goes down the lines once. Rows that follow one another are a table; a blank line ends it."""

    def __init__(self, text: str, *, markdown: bool = False) -> None:
        self._text = text
        self._markdown = markdown
        self._lines = [Line(m[1], m.start(1), m.end(1)) for m in _LINE.finditer(text)]
        self._tabular = any(_is_row(line.text) for line in self._lines)
        self._width = self._wrap_width()
        self._blocks: list[Block] = []
        self._rows: list[Row] = []
        self._pending: tuple[int, int] | None = None  # the paragraph or item being read, as offsets
        self._item: ListItem | None = None
        self._indents: list[int] = []

    def blocks(self) -> tuple[Block, ...]:
        index = 0
        while index < len(self._lines):
            index = self._take(index)
        self._close_all()
        return tuple(self._blocks)

    def _take(self, index: int) -> int:
        line = self._lines[index]
        if line.blank and not (self._tabular and "\t" in line.text):
            self._close_all()
        elif heading := _HEADING.match(line.text):
            self._heading(line.start + heading.end(), line, len(heading[1]))
        elif self._underlined(index):
            self._heading(line.start, line, 1 if self._lines[index + 1].text.startswith("=") else 2)
            return index + 2
        elif self._pipe_header(index):
            return self._pipe_table(index)
        elif _is_rule(line.text):
            self._close_paragraph()
        elif "\t" in line.text and self._tabular and (self._goes_on_in_columns(line) or not _tabbed_item(line.text)):
            self._close_paragraph()
            self._rows.append(_row(self._text, line))
        else:
            self._prose(line, index)
        return index + 1

    def _goes_on_in_columns(self, line: Line) -> bool:
        """Whether a bullet after tabs stands in a later column: the rows above go on, their first cells empty."""
        below_rows = bool(self._rows) or (
            self._pending is None and bool(self._blocks) and isinstance(self._blocks[-1], Table)
        )
        return below_rows and line.text.startswith("\t")

    def _heading(self, start: int, line: Line, level: int) -> None:
        self._close_all()
        end = line.start + len(
            line.text.rstrip().rstrip("#").rstrip() if line.text.rstrip().endswith(" #") else line.text
        )
        for block in fragments.blocks(self._text, start, max(start, end)):
            self._blocks.append(Heading(block.passage, level))

    def _underlined(self, index: int) -> bool:
        """Whether the line is a heading by the line below it: as long as the heading, within two signs."""
        if index + 1 >= len(self._lines) or self._pending is not None or "\t" in self._lines[index].text:
            return False
        title, rule = self._lines[index].text.strip(), self._lines[index + 1].text.strip()
        if not re.fullmatch(r"={3,}|-{3,}", rule) or _is_rule(self._lines[index].text):
            return False
        return rule[0] == "=" or abs(len(rule) - len(title)) <= 2

    def _prose(self, line: Line, index: int) -> None:
        item = _ITEM.match(line.text)
        if item:
            self._close_all()
            if item.end() == len(line.text):
                return
            number = item["number"]
            self._item = ListItem(fragments.NOTHING, self._level(item["indent"]), item["marker"], ordered=bool(number))
            self._pending = (line.start + item.end(), line.end)
            return
        self._close_rows()
        quote = _QUOTE.match(line.text)
        start = line.start + (quote.end() if quote else 0)
        if self._pending and self._joins(index):
            self._pending = (self._pending[0], line.end)
        else:
            kept = self._item if line.text[:1] in " \t" and self._pending is None else None
            self._close_paragraph()
            self._item = kept
            self._pending = (start, line.end)

    def _level(self, indent: str) -> int:
        width = len(indent.expandtabs(_TAB_STOP))
        while self._indents and self._indents[-1] >= width + 1:
            self._indents.pop()
        if not self._indents or self._indents[-1] < width - 1:
            self._indents.append(width)
        return len(self._indents) - 1

    def _joins(self, index: int) -> bool:
        """Whether a line goes on with the paragraph of the line above, which was wrapped to the text's width."""
        above, line = self._lines[index - 1].text, self._lines[index].text
        first = line.split(maxsplit=1)[0]
        if above.endswith("  "):
            return True
        if self._item and line[:1] in " \t":
            return True
        if not self._width:
            return False
        if len(above.rstrip()) + 1 + len(first) > self._width:
            return True
        unfinished = above.rstrip()[-1:] not in ".;:!?"
        long_enough = self._markdown or len(above) >= _UNWRAPPED * self._width
        return unfinished and first[:1].islower() and long_enough

    def _wrap_width(self) -> int:
        """The width that the text is wrapped to, or 0 where a line is a paragraph."""
        prose = [len(line.text.rstrip()) for line in self._lines if " " in line.text.strip() and "\t" not in line.text]
        width = max(prose, default=0)
        return width if width <= _WIDEST_WRAP else 0

    def _pipe_header(self, index: int) -> bool:
        if index + 1 >= len(self._lines) or "|" not in self._lines[index].text:
            return False
        rule = self._lines[index + 1].text
        return "|" in rule and "-" in rule and _PIPE_RULE.fullmatch(rule) is not None

    def _pipe_table(self, index: int) -> int:
        self._close_all()
        self._rows.append(_pipe_row(self._text, self._lines[index], header=True))
        index += 2
        while index < len(self._lines) and "|" in self._lines[index].text:
            self._rows.append(_pipe_row(self._text, self._lines[index]))
            index += 1
        self._close_rows()
        return index

    def _close_paragraph(self) -> None:
        if self._pending is None:
            return
        found = fragments.blocks(self._text, *self._pending)
        self._blocks.extend(_as_items(found, self._item) if self._item else found)
        if not self._item:
            self._indents.clear()
        self._pending, self._item = None, None

    def _close_rows(self) -> None:
        if self._rows:
            self._blocks.append(Table(tuple(self._rows)))
            self._rows = []

    def _close_all(self) -> None:
        self._close_paragraph()
        self._close_rows()


def _as_items(found: Iterable[TextBlock], item: ListItem) -> Iterable[TextBlock]:
    """What stands in a list item: the first block with the item's own marker."""
    for number, block in enumerate(found):
        if isinstance(block, ListItem) and block.marker is None:
            yield msgspec.structs.replace(block, level=item.level + 1 + block.level)
        elif isinstance(block, ListItem):  # a bullet typed further along the line: its neighbour, not its part
            yield msgspec.structs.replace(block, level=item.level)
        else:
            yield ListItem(block.passage, item.level, None if number else item.marker, item.ordered)


def _is_rule(text: str) -> bool:
    """Whether a line only draws a rule, or ends a page."""
    return _DRAWN.fullmatch(text) is not None and _RULE.search(text) is not None


def _is_row(text: str) -> bool:
    """Whether a line shows that tabs part columns here: two cells with wording, and not a marker and its item."""
    return sum(1 for cell in text.split("\t") if cell.strip()) > 1 and not _tabbed_item(text)


def _tabbed_item(text: str) -> bool:
    match = _ITEM.match(text)
    return match is not None and "\t" in match[0] and "\t" not in text[match.end() :]


def _row(text: str, line: Line) -> Row:
    cells = []
    start = line.start
    for column, words in enumerate(line.text.split("\t")):
        cells.append(Cell(fragments.blocks(text, start, start + len(words)), column))
        start += len(words) + 1
    return Row(tuple(cells))


def _pipe_row(text: str, line: Line, *, header: bool = False) -> Row:
    first = re.match(r"\s*\|?", line.text)
    begin = line.start + (first.end() if first else 0)
    end = line.start + len(line.text.rstrip())
    if end > begin and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\":
        end -= 1
    bars = [begin + match.start() for match in re.finditer(r"(?<!\\)\|", text[begin:end])]
    starts, ends = [begin, *(bar + 1 for bar in bars)], [*bars, end]
    cells = (
        Cell(fragments.blocks(text, cell_start, cell_end), column)
        for column, (cell_start, cell_end) in enumerate(zip(starts, ends, strict=True))
    )
    return Row(tuple(cells), header=header)

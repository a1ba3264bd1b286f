"""A stretch of the source (a cell, a paragraph, an item) as blocks: HTML lists, emphasis, links, typed bullets."""

from lessonbook.domain import Heading, ListItem, MarkKind, Passage, TextBlock
from lessonbook.reading import bullets
from lessonbook.reading.building import PassageBuilder
from lessonbook.reading.inline import BLOCK_TAGS, INLINE_TAGS, Token, tokens

# In a line of text so wide a gap stands for a line break that a conversion lost.
_WIDE = 4
NOTHING = Passage("")  # stands in a block whose wording is not read yet
_EMPHASIS: dict[int, MarkKind] = {1: "italic", 2: "bold"}


def blocks(source: str, start: int, end: int) -> tuple[TextBlock, ...]:
    """The blocks between two offsets of the source, in reading order."""
    fragment = _Fragment(source)
    for token in tokens(source, start, end):
        fragment.take(token)
    return fragment.finish()


class _Fragment:
    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = PassageBuilder()
        self._blocks: list[TextBlock] = []
        self._lists: list[int | None] = []  # for each open list the number of its last item, or none where unordered
        self._in_item = False
        self._heading: int | None = None
        self._links: list[int] = []

    def take(self, token: Token) -> None:
        match token.kind:
            case "words":
                self._builder.add(token.text, token.at)
            case "white":
                self._white(token)
            case "character":
                self._builder.add_as(token.text, token.at, token.until)
            case "markup":
                self._builder.skip(token.at, token.until)
            case "tag":
                self._tag(token)
            case "delimiter":
                self._delimiter(token)
            case "link-open":
                self._builder.skip(token.at, token.until)
                self._links.append(self._builder.position)
            case "link-close":
                self._close_link(token)
            case "url":
                begin = self._builder.position
                self._builder.add(token.text, token.at)
                self._builder.mark(begin, "link", token.href)

    def finish(self) -> tuple[TextBlock, ...]:
        self._flush()
        return tuple(self._blocks)

    def _white(self, token: Token) -> None:
        hard = token.text.startswith("  ") and "\n" in token.text
        if hard or ("\n" not in token.text and "\r" not in token.text and len(token.text) >= _WIDE):
            self._builder.line_break(token.at, token.until)
        else:
            self._builder.add(token.text, token.at)

    def _close_link(self, token: Token) -> None:
        if self._links:
            self._builder.mark(self._links.pop(), "link", token.href)
        self._builder.skip(token.at, token.until)

    def _delimiter(self, token: Token) -> None:
        for strength in token.closes:
            self._builder.close(_EMPHASIS[strength])
        spare = len(token.text) - sum(token.opens) - sum(token.closes)
        used = token.at + sum(token.closes)
        self._builder.skip(token.at, used)
        self._builder.add(token.text[:spare], used)
        self._builder.skip(used + spare, token.until)
        for strength in token.opens:
            self._builder.open(_EMPHASIS[strength])

    def _tag(self, token: Token) -> None:
        if token.text == "br":
            self._builder.line_break(token.at, token.until)
            return
        if token.text in BLOCK_TAGS:
            self._flush()
            self._block_tag(token)
        elif kind := INLINE_TAGS.get(token.text):
            self._builder.skip(token.at, token.until)
            if token.closing:
                self._builder.close(kind)
            elif kind != "link" or token.href:
                self._builder.open(kind, token.href)
        else:
            self._builder.skip(token.at, token.until)

    def _block_tag(self, token: Token) -> None:
        if token.text in {"ul", "ol"}:
            if not token.closing:
                self._lists.append(0 if token.text == "ol" else None)
            elif self._lists:
                self._lists.pop()
            self._in_item = bool(self._lists)
        elif token.text == "li":
            self._in_item = not token.closing
            if self._lists and self._lists[-1] is not None and not token.closing:
                self._lists[-1] += 1
        elif token.text[0] == "h" and token.text[1:].isdigit():
            self._heading = None if token.closing else int(token.text[1:])

    def _flush(self) -> None:
        passage = self._builder.build()
        self._links.clear()
        if not passage:
            return
        if self._in_item or self._lists:
            number = self._lists[-1] if self._lists else None
            for block in bullets.blocks(passage):
                marker = block.marker if isinstance(block, ListItem) else None
                marker = f"{number}." if number else marker
                self._blocks.append(
                    ListItem(block.passage, max(0, len(self._lists) - 1), marker, ordered=number is not None)
                )
        elif self._heading is not None:
            self._blocks.append(Heading(passage, self._heading))
        else:
            self._blocks.extend(bullets.blocks(passage))

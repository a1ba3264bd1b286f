"""Drafts written down as a text and blocks with places in it.

Every block is one stretch of the text for each page it stands on, so a passage never needs more than one run a page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lessonbook.domain import (
    Block,
    Box,
    Cell,
    Heading,
    ListItem,
    Mark,
    MarkKind,
    Note,
    OcrLine,
    Page,
    Paragraph,
    Passage,
    Row,
    Span,
    Table,
    TextBlock,
)
from lessonbook.reading.pdf.hyphens import SOFT_HYPHEN
from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable, Furniture, Line, PageContent, Word

_HYPHENS = ("-", "\u2010")
_NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060"))


@dataclass(slots=True)
class Written:
    """The text with everything that has a place in it."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    furniture: tuple[Span, ...]
    notes: tuple[Note, ...] = ()
    ocr: tuple[OcrLine, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """The stretches written for one page, and how long they are together."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> int:
        """Where on this page the stretch begins."""
        start = self.length
        self.parts.append(text + "\n")
        self.length += len(text) + 1
        return start


@dataclass(slots=True)
class _Stretch:
    """A stretch of one page that a draft became: page, place on that page, wording, marks, and the signs of notes."""

    page: int
    start: int
    text: str
    marks: list[Mark]
    signs: list[tuple[int, int]] = field(default_factory=list)
    sure: list[OcrLine] = field(default_factory=list)


def write(pages: list[PageContent], blocks: list[DraftBlock]) -> Written:
    """Writes the drafts page by page, in their order. A page without wording is an empty stretch."""
    sheets = {page.number: _Sheet() for page in pages}
    stretches: dict[int, _Stretch] = {}
    furniture: list[_Stretch] = []
    for draft in _in_page_order(blocks):
        text, marks, signs = text_of(draft.lines)
        stretch = _Stretch(
            draft.page, sheets[draft.page].write(text), text, marks, signs, _sure_lines(draft.lines, text)
        )
        if isinstance(draft, Furniture):
            furniture.append(stretch)
        else:
            stretches[id(draft)] = stretch
    starts, found_pages, at = {}, [], 0
    for page in pages:
        starts[page.number] = at
        found_pages.append(
            Page(page.number, at, at + sheets[page.number].length, round(page.width, 2), round(page.height, 2))
        )
        at += sheets[page.number].length
    text = "".join(part for page in pages for part in sheets[page.number].parts)
    placing = _Placing(stretches, starts)
    return Written(
        text,
        tuple(placing.block(block) for block in blocks if not isinstance(block, Furniture) and not _is_note(block)),
        tuple(found_pages),
        tuple(sorted(_furniture_spans(furniture, list(stretches.values()), starts), key=lambda span: span.start)),
        tuple(placing.note(block) for block in blocks if isinstance(block, Draft) and _is_note(block)),
        tuple(sorted(_ocr_lines([*furniture, *stretches.values()], starts), key=lambda line: line.start)),
    )


def _is_note(block: DraftBlock) -> bool:
    return isinstance(block, Draft) and block.kind == "note"


def _furniture_spans(furniture: list[_Stretch], stretches: list[_Stretch], starts: dict[int, int]) -> Iterator[Span]:
    """Where furniture stands: lines of its own, and signs of notes inside wording."""
    for stretch in furniture:
        at = starts[stretch.page] + stretch.start
        if stretch.text:
            yield Span(at, at + len(stretch.text))
    for stretch in stretches:
        at = starts[stretch.page] + stretch.start
        for start, end in stretch.signs:
            yield Span(at + start, at + end)


def _sure_lines(lines: list[Line], text: str) -> list[OcrLine]:
    """The lines that were read from a picture, with their places in the stretch."""
    if lines[0].words[0].sure is None:
        return []
    starts, at = [], 0
    for line in lines:
        found = text.find(line.words[0].text[:-1] or line.words[0].text, at)
        starts.append(found if found >= 0 else at)
        at = min(starts[-1] + max(len(line.text) - 2, 1), len(text))  # a hyphen and a space may be gone
    sure = []
    for line, start, end in zip(lines, starts, [*starts[1:], len(text)], strict=True):
        letters = [(word.sure if word.sure is not None else 1.0, len(word.text)) for word in line.words]
        mean = sum(each * count for each, count in letters) / sum(count for _, count in letters)
        length = len(text[start:end].rstrip())
        if length > 0:
            sure.append(OcrLine(start, start + length, round(mean, 3)))
    return sure


def _ocr_lines(stretches: list[_Stretch], starts: dict[int, int]) -> Iterator[OcrLine]:
    for stretch in stretches:
        at = starts[stretch.page] + stretch.start
        for line in stretch.sure:
            yield OcrLine(at + line.start, at + line.end, line.confidence)


def _in_page_order(blocks: Iterable[DraftBlock]) -> list[Draft | Furniture]:
    """All stretches in reading order; a stable sort by page puts what goes on over pages on each of its pages."""
    flat: list[Draft | Furniture] = []
    for block in blocks:
        if isinstance(block, DraftTable):
            flat += _table_stretches(block)
        elif isinstance(block, Draft):
            flat += _with_rest(block)
        else:
            flat.append(block)
    return sorted(flat, key=lambda draft: draft.page)


def _table_stretches(table: DraftTable) -> list[Draft | Furniture]:
    flat: list[Draft | Furniture] = []
    for row in sorted([*table.repeats, *table.rows], key=lambda row: row.page):
        repeated = any(row is other for other in table.repeats)
        drafts = [draft for cell in row.cells for block in cell.blocks for draft in _with_rest(block)]
        flat += [Furniture(draft.lines, draft.page) for draft in drafts] if repeated else drafts
    return flat


def _with_rest(draft: Draft) -> list[Draft]:
    return [draft, *(_with_rest(draft.rest) if draft.rest is not None else ())]


@dataclass(slots=True)
class _Placing:
    stretches: dict[int, _Stretch]
    starts: dict[int, int]

    def block(self, draft: Draft | DraftTable) -> Block:
        if isinstance(draft, Draft):
            return self._text_block(draft)
        rows = tuple(
            Row(
                tuple(
                    Cell(tuple(self._text_block(block) for block in cell.blocks), cell.column, cell.columns, cell.rows)
                    for cell in row.cells
                ),
                row.header,
                row.continued,
                row.page,
            )
            for row in draft.rows
        )
        return Table(rows, _table_boxes(draft))

    def _text_block(self, draft: Draft) -> TextBlock:
        passage, boxes = self._passage(draft), _boxes(draft)
        if draft.kind == "heading":
            return Heading(passage, max(draft.level, 1), boxes, draft.boxed)
        if draft.kind == "item":
            return ListItem(passage, draft.level, draft.marker, draft.ordered, boxes, draft.boxed)
        return Paragraph(passage, boxes, draft.boxed)

    def note(self, draft: Draft) -> Note:
        return Note(draft.marker or "", self._passage(draft), draft.page)

    def _passage(self, draft: Draft) -> Passage:
        stretch = self.stretches[id(draft)]
        passage = Passage.at(stretch.text, self.starts[stretch.page] + stretch.start, stretch.marks)
        for start, end in reversed(stretch.signs):
            passage = passage.cut(0, start).join(passage.cut(end), "")
        if draft.rest is None:
            return passage
        rest = self._passage(draft.rest)
        is_cut = draft.lines[-1].words[-1].text.endswith(SOFT_HYPHEN)
        return passage.join(rest, "" if is_cut else _between(passage.text, rest.text))


def text_of(lines: list[Line]) -> tuple[str, list[Mark], list[tuple[int, int]]]:
    """The wording of lines as one stretch, with emphasis and links, and where signs of notes stand in it.

    Soft hyphens are not written.
    """
    parts: list[str] = []
    length, end_of_line = 0, ""
    places: list[tuple[int, int, Word]] = []
    signs: list[tuple[int, int]] = []
    for line in lines:
        for at, word in enumerate(line.words):
            piece = word.text
            if not piece.isascii():
                piece = piece.translate(_NOTHING)
                if not piece:
                    continue
            if at == 0:
                between = _between(end_of_line, piece) if length else ""
                if end_of_line.endswith(SOFT_HYPHEN):
                    parts[-1] = parts[-1][:-1]
                    length -= 1
            else:
                between = "" if word.glued or not length else " "
            start = length + len(between)
            if SOFT_HYPHEN in piece:
                piece = piece[:-1].replace(SOFT_HYPHEN, "") + piece[-1:]
            parts.append(between + piece)
            length = start + len(piece)
            end_of_line = end_of_line[-1:] + piece if len(piece) < 2 else piece
            places.append((start, length, word))
            if word.sign:
                signs.append((start, length))
    text = "".join(parts).removesuffix(SOFT_HYPHEN)
    return text, _marks([(start, min(end, len(text)), word) for start, end, word in places]), signs


def _between(before: str, after: str) -> str:
    """What stands between the end of a line and the start of the next: nothing where a word was cut at its hyphen."""
    if before.endswith(SOFT_HYPHEN):
        return ""
    return "" if before.endswith(_HYPHENS) and before[-2:-1].isalnum() and after[:1].islower() else " "


def _marks(words: list[tuple[int, int, Word]]) -> list[Mark]:
    marks: list[Mark] = []
    kinds: tuple[MarkKind, ...] = ("bold", "italic", "link")
    for kind in kinds:
        open_mark: Mark | None = None
        for start, end, word in words:
            href = word.link if kind == "link" else None
            has = {"bold": word.style.bold, "italic": word.style.italic, "link": href is not None}[kind]
            if has and open_mark is not None and open_mark.href == href:
                open_mark = Mark(open_mark.start, end, kind, href)
                continue
            if open_mark is not None:
                marks.append(open_mark)
            open_mark = Mark(start, end, kind, href) if has else None
        if open_mark is not None:
            marks.append(open_mark)
    return marks


def _boxes(draft: Draft) -> tuple[Box, ...]:
    return tuple(
        Box(
            part.page,
            round(min(line.left for line in part.lines), 1),
            round(min(line.top for line in part.lines), 1),
            round(max(line.right for line in part.lines), 1),
            round(max(line.bottom for line in part.lines), 1),
        )
        for part in _with_rest(draft)
        if part.lines
    )


def _table_boxes(table: DraftTable) -> tuple[Box, ...]:
    boxes: dict[int, Box] = {}
    for row in table.rows:
        for block in (block for cell in row.cells for block in cell.blocks):
            for box in _boxes(block):
                known = boxes.get(box.page, box)
                boxes[box.page] = Box(
                    box.page,
                    min(known.left, box.left),
                    min(known.top, box.top),
                    max(known.right, box.right),
                    max(known.bottom, box.bottom),
                )
    return tuple(boxes[page] for page in sorted(boxes))

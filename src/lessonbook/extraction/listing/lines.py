"""The lines of a list page, in reading order: what a person sees as one line under another, whatever the format."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from lessonbook.domain import Document, Heading, ListItem, Passage, Table, TextBlock
from lessonbook.extraction.listing import shapes

Form = Literal["heading", "bold", "item", "text"]


class Line(msgspec.Struct, frozen=True):
    """A line as printed. ``block`` numbers the paragraph it is part of; ``tabled`` if that stands beside others."""

    passage: Passage
    form: Form
    block: int
    tabled: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.passage.text


def lines_of(document: Document) -> tuple[Line, ...]:
    """Every line with wording in it. A paragraph is cut at its line breaks, and behind a bold heading that opens it."""
    found: list[Line] = []
    for number, (block, tabled) in enumerate(_blocks(document)):
        found.extend(line for line in _lines_in(block, document, number, tabled=tabled) if line.passage)
    return tuple(found)


def _blocks(document: Document) -> Iterator[tuple[TextBlock, bool]]:
    for block in document.blocks:
        if not isinstance(block, Table):
            yield block, False
            continue
        for row in block.rows:
            for cell in row.cells:
                for inner in cell.blocks:
                    yield inner, len(row.cells) > 1


def _lines_in(block: TextBlock, document: Document, number: int, *, tabled: bool) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield Line(block.passage.strip(), "heading", number, tabled)
        return
    form: Form = "item" if isinstance(block, ListItem) else "text"
    for passage in _at_breaks(block.passage, document):
        bold = _bold_until(passage)
        if bold == len(passage):
            yield Line(passage, "item" if form == "item" else "bold", number, tabled)
        elif bold and shapes.is_dated(passage.text[:bold]):
            yield Line(passage.cut(0, bold).strip(), "bold", number, tabled)
            yield Line(passage.cut(bold).strip(), form, number, tabled)
        else:
            yield Line(passage, form, number, tabled)


def _at_breaks(passage: Passage, document: Document) -> Iterator[Passage]:
    """The passage cut where the source begins a new line, however the reader wrote that down."""
    start = 0
    for end in _breaks(passage, document):
        yield passage.cut(start, end).strip()
        start = end
    yield passage.cut(start).strip()


def _breaks(passage: Passage, document: Document) -> list[int]:
    breaks = {at for at, character in enumerate(passage.text) if character == "\n"}
    before = None
    for run in passage.runs:
        if before is not None and "\n" in document.text[before : run.at]:
            breaks.add(run.start)
        stretch = document.text[run.at : run.until]
        if "\n" in stretch:
            one_to_one = run.end - run.start == run.until - run.at
            breaks.update(
                run.start + (at if one_to_one else 0) for at, character in enumerate(stretch) if character == "\n"
            )
        before = run.until
    return sorted(breaks)


def _bold_until(passage: Passage) -> int:
    """How many characters from the start are bold, white space between two bold stretches with them."""
    reached = 0
    for mark in sorted(passage.marks, key=lambda mark: mark.start):
        if mark.kind != "bold":
            continue
        if passage.text[reached : mark.start].strip():
            break
        reached = max(reached, mark.end)
    return len(passage) if not passage.text[reached:].strip() else reached

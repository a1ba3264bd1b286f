"""Headings of a document without tags: short lines in larger or bolder type than its running text."""

from collections import Counter
from itertools import pairwise

from lessonbook.reading.pdf.levels import bookmarked, give_levels
from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable

_LARGER = 1.08  # so many times the running text's size is meant to be seen as larger
_MOST_LINES = 4
_MOST_CHARACTERS = 200
_MOST_LINES_OF_NUMBERED = 2
_FEWEST_CAPITALS = 6
_SAME_SIZE = 0.5


def mark(blocks: list[DraftBlock], outline: dict[str, int]) -> None:
    """Makes headings of the paragraphs that are, with levels.

    ``outline`` holds the document's bookmarks, wording (as ``folded``) to level from 1.
    """
    drafts = [block for block in blocks if isinstance(block, Draft) and block.kind != "note"]
    body = _body_size(blocks)
    mostly_bold = _is_mostly_bold(drafts)
    in_lists = _in_lists(drafts)
    found = [
        draft
        for draft in drafts
        if id(draft) not in in_lists and _is_heading(draft, body, outline, mostly_bold=mostly_bold)
    ]
    for draft in found:
        if draft.first is not None:  # a heading keeps its number
            draft.lines = [draft.first, *draft.lines[1:]]
            draft.first = draft.marker = None
        draft.kind = "heading"
    give_levels(found, outline)


def _in_lists(drafts: list[Draft]) -> set[int]:
    """The numbered items that stand next to an item of the same kind: a list of one line each is no run of headings."""
    found: set[int] = set()
    for before, draft in pairwise(drafts):
        alike = before.kind == draft.kind == "item" and before.ordered and draft.ordered and before.level == draft.level
        one, other = before.lines[0], draft.lines[0]
        if alike and abs(one.size - other.size) < _SAME_SIZE and one.bold == other.bold:
            found |= {id(before), id(draft)}
    return found


def _text(draft: Draft) -> str:
    return " ".join(line.text for line in draft.lines)


def _is_heading(draft: Draft, body: float, outline: dict[str, int], *, mostly_bold: bool) -> bool:
    text = _text(draft)
    if len(draft.lines) > _MOST_LINES or len(text) > _MOST_CHARACTERS or not any(c.isalpha() for c in text):
        return False
    if bookmarked(_whole_text(draft), outline) is not None:
        return True
    return _looks_so(draft, text, body, mostly_bold=mostly_bold)


def _looks_so(draft: Draft, text: str, body: float, *, mostly_bold: bool) -> bool:
    """Whether size, weight or capitals set it off as a heading."""
    if (draft.kind == "item" and not draft.ordered) or _is_in_contents(draft):
        return False
    size = min(line.size for line in draft.lines)
    if size >= _LARGER * body and not text.endswith((".", ";", ",")):
        return True
    bold = all(line.bold for line in draft.lines) and not mostly_bold
    if size < 0.95 * body or text.endswith((".", ";", ",", ":")):
        return False
    short = draft.kind == "paragraph" or len(draft.lines) <= _MOST_LINES_OF_NUMBERED
    return short if bold else _is_in_capitals(draft, text)


def _is_in_capitals(draft: Draft, text: str) -> bool:
    """Whether a line by itself is in capitals, as headings without any other sign are; a few letters are a name."""
    letters = sum(character.isalpha() for character in text)
    return text.isupper() and letters >= _FEWEST_CAPITALS and len(draft.lines) <= _MOST_LINES_OF_NUMBERED


def _whole_text(draft: Draft) -> str:
    first = [draft.first, *draft.lines[1:]] if draft.first is not None else draft.lines
    return " ".join(line.text for line in first)


def _is_in_contents(draft: Draft) -> bool:
    """Whether it ends in a page number after a wide gap, as entries of a list of contents do."""
    words = draft.lines[-1].words
    return len(words) > 1 and words[-1].text.isdigit() and words[-1].left - words[-2].right > 1.5 * draft.lines[-1].size


def _body_size(blocks: list[DraftBlock]) -> float:
    """The size most characters of the running text have; of the tables where there is little running text."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Draft):
            for line in block.lines:
                sizes[round(line.size, 1)] += len(line.text)
    in_tables: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, DraftTable):
            for line in (
                line for row in block.rows for cell in row.cells for part in cell.blocks for line in part.lines
            ):
                in_tables[round(line.size, 1)] += len(line.text)
    if sizes.total() < 0.15 * in_tables.total():
        largest = in_tables.most_common(1)[0][0]
        return min(largest, sizes.most_common(1)[0][0]) if sizes else largest
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _is_mostly_bold(drafts: list[Draft]) -> bool:
    bold = sum(len(line.text) for draft in drafts for line in draft.lines if line.bold)
    return bold > 0.5 * sum(len(line.text) for draft in drafts for line in draft.lines)

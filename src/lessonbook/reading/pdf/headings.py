"""Headings of a document without tags: short lines in larger or bolder type than its running text."""

from collections import Counter

from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable

_LARGER = 1.08  # so many times the running text's size is meant to be seen as larger
_MOST_LINES = 4
_MOST_CHARACTERS = 200
_MOST_LEVELS = 6


def mark(blocks: list[DraftBlock], outline: dict[str, int]) -> None:
    """Makes headings of the paragraphs that are, with levels.

    ``outline`` holds the document's bookmarks, wording (as ``folded``) to level from 1.
    """
    drafts = [block for block in blocks if isinstance(block, Draft) and block.kind != "note"]
    body = _body_size(blocks)
    mostly_bold = _is_mostly_bold(drafts)
    found = [draft for draft in drafts if _is_heading(draft, body, outline, mostly_bold=mostly_bold)]
    ranks = sorted({_rank(draft) for draft in found}, reverse=True)
    for draft in found:
        draft.kind = "heading"
        level = outline.get(folded(_text(draft)))
        draft.level = level if level is not None else min(ranks.index(_rank(draft)) + 1, _MOST_LEVELS)


def folded(text: str) -> str:
    """Wording with case and white space left out of account."""
    return "".join(text.split()).casefold()


def _text(draft: Draft) -> str:
    return " ".join(line.text for line in draft.lines)


def _rank(draft: Draft) -> tuple[float, bool]:
    line = max(draft.lines, key=lambda line: len(line.text))
    return (round(line.size * 2) / 2, line.bold)


def _is_heading(draft: Draft, body: float, outline: dict[str, int], *, mostly_bold: bool) -> bool:
    text = _text(draft)
    if len(draft.lines) > _MOST_LINES or len(text) > _MOST_CHARACTERS or not any(c.isalpha() for c in text):
        return False
    if folded(text) in outline:
        return True
    if (draft.kind == "item" and not draft.ordered) or _is_in_contents(draft):
        return False
    size = min(line.size for line in draft.lines)
    if size >= _LARGER * body and not text.endswith((".", ";", ",")):
        return True
    bold = all(line.bold for line in draft.lines) and not mostly_bold
    return bold and size >= 0.95 * body and draft.kind == "paragraph" and not text.endswith((".", ";", ",", ":"))


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

"""Paragraphs and list items that a page cuts: the part on the next page belongs to the block."""

from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable, Line

_ENDS = (".", ":", ";", "!", "?")
_FULL = 0.9  # a line that ends so near to the longest was not ended on purpose
_CLOSING = "”’\"')"


def join_over_pages(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """The blocks, with what goes on at the top of a page or column put to the block it began in.

    Boxes and notes that stand between the two parts do not part them.
    """
    joined: list[DraftBlock] = []
    open_drafts: dict[int | None, Draft] = {}
    for block in blocks:
        if isinstance(block, Draft) and block.kind != "note":
            before = open_drafts.get(block.boxed)
            open_drafts[block.boxed] = block
            if before is not None and _goes_on(before, block):
                before.rest = block
                continue
        elif isinstance(block, DraftTable):
            open_drafts.pop(None, None)
        joined.append(block)
    return joined


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Whether a sentence begun in one goes on in the other, which stands on the next page or in the next column."""
    if other.kind != "paragraph" or draft.kind == "heading":
        return False
    above, line = draft.lines[-1], other.lines[0]
    if other.page != draft.page + 1 and not (other.page == draft.page and _is_next_column(above, line)):
        return False
    if abs(above.size - line.size) > 0.5 or above.text.rstrip(_CLOSING).endswith(_ENDS):
        return False
    full = len(draft.lines) > 1 and above.right > _FULL * max(before.right for before in draft.lines)
    return full or line.text[:1].islower() or (above.text.endswith("-") and len(draft.lines) > 1)


def _is_next_column(above: Line, line: Line) -> bool:
    return line.base < above.base and line.left > above.right

"""Paragraphs and list items that a page cuts: the part on the next page belongs to the block."""

from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable

_ENDS = (".", ":", ";", "!", "?")
_FULL = 0.9  # a line that ends so near to the longest was not ended on purpose
_CLOSING = "”’\"')"


def join_over_pages(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """The blocks, with what goes on at the top of a page put to the block it began in."""
    joined: list[DraftBlock] = []
    open_draft: Draft | None = None
    for block in blocks:
        if isinstance(block, Draft) and block.kind != "note":
            if open_draft is not None and _goes_on(open_draft, block):
                open_draft.rest = block
                open_draft = block
                continue
            open_draft = block
        elif isinstance(block, DraftTable):
            open_draft = None
        joined.append(block)
    return joined


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Whether a sentence begun in one goes on in the other, which stands on the next page."""
    if other.page != draft.page + 1 or other.kind != "paragraph" or draft.kind == "heading":
        return False
    above, line = draft.lines[-1], other.lines[0]
    if abs(above.size - line.size) > 0.5 or above.text.rstrip(_CLOSING).endswith(_ENDS):
        return False
    full = len(draft.lines) > 1 and above.right > _FULL * max(before.right for before in draft.lines)
    return full or line.text[:1].islower()

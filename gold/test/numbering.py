"""Page numbers for contents pages: a file is made once to learn them and once more with them."""

from collections.abc import Callable

import pypdfium2 as pdfium

from gold import flow as blocks
from gold.flow import Flow


def headings(flow: Flow) -> list[blocks.Heading]:
    """The headings that the contents page lists, in order."""
    depth = max((one.depth for one in flow.blocks if isinstance(one, blocks.Contents)), default=0)
    return [one for one in flow.blocks if isinstance(one, blocks.Heading) and one.level <= depth]


def numbered(flow: Flow, make: Callable[[Flow, list[str]], bytes]) -> bytes:
    """What ``make`` makes of a flow, given the page number of each listed heading."""
    listed = headings(flow)
    data = make(flow, ["00"] * len(listed))
    return make(flow, _found(listed, data)) if listed else data


def _found(listed: list[blocks.Heading], data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        texts = [_bare(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()
    last = _bare(blocks.plain(listed[-1].text))
    page = next(at for at, text in enumerate(texts) if last in text) + 1  # the contents page holds them all
    found = []
    for heading in listed:
        words = _bare(blocks.plain(heading.text))
        page = next((at for at in range(page, len(texts)) if words in texts[at]), page)
        found.append(str(page + 1))
    return found


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()

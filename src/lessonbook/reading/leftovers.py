"""What of a document's text is in no passage: markup, separators, typed bullets, navigation."""

from collections.abc import Iterable, Iterator

from lessonbook.domain import Block, Span, Table


def furniture(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """The stretches of the text that no passage leads to, without the white space around them."""
    spans: list[Span] = []
    position = 0
    for used in sorted(_used(blocks), key=lambda span: span.start):
        spans.extend(_trimmed(text, position, used.start))
        position = max(position, used.end)
    spans.extend(_trimmed(text, position, len(text)))
    return tuple(spans)


def _used(blocks: Iterable[Block]) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _used(cell.blocks)
        else:
            yield from block.passage.spans()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    between = text[start:end]
    if words := between.strip():
        start += len(between) - len(between.lstrip())
        yield Span(start, start + len(words))

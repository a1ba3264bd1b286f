"""What of a document's text is in no passage: markup, separators, typed bullets, navigation."""

from collections.abc import Iterable, Iterator

from lessonbook.domain import Block, Passage, Span, Table


def furniture(text: str, blocks: Iterable[Block], notes: Iterable[Passage] = ()) -> tuple[Span, ...]:
    """The stretches of the text that no passage of a block or a note leads to, without the white space around them."""
    spans: list[Span] = []
    position = 0
    used_spans = [*_used(blocks), *(span for note in notes for span in note.spans())]
    for used in sorted(used_spans, key=lambda span: span.start):
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

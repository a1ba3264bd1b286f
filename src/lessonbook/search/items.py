"""What of a review can be found: its statements, its harm, its title, and passages of a report on it alone."""

from collections.abc import Iterator

import msgspec

from lessonbook.domain import Review
from lessonbook.register.wordings import HARM, TITLE, own_statements
from lessonbook.search.facets import of_statement

_PASSAGE = 900  # characters: a few paragraphs, so that a hit can be read at a glance


class Draft(msgspec.Struct, frozen=True):
    """An item that is to be in the index; ``start`` is its offset in the document's text, in characters."""

    kind: str
    text: str
    statement: str = ""
    facets: tuple[str, ...] = ()
    document: str = ""
    page: int | None = None
    start: int = 0


class Source(msgspec.Struct, frozen=True):
    """A document that speaks of one review only, and its text."""

    sha256: str
    text: str


def items_of(review: Review, sources: tuple[Source, ...] = ()) -> Iterator[Draft]:
    """The items of a review, in order. What it quotes of another review is found in the passages only."""
    for statement in own_statements(review):
        first = statement.evidence[0]
        yield Draft(
            statement.kind,
            statement.text,
            statement.id,
            of_statement(statement),
            first.document,
            first.page,
            first.start,
        )
    if review.harm:
        yield Draft(HARM, review.harm.as_written, facets=("is:harm",))
    if review.title:
        yield Draft(TITLE, review.title, facets=("is:title",))
    for source in sources:
        for start, text in passages_of(source.text):
            yield Draft("document", text, facets=("is:document",), document=source.sha256, start=start)


def passages_of(text: str) -> Iterator[tuple[int, str]]:
    """A text in passages of some lines each, with the offset of each; white space is folded."""
    start, lines, size = 0, list[str](), 0
    at = 0
    for line in text.splitlines(keepends=True):
        if not lines:
            start = at
        at += len(line)
        if line.strip():
            lines.append(" ".join(line.split()))
            size += len(line)
        if size >= _PASSAGE:
            yield start, " ".join(lines)
            lines, size = [], 0
    if lines:
        yield start, " ".join(lines)

"""Whether an extraction speaks of every character of its document."""

from collections.abc import Iterable, Iterator

from lessonbook.domain import Document, Evidence, Extraction, Span


def unaccounted(document: Document, extraction: Extraction) -> tuple[Span, ...]:
    """The stretches of the document's text that nothing speaks of, each from its first to its last character.

    A character is accounted for where it is white space, an entry's evidence, a problem's evidence, furniture (of the
    reader or of the extractor), a footnote, or text that a report's extractor passed over. Stretches with nothing but
    white space between them are one.
    """
    covered = sorted(_accounted(document, extraction))
    gaps: list[Span] = []
    reached = 0
    for start, end in (*covered, (len(document.text), len(document.text))):
        if start > reached:
            gaps.extend(_wording(document.text, reached, start))
        reached = max(reached, end)
    return tuple(gaps)


def _accounted(document: Document, extraction: Extraction) -> Iterator[tuple[int, int]]:
    for span in (*document.furniture, *extraction.furniture, *extraction.passed_over):
        yield span.start, span.end
    for note in document.notes:
        for span in note.passage.spans():
            yield span.start, span.end
    for reading_problem in document.problems:
        if reading_problem.span is not None:
            yield reading_problem.span.start, reading_problem.span.end
    for piece in _evidence(extraction):
        yield piece.start, piece.end


def _evidence(extraction: Extraction) -> Iterator[Evidence]:
    for entry in extraction.entries:
        yield from _flat(claim.evidence for claim in entry.claims)
        yield from _flat(problem.evidence for problem in entry.problems)
    yield from _flat(problem.evidence for problem in extraction.problems)


def _flat(groups: Iterable[tuple[Evidence, ...]]) -> Iterator[Evidence]:
    for group in groups:
        yield from group


def _wording(text: str, start: int, end: int) -> Iterator[Span]:
    gap = text[start:end]
    if gap.strip():
        yield Span(start + len(gap) - len(gap.lstrip()), start + len(gap.rstrip()))

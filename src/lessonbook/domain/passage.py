"""A passage: text as a person reads it, each character of which knows where it stands in its document.

A document's text is what was in the file, with its line ends, markup or hyphens. A passage is the clean wording of one
block, or of a part of it, or of two parts put together across a page. ``runs`` lead back from one to the other, so an
offset never drifts, however often a passage is cut, stripped or joined.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal, Self

import msgspec

MarkKind = Literal["bold", "italic", "underline", "link"]


class Run(msgspec.Struct, frozen=True, array_like=True):
    """Characters ``start`` to ``end`` of a passage stand at ``at`` to ``until`` of the document's text.

    Where both are equally long they match one to one; otherwise (an entity, a folded white space) the run is not cut.
    """

    start: int
    end: int
    at: int
    until: int


class Mark(msgspec.Struct, frozen=True):
    """Emphasis or a link on characters ``start`` to ``end`` of a passage."""

    start: int
    end: int
    kind: MarkKind
    href: str | None = None


class Span(msgspec.Struct, frozen=True, array_like=True):
    """Characters ``start`` to ``end`` of a document's text."""

    start: int
    end: int


class Passage(msgspec.Struct, frozen=True):
    """Clean text with its place in the document. Offsets count characters."""

    text: str
    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()

    @classmethod
    def at(cls, text: str, start: int, marks: Iterable[Mark] = ()) -> Self:
        """A passage that stands in the document as it is, from character ``start``."""
        runs = (Run(0, len(text), start, start + len(text)),) if text else ()
        return cls(text, runs, tuple(marks))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int | None = None) -> "Passage":
        """The part from ``start`` to ``end``, with its runs and marks. A run that is not one to one stays whole."""
        start, end, _ = slice(start, end).indices(len(self.text))
        if start >= end:
            return Passage("")
        if start == 0 and end == len(self.text):
            return self
        runs = tuple(_cut_run(run, start, end) for run in self._runs_over(start, end))
        marks = tuple(
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.href)
            for mark in self.marks
            if mark.start < end and start < mark.end
        )
        return Passage(self.text[start:end], runs, marks)

    def strip(self, characters: str | None = None) -> "Passage":
        """Without white space (or the given characters) at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, max(start, len(self.text.rstrip(characters))))

    def join(self, other: "Passage", between: str = " ") -> "Passage":
        """The passage and then another, with ``between``, which stands in no place of the document."""
        shift = len(self.text) + len(between)
        runs = (*self.runs, *(Run(r.start + shift, r.end + shift, r.at, r.until) for r in other.runs))
        marks = (*self.marks, *(Mark(m.start + shift, m.end + shift, m.kind, m.href) for m in other.marks))
        return Passage(self.text + between + other.text, runs, marks)

    def spans(self) -> tuple[Span, ...]:
        """Where the passage stands in the document, in order of the passage; runs that touch are one span."""
        spans: list[Span] = []
        for run in self.runs:
            if spans and spans[-1].end == run.at:
                spans[-1] = Span(spans[-1].start, run.until)
            elif run.until > run.at:
                spans.append(Span(run.at, run.until))
        return tuple(spans)

    def links(self) -> tuple[Mark, ...]:
        """The marks that are links, in order."""
        return tuple(mark for mark in self.marks if mark.kind == "link")

    def _runs_over(self, start: int, end: int) -> tuple[Run, ...]:
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        found = []
        for run in self.runs[first:]:
            if run.start >= end:
                break
            found.append(run)
        return tuple(found)


def _cut_run(run: Run, start: int, end: int) -> Run:
    first, last = max(run.start, start), min(run.end, end)
    if run.end - run.start == run.until - run.at:
        return Run(first - start, last - start, run.at + first - run.start, run.until - (run.end - last))
    return Run(first - start, last - start, run.at, run.until)

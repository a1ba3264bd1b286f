"""Puts a passage together: wording with its white space folded, its place in the source and its emphasis."""

import re
from typing import Literal

from lessonbook.domain import Mark, MarkKind, Passage, Run

# White space, characters that print nothing (soft hyphen, zero-width space, controls), and words with a space between.
_SILENT = r"\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff"
_PIECES = re.compile(rf"(?P<white>\s+)|(?P<silent>[{_SILENT}]+)|[^\s{_SILENT}]+(?: [^\s{_SILENT}]+)*")
_ALL_SILENT = re.compile(rf"[{_SILENT}]*")
_Gap = Literal["", " ", "\n"]
_WEIGHT: tuple[_Gap, ...] = ("", " ", "\n")


class PassageBuilder:
    r"""Takes a block's pieces in reading order and gives its passage.

    White space of any length becomes one space, and a line break that the source means is ``\n``; both vanish at the
    ends. Where the text of the document is the file itself, each piece says where it stands (``at``), and markup
    between two words is a run of no characters, so the evidence for a sentence with a link in it stays one piece.
    Where the reader writes the text down afterwards, ``at`` is left out and so are the runs.
    """

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._marks: list[Mark] = []
        self._open: list[tuple[MarkKind, str | None, int]] = []
        self._gap: _Gap = ""
        self._gap_at: int | None = None
        self._gap_until = 0

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def at_break(self) -> bool:
        """Whether nothing but white space has come since a line break."""
        return self._gap == "\n"

    def add(self, text: str, at: int | None = None) -> None:
        """Characters that stand in the source as they are."""
        for match in _PIECES.finditer(text):
            place = None if at is None else at + match.start()
            end = None if at is None else at + match.end()
            if match["white"]:
                self._widen(" ", place, end)
            elif match["silent"]:
                self._widen("", place, end)
            else:
                self._put(match[0], place, end)

    def add_as(self, text: str, at: int, until: int) -> None:
        """Characters that stand for others: an entity, an escape."""
        if text.isspace():
            self._widen(" ", at, until)
        elif _ALL_SILENT.fullmatch(text):
            self._widen("", at, until)
        else:
            self._put(text, at, until)

    def skip(self, at: int, until: int) -> None:
        """Markup that prints nothing."""
        self._widen("", at, until)

    def line_break(self, at: int | None = None, until: int | None = None) -> None:
        """A line break that the source means."""
        self._widen("\n", at, until)

    def open(self, kind: MarkKind, href: str | None = None) -> None:
        """Emphasis or a link begins."""
        self._open.append((kind, href, self._length))

    def close(self, kind: MarkKind) -> None:
        """The innermost emphasis of this kind ends; nothing where none is open."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == kind:
                _, href, start = self._open.pop(index)
                self._marks.append(Mark(start, self._length, kind, href))
                return

    def mark(self, start: int, kind: MarkKind, href: str | None = None) -> None:
        """Emphasis or a link from an earlier length of the text (see ``position``) to here."""
        self._marks.append(Mark(start, self._length, kind, href))

    @property
    def position(self) -> int:
        """How many characters the passage has so far, which is where a mark that opens now begins."""
        return self._length

    def build(self) -> Passage:
        """The passage, with every mark closed; the builder is empty afterwards."""
        while self._open:
            self.close(self._open[-1][0])
        text = "".join(self._text)
        passage = Passage(text, tuple(self._runs), tidy_marks(text, self._marks))
        self._reset()
        return passage

    def _widen(self, gap: _Gap, at: int | None, until: int | None) -> None:
        self._gap = max(self._gap, gap, key=_WEIGHT.index)
        if at is not None and until is not None:
            self._gap_at = at if self._gap_at is None else self._gap_at
            self._gap_until = until

    def _put(self, text: str, at: int | None, until: int | None) -> None:
        self._close_gap()
        self._text.append(text)
        self._length += len(text)
        if at is not None and until is not None:
            self._run(len(text), at, until)

    def _close_gap(self) -> None:
        gap, at = self._gap, self._gap_at
        self._gap, self._gap_at = "", None
        if not self._length:
            return
        self._text.append(gap)
        self._length += len(gap)
        if at is not None:
            self._run(len(gap), at, self._gap_until)

    def _run(self, length: int, at: int, until: int) -> None:
        start = self._length - length
        last = self._runs[-1] if self._runs else None
        if last and last.until == at and _one_to_one(last) and length == until - at:
            self._runs[-1] = Run(last.start, self._length, last.at, until)
        else:
            self._runs.append(Run(start, self._length, at, until))


def _one_to_one(run: Run) -> bool:
    return run.end - run.start == run.until - run.at


def tidy_marks(text: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks in order, without white space at their ends; neighbours of one kind on one line become one."""
    tidy: list[Mark] = []
    last_of: dict[MarkKind, int] = {}
    for mark in sorted((_trimmed(text, mark) for mark in marks), key=lambda m: (m.start, -m.end)):
        if mark.start >= mark.end:
            continue
        index = last_of.get(mark.kind)
        if index is not None and _continues(text, tidy[index], mark):
            tidy[index] = Mark(tidy[index].start, max(tidy[index].end, mark.end), mark.kind, mark.href)
        else:
            last_of[mark.kind] = len(tidy)
            tidy.append(mark)
    return tuple(tidy)


def _trimmed(text: str, mark: Mark) -> Mark:
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    return Mark(start, max(start, mark.end - (len(words) - len(words.rstrip()))), mark.kind, mark.href)


def _continues(text: str, earlier: Mark, later: Mark) -> bool:
    between = text[earlier.end : later.start]
    return earlier.href == later.href and not between.strip(" ")

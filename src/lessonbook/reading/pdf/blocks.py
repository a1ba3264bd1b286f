"""Lines of one column or cell put together to paragraphs and list items.

Where no wider gap parts two paragraphs, the end of a line tells: a line that ends although the next word had room
was ended on purpose.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from lessonbook.reading.pdf.model import Draft, Line, Word
from lessonbook.reading.pdf.numbers import series_in

_BULLETS = frozenset("•◦▪▫●○■□◾◽⬤►▶▸▹➢➤➔→✓✔✗❖◆◇♦‣⁃∙·⚫⚪⦁❑❒❍")
_DASHES = frozenset("–—-‐‑−*o¢§Øüv")  # the letters: what Wingdings and Courier bullets come out as
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2}\.\d{1,2})[.)]")
_PARAGRAPH_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,3})*[.:]?")
_PRIVATE = range(0xE000, 0xF900)  # letters of symbol fonts without names: bullets, ticks, arrows
_MARKER_GAP = 0.42  # more than a space, in shares of the type size
_ASIDE = 0.35  # how far, in shares of the type size, two left edges may differ and be one
_INDENT = 6.0  # a paragraph's first line is set in by more than this many points
_WIDER = 0.14  # how much more than usual two lines of one paragraph may lie apart, in shares of the type size
_SPACE, _SLACK = 0.28, 0.6  # a space's width, and how far a line may stay behind its limit, in the same shares
_SHORT_LINE = 0.25  # a line that leaves so much of its width free was ended on purpose
_FEWEST_LINES = 12
_UNKNOWN = 1.25  # of the type size, from one line to the next where nothing tells
_OF_HEADINGS = 1.1
_WIDEST_HEADING = 2.1
_ORDINARY = 1.5  # lines set apart by more than this share of their size are rare
_FURTHEST = 1.9  # lines further apart, in shares of their size, are of one paragraph only where a sentence goes on
_DOUBLE = 3.0  # nobody sets lines of one paragraph further apart
_LONGEST_MARKER_GAP = 6.0  # a marker stands no further before its wording than this, in shares of the type size


@dataclass(slots=True)
class Pitch:
    """How far apart lines of one size usually stand in this document.

    ``share`` is that distance in running text, in shares of its size: headings are set as wide, or a little wider.
    """

    usual: dict[int, float]
    share: float = _UNKNOWN

    @classmethod
    def of(cls, columns: list[list[Line]]) -> "Pitch":
        """Measured on lines that stand under each other."""
        counts: dict[int, Counter[float]] = {}
        for lines in columns:
            for above, line in pairwise(lines):
                step = line.base - above.base
                near = 0.9 * line.size < step < _FURTHEST * line.size
                far = _FURTHEST * line.size <= step < _DOUBLE * line.size
                if abs(line.size - above.size) < 0.6 and (near or (far and _runs_on(above, line))):
                    counts.setdefault(round(line.size), Counter())[round(step, 1)] += 1
        most = max(counts, key=lambda size: counts[size].total(), default=0)
        share = _smallest_common(counts[most], most, _ORDINARY) / most if most else _UNKNOWN
        ordinary = max(_ORDINARY, _OF_HEADINGS * share)
        return cls({size: _smallest_common(counter, size, ordinary) for size, counter in counts.items()}, share)

    def of_size(self, size: float) -> float:
        """The usual distance from one line to the next in type of this size."""
        known = self.usual.get(round(size))
        return known if known is not None else max(_UNKNOWN, _OF_HEADINGS * self.share) * size

    def with_own(self, columns: list[list[Line]]) -> "Pitch":
        """The same, but as measured in these columns, cells of one table, where they have lines enough to tell."""
        if sum(len(lines) for lines in columns) < _FEWEST_LINES:
            return self
        return Pitch(self.usual | Pitch.of(columns).usual, self.share)


def _runs_on(above: Line, line: Line) -> bool:
    """Whether a sentence surely goes on from one line to the next."""
    return above.text[-1:].isalpha() and line.text[:1].islower() and abs(line.left - above.left) < line.size


def _smallest_common(counter: Counter[float], size: int, ordinary: float) -> float:
    """The smallest distance that is at least a third as common as the most common: gaps of paragraphs are larger.

    A few lines may all be paragraphs of one line; then an ordinary distance is assumed.
    """
    most = counter.most_common(1)[0][1]
    smallest = min(step for step, count in counter.items() if count * 3 >= most)
    return smallest if counter.total() >= _FEWEST_LINES else min(smallest, ordinary * size)


@dataclass(slots=True)
class Margin:
    """How far to the right wording may go.

    In a cell or a column its border says so: ``limit``. In running text the other lines that begin at the same place
    do, and ``limit`` is where the document's lines end at most; there a line must look like a paragraph's last one
    as well.
    """

    limit: float
    lines: list[Line] | None = None

    def had_room(self, above: Line, line: Line) -> bool:
        """Whether a line was ended on purpose: the first word of the next would have fitted."""
        if line.text[:1].islower():
            return False
        limit = self.limit if self.lines is None else self._limit_beside(above)
        if not would_fit(above, line, limit):
            return False
        return self.lines is None or _ends(above) or limit - above.right > _SHORT_LINE * (limit - above.left)

    def _limit_beside(self, above: Line) -> float:
        rights = [
            line.right
            for line in self.lines or ()
            if abs(line.left - above.left) < 3 and abs(line.size - above.size) < 0.5
        ]
        return min(self.limit, max(rights, default=self.limit))


@dataclass(slots=True)
class _Open:
    """The block being made. ``body`` is where its wording begins, right of a marker."""

    draft: Draft
    left: float
    body: float


def blocks_of(lines: list[Line], margin: Margin, page: int, pitch: Pitch) -> list[Draft]:
    """The blocks of lines that stand in one column."""
    blocks: list[Draft] = []
    current: _Open | None = None
    lefts: list[float] = []
    hanging = _hangs(lines)
    series = series_in(lines)
    for line in lines:
        in_series = id(line) in series
        marker, rest = (line.words[0].text, Line(line.words[1:])) if in_series else split_marker(line)
        if (
            marker is not None
            and rest is not None
            and (in_series or not _is_wrapped_dash(current, line, marker, margin, pitch))
        ):
            lefts = _list_lefts(lefts, line.left, current)
            draft = Draft("item", [rest], page, len(lefts) - 1, marker, ordered=bool(_NUMBER.fullmatch(marker)))
            draft.first = line if draft.ordered else None
            blocks.append(draft)
            current = _Open(draft, line.left, rest.left)
        elif current is not None and _goes_on(current, line, margin, pitch, hanging=hanging):
            current.draft.lines.append(line)
            if current.draft.kind == "paragraph" and len(current.draft.lines) == 2:
                current.left = min(current.left, line.left)
        else:
            draft = Draft("paragraph", [line], page)
            blocks.append(draft)
            lefts = [] if current is None or line.left <= current.left + 2 else lefts
            current = _Open(draft, line.left, _after_number(line))
    return blocks


def split_marker(line: Line) -> tuple[str | None, Line | None]:
    """The bullet or number before a line's wording, and the wording; nothing where it has none."""
    first = line.words[0]
    if len(first.text) > 1 and (first.text[0] in _BULLETS or ord(first.text[0]) in _PRIVATE):
        return first.text[0], Line([_without_first(first), *line.words[1:]])
    if len(line.words) < 2 or line.words[1].glued:
        return None, None
    gap = line.words[1].left - first.right
    if gap > _LONGEST_MARKER_GAP * line.size:
        return None, None
    sure = len(first.text) == 1 and (first.text in _BULLETS or ord(first.text) in _PRIVATE)
    likely = first.text in _DASHES or bool(_NUMBER.fullmatch(first.text))
    if sure or (likely and gap > _MARKER_GAP * line.size):
        return first.text, Line(line.words[1:])
    return None, None


def is_marker(text: str) -> bool:
    """Whether a word can be a bullet or a number before an item."""
    return (
        text in _BULLETS
        or text in _DASHES
        or bool(_NUMBER.fullmatch(text))
        or (len(text) == 1 and ord(text) in _PRIVATE)
    )


def _after_number(line: Line) -> float:
    """Where a numbered paragraph's wording begins, under which its lines may hang; else where the line does."""
    words = line.words
    if len(words) > 1 and _PARAGRAPH_NUMBER.fullmatch(words[0].text):
        gap = words[1].left - words[0].right
        return words[1].left if _MARKER_GAP * line.size < gap < _LONGEST_MARKER_GAP * line.size else line.left
    return line.left


def _without_first(word: Word) -> Word:
    share = (word.right - word.left) / len(word.text)
    return Word(word.text[1:], word.left + share, word.right, word.base, word.style, link=word.link)


def _is_wrapped_dash(current: _Open | None, line: Line, marker: str, margin: Margin, pitch: Pitch) -> bool:
    """Whether a dash or number at a line's start only came there by wrapping."""
    if current is None or marker in _BULLETS or ord(marker[0]) in _PRIVATE:
        return False
    above = current.draft.lines[-1]
    return (
        len(current.draft.lines) >= 1
        and current.draft.marker is None
        and abs(line.left - above.left) < _ASIDE * line.size
        and not _is_wide(above, line, pitch)
        and not margin.had_room(above, line)
        and not above.text.endswith((".", ":", ";", "!", "?"))
    )


def _list_lefts(lefts: list[float], left: float, current: _Open | None) -> list[float]:
    """The left edges of the lists that an item stands in, outermost first."""
    if current is not None and current.draft.kind != "item" and (not lefts or left <= lefts[0] + 2):
        return [left]
    kept = [outer for outer in lefts if outer < left - 2]
    return [*kept, left]


def _hangs(lines: list[Line]) -> bool | None:
    """Whether wrapped lines of items stand under their wording; nothing where no item shows it."""
    votes = 0
    for above, line in pairwise(lines):
        marker, rest = split_marker(above)
        if marker is None or rest is None or split_marker(line)[0] is not None:
            continue
        if abs(line.left - rest.left) < _ASIDE * line.size:
            votes += 1
        elif abs(line.left - above.left) < _ASIDE * line.size:
            votes -= 1
    return None if not votes else votes > 0


def _goes_on(current: _Open, line: Line, margin: Margin, pitch: Pitch, *, hanging: bool | None) -> bool:
    """Whether a line belongs to the block above it."""
    above = current.draft.lines[-1]
    if not _same_size(above, line) or (_is_wide(above, line, pitch) and not _is_heading_wrapped(above, line)):
        return False
    if _changes_weight(above, line):
        return False
    if current.draft.kind == "item":
        return _item_goes_on(current, line, margin, hanging=hanging)
    step = max(_ASIDE * line.size, _INDENT)
    is_first = len(current.draft.lines) == 1
    aside = line.left > above.left + step or (line.left < above.left - step and not is_first)
    if is_first and current.body > current.left and abs(line.left - current.body) <= max(_ASIDE * line.size, 3.0):
        aside = False
    return not margin.had_room(above, line) and (not aside or _is_centred(above, line))


def _is_heading_wrapped(above: Line, line: Line) -> bool:
    """Whether a bold line goes on in a bold line with a small letter, set as wide apart as headings may be."""
    step = line.base - above.base
    goes_on = above.bold and line.bold and line.text[:1].islower() and not _ends(above)
    return goes_on and step < _WIDEST_HEADING * line.size


def _same_size(above: Line, line: Line) -> bool:
    """Whether two lines are set in type of one size; a long address in other type does not make another of a line."""
    most = 0.08 * above.size + 0.3
    if abs(line.size - above.size) <= most:
        return True
    return any(abs(word.style.size - above.size) <= most for word in line.words if len(word.text) > 1) or any(
        abs(word.style.size - line.size) <= most for word in above.words if len(word.text) > 1
    )


def _item_goes_on(current: _Open, line: Line, margin: Margin, *, hanging: bool | None) -> bool:
    """Whether a line without a marker belongs to the item above it: under its wording, or under its marker."""
    above = current.draft.lines[-1]
    near = max(_ASIDE * line.size, 3.0)
    if abs(line.left - current.body) <= near:
        return not (margin.had_room(above, line) and _ends(above))
    wraps_under_marker = not hanging and all(
        abs(other.left - current.left) <= near for other in [*current.draft.lines[1:], line]
    )
    return wraps_under_marker and not margin.had_room(above, line)


def _changes_weight(above: Line, line: Line) -> bool:
    """Whether a bold line ends or begins a paragraph here."""
    if above.bold:
        return not any(word.style.bold for word in line.words)
    return line.bold and _ends(above) and not any(word.style.bold for word in above.words[-2:])


def _is_centred(above: Line, line: Line) -> bool:
    return abs((above.left + above.right) - (line.left + line.right)) < 0.6 * line.size


def _is_wide(above: Line, line: Line, pitch: Pitch) -> bool:
    """Whether two lines stand further apart than lines of one paragraph."""
    size = max(line.size, above.size)
    return line.base - above.base > pitch.of_size(size) + _WIDER * size


def would_fit(above: Line, line: Line, limit: float) -> bool:
    """Whether the first word of a line would have fitted on the line above, which may go as far as ``limit``."""
    return above.right + _SPACE * line.size + _first_width(line) < limit - _SLACK * line.size


def _first_width(line: Line) -> float:
    """How much room the first word of a line takes, with what is glued to it."""
    right = line.words[0].right
    for word in line.words[1:]:
        if not word.glued:
            break
        right = word.right
    return right - line.left


def _ends(line: Line) -> bool:
    return line.text.rstrip("”’\"')").endswith((".", ":", ";", "!", "?"))

"""Words put together to lines, and lines cut where a gap is too wide for a space."""

from itertools import pairwise

from lessonbook.reading.pdf.model import Line, PageContent, Word

_SAME_BASE = 0.42  # raised and lowered letters stand within this share of the type size
_RAISED = 0.62  # small signs before larger type are raised by no more than this share of it
_SMALL = 0.75  # a sign is so much smaller than what stands beside it
_GUTTER = 0.9  # columns are parted by more than this share of the type size
_TOUCH = 0.3  # where the file sets two words without a space, they stand no further apart than this


def page_lines(page: PageContent) -> list[Line]:
    """The lines of the words that are still to be laid out on a page, made once."""
    if page.known_lines is None:
        page.known_lines = lines_of(page.words)
    return page.known_lines


def lines_of(words: list[Word]) -> list[Line]:
    """Lines from top to bottom, each with its words from left to right."""
    groups: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=lambda word: word.base):
        own = word.style.size
        share = _RAISED if size < _SMALL * own else _SAME_BASE
        if groups and word.base - base <= share * max(size, own):
            groups[-1].append(word)
            if own > size:
                base, size = word.base, own
        else:
            groups.append([word])
            base, size = word.base, own
    return [_line(group) for group in groups]


def _line(words: list[Word]) -> Line:
    words.sort(key=lambda word: word.left)
    for before, word in pairwise(words):
        if word.glued and word.left - before.right > _TOUCH * word.style.size:
            word.glued = False
    words[0].glued = False
    return Line(words)


def segments(line: Line, gap: float) -> list[Line]:
    """The line cut wherever more than ``gap`` points lie between two words."""
    parts = [[line.words[0]]]
    right = line.words[0].right
    for word in line.words[1:]:
        if word.left - right > gap:
            parts.append([word])
        else:
            parts[-1].append(word)
        right = max(right, word.right)
    return [Line(part) for part in parts] if len(parts) > 1 else [line]


def strands(lines: list[Line]) -> list[list[Line]]:
    """The lines cut at wide gaps and put together with what stands under them, so that columns come apart."""
    found: list[list[Line]] = []
    for line in lines:
        for part in segments(line, _GUTTER * line.size):
            under = [strand for strand in found if part.left < strand[-1].right and strand[-1].left < part.right]
            if under:
                max(under, key=lambda strand: strand[-1].base).append(part)
            else:
                found.append([part])
    return found

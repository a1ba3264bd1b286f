"""Bullets and numbers that were typed: the line becomes a list item, as if a list style had made it."""

import re
from collections.abc import Iterator

from lessonbook.domain import Heading, ListItem, Paragraph, Passage

# Bullets that Word prints in its symbol fonts, as the character a reader sees.
SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf06f": "o", "\uf02d": "–", "\uf0e8": "➔"}
SIGNS = "•●▪▫◦‣⁃■□◾◆➢➤►✓✔\uf0b7\uf0a7\uf0d8\uf0fc"
BULLET = rf"[{SIGNS}]"
NUMBER = r"(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\(?[ivx]{1,5}\))"
_TYPED = re.compile(rf"(?:(?P<bullet>{BULLET}|[-–*·](?=\s))|(?P<number>{NUMBER}(?=\s)))\s*")
_TICKS = {"✓", "✔"}  # alone in a cell they are its wording
# Inside a line only the plainest signs are bullets: a tick there says that something is done.
_INNER = re.compile(r"(?<=\s)(?=[•●▪◦‣\uf0b7\uf0a7](?:\s|\Z))|(?<=\n)(?=" + BULLET + ")")


def blocks(passage: Passage, level: int = 0) -> Iterator[Heading | Paragraph | ListItem]:
    """A passage as the paragraph it is, or as items where its lines begin with typed bullets.

    Bullets that stand inside a line (a list run together) part it as well; dashes and numbers count only at the start
    of a line. A bullet with nothing after it is no block.
    """
    for part in _parts(passage):
        match = _marker(part.text)
        if match is None or part.text in _TICKS:
            if part:
                yield Paragraph(part)
        elif rest := part.cut(match.end()).strip():
            marker = match[0].strip()
            yield ListItem(rest, level, SYMBOLS.get(marker, marker), ordered=match["number"] is not None)


def _marker(text: str) -> re.Match[str] | None:
    return _TYPED.match(text)


def _parts(passage: Passage) -> Iterator[Passage]:
    starts = [0, *(match.start() for match in _INNER.finditer(passage.text)), *_numbered_lines(passage.text)]
    if len(starts) == 1:
        yield passage.strip()
        return
    starts = sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        yield passage.cut(start, end).strip()


def _numbered_lines(text: str) -> list[int]:
    """Where lines begin with a typed dash or number, if at least two do, one after the other."""
    lines = [match.end() for match in re.finditer(r"\n", text)]
    marked = [start for start in [0, *lines] if _TYPED.match(text, start)]
    return [start for start in marked if start] if len(marked) > 1 else []

"""The levels of headings: from the bookmarks, else from how headings look and how they are numbered."""

import re
from collections import Counter, defaultdict

from lessonbook.reading.pdf.model import Draft

_MOST_LEVELS = 6
_NUMBER = re.compile(
    r"(?:(?:section|chapter|part|appendix|annex)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?[):]?\s+\S", re.IGNORECASE
)
_LEADING = re.compile(r"^[\d.()ivxlc]+(?=[^\d.()ivxlc])", re.IGNORECASE)
_MOST_NUMBERED = 0.75  # of the headings of one depth that look alike

Look = tuple[float, bool]


def folded(text: str) -> str:
    """Wording with case and white space left out of account."""
    return "".join(text.split()).casefold()


def bookmarked(text: str, outline: dict[str, int]) -> int | None:
    """The level that the bookmarks give to a heading; the number before it may be missing in one of the two."""
    key = folded(text)
    level = outline.get(key)
    if level is None and key[:1].isdigit():
        level = outline.get(_LEADING.sub("", key))
    return level


def give_levels(headings: list[Draft], outline: dict[str, int]) -> None:
    """Gives each heading its level, from 1.

    Bookmarks say it for those that they name, and so for the others that look the same; a look that no bookmark names
    comes under all larger ones, and in a box under those that look the same outside. Where headings of several depths
    of numbering look alike, their numbers tell.
    """
    known = {id(draft): bookmarked(_text(draft), outline) for draft in headings}
    by_look = _levels_of_looks(headings, known)
    depths = {id(draft): _depth(_text(draft)) for draft in headings}
    base = _level_of_depth_one(headings, by_look, known, depths)
    outside = {_look(draft) for draft in headings if draft.boxed is None}
    for draft in headings:
        level, depth = known[id(draft)], depths[id(draft)]
        if level is None and depth and base is not None:
            level = base + depth - 1
        if level is None:
            look = _look(draft)
            level = by_look[look] + int(draft.boxed is not None and look in outside)
        draft.level = min(level, _MOST_LEVELS)


def _levels_of_looks(headings: list[Draft], known: dict[int, int | None]) -> dict[Look, int]:
    named: dict[Look, Counter[int]] = defaultdict(Counter)
    for draft in headings:
        level = known[id(draft)]
        if level is not None:
            named[_look(draft)][level] += 1
    levels: dict[Look, int] = {}
    deepest = 0
    for look in sorted({_look(draft) for draft in headings}, reverse=True):
        level = named[look].most_common(1)[0][0] if look in named else deepest + 1
        levels[look] = level
        deepest = max(deepest, level) if look in named or not named else level
    return levels


def _level_of_depth_one(
    headings: list[Draft], by_look: dict[Look, int], known: dict[int, int | None], depths: dict[int, int]
) -> int | None:
    """The level of headings numbered “1”, where numbers tell levels: those of one depth look alike."""
    looks: dict[int, Counter[Look]] = defaultdict(Counter)
    for draft in headings:
        if depths[id(draft)]:
            looks[depths[id(draft)]][_look(draft)] += 1
    if len(looks) < 2 or 1 not in looks:
        return None
    alike = [counter.most_common(1)[0][1] >= _MOST_NUMBERED * counter.total() for counter in looks.values()]
    if not all(alike):
        return None
    first = [draft for draft in headings if depths[id(draft)] == 1]
    levels = Counter(known[id(draft)] or by_look[_look(draft)] for draft in first)
    return levels.most_common(1)[0][0]


def _depth(text: str) -> int:
    match = _NUMBER.match(text)
    return match[1].count(".") + 1 if match else 0


def _look(draft: Draft) -> Look:
    line = max(draft.lines, key=lambda line: len(line.text))
    return (round(line.size * 2) / 2, line.bold)


def _text(draft: Draft) -> str:
    return " ".join(line.text for line in draft.lines)

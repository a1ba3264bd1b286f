"""Lists of a Word file: which marker an item prints, counted the way Word counts."""

import re

import msgspec

from lessonbook.reading import bullets, counting
from lessonbook.reading.docx.names import Element, number, switch, value, w
from lessonbook.reading.docx.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_TEXT = 100


class Level(msgspec.Struct, frozen=True):
    """A level of a list: how it counts, what it prints around the number, where it starts."""

    counts: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # the level whose items begin it anew, from 1; 0 for none, nothing for any above it
    legal: bool = False  # numbers of other levels in it are written in decimal

    @property
    def ordered(self) -> bool:
        return self.counts not in {"bullet", "none"}


class Marker(msgspec.Struct, frozen=True):
    """What stands before an item: its marker as printed, its level from 0, whether it counts."""

    text: str | None
    level: int
    ordered: bool


class Numbering:
    """The lists of a file, and how far each has counted. Ask for each item once, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._kinds: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        if root is not None:
            self._kinds = {e.get(w("abstractNumId"), ""): e for e in root.findall(w("abstractNum"))}
            self._lists = {e.get(w("numId"), ""): e for e in root.findall(w("num"))}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._kind: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def next(self, numbering: str, level: int) -> Marker | None:
        """The marker of the next item of a list, or nothing where the list prints none (number 0, or no such list)."""
        level = min(max(level, 0), _LEVELS - 1)
        found = self._level(numbering, level)
        if found is None or found.counts == "none":
            return None
        if not found.ordered:
            return Marker(
                "".join(bullets.SYMBOLS.get(sign, sign) for sign in found.text).strip() or "•", level, ordered=False
            )
        return Marker(self._count(numbering, level), level, ordered=True)

    def level_of(self, numbering: str, style: str) -> int:
        """The level of a list that is a paragraph style's own, where the style itself does not say."""
        kind = self._kinds.get(self._kind_of(numbering))
        levels = [] if kind is None or not style else kind.findall(w("lvl"))
        return next((number(e.get(w("ilvl"))) for e in levels if value(e, "pStyle") == style), 0)

    def _count(self, numbering: str, level: int) -> str | None:
        counts = self._counts.setdefault(self._kind_of(numbering), [None] * _LEVELS)
        self._restart(numbering, counts)
        before = counts[level]
        counts[level] = self._start(numbering, level) if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if self._restarts(numbering, deeper, level):
                counts[deeper] = None
        found = self._level(numbering, level) or Level()
        return _PLACE.sub(
            lambda match: self._printed(numbering, int(match[1]) - 1, counts, legal=found.legal), found.text
        )

    def _restarts(self, numbering: str, deeper: int, level: int) -> bool:
        found = self._level(numbering, deeper)
        return found is None or found.restart is None or level < found.restart

    def _restart(self, numbering: str, counts: list[int | None]) -> None:
        """A list that says where it starts begins anew the first time it is used."""
        if numbering in self._begun:
            return
        self._begun.add(numbering)
        for override in self._lists[numbering].findall(w("lvlOverride")):
            if override.find(w("startOverride")) is not None:
                at = min(number(override.get(w("ilvl"))), _LEVELS - 1)
                counts[at:] = [None] * (_LEVELS - at)

    def _printed(self, numbering: str, level: int, counts: list[int | None], *, legal: bool) -> str:
        found = self._level(numbering, level)
        count = counts[level]
        count = self._start(numbering, level) if count is None else count
        return counting.written(count, found.counts if found and not legal else "decimal")

    def _start(self, numbering: str, level: int) -> int:
        key = (numbering, level)
        if key not in self._starts:
            self._starts[key] = self._read_start(numbering, level)
        return self._starts[key]

    def _read_start(self, numbering: str, level: int) -> int:
        for override in self._lists[numbering].findall(w("lvlOverride")):
            if number(override.get(w("ilvl"))) == level and (start := value(override, "startOverride")) is not None:
                return number(start, 1)
        found = self._level(numbering, level)
        return found.start if found else 1

    def _kind_of(self, numbering: str) -> str:
        if numbering not in self._kind:
            self._kind[numbering] = self._find_kind(numbering)
        return self._kind[numbering]

    def _find_kind(self, numbering: str) -> str:
        element = self._lists.get(numbering)
        kind = value(element, "abstractNumId") or ""
        link = value(self._kinds.get(kind), "numStyleLink")
        if link and (other := self._styles.numbering_of(link)) and other != numbering and other in self._lists:
            return value(self._lists[other], "abstractNumId") or kind
        return kind

    def _level(self, numbering: str, level: int) -> Level | None:
        key = (numbering, level)
        if key not in self._levels:
            self._levels[key] = self._read_level(numbering, level)
        return self._levels[key]

    def _read_level(self, numbering: str, level: int) -> Level | None:
        element = self._lists.get(numbering)
        if element is None:
            return None
        candidates = [o.find(w("lvl")) for o in element.findall(w("lvlOverride")) if _is_level(o, level)]
        kind = self._kinds.get(self._kind_of(numbering))
        if kind is not None:
            candidates.extend(found for found in kind.findall(w("lvl")) if _is_level(found, level))
        for found in candidates:
            if found is not None:
                restart = value(found, "lvlRestart")
                return Level(
                    value(found, "numFmt") or "decimal",
                    (value(found, "lvlText") or "")[:_LONGEST_TEXT],
                    number(value(found, "start"), 1),
                    None if restart is None else number(restart),
                    bool(switch(found, "isLgl")),
                )
        return None


def _is_level(element: Element, level: int) -> bool:
    return number(element.get(w("ilvl"))) == level

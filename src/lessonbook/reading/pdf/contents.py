"""Lists of contents, figures and tables: recognised and kept apart, for they only say what comes later.

An entry ends in a page number after leaders or a gap. Under the title of such a list an entry may also go without: then
its wording stands once more in the document, as a heading.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from lessonbook.reading.pdf.levels import folded
from lessonbook.reading.pdf.lines import page_lines
from lessonbook.reading.pdf.model import Furniture, Line, PageContent

_TITLE = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:(?:table|list) of contents|contents(?: page| list)?|content|(?:report )?contents"
    r"|(?:list|table|index) of (?:figures|tables|charts|diagrams|boxes|appendices|annexes|recommendations|findings)"
    r"(?: and (?:figures|tables|charts|diagrams|boxes|appendices|annexes))?|cynnwys|tabl cynnwys)"
    r"\s*:?(?:\s+(?:page|pages|tudalen)(?:\s+(?:no|number|numbers|nos)\.?)?)?",
    re.IGNORECASE,
)
_COLUMN_TITLES = re.compile(
    r"(?:(?:section|chapter|title|no\.?|number|item|page|pages|page\s+(?:no|number)s?\.?|contents?|topic|paragraphs?)\s*)+",
    re.IGNORECASE,
)
_PAGE = r"(?:\(?(?:pages?\.?\s*|p\.?\s*)?(\d{1,4}|[ivxlc]{1,6})\)?(?:\s*[-–]\s*\d{1,4})?)"
_LEADERS = re.compile(rf"(?:[.…·․_‥]\s?){{4,}}\s*(?:{_PAGE})?\s*$", re.IGNORECASE)
_ELLIPSES = re.compile(rf"…{{2,}}[.…\s]*(?:{_PAGE})?\s*$", re.IGNORECASE)
_LAST = re.compile(rf"(?:^|\s){_PAGE}\s*$", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[.):\]]*\s+|[•▪–-]\s*)")
_SOME_LEADERS = re.compile(r"[.…·_․‥]\s?[.…·_․‥]")
_LONGEST_TITLE = 9
_GAP = 1.5  # wider than this share of the type size is no space between words
_LOOK_AHEAD = 3  # an entry is wrapped over no more lines than this
_FEWEST_LED = 3  # so many entries with leaders are a list without a title as well
_FEWEST = 2
_BEYOND = 30  # printed numbers may be so much higher than the number of pages


@dataclass(slots=True, frozen=True)
class _Entry:
    """A line that ends in a page number; ``led`` where leaders or a gap lead to it."""

    page: int | None
    led: bool


@dataclass
class _Search:
    pages: list[PageContent]
    last: int = 0
    seen: set[str] = field(default_factory=set)
    numbered: bool = False

    @cached_property
    def wording(self) -> str:
        """All wording of the document, folded."""
        return "\n".join("".join(folded(line.text) for line in page_lines(page)) for page in self.pages)

    def begin(self) -> None:
        self.last, self.seen, self.numbered = 0, set(), False

    def entry(self, line: Line) -> _Entry | None:
        """The line as an entry whose number counts on, or nothing."""
        found = _entry_of(line)
        if found is None or found.page is None:
            return found
        if found.page < self.last or found.page > len(self.pages) + _BEYOND:
            return None
        return found

    def stands_later(self, line: Line) -> bool:
        """Whether the wording is that of a heading further on, and was not met in this list."""
        text = folded(_NUMBERING.sub("", line.text))
        if len(text) < 4 or text in self.seen or line.text.endswith((".", ";")):
            return False
        return self.wording.count(text) > 1


def take_out(pages: list[PageContent]) -> None:
    """Takes lists of contents out of the pages' words and puts them into ``apart``, as furniture."""
    search = _Search(pages)
    is_open = False
    for page in pages:
        lines = page_lines(page)
        if not is_open and not any(_is_led(line) or _is_title(line) for line in lines):
            continue
        taken: list[Line] = []
        at = 0
        while at < len(lines):
            end = _end_of_list(lines, at, search, goes_on=is_open and at == 0)
            is_open = False
            if end > at:
                taken += lines[at:end]
                is_open = end >= len(lines)
            at = max(end, at + 1)
        if taken:
            for run in _runs(taken, lines):
                page.apart.append(Furniture(run, page.number))
            page.take(taken)


def _runs(taken: list[Line], lines: list[Line]) -> list[list[Line]]:
    """The taken lines in runs that nothing else stands between."""
    places = {id(line): at for at, line in enumerate(lines)}
    runs: list[list[Line]] = []
    for line in taken:
        if runs and places[id(line)] == places[id(runs[-1][-1])] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _end_of_list(lines: list[Line], start: int, search: _Search, *, goes_on: bool) -> int:
    """The line after a list that begins at ``start``; ``start`` where none does."""
    titled = _is_title(lines[start])
    if not titled and not goes_on and not _is_led(lines[start]) and not _leads_up(lines, start):
        return start
    if not goes_on:
        search.begin()
    at, end, entries, led = start + int(titled), start + int(titled), 0, 0
    while at < len(lines):
        line = lines[at]
        found = search.entry(line)
        if found is not None and (found.led or titled or goes_on):
            search.last = found.page or search.last
            search.numbered = True
            entries, led = entries + 1, led + int(found.led)
        elif not _belongs(lines, at, search, entries, titled=titled):
            break
        else:
            entries += int(not search.numbered and not _COLUMN_TITLES.fullmatch(line.text.strip()))
        search.seen.add(folded(_NUMBERING.sub("", line.text)))
        at += 1
        end = at
    if titled and entries == 0 and end < len(lines) and _is_title(lines[end]):
        return end  # an empty list before the next one
    enough = entries >= (_FEWEST if titled else 1 if goes_on else _FEWEST_LED) and (
        titled or goes_on or led >= entries / 2
    )
    if titled and entries == 1 and led == 1:
        enough = True
    return end if enough else start


def _belongs(lines: list[Line], at: int, search: _Search, entries: int, *, titled: bool) -> bool:
    """Whether a line without a page number is part of a list: a wrapped entry's start, a part's title, a heading."""
    line = lines[at]
    if _is_title(line) and entries:
        return False
    if titled and not entries and _COLUMN_TITLES.fullmatch(line.text.strip()):
        return True
    if not line.text.endswith((".", ";")) and (search.numbered or not entries):
        for other in lines[at + 1 : at + 1 + _LOOK_AHEAD]:
            found = search.entry(other)
            if found is not None and found.led:
                return True
            if other.text.endswith((".", ";")) or other.base - line.base > 6 * line.size:
                break
    return titled and not search.numbered and search.stands_later(line)


def _leads_up(lines: list[Line], start: int) -> bool:
    """Whether a list of three entries with leaders begins with this line, wrapped or a part's title."""
    following = lines[start + 1 : start + 1 + 2 * _FEWEST_LED]
    return _is_led(following[0]) and sum(map(_is_led, following)) >= _FEWEST_LED if following else False


def _is_title(line: Line) -> bool:
    return len(line.words) <= _LONGEST_TITLE and _TITLE.fullmatch(line.text.strip()) is not None


def _is_led(line: Line) -> bool:
    if not _SOME_LEADERS.search(line.text):
        return False
    return _LEADERS.search(line.text) is not None or _ELLIPSES.search(line.text) is not None


def _entry_of(line: Line) -> _Entry | None:
    text = line.text
    match = _LEADERS.search(text) or _ELLIPSES.search(text)
    if match is not None:
        return _Entry(_number(match[1]), led=True)
    match = _LAST.search(text)
    if match is None:
        return None
    number = _number(match[1])
    if number is None:
        return None
    if match.start() == 0:
        return _Entry(number, led=False)
    words = line.words
    last = next((at for at in range(len(words) - 1, 0, -1) if not words[at].glued), 0)
    led = bool(last) and words[last].left - words[last - 1].right > _GAP * line.size
    return _Entry(number, led=led)


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _number(text: str | None) -> int | None:
    """A page number; roman ones stand before all others and count as none."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    return 0 if all(sign in _ROMAN for sign in text.lower()) else None

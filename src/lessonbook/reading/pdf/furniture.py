"""Running headers and footers and page numbers: lines at the same place on many pages."""

import re
from collections import Counter

from lessonbook.reading.pdf.lines import page_lines, segments
from lessonbook.reading.pdf.model import Furniture, Line, PageContent

_MARGIN = 0.16  # furniture stands in this share of a page's height, above and below
_EDGE = 0.1  # a page number by itself stands in this share
_OUTERMOST = 0.06  # in this share a header or footer may also stand close to the text
_APART = 1.8  # elsewhere its base line is so many times its size from the text's
_MOST_LINES = 5  # no header or footer is higher than so many lines
_SHARE = 0.3  # of the pages that must have a line for it to be furniture
_BEGINNING = 60
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|g)?\.?\s*)?[-–—|\[(\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|\|)\s*\d{1,4})?[-–—|\])\s]*(?:page)?",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}.*|(?:https?://|file://|www\.)\S+(?:\s+\d{1,4}(?:/\d{1,4})?)?",
    re.IGNORECASE,
)  # what browsers print above and below a page
_ALWAYS = 0.9  # of the pages that have a line at a place, so many have it apart from the text where it is a header
_LONGEST = 14  # words of a header that changes from page to page
_FEWEST_PAGES = 4


def take_out(pages: list[PageContent]) -> dict[int, list[Furniture]]:
    """Removes furniture from the pages' words; gives it back by page number, headers before footers."""
    lines_by_page = {page.number: page_lines(page) for page in pages}
    counts: Counter[tuple[int, str]] = Counter()
    for page in pages:
        keys = {key for line in _margin_lines(page, lines_by_page[page.number]) for key in _keys(page, line)}
        counts.update(keys)
    headers = {
        _wording(line)
        for page in pages
        for line in _margin_lines(page, lines_by_page[page.number])
        if _heads_columns(line, lines_by_page[page.number])
    }
    enough = max(2, round(_SHARE * len(pages))) if len(pages) < 12 else max(3, round(0.2 * len(pages)))
    places = _places_of_headers(pages, lines_by_page, enough)
    found: dict[int, list[Furniture]] = {}
    for page in pages:
        lines = lines_by_page[page.number]
        able = [line for line in _margin_lines(page, lines) if _wording(line) not in headers]
        likely = {
            id(line)
            for line in able
            if _is_likely(page, line, lines, counts, enough)
            or (line.base > page.height / 2, round(line.base)) in places
        }
        taken = [*_from_edge(page, lines, likely), *reversed(_from_edge(page, lines[::-1], likely))]
        if taken:
            page.take(taken)
            found[page.number] = [Furniture([line], page.number) for line in taken]
    return found


def _places_of_headers(pages: list[PageContent], lines: dict[int, list[Line]], enough: int) -> set[tuple[bool, int]]:
    """Where headers and footers stand whose wording changes, as chapters' names do: lower half or not, and base line.

    On all pages that have a line there it is the outermost but for other furniture, short, and apart from the text; the
    first line of running text is not, for on most pages the next line follows it closely.
    """
    apart: Counter[tuple[bool, int]] = Counter()
    total: Counter[tuple[bool, int]] = Counter()
    for page in pages:
        for ordered in (lines[page.number][:3], lines[page.number][::-1][:3]):
            for at, line in enumerate(ordered[:2]):
                if _to_edge(page, line) > _EDGE * page.height:
                    break
                place = _place(page, line)
                total[place] += 1
                following = ordered[at + 1] if at + 1 < len(ordered) else None
                gap = abs(following.base - line.base) if following is not None else page.height
                short = len(line.words) <= _LONGEST and not line.text.endswith((".", ";", ":"))
                apart[place] += int(short and gap >= _APART * line.size)
    if len(pages) < _FEWEST_PAGES:
        return set()
    sure = {place for place, count in apart.items() if count >= max(enough, 2) and count >= _ALWAYS * total[place]}
    return {place for place in sure if not _begins_text(place, pages, lines)}


def _place(page: PageContent, line: Line) -> tuple[bool, int]:
    """Whether a line stands in the lower half, and its base line."""
    return line.base > page.height / 2, round(line.base)


def _begins_text(place: tuple[bool, int], pages: list[PageContent], lines: dict[int, list[Line]]) -> bool:
    """Whether other pages have running text further out than this place, so that it is none of headers."""
    low, base = place
    further = 0
    for page in pages:
        for line in lines[page.number][:1] if not low else lines[page.number][-1:]:
            out = line.base > base + 2 if low else line.base < base - 2
            further += int(out and len(line.words) > _LONGEST)
    return further > 1


def _from_edge(page: PageContent, lines: list[Line], likely: set[int]) -> list[Line]:
    """The likely lines from the edge of the page inwards, up to the space that parts them from the text."""
    run: list[Line] = []
    for at, line in enumerate(lines):
        if id(line) not in likely:
            return [kept for kept in run if _to_edge(page, kept) < _OUTERMOST * page.height]
        run.append(line)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is None or (
            abs(following.base - line.base) >= _APART * line.size
            and _to_edge(page, following) >= _OUTERMOST * page.height
        ):
            return run
    return run


def _to_edge(page: PageContent, line: Line) -> float:
    return min(line.base, page.height - line.base)


def _margin_lines(page: PageContent, lines: list[Line]) -> list[Line]:
    """The lines that may be furniture: near the upper and lower edge, not in a table that reaches into the page."""
    above = [line for line in lines[:_MOST_LINES] if line.base < _MARGIN * page.height]
    below = [line for line in lines[-_MOST_LINES:] if line.base > (1 - _MARGIN) * page.height]
    tables = [
        grid for grid in page.grids if grid.bottom > _MARGIN * page.height and grid.top < (1 - _MARGIN) * page.height
    ]
    return [
        line
        for line in above + [line for line in below if line not in above]
        if not any(table.holds(line.left, line.base) for table in tables)
    ]


def _keys(page: PageContent, line: Line) -> list[tuple[int, str]]:
    """Place and wording, numbers left out; a place counts from the edge, and neighbours count as the same.

    The beginning of a long line counts by itself: its end is cut otherwise where a page number takes more room.
    """
    from_bottom = line.base > page.height / 2
    place = round(((line.base - page.height) if from_bottom else line.base) / 3)
    words = _wording(line)
    found = [words, words[:_BEGINNING]] if len(words) > _BEGINNING else [words]
    return [(near, wording) for wording in found for near in (place, place + 1)]


def _wording(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _is_likely(page: PageContent, line: Line, lines: list[Line], counts: Counter[tuple[int, str]], enough: int) -> bool:
    edge = _to_edge(page, line) < _EDGE * page.height
    if _to_edge(page, line) < _OUTERMOST * page.height and _PRINTED.fullmatch(line.text):
        return True
    if edge and _PAGE_NUMBER.fullmatch(line.text) and _stands_alone(line, lines):
        return True
    return max(counts[key] for key in _keys(page, line)) >= enough


def _stands_alone(line: Line, lines: list[Line]) -> bool:
    return all(abs(other.base - line.base) > 1.6 * line.size for other in lines if other is not line)


def _heads_columns(line: Line, lines: list[Line]) -> bool:
    """Whether lines close under it begin where its parts begin: a table's header, not the page's."""
    lefts = [part.left for part in segments(line, 1.5 * line.size)]
    if len(lefts) < 2:
        return False
    under = [other for other in lines if 0 < other.base - line.base < 5 * line.size]
    starts = [part.left for other in under for part in segments(other, 1.2 * other.size)]
    return sum(any(abs(left - start) < 3 for start in starts) for left in lefts) >= 2

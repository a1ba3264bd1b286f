"""Footnotes, kept apart from the running text, and the signs that lead to them.

Footnotes stand at the foot of a page in smaller type, each after its sign. That they are footnotes is said by a raised
sign in the text above that is the same, or by a short rule over them.
"""

import re
from collections import Counter
from itertools import pairwise

from lessonbook.reading.pdf.lines import page_lines
from lessonbook.reading.pdf.model import Draft, Line, PageContent, Word

_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[ivx]{1,5}|[a-z])[\])]?[.,]?")
_SIGNS = re.compile(r"\d{1,3}(?:[,\s]\s*\d{1,3})*,?|[*†‡§¶]{1,3}|[ivx]{1,5}|[a-z]")
_LIGATED = re.compile(r"(?<=\S)[⁰¹²³⁴-⁹]+$|^[⁰¹²³⁴-⁹]+(?=\S)|^[⁰¹²³⁴-⁹]+$")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNITS = re.compile(r"(?:^|\W|\d)(?:k|c|m|d)?m|(?:^|\W)(?:co|ft|in|kg/m|x|r|p|so|no|h)$", re.IGNORECASE)
_Raised = tuple[Word, str, Word | None]  # a raised sign, its wording without points and brackets, the word before it
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_SMALLER = 0.93  # footnotes are at most so many times the running text's size
_RAISED = 0.12  # a sign stands at least so much higher than the line, in shares of its size
_SIGN_SIZE = 0.82
_RULE_ABOVE = 16.0  # points from a rule to the first footnote
_ASIDE = 16.0  # and how far its start may stand from theirs
_SHORT_RULE = 0.62  # of the page's width
_FEWEST_IN_ORDER = 3


def take_out(pages: list[PageContent]) -> None:
    """Takes footnotes out of the pages' words and puts them into ``apart``; marks their signs in the running text."""
    body = _body_size(pages)
    signs = {page.number: _signs_of(page) for page in pages}
    last: Draft | None = None
    known: dict[int, set[str]] = {}
    for page in pages:
        lines = page_lines(page)
        run = _foot_of(page, lines, body, signs[page.number], last)
        if not run:
            continue
        notes, last = _notes_of(run, page.number, last)
        known[page.number] = {note.marker or "" for note in notes}
        page.apart += notes
        page.take(run)
    _mark(pages, signs, known)


def _body_size(pages: list[PageContent]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[word.style.size] += len(word.text)
    rounded: Counter[float] = Counter()
    for size, letters in sizes.items():
        rounded[round(size, 1)] += letters
    return rounded.most_common(1)[0][0] if rounded else 10.0


def _signs_of(page: PageContent) -> list[_Raised]:
    """The raised signs of a page."""
    found: list[_Raised] = []
    for line in page_lines(page):
        for at, word in enumerate(line.words):
            raised = word.style.size < _SIGN_SIZE * line.size and line.base - word.base > _RAISED * line.size
            if raised and _SIGNS.fullmatch(word.text.strip("[]()")):
                found.append((word, word.text.strip("[](),.").lower(), line.words[at - 1] if at else None))
            elif not word.text.isascii() and _LIGATED.fullmatch(word.text):
                found.append((word, word.text.translate(_PLAIN), line.words[at - 1] if at else None))
    return found


def _foot_of(page: PageContent, lines: list[Line], body: float, signs: list[_Raised], last: Draft | None) -> list[Line]:
    """The lines at the foot of a page that are footnotes, from the first."""
    run: list[Line] = []
    for line in reversed(lines):
        if line.size > _SMALLER * body or any(grid.holds(line.left, line.base) for grid in page.grids):
            break
        run.insert(0, line)
    if not run:
        return []
    ruled = _ruled_at(page, run)
    if ruled is not None:
        run = run[ruled:]
    in_text = {id(word) for line in run for word in line.words}
    above = {sign for word, text, _ in signs if id(word) not in in_text for sign in re.split(r"[,\s]+", text)}
    first = next((at for at, line in enumerate(run) if _sign_at(line) in above), None)
    if first is not None:
        goes_on = ruled is not None and first > 0 and last is not None and last.page == page.number - 1
        return run if goes_on else run[_first_in_order(run, first) :]
    if ruled is None:
        return []
    if last is not None and last.page == page.number - 1 and _sign_at(run[0]) is None:
        return run
    return run if _sign_at(run[0]) is not None and run[0].words[0].style.size < _SIGN_SIZE * run[0].size else []


def _first_in_order(run: list[Line], first: int) -> int:
    """The first note of a run: one whose own sign was not found may stand before the first that was."""
    for at in range(first - 1, -1, -1):
        before, sign = _sign_at(run[at]), _sign_at(run[first])
        if before and sign and before.isdigit() and sign.isdigit() and int(before) == int(sign) - 1:
            first = at
    return first


def _ruled_at(page: PageContent, run: list[Line]) -> int | None:
    """The line of a run over which a short rule is drawn."""
    rules = [edge for edge in page.across if edge.end - edge.start < _SHORT_RULE * (page.width or 1.0)]
    for at, line in enumerate(run):
        over = run[at - 1].bottom if at else 0.0
        if any(over < e.at <= line.top + 1 < e.at + _RULE_ABOVE and abs(e.start - line.left) < _ASIDE for e in rules):
            return at
    return None


def _sign_at(line: Line) -> str | None:
    """The sign with which a note begins, or nothing."""
    word = line.words[0]
    plain = word.text.translate(_PLAIN)
    raised = word.style.size < _SIGN_SIZE * line.size or plain != word.text
    ligated = _LIGATED.match(word.text)
    if ligated is not None:
        return ligated[0].translate(_PLAIN)
    if len(line.words) < 2 or not _SIGN.fullmatch(word.text):
        return None
    if not raised and not (word.text[0].isdigit() or word.text[0] in "*†‡§¶[("):
        return None
    return word.text.strip("[]().,").lower()


def _notes_of(run: list[Line], page: int, last: Draft | None) -> tuple[list[Draft], Draft | None]:
    """The notes in these lines, in order, and the draft that the next page may go on with."""
    notes: list[Draft] = []
    current: Draft | None = None
    for line in run:
        sign = _sign_at(line)
        if sign is not None and _counts_on(current, sign):
            current = Draft("note", [_without_sign(line)], page, marker=sign)
            notes.append(current)
        elif current is not None:
            current.lines.append(line)
        elif last is not None:
            current = last.rest = Draft("note", [line], page, marker=last.marker)
        else:
            current = Draft("note", [line], page, marker="")
            notes.append(current)
    return notes, current


def _counts_on(current: Draft | None, sign: str) -> bool:
    """Whether a sign is that of the next note, and no number that wording was wrapped at."""
    if current is None or not current.marker or not sign.isdigit() or not current.marker.isdigit():
        return True
    return int(current.marker) < int(sign) <= int(current.marker) + 3


def _without_sign(line: Line) -> Line:
    first = line.words[0]
    ligated = _LIGATED.match(first.text)
    if ligated is not None and len(ligated[0]) < len(first.text):
        rest = Word(first.text[ligated.end() :], first.left, first.right, first.base, first.style)
        return Line([rest, *line.words[1:]])
    words = line.words[1:]
    if not words:
        return line
    words[0].glued = False
    return Line(words)


def _mark(pages: list[PageContent], signs: dict[int, list[_Raised]], known: dict[int, set[str]]) -> None:
    """Marks the signs that lead to a note, or that count on through the document as those of endnotes do."""
    left = []
    for page in pages:
        for word, text, before in signs[page.number]:
            if before is None or _is_exponent(before, text):
                continue
            if any(sign in known.get(page.number, ()) for sign in re.split(r"[,\s]+", text)):
                word.sign = True
            elif text.split(",")[0].isdigit():
                left.append((word, int(text.split(",")[0])))
    in_order = sum(second in (first, first + 1) for (_, first), (_, second) in pairwise(left))
    if len(left) >= _FEWEST_IN_ORDER and in_order >= 0.7 * (len(left) - 1):
        for word, _ in left:
            word.sign = True


def _is_exponent(before: Word, text: str) -> bool:
    return text in _ORDINALS or _UNITS.fullmatch(before.text[-4:].strip("0123456789./(")) is not None

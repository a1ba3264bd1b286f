"""The cell of a case: month, area and label, kind of review, the harm, and a marker that it matters here."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lessonbook.domain import Link, Passage, Relevance
from lessonbook.extraction.digest.ends import dangling, finished
from lessonbook.extraction.digest.headings import read_heading
from lessonbook.extraction.digest.labelling import STATING, is_kind, label_of
from lessonbook.extraction.digest.links import inner_links, parted
from lessonbook.extraction.digest.model import HEADING_ROLES, Piece, RawCase
from lessonbook.extraction.digest.pieces import share_marked, tidied
from lessonbook.extraction.digest.starts import start_of
from lessonbook.extraction.digest.words import RELEVANCE
from lessonbook.extraction.facts import CaseHeading, Found, read_link
from lessonbook.vocabulary import areas, dates, kinds

_AREA_GOES_ON = re.compile(r"(?:Council|Partnership|Board|Borough|Authority|County|City)\b")
_MOST = 0.6
_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*")
_SENTENCE = re.compile(r"[;.]?\s+(?=[A-Z])")
_PANEL_NAMED = re.compile(r"(?P<name>[^–—\n]*\bPanel)\s*[-–—:]\s*", re.IGNORECASE)
NOTHING = CaseHeading(None, None, None, None, Passage(""))


class CaseCell(msgspec.Struct):
    """What the case cell says. ``more`` are pieces of it that belong to key issues and learning."""

    heading: CaseHeading
    harm: Passage | None
    words: Passage
    kinds: list[Passage] = msgspec.field(default_factory=list)
    links: list[Found[Link]] = msgspec.field(default_factory=list)
    relevance: Found[Relevance] | None = None
    more: list[Piece] = msgspec.field(default_factory=list)
    readings: list[Passage] = msgspec.field(default_factory=list)
    heading_piece: Piece | None = None


def read_case_cell(case: RawCase) -> CaseCell:
    """Reads the pieces of the heading's columns of a case."""
    cell = CaseCell(NOTHING, None, Passage(""))
    lines: list[Piece] = []
    in_text = False
    for piece in _pieces(case):
        in_text = in_text or (bool(lines) and _is_text(piece))
        if in_text:
            cell.more.append(piece)
            continue
        for part, link in _parts(piece.passage):
            if link:
                cell.links.append(read_link(part) or Found(Link(part.text), part))
            elif not take_marker(cell, part):
                lines.append(msgspec.structs.replace(piece, passage=part))
        cell.readings.extend(piece.readings)
    if lines:
        _read_lines(cell, lines, panel=case.setting.scope == "national-panel")
    return cell


def _parts(passage: Passage) -> Iterator[tuple[Passage, bool]]:
    """The links and the other words of a line; a date with nothing but a kind of review after it is two parts."""
    for part, link in parted(passage):
        date = next(iter(dates.read(part.text)), None)
        if not link and date is not None and start_of(part.text) == "date" and part.text[date.end :].strip():
            yield part.cut(0, date.end), False
            yield part.cut(date.end).strip(), False
        else:
            yield part, link


def _pieces(case: RawCase) -> list[Piece]:
    return [*(piece for role in HEADING_ROLES for piece in case.stream(role)), *case.stream("kind")]


def _is_text(piece: Piece) -> bool:
    label = label_of(piece)
    return piece.item or (label is not None and (label.role in STATING or label.role in ("key-issue", "background")))


def take_marker(cell: CaseCell, part: Passage) -> bool:
    """Whether a line says what kind of review it is, or that it matters here, and nothing else."""
    if is_kind(Piece(part)):
        cell.kinds.append(part)
        return True
    match = RELEVANCE.match(part.text)
    if match is None:
        return False
    reason = part.cut(match.end()).strip(" .:–-").text
    answer = reason.casefold()
    relevance = Relevance(relevant=answer != "no", reason=None if answer in ("", "yes", "no") else reason)
    cell.relevance = Found(relevance, part)
    return True


def _read_lines(cell: CaseCell, lines: Sequence[Piece], *, panel: bool) -> None:
    words = lines[0].passage
    for above, below in pairwise(lines):
        words = words.join(below.passage, _between(above, below))
    cell.words = words
    cell.heading_piece = next((line for line in lines if line.title), lines[0])
    cell.heading = _titled(words) if panel else read_heading(words)
    if cell.heading.published is None and cell.heading.area is None and cell.heading.title is None:
        cell.heading = _titled(words)
    if cell.heading.kinds is not None:
        cell.kinds.append(cell.heading.kinds.passage)
    rest = _without_kind(cell, cell.heading.rest.strip())
    if rest:
        cell.harm = tidied(_one_line(rest))
    named = cell.heading.label or cell.heading.title or cell.heading.area
    slanted = (part for part in (lines[0].passage, named and named.passage) if part and _is_slanted(part))
    if cell.relevance is None and (part := next(slanted, None)):
        cell.relevance = Found(Relevance(relevant=True, reason=None), part)
    cell.links.extend(found for link in inner_links(words) if (found := read_link(link)))


def _is_slanted(part: Passage) -> bool:
    return share_marked(part, "italic") > _MOST


def _titled(words: Passage) -> CaseHeading:
    """The heading of a review by theme: its month, the Panel where it is named, and its title on the first line."""
    end = words.text.find("\n")
    first, rest = words.cut(0, end if end >= 0 else None), words.cut(end if end >= 0 else len(words)).strip()
    published = area = None
    date = next(iter(dates.read(first.text)), None)
    if date is not None and not first.text[: date.start].strip():
        published = Found(date.value, first.cut(date.start, date.end))
        first = first.cut(date.end).strip(" –—-:")
    named = _PANEL_NAMED.match(first.text)
    if named is not None:
        area = Found(areas.resolve(named["name"]), first.cut(named.start("name"), named.end("name")))
        first = first.cut(named.end()).strip()
    return CaseHeading(published, area, None, Found(first.text, first) if first else None, rest)


def _without_kind(cell: CaseCell, rest: Passage) -> Passage:
    """What follows the heading without a kind of review before it, in brackets or on a line that was joined to it."""
    sentence = _SENTENCE.match(rest.text, kinds.kind_end(rest.text))
    if sentence is not None and sentence.start():
        cell.kinds.append(rest.cut(0, sentence.start()))
        return rest.cut(sentence.end())
    bracket = _BRACKET.match(rest.text)
    if bracket is None or not is_kind(Piece(rest.cut(bracket.start(1), bracket.end(1)))):
        return rest
    cell.kinds.append(rest.cut(bracket.start(1), bracket.end(1)))
    return rest.cut(bracket.end()).strip()


def _between(above: Piece, below: Piece) -> str:
    """A line break, or a space where the line above goes on."""
    goes_on = dangling(above.text) or below.text[:1].islower() or _AREA_GOES_ON.match(below.text) is not None
    goes_on = goes_on or above.text.count("(") > above.text.count(")")
    return " " if goes_on and not finished(above.text) and above.row != below.row else "\n"


def _one_line(passage: Passage) -> Passage:
    """The same passage with spaces for line breaks, which stand in no place of the document."""
    return Passage(passage.text.replace("\n", " "), passage.runs, passage.marks)

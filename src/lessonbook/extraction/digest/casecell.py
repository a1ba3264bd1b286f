"""The cell of a case: month, area and label, kind of review, the harm, and a marker that it matters here."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lessonbook.domain import Link, Passage, Relevance
from lessonbook.extraction.digest.ends import dangling, finished
from lessonbook.extraction.digest.labelling import STATING, is_kind, label_of
from lessonbook.extraction.digest.links import inner_links, parted
from lessonbook.extraction.digest.model import HEADING_ROLES, Piece, RawCase
from lessonbook.extraction.digest.pieces import share_marked, tidied
from lessonbook.extraction.digest.starts import start_of
from lessonbook.extraction.digest.words import RELEVANCE
from lessonbook.extraction.facts import CaseHeading, Found, read_case_heading, read_link
from lessonbook.vocabulary import dates

_AREA_GOES_ON = re.compile(r"(?:Council|Partnership|Board|Borough|Authority|County|City)\b")
_MOST = 0.6


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


def read_case_cell(case: RawCase) -> CaseCell:
    """Reads the pieces of the heading's columns of a case."""
    cell = CaseCell(read_case_heading(Passage("")), None, Passage(""))
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
            elif not _take_marker(cell, part):
                lines.append(msgspec.structs.replace(piece, passage=part))
        cell.readings.extend(piece.readings)
    if lines:
        _read_lines(cell, lines)
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


def _take_marker(cell: CaseCell, part: Passage) -> bool:
    """Whether a line says what kind of review it is, or that it matters here, and nothing else."""
    if is_kind(Piece(part)):
        cell.kinds.append(part)
        return True
    match = RELEVANCE.match(part.text)
    if match is None:
        return False
    reason = part.cut(match.end()).strip(" .:–-")
    cell.relevance = Found(Relevance(relevant=True, reason=reason.text or None), part)
    return True


def _read_lines(cell: CaseCell, lines: Sequence[Piece]) -> None:
    words = lines[0].passage
    for above, below in pairwise(lines):
        words = words.join(below.passage, _between(above, below))
    cell.heading = read_case_heading(words)
    cell.words = words
    rest = cell.heading.rest.strip()
    if cell.heading.published is None and cell.heading.area is None and cell.heading.title is None:
        end = words.text.find("\n")
        title = words.cut(0, end if end >= 0 else None)
        cell.heading = msgspec.structs.replace(cell.heading, title=Found(title.text, title))
        rest = words.cut(len(title)).strip()
    if rest:
        cell.harm = tidied(_one_line(rest))
    italic = [line for line in lines[:1] if share_marked(line.passage, "italic") > _MOST]
    if italic and cell.relevance is None:
        cell.relevance = Found(Relevance(relevant=True, reason=None), italic[0].passage)
    cell.links.extend(found for link in inner_links(words) if (found := read_link(link)))


def _between(above: Piece, below: Piece) -> str:
    """A line break, or a space where the line above goes on."""
    goes_on = dangling(above.text) or below.text[:1].islower() or _AREA_GOES_ON.match(below.text) is not None
    return " " if goes_on and not finished(above.text) and above.row != below.row else "\n"


def _one_line(passage: Passage) -> Passage:
    """The same passage with spaces for line breaks, which stand in no place of the document."""
    return Passage(passage.text.replace("\n", " "), passage.runs, passage.marks)

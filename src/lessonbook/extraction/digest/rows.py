"""Which rows begin a case and which go on with the one above."""

from collections.abc import Sequence
from itertools import groupby

from lessonbook.extraction.digest.duplicates import heading_read_twice
from lessonbook.extraction.digest.ends import ends_of_items, mostly, starts_low
from lessonbook.extraction.digest.headings import opens
from lessonbook.extraction.digest.labelling import RECOMMENDING, STATING, label_of
from lessonbook.extraction.digest.model import HEADING_ROLES, TEXT_ROLES, Line, Note, Piece, RawCase
from lessonbook.extraction.digest.starts import Start, begins_with_area, start_of

_MOST_LINES = 3


def cases_of(lines: Sequence[Line]) -> tuple[list[RawCase], list[Note]]:
    """The cases of all lines in order, and what stands before any case."""
    cases: list[RawCase] = []
    notes: list[Note] = []
    for _, group in groupby(lines, key=lambda line: line.setting.list_number):
        listed = list(group)
        dated = any(_dated(line) != "none" for line in listed)
        first = len(cases)
        for line in listed:
            start = _start(line, cases[first:], dated=dated)
            if start != "none":
                cases.append(RawCase(line.setting, {}, [], date_only=start == "date", header_above=line.header_above))
            if not cases or (len(cases) == first and not _goes_on(line)):
                notes.append(_without_case(line))
            else:
                _add(cases[-1], line)
        _mark_labelled(cases[first:])
    return cases, notes


def _mark_labelled(cases: Sequence[RawCase]) -> None:
    """Marks a list whose learning mostly has a label: a piece before the first label is then not a case's own."""
    streams = [[piece for role in TEXT_ROLES[1:] for piece in case.streams.get(role, ())] for case in cases]
    roles = [{found.role for piece in stream if (found := label_of(piece))} for stream in streams if stream]
    ends = [end for stream in streams for end in ends_of_items([piece for piece in stream if label_of(piece) is None])]
    for case in cases:
        case.punctuated = mostly(ends)
        case.labelled = sum(bool(found & STATING) for found in roles) * 2 > len(roles)
        case.recommending = sum(bool(found & RECOMMENDING) for found in roles) * 2 > len(roles)


def _start(line: Line, before: Sequence[RawCase], *, dated: bool) -> Start:
    heading = _heading_text(line)
    if not heading or line.continued:
        return "none"
    if any(piece.title for piece in line.pieces(*HEADING_ROLES)):
        return "heading"
    if before and _goes_on_with_heading(before[-1], line):
        return "none"
    start = _dated(line)
    if start != "none":
        return "none" if before and heading_read_twice(_heading_pieces(before[-1]), _first_heading(line)) else start
    if dated:
        return "heading" if before and not before[-1].date_only and begins_with_area(heading) else "none"
    return "none" if before and starts_low(heading) else "heading"


def _goes_on_with_heading(above: RawCase, line: Line) -> bool:
    """Whether a heading that a page cut goes on here: the two together are the heading of a case, one alone is none."""
    upper, lower = above.stream("case"), line.pieces("case")
    if not upper or not lower or len(upper) > _MOST_LINES or line.pieces("date", "area", "name"):
        return False
    first, last = upper[-1].passage, lower[0].passage
    in_brackets = first.text.count("(") > first.text.count(")")
    return (in_brackets or not (opens(first) or opens(last))) and opens(first.join(last))


def _dated(line: Line) -> Start:
    """How a line begins by the date in its date column or at the start of its case cell."""
    for piece in line.pieces("date")[:1]:
        start = start_of(piece.text)
        return "heading" if start != "none" and line.pieces("area", "name", "case") else start
    return start_of("\n".join(piece.text for piece in line.pieces("case")))


def _heading_text(line: Line) -> str:
    return " ".join(piece.text for piece in line.pieces("date", "area", "name", "case"))


def _first_heading(line: Line) -> Piece:
    return line.pieces("date", "area", "name", "case")[0]


def _heading_pieces(case: RawCase) -> list[Piece]:
    return case.stream("case")


def _goes_on(line: Line) -> bool:
    """Whether a line below a repeated heading goes on with the case above it: it has no cell for a case."""
    return not _heading_text(line)


def _add(case: RawCase, line: Line) -> None:
    for role, pieces in line.cells.items():
        strays = [piece for piece in pieces if len(piece.text) == 1 and role != "number"]
        case.stream(role).extend(piece for piece in pieces if piece not in strays)
        case.notes.extend(
            Note("stray-sign", "A sign alone in a cell was left out.", (piece.passage,)) for piece in strays
        )


def _without_case(line: Line) -> Note:
    passages = tuple(piece.passage for pieces in line.cells.values() for piece in pieces)
    return Note("row-without-case", "This row stands in a table but in no case.", passages)

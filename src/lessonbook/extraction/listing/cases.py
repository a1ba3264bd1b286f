"""Where one case of a list page begins and ends, and what stands around the cases."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from lessonbook.domain import PartialDate, Passage
from lessonbook.extraction.facts import Found, read_case_heading
from lessonbook.extraction.listing import labelling, shapes
from lessonbook.extraction.listing.lines import Line
from lessonbook.vocabulary import dates, labels, sections
from lessonbook.vocabulary.matching import key


class Case(msgspec.Struct, frozen=True):
    """The lines of one case. ``listed`` and ``section`` are what the headings above it say of all cases under them."""

    heading: Passage
    body: tuple[Line, ...]
    listed: Found[PartialDate] | None = None
    section: Found[str] | None = None
    tabled: bool = False


class Page(msgspec.Struct, frozen=True):
    """A list page taken apart. ``stray`` lines read like a case's, but stand in none."""

    cases: tuple[Case, ...]
    furniture: tuple[Passage, ...]
    stray: tuple[Passage, ...]


def cut_into_cases(lines: Sequence[Line]) -> Page:
    """The cases of a page in order. A heading that only a table of contents prints is furniture."""
    away = _under_other_headings(lines)
    beginnings = [at for at in range(len(lines)) if at not in away and _begins_case(lines, at)]
    taker = _Taker(_names_printed_again(lines, beginnings))
    taker.take_between(lines[: beginnings[0] if beginnings else len(lines)])
    for at, until in pairwise([*beginnings, len(lines)]):
        taker.take_case(lines[at], lines[at + 1 : until])
    return Page(tuple(taker.cases), tuple(taker.furniture), tuple(taker.stray))


def _under_other_headings(lines: Sequence[Line]) -> set[int]:
    """The items and links under a heading such as "Related resources": they name cases, but of other pages."""
    away, found = False, set()
    for at, line in enumerate(lines):
        alone = at == 0 or lines[at - 1].block != line.block
        if line.form == "heading" or (line.form != "item" and alone and shapes.leads_away(line.text)):
            away = shapes.leads_away(line.text)
        elif away and (line.form == "item" or _is_all_link(line)):
            found.add(at)
        elif len(line.text) > shapes.LONGEST_HEADING:
            away = False
    return found


def _is_all_link(line: Line) -> bool:
    return any(mark.start == 0 and mark.end == len(line.text) for mark in line.passage.links())


def _begins_case(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if shapes.is_dated(line.text):
        story = _story_start(line.passage)
        return story <= shapes.LONGEST_HEADING and not (story == len(line.text) and _is_prose(line, lines, at))
    if at + 1 == len(lines) or _says_something_else(line) or not shapes.tells_of_harm(lines[at + 1].text):
        return False
    if _is_heading(line):
        return len(line.text) <= shapes.LONGEST_HEADING
    alone = at == 0 or lines[at - 1].block != line.block
    return line.form == "text" and alone and (shapes.is_undated(line.text) or shapes.is_named(line.text))


def _story_start(passage: Passage) -> int:
    """Where the story begins in a line that opens with a date; the line's length where it is a heading alone."""
    start = shapes.body_start(passage.text)
    if start < len(passage) or len(passage) <= shapes.LONGEST_HEADING:
        return start
    opening = passage.cut(0, 2 * shapes.LONGEST_HEADING)
    heading = read_case_heading(opening)
    return len(opening) - len(heading.rest) if heading.area and (heading.label or heading.title) else start


def _is_prose(line: Line, lines: Sequence[Line], at: int) -> bool:
    """Whether a line that opens with a year is a sentence of a story, as in "2013 – the year she moved."."""
    if line.text[-1:] != "." or _is_heading(line):
        return False
    return at + 1 == len(lines) or not shapes.tells_of_harm(lines[at + 1].text)


def _says_something_else(line: Line) -> bool:
    text = line.text
    return (
        shapes.is_furniture(text)
        or shapes.leads_away(text)
        or shapes.opens_a_part(text)
        or shapes.bare_date(text) is not None
        or sections.section_of(text) is not None
        or is_label_line(line)
        or labels.link_label(text)
    )


def is_label_line(line: Line) -> bool:
    """Whether a line is, or begins with, the label of a part, as the heading "Learning" does without a colon."""
    return labelling.label_at(line.text) is not None or (
        _is_heading(line) and labelling.label_at(line.text + ":") is not None
    )


def _is_heading(line: Line) -> bool:
    return line.form in ("heading", "bold")


def _names_printed_again(lines: Sequence[Line], beginnings: Sequence[int]) -> set[str]:
    printed = Counter(key(lines[at].text) for at in beginnings)
    return {name for name, times in printed.items() if times > 1}


class _Taker:
    """Takes a page's lines in order and remembers what the headings above say."""

    def __init__(self, printed_again: set[str]) -> None:
        self.cases: list[Case] = []
        self.furniture: list[Passage] = []
        self.stray: list[Passage] = []
        self._printed_again = printed_again
        self._listed: Found[PartialDate] | None = None
        self._section: Found[str] | None = None

    def take_case(self, first: Line, following: Sequence[Line]) -> None:
        story = _story_start(first.passage) if shapes.is_dated(first.text) else len(first.text)
        end = _end_of_case(first, following)
        body = [_as_body(line, first) for line in following[:end]]
        if story < len(first.text):
            body.insert(0, msgspec.structs.replace(first, passage=first.passage.cut(story).strip(), form="text"))
        around = [_is_furniture(line, before) for before, line in pairwise((first, *body))]
        told = [line for line, is_furniture in zip(body, around, strict=True) if not is_furniture]
        if told or not self._only_points_there(first):
            heading = first.passage.cut(0, story).strip()
            self.cases.append(Case(heading, tuple(told), self._listed, self._section, first.tabled))
        else:
            self.furniture.append(first.passage)
        self.furniture.extend(line.passage for line, is_furniture in zip(body, around, strict=True) if is_furniture)
        self.take_between(following[end:], after_case=True)

    def _only_points_there(self, first: Line) -> bool:
        """Whether a name without a story is a table of contents or an item of a navigation."""
        return first.form == "item" or bool(first.passage.links()) or key(first.text) in self._printed_again

    def take_between(self, lines: Sequence[Line], *, after_case: bool = False) -> None:
        """Lines that stand in no case: headings of years and sections, front matter, navigation.

        Prose right behind a case, before any heading or furniture, may be part of it: it is no furniture.
        """
        reached = len(lines) - _plain_headings_at_end(lines)
        for at, line in enumerate(lines):
            if not shapes.is_furniture(line.text) and (_is_heading(line) or at >= reached):
                self._take_heading(line)
            after_case = after_case and not (_is_heading(line) or shapes.is_furniture(line.text))
            if _reads_like_a_case(line) or (after_case and shapes.is_prose(line.text)):
                self.stray.append(line.passage)
            else:
                self.furniture.append(line.passage)

    def _take_heading(self, line: Line) -> None:
        if place := shapes.bare_date(line.text):
            self._listed = _date_of(line.passage.cut(*place), self._listed) or self._listed
        section = sections.section_of(line.text) if len(line.text) < shapes.LONGEST_HEADING else None
        if section is not None:
            self._section = Found(section.id, line.passage)
        elif line.form == "heading" and place is None:
            self._section = None


def _plain_headings_at_end(lines: Sequence[Line]) -> int:
    """How many lines right above a case are headings of its year or section, though nothing but their words says so."""
    count = 0
    for line in reversed(lines):
        if line.form == "item" or not (shapes.bare_date(line.text) or sections.section_of(line.text)):
            break
        count += 1
    return count


def _end_of_case(first: Line, lines: Sequence[Line]) -> int:
    """How many of the lines after a case's heading are its own.

    A case ends at a heading that is no label, at a year's or section's heading, and, once its link or a piece of the
    page's furniture has come, at a line that carries no label and is no further link.
    """
    closed = told = False
    for at, line in enumerate(lines):
        if is_label_line(line):
            closed, told = False, True
        elif labels.link_label(line.text):
            closed = told
        elif _ends_case(line, alone=line.block != (lines[at - 1].block if at else first.block)):
            return at
        elif _is_furniture(line, lines[at - 1] if at else first):
            closed = True
        elif closed and (line.form == "item" or (at and lines[at - 1].block != line.block)):
            return at
        else:
            told = True
    return len(lines)


def _is_furniture(line: Line, before: Line) -> bool:
    """Whether a line among a case's lines is the page's: not where it could be the end of a sentence cut by a line."""
    if not shapes.is_furniture(line.text):
        return False
    return line.block != before.block or before.text[-1:] in ".!?:" or labels.link_label(before.text)


def _ends_case(line: Line, *, alone: bool) -> bool:
    """Whether a line stands over what follows; ``alone`` if it is no line of a longer paragraph."""
    if line.form == "heading" or (line.form == "bold" and shapes.leads_away(line.text)):
        return True
    if line.form != "item" and alone and shapes.bare_date(line.text) is not None:
        return True
    return line.form == "bold" and sections.section_of(line.text) is not None


def _as_body(line: Line, first: Line) -> Line:
    """The line as part of a story: what shares the heading's block is no list of its own."""
    return msgspec.structs.replace(line, form="text") if line.block == first.block else line


def _reads_like_a_case(line: Line) -> bool:
    if shapes.is_furniture(line.text) or _is_all_link(line):
        return False
    return (labelling.label_at(line.text) is not None and len(line.text) > 40) or shapes.tells_of_harm(line.text)


def _date_of(passage: Passage, above: Found[PartialDate] | None) -> Found[PartialDate] | None:
    """The year or month of a heading; a month alone takes the year of the heading above it."""
    match = next(iter(dates.read(passage.text)), None)
    if match is not None:
        return Found(match.value, passage, "inferred")
    if above is None:
        return None
    year = above.value.edtf[:4]
    match = next(iter(dates.read(f"{passage.text} {year}")), None)
    joined = above.passage.join(passage)
    return Found(match.value, joined, "inferred") if match else None

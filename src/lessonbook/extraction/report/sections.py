"""A report's blocks under the headings that open them, and what each heading opens.

No two boards share a template, so nothing is expected of order or depth: a heading's own words say what it opens, and
where they say nothing, what stands above it does. The words are in ``sections.toml``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from lessonbook.domain import Block, Document, Heading, ListItem, Paragraph, Passage, Table, TextBlock
from lessonbook.extraction.report import words
from lessonbook.vocabulary.matching import key

SectionKind = Literal[
    "cover",
    "contents",
    "introduction",
    "scope",
    "terms-of-reference",
    "method",
    "subject",
    "family",
    "summary",
    "executive-summary",
    "events",
    "voice",
    "analysis",
    "findings",
    "good-practice",
    "learning",
    "recommendations",
    "conclusion",
    "action-plan",
    "response",
    "other-reviews",
    "appendix",
    "glossary",
    "references",
    "other",
]


class Section(msgspec.Struct, frozen=True):
    """What stands under one heading, down to the next of any depth.

    ``heading`` is as printed, with its number; nothing for the blocks before the first. ``level`` counts from 1.
    ``number`` is the heading's own ("5.2"). ``path`` are the headings above it, outermost first. ``own`` says that the
    heading's own words tell the kind, which is otherwise that of the heading above. ``boxed`` is the heading's box;
    what follows the box is a section without a heading, of the kind that the box stands in.
    ``first`` is the index in ``Document.blocks`` of the first of ``blocks``.
    """

    kind: SectionKind
    heading: Passage | None
    level: int
    number: str | None
    blocks: tuple[Block, ...]
    path: tuple[str, ...] = ()
    own: bool = False
    boxed: int | None = None
    first: int = 0

    @property
    def title(self) -> str:
        """The heading without its number; empty where there is no heading."""
        return without_number(self.heading.text) if self.heading is not None else ""

    @property
    def kinds_above(self) -> tuple[SectionKind, ...]:
        """What the headings above open, outermost first; "other" where their words do not tell."""
        return tuple(kind_of(each) or "other" for each in self.path)


def read(document: Document) -> tuple[Section, ...]:
    """The sections of a document in reading order; together they hold every block that is no heading, once."""
    return tuple(_Reader(document).sections())


def without_number(heading: str) -> str:
    """A heading's words without the number before them ("5.2 Analysis")."""
    match = _NUMBER.match(heading)
    return heading[match.end() :] if match else heading


@cache
def kind_of(heading: str) -> SectionKind | None:
    """What a heading opens by its own words, with or without its number; nothing where they do not tell."""
    text = _plain(without_number(heading))
    if not text or len(text) > _LONGEST:
        return None
    return _by_whole(text) or _by_part(text) or ("appendix" if _APPENDED.match(heading) else None)


def _by_whole(text: str) -> SectionKind | None:
    return next((kind for kind, whole, _ in _patterns() if whole is not None and whole.fullmatch(text)), None)


def _by_part(text: str) -> SectionKind | None:
    if len(text.split()) > _MOST_WORDS:
        return None
    return next((kind for kind, _, within in _patterns() if within is not None and within.search(text)), None)


@cache
def _patterns() -> tuple[tuple[SectionKind, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    data = words.content("sections.toml")
    leads, tails = "|".join(data["leads"]), "|".join(data["tails"])
    patterns = []
    for kind in data["kind"]:
        whole = kind.get("whole")
        source = rf"(?:(?:{leads})\s*[:-]?\s+)*(?:{'|'.join(whole)})(?:\s*(?:{tails}))?" if whole else None
        within = "|".join(kind.get("within", ()))
        patterns.append(
            (kind["id"], re.compile(source) if source else None, re.compile(within) if within else None),
        )
    return tuple(patterns)


def _plain(text: str) -> str:
    return key(text).strip(" .:;-–—*#")


class _Reader:
    """Goes through the blocks once and keeps the headings that are open."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._open: list[tuple[int, str, SectionKind]] = []
        self._unmarked: set[str] = set()
        self._listed: set[str] = set()
        self._begun = False
        self._has_headings = any(isinstance(block, Heading) for block in document.blocks)

    def sections(self) -> Iterator[Section]:
        current = Section("cover", None, 1, None, (), own=True)
        held: list[Block] = []
        for index, block in enumerate(_whole_headings(self._document.blocks)):
            if isinstance(block, Paragraph) and not block.passage:
                continue
            if isinstance(block, Table) or (level := self._level(block)) is None:
                if _left_box(current, block):
                    yield msgspec.structs.replace(current, blocks=tuple(held))
                    current, held = self._after_box(current, index), []
                held.append(block)
                continue
            if held or current.heading is not None:
                yield msgspec.structs.replace(current, blocks=tuple(held))
            current, held = self._opened(block, level, index + 1), []
        yield msgspec.structs.replace(current, blocks=tuple(held))

    def _after_box(self, box: Section, first: int) -> Section:
        """What goes on behind a box that had a heading: the section that the box stands in."""
        self._open.pop()
        kind: SectionKind = self._open[-1][2] if self._open else "other"
        path = tuple(text for _, text, _ in self._open)
        return Section(kind, None, max(1, box.level - 1), None, (), path, first=first)

    def _opened(self, block: TextBlock, level: int, first: int) -> Section:
        heading = block.passage
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        own, number = kind_of(heading.text), _number_of(block)
        if not self._begun and number is None and own is not None and _by_whole(_plain(heading.text)) is None:
            own = None  # a title that speaks of what is inside ("… : final report and recommendations")
        kind = own or self._inherited(number)
        path = tuple(text for _, text, _ in self._open)
        self._open.append((level, heading.text, kind))
        self._begun = self._begun or own is not None or number is not None
        return Section(kind, heading, level, number, (), path, own is not None, block.boxed, first)

    def _inherited(self, number: str | None) -> SectionKind:
        """What a heading opens whose words do not tell: the same as the one above it; before the first, the cover."""
        if not self._begun and number is None:
            return "cover"
        above = self._open[-1][2] if self._open else "other"
        return "other" if above in ("cover", "contents") else above

    def _level(self, block: TextBlock) -> int | None:
        """How deep a heading is; nothing where the block is none."""
        if isinstance(block, Heading):
            return block.level
        if len(block.passage) > _LONGEST_UNMARKED or not self._is_unmarked_heading(block):
            return None
        number = _number_of(block)
        if not self._has_headings:
            return number.count(".") + 1 if number else 1
        above = next((level for level, text, _ in reversed(self._open) if text not in self._unmarked), 0)
        self._unmarked.add(block.passage.text)
        return above + 1

    def _is_unmarked_heading(self, block: Paragraph | ListItem) -> bool:
        """Whether a line is a heading that the layout does not show: words that open a section, or bold ones."""
        text = block.passage.text
        if self._open and self._open[-1][2] == "contents":
            line = _plain(without_number(_PAGE_NUMBER.sub("", text)))
            if line not in self._listed:
                self._listed.add(line)
                return False
        if isinstance(block, ListItem) and not (block.ordered and _is_bold(block.passage)):
            return False
        plain = _plain(without_number(text))
        if text.endswith((".", ";", ",")) or not text[:1].isalnum() or text[:1].islower():
            return False
        if _VALUE.search(text) and not _APPENDED.match(text):
            return False
        if _by_whole(plain) is not None and len(plain.split()) <= _MOST_UNMARKED_WORDS and not _SAYS.search(plain):
            return True
        return _is_bold(block.passage) and len(plain.split()) <= _MOST_UNMARKED_WORDS and not _SAYS.search(plain)


def _whole_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each heading over several lines as one. What it swallowed stays in place as an empty paragraph."""
    held: Heading | None = None
    swallowed = 0
    for block in blocks:
        if held is not None and isinstance(block, Heading | Paragraph) and _goes_on(held, block):
            held = msgspec.structs.replace(held, passage=held.passage.join(block.passage))
            swallowed += 1
            continue
        if held is not None:
            yield held
            yield from (Paragraph(Passage("")) for _ in range(swallowed))
        held, swallowed = (block, 0) if isinstance(block, Heading) else (None, 0)
        if held is None:
            yield block
    if held is not None:
        yield held


def _goes_on(heading: Heading, block: Heading | Paragraph) -> bool:
    """Whether a line is the rest of the heading above it: it begins small, or the heading ends with a word as "and"."""
    text, above = block.passage.text, heading.passage.text
    if isinstance(block, Heading):
        if block.level != heading.level:
            return False
    elif not _is_bold(block.passage):
        return False
    if above.endswith((".", ":", "?", "!")) or block.boxed != heading.boxed or len(above) > _LONGEST:
        return False
    return text[:1].islower() or (_HANGING.search(above) is not None and not _NUMBER.match(text))


def _left_box(section: Section, block: Block) -> bool:
    return section.boxed is not None and not isinstance(block, Table) and block.boxed != section.boxed


def _is_bold(passage: Passage) -> bool:
    return any(mark.kind == "bold" and mark.end - mark.start >= len(passage) - 1 for mark in passage.marks)


def _number_of(block: TextBlock) -> str | None:
    if isinstance(block, ListItem):
        return (block.marker or "").strip(" ().:") or None
    match = _NUMBER.match(block.passage.text)
    return match["number"] if match else None


_NUMBER = re.compile(
    r"(?:(?:section|chapter|part|appendix|annexe?)\s+)?(?:(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:\s*[.):–-])?|(?P<letter>[A-Z]|[IVX]{1,5})[.):])\s+(?=\S)",
    re.IGNORECASE,
)
_LONGEST, _MOST_WORDS = 260, 14
_LONGEST_UNMARKED = 90
_HANGING = re.compile(r"(?:,|\b(?:and|or|of|to|the|a|an|in|for|with|by|on|at|from|that|which|as))$")
_APPENDED = re.compile(r"\s*(?:appendi(?:x|ces)|annexe?s?)\b", re.IGNORECASE)
_MOST_UNMARKED_WORDS = 9
_PAGE_NUMBER = re.compile(r"[\s.…]*\d{1,3}$")
_SAYS = re.compile(r"\b(?:should|must|will|was|were|is|are|has|have|had|did|makes?|made|following|offers?)\b")
_VALUE = re.compile(r":\s*\S")

"""The parts of a report that can hold a fact: cover, running lines, opening sentences, labelled values.

Only these are looked at, so a long report costs little more than a short one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from lessonbook.domain import Block, Document, Heading, Passage, Row, Table, TextBlock
from lessonbook.extraction.facts import sentences
from lessonbook.extraction.report.facts import words
from lessonbook.extraction.report.sections import Section
from lessonbook.vocabulary.matching import any_of

Place = Literal["on-the-cover", "in-a-header-or-footer", "in-the-opening", "in-its-section", "in-a-table"]


class Line(msgspec.Struct, frozen=True):
    """A printed line of the cover, or of a header or footer. ``rank`` is a heading's level, 9 for plain text."""

    passage: Passage
    place: Place
    rank: int = 9


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a part that can hold a fact, with its section's kind; ``order`` counts from 0."""

    passage: Passage
    kind: str
    order: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text


class Pair(msgspec.Struct, frozen=True):
    """A value with the label before it: "Date of publication: March 2021"; ``role`` is the label's meaning."""

    role: str
    label: Passage
    value: Passage
    place: Place


class Person(msgspec.Struct, frozen=True):
    """A row of a table of persons: its cells by the role of their column."""

    cells: dict[str, Passage]


class Front(msgspec.Struct, frozen=True):
    """What facts are read from."""

    document: Document
    cover: tuple[Line, ...]
    running: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    pairs: tuple[Pair, ...]
    persons: tuple[Person, ...]

    def pairs_of(self, role: str) -> Iterator[Pair]:
        """The labelled values of a role, in reading order."""
        return (pair for pair in self.pairs if pair.role == role)

    def mentions(self, name: str) -> int:
        """How often the document names something, white space and case as they may be."""
        return len(_mention(name).findall(self.document.text))


def front_of(document: Document, sections: Sequence[Section]) -> Front:
    """The parts of a document that can hold a fact."""
    cover = tuple(_cover(document))
    blocks = list(_opening(sections))
    told: list[Sentence] = []
    for kind, block in blocks:
        if len(told) >= _MOST_SENTENCES:
            break
        if not isinstance(block, Table) and not _is_title(block):
            told += [Sentence(one, kind, len(told)) for one in sentences(without_number(block.passage))]
    tables = [(kind, block) for kind, block in blocks if isinstance(block, Table)]
    pairs = (
        *_cover_pairs(cover),
        *_block_pairs(blocks),
        *(pair for _, table in tables for pair in _table_pairs(table)),
    )
    persons = tuple(person for _, table in tables for person in _persons(table))
    return Front(document, cover, tuple(_running(document)), tuple(told), pairs, persons)


def without_number(passage: Passage) -> Passage:
    """A numbered paragraph ("3.14 The school …") without its number."""
    match = _NUMBER.match(passage.text)
    return passage.cut(match.end()) if match else passage


def _cover(document: Document) -> Iterator[Line]:
    """The lines before the first prose; of a first page with few words all, and the short lines behind it (imprint)."""
    first_end = document.pages[0].end if document.pages else 0
    bare = 0 < len(document.text[:first_end].split()) < _WORDS_OF_A_COVER
    second_end = document.pages[1].end if bare and len(document.pages) > 1 else first_end
    for number, block in enumerate(document.blocks[:_MOST_COVER_BLOCKS]):
        if isinstance(block, Table):
            if bare and _start(block) < first_end:
                yield from (Line(p, "on-the-cover") for p in _cells(block))
            continue
        at = block.passage.runs[0].at if block.passage.runs else 0
        on_first = bare and at < first_end
        if not on_first and (bare and at >= second_end):
            return
        prose = len(block.passage.text.split()) >= _WORDS_OF_PROSE
        if bare and number and _opens_body(block):
            return
        if bare and not on_first and not _may_be_imprint(block):
            continue
        if not on_first and number and (_is_contents(block) or (not bare and (prose or _opens_body(block)))):
            return
        if prose and len(block.passage.text.split()) >= 2 * _WORDS_OF_PROSE:
            continue
        yield from (Line(line, "on-the-cover", _rank(block)) for line in _lines(block.passage))


def _start(table: Table) -> int:
    return next((p.runs[0].at for p in _cells(table) if p.runs), 0)


def _cells(table: Table) -> Iterator[Passage]:
    for row in table.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                yield from _lines(inner.passage)


def _rank(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 9


def _lines(passage: Passage) -> Iterator[Passage]:
    at = 0
    for part in passage.text.split("\n"):
        line = passage.cut(at, at + len(part)).strip()
        if line:
            yield line
        at += len(part) + 1


def _is_contents(block: Block) -> bool:
    return not isinstance(block, Table) and _CONTENTS.fullmatch(block.passage.text) is not None


def _opens_body(block: Block) -> bool:
    return isinstance(block, Heading) and _BODY.match(block.passage.text) is not None


def _may_be_imprint(block: TextBlock) -> bool:
    """Whether a line behind the first page is as short as those of an imprint are."""
    count = len(block.passage.text.split())
    return count < _WORDS_OF_AN_IMPRINT and not (count >= _FEWEST_OF_A_SENTENCE and block.passage.text.endswith("."))


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and len(block.passage.text.split()) < _WORDS_OF_A_SENTENCE


def _running(document: Document) -> Iterator[Line]:
    """What stands at the head or foot of several pages, each once; page numbers do not make a difference."""
    spans = [span for span in document.furniture[:_MOST_FURNITURE] if span.end - span.start <= _LONGEST_RUNNING]
    texts = [" ".join(_DIGITS.sub(" ", document.text[span.start : span.end]).split()) for span in spans]
    counts = Counter(texts)
    seen: set[str] = set()
    for span, text in zip(spans, texts, strict=True):
        if counts[text] >= 2 and text and text not in seen:
            seen.add(text)
            yield Line(Passage.at(document.text[span.start : span.end], span.start), "in-a-header-or-footer")


def _opening(sections: Sequence[Section]) -> Iterator[tuple[str, Block]]:
    """The blocks of the sections that introduce, and of those in the first part of the report that say nothing else."""
    total = sum(len(section.blocks) for section in sections) or 1
    passed = 0
    for section in sections:
        early = passed <= max(_EARLY_BLOCKS, total * _EARLY)
        passed += len(section.blocks)
        most = _OPENING.get(section.kind, _MOST_OTHER if early and section.kind in _PERHAPS else 0)
        for block in section.blocks[:most]:
            yield section.kind, block


@cache
def _labelled() -> re.Pattern[str]:
    """A label that the file has, a colon or dash behind it, and the value; or the label as the whole line."""
    listed = [word for group in words.content("labels").values() for word in group]
    return re.compile(
        rf"\W*(?P<label>{any_of(listed)})\s*(?:(?:[:]|\s[-–—])\s*(?P<value>\S.*)|:?\s*$)", re.IGNORECASE | re.DOTALL
    )


def _pair(passage: Passage, place: Place) -> Pair | Passage | None:
    """A label with its value, a label alone, or nothing."""
    match = _labelled().match(passage.text)
    if match is None:
        return None
    label = passage.cut(*match.span("label"))
    role = words.lexicon("labels").id_of(label.text)
    if role is None:
        return None
    return Pair(role, label, passage.cut(*match.span("value")).strip(), place) if match["value"] else label


def _cover_pairs(cover: Sequence[Line]) -> Iterator[Pair]:
    """Labelled values of the cover; a label alone on its line has the next line as its value."""
    waiting: Passage | None = None
    for line in cover:
        found = _pair(line.passage, "on-the-cover")
        if isinstance(found, Pair):
            yield found
        elif waiting is not None and found is None:
            role = words.lexicon("labels").id_of(waiting.text)
            if role is not None:
                yield Pair(role, waiting, line.passage, "on-the-cover")
        waiting = found if isinstance(found, Passage) else None


def _block_pairs(blocks: Sequence[tuple[str, Block]]) -> Iterator[Pair]:
    for _, block in blocks:
        if isinstance(block, Table):
            continue
        for line in _lines(block.passage):
            found = _pair(line, "in-its-section")
            if isinstance(found, Pair):
                yield found


def _table_pairs(table: Table) -> Iterator[Pair]:
    """Rows of two cells, the first a label."""
    for row in table.rows:
        texts = _row(row)
        if len(texts) == 2 and texts[1]:
            role = words.lexicon("labels").id_of(texts[0].text.rstrip(" :"))
            if role is not None:
                yield Pair(role, texts[0], texts[1], "in-a-table")


def _persons(table: Table) -> Iterator[Person]:
    """The rows of a table whose header names at least two facts of a person, one of them who it is."""
    if len(table.rows) < 2:
        return
    roles = [words.lexicon("labels").id_of(_ROLE_WORDS.sub("", text.text).strip(" :")) for text in _row(table.rows[0])]
    if len({role for role in roles if role in _PERSONAL}) < 2 or not {"label", "relationship"} & set(roles):
        return
    for row in table.rows[1:]:
        cells = _row(row)
        if len(cells) == len(roles):
            yield Person({role: text for role, text in zip(roles, cells, strict=True) if role and text})


def _row(row: Row) -> list[Passage]:
    found = []
    for cell in row.cells:
        passage = Passage("")
        for inner in cell.blocks:
            passage = passage.join(inner.passage) if passage else inner.passage
        found.append(passage)
    return found


@cache
def _mention(name: str) -> re.Pattern[str]:
    first = re.escape(name.lstrip()[:1])  # a pattern that begins with a letter is looked for much faster
    spaced = r"\s+".join(map(re.escape, name.split())).removeprefix(first)
    return re.compile(rf"{first}(?<!\w{first}){spaced}(?!\w)")


_MOST_SENTENCES = 260
_MOST_COVER_BLOCKS = 60
_WORDS_OF_A_COVER = 170
_WORDS_OF_PROSE = 28
_WORDS_OF_AN_IMPRINT, _FEWEST_OF_A_SENTENCE = 16, 8
_WORDS_OF_A_SENTENCE = 16
_MOST_FURNITURE = 60
_LONGEST_RUNNING = 200
_EARLY, _EARLY_BLOCKS = 0.3, 25
_MOST_OTHER = 12
# How many blocks of a section may hold facts, by its kind.
_OPENING = {
    "introduction": 40, "scope": 25, "terms-of-reference": 25, "method": 40, "subject": 25, "family": 25, "summary": 25,
    "executive-summary": 30, "events": 14, "cover": 60, "voice": 8,
}  # fmt: skip
_PERHAPS = frozenset({"other", "analysis", "conclusion", "appendix"})
_PERSONAL = frozenset({"label", "relationship", "age", "sex", "ethnicity", "born", "outcome"})
_ROLE_WORDS = re.compile(r"\((?:at|as|in|where|if|on)\b[^)]*\)", re.IGNORECASE)
_CONTENTS = re.compile(r"\W*(?:table\s+of\s+)?contents?(?:\s+page)?\W*", re.IGNORECASE)
_BODY = re.compile(
    r"\W*(?:(?:section|part|chapter)\s+)?(?:\w{1,3}(?:\.\d+)*[.:]?\s+)?(?:introduction|preface|events|scope|executive\s+summary|background|foreword|summary|"
    r"(?:brief\s+)?(?:outline|summary)\s+of|circumstances|what\s+happened|terms\s+of\s+reference)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,3}){1,3}\.?|\(?\d{1,3}[.)]|\[\d{1,3}\])\s+(?=\D)")
_DIGITS = re.compile(r"\d+")

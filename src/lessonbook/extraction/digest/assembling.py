"""The stages of the digest extractor, one after another."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

import msgspec

from lessonbook.domain import Document, Entry, Evidence, Extraction, Link, Passage, Problem, Span
from lessonbook.extraction.accounting import unaccounted
from lessonbook.extraction.digest.casecell import CaseCell, read_case_cell, take_marker
from lessonbook.extraction.digest.duplicates import drop_repeats, words_of
from lessonbook.extraction.digest.entry import ReadCase, entry_of, problem_of
from lessonbook.extraction.digest.labelling import is_kind, is_link, is_method, label_of
from lessonbook.extraction.digest.layout import Layout
from lessonbook.extraction.digest.mend import give_back_tails, joined
from lessonbook.extraction.digest.model import TEXT_ROLES, Note, Piece, RawCase
from lessonbook.extraction.digest.parts import meaning_of, opened_by
from lessonbook.extraction.digest.pieces import tidied
from lessonbook.extraction.digest.rows import cases_of
from lessonbook.extraction.digest.sections import Listed, find_lost_headings
from lessonbook.extraction.digest.wording import Column, Wording, keywords_in
from lessonbook.extraction.facts import Found, read_ethnicity, read_link, sentences


def extraction_of(document: Document, extractor: str, logic_version: int) -> Extraction:
    """Reads a document as a digest."""
    layout = Layout(document)
    cases, stray = cases_of(layout.lines)
    give_back_tails(cases)
    known = words_of(document.text)
    read = [_read(case, known) for case in cases]
    find_lost_headings([_listed(each) for each in read])
    entries: list[Entry] = []
    for each in read:
        entries.append(entry_of(each, document, len(entries)))
    furniture = [*layout.furniture, *(passage for each in read for passage in each.wording.furniture)]
    extraction = Extraction(
        document.sha256,
        extractor,
        logic_version,
        tuple(entries),
        tuple(problem_of(note, document) for note in (*layout.notes, *stray)),
        _spans(furniture),
        layout.title,
        layout.issue_date,
    )
    return _accounted(document, extraction)


def _accounted(document: Document, extraction: Extraction) -> Extraction:
    """The extraction with the separators as furniture, and a problem for wording that found no place."""
    separators: list[Span] = []
    stray: list[Span] = []
    for gap in unaccounted(document, extraction):
        (separators if _is_separator(document.text[gap.start : gap.end]) else stray).append(gap)
    message = "This text stands in the digest but was placed in no case."
    problems = [Problem("not-placed", message, (_evidence(document, gap),)) for gap in stray]
    return msgspec.structs.replace(
        extraction,
        furniture=tuple(sorted((*extraction.furniture, *separators), key=_start)),
        problems=(*extraction.problems, *problems),
    )


def _evidence(document: Document, span: Span) -> Evidence:
    return Evidence(
        document.sha256, document.page_at(span.start), span.start, span.end, document.text[span.start : span.end]
    )


_SEPARATOR = re.compile(
    r"(?:(?:[Cc]ase|CASE|[Rr]eview)(?: study)? \d{1,2}(?!\w)"
    r"|<[^<>]*>|&\w+;|[;,] ?and\b|(?<!\w)\d{1,2}[.)]|[\W_])*"
)


def _is_separator(text: str) -> bool:
    """Whether a text is signs and markup only: the dashes of a heading, the semicolons of a list."""
    return _SEPARATOR.fullmatch(text) is not None


def _start(span: Span) -> int:
    return span.start


def _read(case: RawCase, known: Counter[str]) -> ReadCase:
    for role, stream in case.streams.items():
        kept, pairs = drop_repeats(stream, known)
        case.streams[role] = kept
        for first, second, disagree in pairs:
            case.notes.append(_twice(first, second, disagree=disagree))
    cell = read_case_cell(case)
    wording = Wording()
    wording.links.extend(
        read_link(piece.passage) or Found(Link(piece.text), piece.passage) for piece in case.stream("link")
    )
    wording.furniture.extend(piece.passage for piece in case.stream("number"))
    wording.keywords.extend(each for piece in case.stream("keywords") for each in keywords_in(piece.passage))
    _take_facts(case, wording)
    _take_section(case)
    for role in TEXT_ROLES:
        pieces = joined(case.streams.get(role, []), case)
        if role == "mixed":
            pieces = _with_harm(cell, [*cell.more, *pieces])
            cell.more.clear()
        Column(wording, role, case).read(pieces)
    return ReadCase(case, cell, wording)


def _take_facts(case: RawCase, wording: Wording) -> None:
    """What a column or a row by itself says of the person: the ethnicity, else words that no other field holds."""
    for piece in case.stream("other"):
        case.notes.append(Note("column-not-understood", "The heading of this column is not known.", (piece.passage,)))
    for piece in case.stream("fact"):
        ethnicity = read_ethnicity(piece.passage)
        if ethnicity is not None:
            wording.ethnicities.append(ethnicity)
        else:
            case.notes.append(Note("fact-not-read", "This stands by itself and was not read.", (piece.passage,)))


def _take_section(case: RawCase) -> None:
    """The section that a column of its own names."""
    for piece in case.stream("section"):
        meaning = meaning_of(piece.text)
        if meaning.section is None:
            case.notes.append(Note("section-unknown", "This section is not in the vocabulary.", (piece.passage,)))
        else:
            case.setting = opened_by(piece.passage, case.setting, meaning)


def _with_harm(cell: CaseCell, pieces: list[Piece]) -> list[Piece]:
    """In a case without a table the paragraph below its heading is the harm; the pieces without it."""
    heading = cell.heading_piece
    while heading is not None and heading.title and pieces and take_marker(cell, pieces[0].passage):
        pieces = pieces[1:]
    first = pieces[0] if pieces else None
    if heading is None or not heading.title or cell.harm is not None or first is None:
        return pieces
    if first.item or first.title or label_of(first) is not None or is_link(first) or is_kind(first):
        return pieces
    if is_method(first):
        return pieces
    story = list(takewhile(_is_story, pieces[1:]))
    if story or any((label := label_of(piece)) and label.role in ("key-issue", "background") for piece in pieces):
        cell.harm = tidied(first.passage)
        return pieces[1:]
    told = sentences(first.passage)
    cell.harm = tidied(told[0])
    rest = first.passage.cut(first.passage.text.find(told[0].text) + len(told[0])).strip()
    return [*([msgspec.structs.replace(first, passage=rest)] if rest else []), *pieces[1:]]


def _is_story(piece: Piece) -> bool:
    return label_of(piece) is None and not is_link(piece)


def _twice(first: Passage, second: Passage, *, disagree: bool) -> Note:
    if disagree:
        message = (
            f"These words were read twice and the readings disagree: “{first.text}” and “{second.text[: len(first)]}”."
        )
        return Note("readings-disagree", message, (first, second.cut(0, len(first))))
    return Note("read-twice", "These words were read twice; the better reading is kept.", (first, second))


def _listed(read: ReadCase) -> Listed:
    published = read.cell.heading.published
    dated = published is not None and published.value.precision != "year"
    return Listed(
        read.case,
        published.value.earliest if published is not None and dated else None,
        read.cell.harm.text if read.cell.harm else "",
        [said.passage.text for said in read.wording.said if said.kind == "key-issue"],
    )


def _spans(passages: Iterable[Passage]) -> tuple[Span, ...]:
    return tuple(sorted({span for passage in passages for span in passage.spans()}, key=_start))

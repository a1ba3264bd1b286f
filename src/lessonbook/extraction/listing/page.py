"""A whole list page: its cases as entries, and everything around them accounted for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lessonbook.domain import Audience, Document, Entry, Evidence, Extraction, Passage, Problem, Span, evidence_of
from lessonbook.extraction.accounting import unaccounted
from lessonbook.extraction.listing.cases import Case, Page, cut_into_cases
from lessonbook.extraction.listing.entry import entry_of
from lessonbook.extraction.listing.lines import lines_of
from lessonbook.vocabulary import kinds

EXTRACTOR = "listing"
LOGIC_VERSION = 1


def extract(document: Document) -> Extraction:
    """What a list page says of each review in it: one entry a case, in the order of the page.

    Labels, the signs between items and what a page prints around its cases are furniture. Wording that reads like a
    case's but stands in none is a problem, and so is wording of a case that none of its claims rests on.
    """
    page = cut_into_cases(lines_of(document))
    if not page.cases:
        return _nothing_found(document)
    audience = _audience_of_page(document, page)
    entries, furniture = [], list(page.furniture)
    for position, case in enumerate(page.cases):
        entry, labels = entry_of(case, position, document, audience)
        entries.append(entry)
        furniture.extend(labels)
    extraction = Extraction(
        document.sha256,
        EXTRACTOR,
        LOGIC_VERSION,
        tuple(entries),
        problems=tuple(_stray(passage, document) for passage in page.stray),
        furniture=(*_markup(document), *(span for passage in furniture for span in passage.spans())),
        title=document.title,
    )
    return _with_leftovers(document, extraction, page.cases)


def _nothing_found(document: Document) -> Extraction:
    text = document.text
    spans = [(page.start, page.end) for page in document.pages] or [(0, len(text))]
    evidence = tuple(
        Evidence(document.sha256, document.page_at(start), start, end, text[start:end])
        for start, end in spans
        if text[start:end].strip()
    )
    message = "No case was found: a list page has a heading with year, area and name above each case."
    return Extraction(
        document.sha256,
        EXTRACTOR,
        LOGIC_VERSION,
        (),
        (Problem("no-case-found", message, evidence),),
        title=document.title,
    )


def _audience_of_page(document: Document, page: Page) -> Audience:
    """Adults where title and front matter name adults' reviews only, otherwise children: theirs are the known lists."""
    said = [document.title or "", *(passage.text for passage in page.furniture)]
    named = kinds.audience_of([kind for text in said for kind in kinds.kinds_in(text)])
    return "adults" if named == "adults" else "children"


def _stray(passage: Passage, document: Document) -> Problem:
    message = "This reads like part of a case, but stands under no case's heading; see which case it belongs to."
    return Problem("text-unplaced", message, evidence_of(passage, document))


def _markup(document: Document) -> Iterator[Span]:
    """What stands in the document's text between passages: markup and separators, no wording."""
    spans = sorted((span.start, span.end) for passage in document.passages() for span in passage.spans())
    reached = 0
    for start, end in (*spans, (len(document.text), len(document.text))):
        if start > reached:
            yield Span(reached, start)
        reached = max(reached, end)


def _with_leftovers(document: Document, extraction: Extraction, cases: Sequence[Case]) -> Extraction:
    """The extraction with what no claim rests on: signs and joints as furniture, wording as a problem of its case."""
    furniture: list[Span] = list(extraction.furniture)
    problems: dict[int, list[Evidence]] = {}
    begins = [_start_of(case) for case in cases]
    for gap in unaccounted(document, extraction):
        quote = document.text[gap.start : gap.end]
        if _NO_WORDING.fullmatch(quote):
            furniture.append(gap)
            continue
        evidence = Evidence(document.sha256, document.page_at(gap.start), gap.start, gap.end, quote)
        problems.setdefault(max(0, bisect_right(begins, gap.start) - 1), []).append(evidence)
    entries = tuple(_with_problem(entry, problems.get(entry.position, ())) for entry in extraction.entries)
    in_order = sorted(set(furniture), key=lambda span: (span.start, span.end))
    return msgspec.structs.replace(extraction, entries=entries, furniture=tuple(in_order))


# Signs and markup, and perhaps the joint before a list's last item.
_NO_WORDING = re.compile(r"(?:<[^<>]*>|[\W_])*(?:(?:and|or|&)\b(?:<[^<>]*>|[\W_])*)?", re.IGNORECASE)


def _start_of(case: Case) -> int:
    return min((span.start for span in case.heading.spans()), default=0)


def _with_problem(entry: Entry, left: Iterable[Evidence]) -> Entry:
    evidence = tuple(left)
    if not evidence:
        return entry
    problem = Problem(
        "text-unread", "These words of the case could not be read as any fact; see what they say.", evidence
    )
    return msgspec.structs.replace(entry, problems=(*entry.problems, problem))

"""How much a document looks like a list page."""

from lessonbook.domain import Document, Table
from lessonbook.extraction.listing import shapes
from lessonbook.extraction.listing.cases import Case, cut_into_cases
from lessonbook.extraction.listing.lines import lines_of
from lessonbook.extraction.listing.parts import STORY, parts_of


def fits(document: Document) -> float:
    """From 0 (no case, or cases in the columns of a table, as a digest has them) to 1 (nothing but cases).

    A case counts where its lines say what a list's case says: a harm first, or labelled parts, and not a chapter long.
    A page that calls itself a digest or an issue fits less.
    """
    lines = lines_of(document)
    wording = sum(len(line.text) for line in lines)
    cases = [case for case in cut_into_cases(lines).cases if not case.tabled and _convinces(case)]
    if not cases:
        return 0.0
    in_cases = sum(_length(case) for case in cases)
    in_columns = sum(len(line.text) for line in lines if line.tabled)
    share = in_cases / wording
    score = (0.5 + 0.5 * share) * (1 - in_columns / wording) if share > _LEAST_SHARE else share
    return round(score * (_AS_DIGEST if _calls_itself_digest(document) else 1), 3)


def _calls_itself_digest(document: Document) -> bool:
    title = next((block.passage.text for block in document.blocks if not isinstance(block, Table)), "")
    return any(shapes.titles_digest(text) for text in (title, document.title or ""))


_AS_DIGEST = 0.75


_LEAST_SHARE = 0.2
_LONGEST_CASE = 8_000


def _length(case: Case) -> int:
    return len(case.heading) + sum(len(line.text) for line in case.body)


def _convinces(case: Case) -> bool:
    if not case.body or _length(case) > _LONGEST_CASE:
        return False
    return shapes.tells_of_harm(case.body[0].text) or any(part.role != STORY for part in parts_of(case.body))

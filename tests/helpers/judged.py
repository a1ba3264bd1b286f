"""What tests ask of an evaluation: one document against its gold, and what differs in sentences."""

from pathlib import Path
from typing import Any

from lessonbook.domain import Document, Extraction
from lessonbook.evaluation.gold import GoldDocument
from lessonbook.evaluation.judging import judge, reviews_of
from lessonbook.evaluation.results import Difference, DocumentResult
from lessonbook.evaluation.tallies import Tally, total


def judged(document: Document, extraction: Extraction, records: list[dict[str, Any]]) -> DocumentResult:
    """How a document was read, by its gold records."""
    path = Path(document.title or "document")
    return judge(GoldDocument(str(path), path, tuple(records)), document, extraction, {})


def statements_of(result: DocumentResult) -> Tally:
    """Statements of all kinds, by their very words."""
    return total(result.exact.values())


def fields_of(result: DocumentResult) -> Tally:
    """All fields of all cases."""
    return total(result.fields.values())


def sentences(differences: list[Difference]) -> str:
    """One line a difference."""
    return "\n".join(
        f"[{one.case}] {one.what} {one.name}: gold {one.gold!r}, found {one.found!r}" for one in differences
    )


def said(extraction: Extraction) -> list[list[tuple[str, str]]]:
    """Kind and text of every statement of every case, in order."""
    return [[(one.kind, one.text) for one in review.statements] for review in reviews_of(extraction)]

"""What holds for every file: it is a document that keeps its promises, or it is refused in one sentence, in time."""

import time

from helpers.outlines import check_places
from lessonbook.domain import Document, LessonbookError, Table
from lessonbook.reading import read_here

# Far beyond what any of these small files takes on a machine that does ten other things.
SECONDS = 20.0


def check(data: bytes) -> None:
    """Reads the file. Fails where its reader breaks a promise."""
    begun = time.perf_counter()
    outcome = _outcome(data)
    assert time.perf_counter() - begun < SECONDS
    if isinstance(outcome, Document):
        check_document(outcome)
    else:
        assert outcome.endswith(".")
        assert "\n" not in outcome


def _outcome(data: bytes) -> Document | str:
    """The document, or the sentence that refuses the file; any other error goes on."""
    try:
        return read_here(data)
    except LessonbookError as refusal:
        return refusal.message


def check_document(document: Document) -> None:
    """Every place leads back, pages are in order, every character is wording, a note or furniture."""
    check_places(document)
    length = len(document.text)
    ends = [0]
    for page in document.pages:
        assert ends[-1] <= page.start <= page.end <= length
        ends.append(page.end)
    assert [page.number for page in document.pages] == sorted({page.number for page in document.pages})
    reached = 0
    for span in document.furniture:
        assert reached <= span.start < span.end <= length
        reached = span.end
    for passage in document.passages():
        assert passage.text == passage.text.strip()
        for mark in passage.marks:
            assert 0 <= mark.start < mark.end <= len(passage.text)
        for run in passage.runs:
            assert 0 <= run.start <= run.end <= len(passage.text)
            assert 0 <= run.at <= run.until <= length
    for block in document.blocks:
        assert not isinstance(block, Table) or block.rows

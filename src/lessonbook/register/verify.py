"""Checking that the register says what its documents say."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db import DatabaseError

from lessonbook.domain import Evidence, LessonbookError
from lessonbook.domain.serialise import from_json
from lessonbook.reading import Readers
from lessonbook.register import archive, models, stored
from lessonbook.register.opening import explained
from lessonbook.register.parts import in_parts
from lessonbook.register.records import resolved_anew
from lessonbook.register.reports import Failure, VerifyReport

_ROWS_AT_A_TIME = 2000


def verify(*, again: bool = False, on_progress: Callable[[int, int], None] | None = None) -> VerifyReport:
    """Check every piece of evidence that holds, against the archived bytes and the document's text.

    The bytes must have their hash, the quotation must stand in the text where it is said to, and each record must be
    what its claims resolve to. With ``again`` each document is read again from its bytes, and must give the same text.
    ``on_progress`` is told how many documents are done and how many there are.
    """
    check = _Check()
    try:
        documents = list(models.Document.objects.order_by("sha256").values_list("sha256", flat=True))
        for done, sha256 in enumerate(documents, start=1):
            check.document(sha256)
            if on_progress:
                on_progress(done, len(documents))
        check.editors_claims()
        check.records()
        if again:
            check.readings(documents)
    except DatabaseError as error:
        raise explained(error) from error
    needed = {archive.path_of(sha256) for sha256 in documents}
    orphans = tuple(str(file.relative_to(archive.root())) for file in archive.files() if file not in needed)
    return VerifyReport(len(documents), check.claims, check.evidence, check.reviews, tuple(check.failures), orphans)


class _Check:
    """What has been counted and found so far."""

    def __init__(self) -> None:
        self.claims = self.evidence = self.reviews = 0
        self.failures: list[Failure] = []

    def document(self, sha256: str) -> None:
        """The bytes of a document, and what is claimed from its text."""
        row = models.Document.objects.get(pk=sha256)
        try:
            archive.check(sha256)
        except LessonbookError as error:
            self.failures.append(Failure(error.code, error.message, document=sha256))
        for review, evidence in _stated(sha256):
            self.claims += 1
            for piece in stored.evidence_from(evidence, sha256):
                self._piece(piece, row.text, review)
        for review, problems in models.Entry.objects.filter(document=sha256, live=True).values_list(
            "review_id", "problems"
        ):
            for piece in (piece for problem in stored.problems_from(problems) for piece in problem.evidence):
                self._piece(piece, row.text, review)

    def editors_claims(self) -> None:
        """The evidence that editors gave."""
        for claim in models.EditorClaim.objects.filter(withdrawn=False, superseded_by__isnull=True).order_by("id"):
            self.claims += 1
            for piece in from_json(claim.evidence, tuple[Evidence, ...]):
                known = models.Document.objects.filter(pk=piece.document).first()
                self._piece(piece, known.text if known else "", claim.review_id)

    def records(self) -> None:
        """Each record against what its claims resolve to."""
        ids = list(models.Review.objects.filter(live=True).order_by("id").values_list("id", flat=True))
        for part in in_parts(ids):
            rows = list(models.Review.objects.filter(id__in=part))
            for row, review in zip(rows, resolved_anew(rows), strict=True):
                self.reviews += 1
                if stored.text_of(review) != row.record:
                    sentence = f"The record of {row.pk} is not what its claims say: restore a backup, or import again."
                    self.failures.append(Failure("record-differs", sentence, review=row.pk))

    def readings(self, documents: Sequence[str]) -> None:
        """What today's readers make of the bytes, where they are of the version that read them before."""
        with Readers() as readers:
            readings = readers.map(archive.path_of(sha256) for sha256 in documents)
            for sha256, reading in zip(documents, readings, strict=True):
                row = models.Document.objects.get(pk=sha256)
                now = reading.document
                if now is None or (now.reader == row.reader and now.text != row.text):
                    why = reading.error.message if reading.error else "it gives another text than the register has."
                    sentence = f"{row.name} cannot be read again as it was: {why}"
                    self.failures.append(Failure("reading-differs", sentence, document=sha256))

    def _piece(self, piece: Evidence, text: str, review: str) -> None:
        self.evidence += 1
        if not piece.holds_in(text):
            sentence = (
                f"“{piece.quote[:60]}” is not at characters {piece.start} to {piece.end} of the document "
                f"{piece.document[:12]}… (review {review})."
            )
            self.failures.append(
                Failure("evidence-fails", sentence, piece.document, review, piece.page, piece.start, piece.end)
            )


def _stated(sha256: str) -> Iterator[tuple[str, str]]:
    """Review and evidence of each claim that holds in a document."""
    held: Iterable[tuple[str, str]] = (
        models.Claim.objects.filter(entry__document=sha256, entry__live=True, ended_by__isnull=True)
        .order_by("id")
        .values_list("entry__review_id", "evidence")
    ).iterator(_ROWS_AT_A_TIME)
    yield from held

"""What is told of a file: from what the register holds of it, or from the error."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from lessonbook.domain import LessonbookError, Problem, ReadingProblem
from lessonbook.domain.serialise import from_json
from lessonbook.register import models, stored
from lessonbook.register.intake.recording import Recorded
from lessonbook.register.reports import FileProblem, FileReport


def told(path: Path, sha256: str, recorded: Recorded) -> FileReport:
    """The report on a file that is in the register."""
    document = models.Document.objects.defer("text").get(pk=sha256)
    run = document.runs.order_by("-id")[0]
    entries = models.Entry.objects.filter(document=document, live=True)
    statements = models.Claim.objects.filter(entry__in=entries, field="statement", ended_by__isnull=True)
    return FileReport(
        path=str(path),
        status=recorded.status,
        sha256=sha256,
        format=document.format,
        extractor=run.extractor,
        title=document.title,
        entries=entries.count(),
        new=recorded.new,
        matched=recorded.matched,
        unsure=recorded.unsure,
        statements=statements.count(),
        problems=_counted(_problems(document, run)),
    )


def failed(path: Path, error: LessonbookError) -> FileReport:
    """The report on a file that could not be taken in."""
    return not_taken_in(str(path), error)


def not_taken_in(place: str, error: LessonbookError) -> FileReport:
    """The report on what could not be taken in from a path or an address."""
    return FileReport(path=place, status="failed", problems=(FileProblem(error.code, error.message),))


def _problems(document: models.Document, run: models.Run) -> Iterable[Problem | ReadingProblem]:
    yield from from_json(document.problems, tuple[ReadingProblem, ...])
    yield from stored.problems_from(run.problems)
    for text in models.Entry.objects.filter(document=document, live=True).order_by("position").values_list("problems"):
        yield from stored.problems_from(text[0])


def _counted(problems: Iterable[Problem | ReadingProblem]) -> tuple[FileProblem, ...]:
    """Each sentence once, in the order of the first, those of one code together."""
    times = Counter((problem.code, problem.message) for problem in problems)
    codes = list(dict.fromkeys(code for code, _ in times))
    ordered = sorted(times, key=lambda sentence: codes.index(sentence[0]))
    return tuple(FileProblem(code, message, times[code, message]) for code, message in ordered)

"""Reading documents that have gold, and putting the results together."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lessonbook import __version__, extraction
from lessonbook.domain.serialise import extraction_from_json
from lessonbook.evaluation import gold, judging
from lessonbook.evaluation.printed import pages_of
from lessonbook.evaluation.results import DocumentResult, Evaluation, EvidenceCount, KeyIssues, Summary
from lessonbook.evaluation.sureness import calibration
from lessonbook.evaluation.tallies import by_name, figure
from lessonbook.reading import Readers, Reading

_WORKERS = 2
_EXTRACT = "lessonbook.extraction:extract"

Progress = Callable[[int, int, str], None]


def evaluate(paths: Iterable[Path], *, on_progress: Progress | None = None) -> Evaluation:
    """Read the documents that these files and folders have gold for, and say how well they were read.

    Documents are read and extracted in processes of their own, as an import does; the register is not touched. A
    document that cannot be read counts as one in which nothing was found. ``on_progress`` is told after each document
    how many are done, how many there are, and its name. Raises ``LessonbookError`` as ``gold.find`` does.
    """
    wanted = gold.find(paths)
    results: list[DocumentResult] = []
    with Readers(_WORKERS, then=_EXTRACT) as readers:
        for one, reading in zip(wanted, readers.map(one.path for one in wanted), strict=True):
            results.append(_judged(one, reading))
            if on_progress:
                on_progress(len(results), len(wanted), one.name)
    return put_together(results)


def _judged(one: gold.GoldDocument, reading: Reading) -> DocumentResult:
    if reading.document is None or reading.then is None or reading.data is None:
        return judging.failed(one, reading.error.message if reading.error else "It could not be read.")
    return judging.judge(one, reading.document, extraction_from_json(reading.then), pages_of(reading.data))


def put_together(results: Sequence[DocumentResult]) -> Evaluation:
    """The figures over all documents, by group and by layout."""
    return Evaluation(
        lessonbook=__version__,
        extractors=dict(extraction.EXTRACTORS),
        summary=summary(results),
        groups=_by(results, lambda result: result.group),
        layouts=_by(results, lambda result: result.layout),
        documents=tuple(results),
    )


def _by(results: Sequence[DocumentResult], key: Callable[[DocumentResult], str | None]) -> dict[str, Summary]:
    names = dict.fromkeys(name for result in results if (name := key(result)) is not None)
    return {name: summary([result for result in results if key(result) == name]) for name in names}


def summary(results: Sequence[DocumentResult]) -> Summary:
    """The figures over some documents."""
    evidence, issues = EvidenceCount(), KeyIssues()
    for result in results:
        evidence.add(result.evidence)
        issues.add(result.key_issues)
    return Summary(
        documents=len(results),
        failed=sum(result.error is not None for result in results),
        cases=figure(result.cases for result in results),
        fields=by_name([result.fields for result in results]),
        statements=by_name([result.statements for result in results]),
        exact=by_name([result.exact for result in results]),
        details=by_name([result.details for result in results]),
        places=figure(result.places for result in results),
        evidence=evidence,
        evidence_exactness=evidence.exact,
        key_issues=issues,
        conflicts=sum(result.conflicts for result in results),
        calibration=calibration([one for result in results for one in result.judged]),
    )

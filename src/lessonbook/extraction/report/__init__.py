"""Full reports: overview reports, executive summaries and briefings about one review.

The stages, one file each: ``sections`` (what each heading opens), ``facts`` (who, where, when), ``statements``
(learning, recommendations, good practice), ``key_issues`` (what happened); ``sureness`` says how sure a reading is.
Within ``statements``: ``zones``, ``units`` (where to look), ``labels`` and ``wording`` (what words tell), ``walking``
and ``tabled`` (what states), ``whose`` and ``described`` (other reviews' statements), ``repeats``, ``made``. Running
text from which nothing was taken is passed over.
"""

from itertools import chain

from lessonbook.domain import Claim, Document, Entry, Extraction, Problem, Span
from lessonbook.extraction.report import facts, key_issues, sections, statements
from lessonbook.extraction.report.fitting import fit, speaks_of_several

EXTRACTOR = "report"
LOGIC_VERSION = 1


def fits(document: Document) -> float:
    """How much a document looks like a report about one review, from 0 to 1."""
    return fit(document, sections.read(document))


def extract(document: Document) -> Extraction:
    """What a report says of the review that it is about, as one entry.

    A report on several reviews gives no entry: its statements cannot be told apart, and a problem says so.
    """
    parts = sections.read(document)
    running = tuple(span for passage in document.passages() for span in passage.spans())
    if speaks_of_several(document):
        problem = Problem(
            "several-reviews",
            "This report tells of several reviews, so nothing was taken from it; take in the report of each review.",
        )
        return Extraction(document.sha256, EXTRACTOR, LOGIC_VERSION, (), problems=(problem,), passed_over=running)
    told = facts.read(document, parts)
    said = statements.read(document, parts)
    claims: tuple[Claim, ...] = (*told.claims, *said.claims)
    taken = tuple(Span(piece.start, piece.end) for claim in said.claims for piece in claim.evidence)
    claims = (*claims, *key_issues.choose(document, parts, taken))
    entry = Entry(0, claims, tuple(chain(told.problems, said.problems)))
    return Extraction(
        document.sha256,
        EXTRACTOR,
        LOGIC_VERSION,
        (entry,),
        furniture=(*told.furniture, *said.furniture),
        passed_over=running,
    )

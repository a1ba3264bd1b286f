"""What people do about themes: confirm them, see what waits for them, let the model learn from what they confirmed."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from lessonbook.coding import Coded, gates, suggested, training
from lessonbook.coding.gates import CodedStatement, Finding
from lessonbook.coding.model import shipped, to_bytes
from lessonbook.coding.sections import SURE_ENOUGH, Placed, SectionModel
from lessonbook.coding.seeing import IDS, unsigned
from lessonbook.domain import LessonbookError, Review
from lessonbook.domain.serialise import from_json
from lessonbook.recurrence import KINDS
from lessonbook.register import coding, models, reviews
from lessonbook.register.coding import Change
from lessonbook.register.history import note
from lessonbook.register.opening import changing
from lessonbook.register.parts import in_parts
from lessonbook.vocabulary.sections import SECTIONS
from lessonbook.vocabulary.themes import THEMES

SECTION_IDS = {section.id for section in SECTIONS}
_MOST_PLACED = 400  # more tell little more, and each takes some milliseconds


class Waiting(msgspec.Struct, frozen=True):
    """A statement that no theme is sure enough for, and the likeliest."""

    review: str
    statement: str
    text: str
    suggested: tuple[Coded, ...]


class OfReview(msgspec.Struct, frozen=True):
    """A review's themes, each with how many of its statements have it, the most first; its section where the record
    has one, and the section that its words tell of, with those words; ``sure`` is whether that is more than a proposal.
    """

    review: str
    themes: tuple[tuple[str, int], ...]
    section: str | None
    told: str
    confidence: float
    sure: bool
    reasons: tuple[str, ...]


class Learned(msgspec.Struct, frozen=True):
    """What training made of how many statements, how many of them confirmed here, and what changed in the register."""

    statements: int
    confirmed: int
    coded: int
    changes: tuple[Change, ...]


@changing
def confirm(statement: str, themes: Sequence[str], *, author: str) -> None:
    """Say which themes a statement has, and no others; so have all that say the same words.

    Raises ``LessonbookError``: ``statement-unknown``, ``theme-unknown``.
    """
    unknown = sorted(set(themes) - set(IDS))
    if unknown:
        raise LessonbookError("theme-unknown", f"There is no theme “{unknown[0]}”: `lessonbook themes` lists them.")
    line = _line(statement)
    given = [theme for theme in IDS if theme in themes]
    models.ThemeDecision.objects.update_or_create(
        wording=line.wording_id,
        defaults={
            "themes": msgspec.json.encode(given).decode(),
            "author": author,
            "made_at": datetime.now(tz=UTC),
        },
    )
    _keep(line, given, author)


@changing
def forget(statement: str, *, author: str) -> None:
    """Take back what was confirmed: the statement has the themes that coding gives it."""
    line = _line(statement)
    models.ThemeDecision.objects.filter(wording=line.wording_id).delete()
    _keep(line, None, author)


def waiting(limit: int = 20) -> tuple[int, tuple[Waiting, ...]]:
    """How many statements have been coded and have no theme, and the first of them with what may fit."""
    lines = models.Line.objects.filter(kind__in=KINDS, wording__themes="[]")
    lines = lines.exclude(wording__in=models.ThemeDecision.objects.values("wording"))
    model, found = coding.in_use(), []
    for line in lines.select_related("wording").order_by("review_id", "position")[:limit]:
        (of,) = coding.meanings_of([line.wording])
        likely = suggested(line.wording.text, of, model)
        found.append(Waiting(line.review_id, line.statement, line.wording.text, likely))
    return lines.count(), tuple(found)


def of_review(review: str) -> OfReview:
    """What a review is about. Its section is told from reviews whose sections the register knows, this one left out."""
    shown = reviews.get(review)
    counts = Counter(theme for one in shown.statements for theme in one.themes)
    begins = _beginning(shown)
    told = SectionModel(_placed(without=shown.id)).tell(begins, shown.audience)
    return OfReview(
        review=shown.id,
        themes=tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
        section=shown.section,
        told=told.section,
        confidence=told.confidence,
        sure=told.confidence >= SURE_ENOUGH,
        reasons=tuple(begins[start:end] for start, end in told.reasons),
    )


def _beginning(review: Review) -> str:
    """What a review says first: harm, title, key issues."""
    said = [review.harm.as_written if review.harm else "", review.title or ""]
    said += [one.text for one in review.statements if one.kind == "key-issue"]
    return " ".join(filter(None, said))


def _placed(without: str) -> list[Placed]:
    """Reviews under a heading of their source or an editor, the latest first: what sections are learned from."""
    rows = models.Review.objects.filter(live=True, section__isnull=False).exclude(status__in=models.HIDDEN)
    found = []
    for row in rows.exclude(pk=without).order_by("-published_from", "pk")[:_MOST_PLACED]:
        review = from_json(row.record, Review)
        begins = _beginning(review)
        if begins and review.section in SECTION_IDS and not review.section_inferred:
            found.append(Placed(begins, review.audience, review.section))
    return found


def train(on_progress: Callable[[int, int], None] | None = None) -> Learned:
    """Make the register's model anew from the starter set and what was confirmed, and code all wordings by it.

    The same statements give the same model. Confirmed statements that are held or withdrawn teach nothing.
    """
    confirmed = _confirmed()
    examples = [*training.of_starter(), *confirmed]
    made_of = training.made_of((one.text, one.themes, one.review) for one in examples)
    made = None if made_of == shipped().made_of else to_bytes(training.train(examples).model)
    models.ThemeModel.objects.update_or_create(pk=coding.STATE, defaults={"model": made})
    coded, changes = coding.recode(on_progress)
    return Learned(len(examples), len(confirmed), coded, changes)


def _confirmed() -> list[training.Example]:
    """What people confirmed of wordings that the register shows, in an order that does not depend on when."""
    found = []
    for keys in in_parts(sorted(models.ThemeDecision.objects.values_list("wording", flat=True))):
        decided = coding.decisions(keys)
        rows = list(models.Wording.objects.filter(pk__in=keys).order_by("pk"))
        said = (
            models.Line.objects.filter(wording__in=keys).order_by("-review_id").values_list("wording_id", "review_id")
        )
        saying = dict(said)
        for row, of in zip(rows, unsigned(coding.meanings_of(rows)), strict=True):
            found.append(training.Example(row.text, of, frozenset(decided[row.pk]), saying[row.pk]))
    return found


def _keep(line: models.Line, decided: Sequence[str] | None, author: str) -> None:
    coding.keep(line.wording, coding.as_decided(coding.code_one(line.wording), decided))
    note(line.review_id, "themes", author=author, statement=line.statement, themes=decided)


def _line(statement: str) -> models.Line:
    line = models.Line.objects.filter(statement=statement, kind__in=KINDS).select_related("wording").first()
    if line is None:
        raise LessonbookError("statement-unknown", f"The register shows no statement {statement}.")
    return line


def check() -> tuple[Finding, ...]:
    """Quality gates on the themes of the vocabulary, by what the register shows of them."""
    lines = models.Line.objects.filter(kind__in=KINDS, wording__themes__isnull=False).exclude(wording__themes="[]")
    said = lines.values_list("review_id", "wording__themes").iterator()
    statements = (CodedStatement(review, frozenset(coding.ids_of(themes or "[]"))) for review, themes in said)
    return gates.check(THEMES, statements)

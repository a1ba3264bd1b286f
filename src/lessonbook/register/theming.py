"""What people do about themes: confirm them, see what waits for them, let the model learn from what they confirmed."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from lessonbook.coding import Coded, gates, suggested, training
from lessonbook.coding.gates import CodedStatement, Finding
from lessonbook.coding.model import shipped, to_bytes
from lessonbook.coding.seeing import IDS, unsigned
from lessonbook.domain import LessonbookError
from lessonbook.recurrence import KINDS
from lessonbook.register import coding, models
from lessonbook.register.coding import Change
from lessonbook.register.history import note
from lessonbook.register.opening import changing
from lessonbook.register.parts import in_parts
from lessonbook.vocabulary.themes import THEMES


class Waiting(msgspec.Struct, frozen=True):
    """A statement that no theme is sure enough for, and the likeliest."""

    review: str
    statement: str
    text: str
    suggested: tuple[Coded, ...]


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
        reviews = dict(said)
        for row, of in zip(rows, unsigned(coding.meanings_of(rows)), strict=True):
            found.append(training.Example(row.text, of, frozenset(decided[row.pk]), reviews[row.pk]))
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

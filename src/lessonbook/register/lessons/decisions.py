"""What editors decide of lessons: merge, split, move, pin. Decisions are kept and applied after each grouping."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2b

from django.db.models import F

from lessonbook.domain import LessonbookError
from lessonbook.register import models
from lessonbook.register.lessons.models import Decision, Member
from lessonbook.register.opening import changing


@changing
def merge(lesson: str, other: str, *, author: str) -> None:
    """Make the other lesson part of this one. Raises ``LessonbookError``: ``lesson-unknown``, ``lesson-itself``."""
    kept, told = known(lesson), known(other)
    if kept == told:
        raise LessonbookError("lesson-itself", f"The lesson {kept} cannot be merged into itself: name two.")
    _decide("merge", kept, author, other=told)


@changing
def split(lesson: str, statements: Sequence[str], *, author: str) -> str:
    """Take statements, with all that say the same words, out of a lesson into a new one; the new one's id."""
    whole = known(lesson)
    wordings = {_wording(whole, statement): statement for statement in statements}
    new = blake2b(f"split:{Decision.objects.count()}:{whole}".encode(), digest_size=5).hexdigest()
    for wording, statement in wordings.items():
        _decide("split", new, author, statement=statement, wording=wording)
    return new


@changing
def move(lesson: str, statement: str, other: str, *, author: str) -> None:
    """Put a statement, with all that say the same words, into another lesson."""
    _decide("move", known(other), author, statement=statement, wording=_wording(known(lesson), statement))


@changing
def pin(lesson: str, statement: str, *, author: str) -> None:
    """Let a statement's wording stand for the lesson."""
    _decide("pin", known(lesson), author, statement=statement, wording=_wording(known(lesson), statement))


def known(lesson: str) -> str:
    """The id of the lesson whose id is this or begins so; a merged one's id leads to what it became.

    Raises ``LessonbookError``: ``lesson-unknown``, ``lesson-ambiguous``.
    """
    wanted = lesson.strip().lower()
    found = set(Member.objects.filter(lesson__startswith=wanted or "-").values_list("lesson", flat=True).distinct()[:3])
    if not found:
        into = Decision.objects.filter(action="merge", other__startswith=wanted or "-").order_by("id").last()
        if into is not None:
            return known(into.lesson)
        raise LessonbookError("lesson-unknown", f"No lesson has the id “{lesson}”: `lessonbook lessons` lists them.")
    if len(found) > 1 and wanted not in found:
        raise LessonbookError("lesson-ambiguous", f"Several lessons begin with “{lesson}”: give more of the id.")
    return wanted if wanted in found else found.pop()


def pinned(lesson: str) -> str | None:
    """The wording that an editor let stand for the lesson."""
    decision = Decision.objects.filter(action="pin", lesson=lesson).order_by("id").last()
    return _wording_now(decision) if decision else None


def apply() -> None:
    """Put every member into the lesson that editors decided on, in the order in which they decided."""
    Member.objects.exclude(lesson=F("found")).update(lesson=F("found"))
    for decision in Decision.objects.exclude(action="pin").order_by("id"):
        if decision.action == "merge":
            Member.objects.filter(lesson=decision.other).update(lesson=decision.lesson)
        else:
            Member.objects.filter(pk=_wording_now(decision)).update(lesson=decision.lesson)


def _decide(action: str, lesson: str, author: str, **of: str) -> None:
    if not author.strip():
        raise LessonbookError("author-missing", "A decision needs the name of who made it: add --author NAME.")
    Decision.objects.create(action=action, lesson=lesson, author=author, made_at=datetime.now(tz=UTC), **of)
    apply()


def _wording(lesson: str, statement: str) -> str:
    line = models.Line.objects.filter(statement=statement).first()
    if line is None or not Member.objects.filter(pk=line.wording_id, lesson=lesson).exists():
        raise LessonbookError("statement-unknown", f"The lesson {lesson} has no statement {statement}.")
    return line.wording_id


def _wording_now(decision: Decision) -> str:
    if not models.Line.objects.filter(wording=decision.wording).exists():
        line = models.Line.objects.filter(statement=decision.statement).first()
        if line is not None:
            return line.wording_id
    return decision.wording

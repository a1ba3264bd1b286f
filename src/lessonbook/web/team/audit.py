"""The audit log: who came in, who was refused, who changed what. It is only ever added to."""

from datetime import UTC, datetime
from typing import Any

from lessonbook.web.team.models import AuditEntry

_A_PAGE = 100


def note(who: str, kind: str, about: str = "", origin: str = "") -> None:
    """Add a line to the log."""
    AuditEntry.objects.create(at=datetime.now(tz=UTC), who=who, kind=kind, about=about[:500], origin=origin[:45])


def entries(before: int = 0) -> tuple[list[AuditEntry], int]:
    """A page of the log, the newest first: what stands below the entry with this number, and where the next begins.

    0 stands for the beginning, and where there is no next page.
    """
    asked: dict[str, Any] = {"pk__lt": before} if before else {}
    found = list(AuditEntry.objects.filter(**asked).order_by("-pk")[: _A_PAGE + 1])
    page = found[:_A_PAGE]
    return page, page[-1].pk if len(found) > _A_PAGE else 0

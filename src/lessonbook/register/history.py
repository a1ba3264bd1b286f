"""A review's history: who did what to it, when."""

from datetime import UTC, datetime

from lessonbook.register import models, stored


def note(review_id: str, action: str, *, author: str = "", **detail: object) -> models.Event:
    """Write a line in a review's history. Call it inside the transaction of what it tells of."""
    return models.Event.objects.create(
        review_id=review_id, action=action, author=author, detail=stored.text_of(detail), made_at=datetime.now(tz=UTC)
    )

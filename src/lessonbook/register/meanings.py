"""Computing the meanings of wordings that have none yet. It takes longer than storing words, so it is its own step."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import transaction

from lessonbook import meaning
from lessonbook.register import models
from lessonbook.register.signals import meanings_learned

_AT_A_TIME = 512


def missing() -> int:
    """How many wordings have no meaning yet."""
    return models.Wording.objects.filter(vector__isnull=True).count()


def learn(on_progress: Callable[[int, int], None] | None = None) -> int:
    """Compute the meanings that are missing; how many were computed.

    Each part is stored by itself: what is done stays done when the work is ended.
    """
    total, done = missing(), 0
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        while rows := list(models.Wording.objects.filter(vector__isnull=True).order_by("pk")[:_AT_A_TIME]):
            for row, vector in zip(rows, threads.map(_stored, (row.text for row in rows)), strict=True):
                row.vector = vector
            with transaction.atomic():
                models.Wording.objects.bulk_update(rows, ["vector"])
            done += len(rows)
            if on_progress:
                on_progress(done, total)
    if done:
        meanings_learned.send(models.Wording)
    return done


def of(text: str) -> meaning.Signed:
    """The meaning of a text as it is stored, ``meaning.WIDTH`` signed bytes; likenesses move by less than 0.01."""
    return meaning.signed(meaning.encode([text])[0])


def _stored(text: str) -> bytes:
    return of(text).tobytes()

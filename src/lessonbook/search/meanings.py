"""Computing the meanings of items that have none yet. It takes longer than storing words, so it has its own step."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import simsimd
from django.db import transaction
from numpy.typing import NDArray

from lessonbook import meaning
from lessonbook.search import stored
from lessonbook.search.models import Item

_AT_A_TIME = 512
_SCALE = 127.0


def missing() -> int:
    """How many items have no meaning yet."""
    return Item.objects.filter(vector__isnull=True).count()


def learn(on_progress: Callable[[int, int], None] | None = None, most: int | None = None) -> int:
    """Compute the meanings that are missing, at most ``most`` of them; how many were computed.

    Each part is stored by itself: what is done stays done when the work is ended. Equal words are computed once.
    """
    total, done = missing(), 0
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        while most is None or done < most:
            rows = list(
                Item.objects.filter(vector__isnull=True).order_by("pk").only("pk", "text", "wording")[:_AT_A_TIME]
            )
            if not rows:
                break
            texts = {row.wording: row.text for row in rows}
            vectors = dict(zip(texts, threads.map(_vector, texts.values(), chunksize=16), strict=True))
            for row in rows:
                row.vector = vectors[row.wording]
            with transaction.atomic():
                Item.objects.bulk_update(rows, ["vector"])
            done += len(rows)
            if on_progress:
                on_progress(done, total)
    if done:
        # Rows that were written out without their meaning have one now.
        stored.forget()
    return done


def rounded(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Vectors of length one as signed bytes: a quarter of the room, and likenesses move by less than 0.01."""
    signed: NDArray[np.int8] = np.clip(np.rint(vectors * _SCALE), -127, 127).astype(np.int8)
    return signed


def likeness(query: NDArray[np.int8], vectors: NDArray[np.int8]) -> NDArray[np.float32]:
    """How alike each row is to the query, from -1 to 1; zero where a row has no meaning."""
    if not len(vectors):
        return np.zeros(0, np.float32)
    products = np.asarray(simsimd.cdist(query.reshape(1, -1), np.ascontiguousarray(vectors), metric="dot"))
    alike: NDArray[np.float32] = (products[0] / (_SCALE * _SCALE)).astype(np.float32)
    return alike


def of_query(text: str) -> NDArray[np.int8]:
    """The meaning of a text, as what a person looks for."""
    row: NDArray[np.int8] = rounded(meaning.encode([text]))[0]
    return row


def _vector(text: str) -> bytes:
    return of_query(text).tobytes()

"""The shelves: every wording of a lesson with its meaning and words, in few wide rows that are looked through at once.

They are changed in the transaction that changes lessons. A place on a shelf that is not in use has an empty key and a
meaning of zeros, which is like nothing.
"""

from collections.abc import Collection, Sequence

import numpy as np

from lessonbook.meaning import WIDTH, likenesses
from lessonbook.recurrence import SURE_ENOUGH, Shelf, fingerprint, words_of
from lessonbook.recurrence.sameness import LEAST_LIKENESS, LEAST_TOTAL, share
from lessonbook.recurrence.shelf import THEME_BYTES
from lessonbook.register import models
from lessonbook.register.lessons.models import Shelved
from lessonbook.register.parts import in_parts

_ON_ONE = 1_024
_KEY = 16  # bytes of a wording's key
_EMPTY = bytes(_KEY)


def usable() -> bool:
    """Whether there are shelves, and all were made as they would be made now."""
    return Shelved.objects.exists() and not Shelved.objects.exclude(made_by=fingerprint()).exists()


def fill(keys: Sequence[str], shelf: Shelf) -> None:
    """Put these wordings, which are the rows of a shelf, on shelves in place of all that is there."""
    Shelved.objects.all().delete()
    for start in range(0, len(keys), _ON_ONE):
        part = keys[start : start + _ON_ONE]
        _append([bytes.fromhex(key) for key in part], shelf.take(np.arange(start, start + len(part))))


def put(keys: Sequence[str]) -> None:
    """Put wordings on the shelves that are not there, into places that are free and then behind the others."""
    waiting = sorted(_ones(keys).items(), reverse=True)
    for row in Shelved.objects.filter(free__gt=0).order_by("pk"):
        held = _split(row)
        for place, (key, _) in enumerate(held):
            if key == _EMPTY and waiting:
                new, one = waiting.pop()
                held[place] = (bytes.fromhex(new), one)
        _keep(row.pk, held)
    while waiting:
        part = [waiting.pop() for _ in range(min(_ON_ONE, len(waiting)))]
        _append([bytes.fromhex(key) for key, _ in part], _joined([one for _, one in part]))


def take(keys: Collection[str]) -> None:
    """Take these wordings from the shelves."""
    wanted = {bytes.fromhex(key) for key in keys}
    if not wanted:
        return
    for pk, listed in list(Shelved.objects.values_list("pk", "keys")):
        if not wanted.isdisjoint(_keys(bytes(listed))):
            held = _split(Shelved.objects.get(pk=pk))
            _keep(pk, [(_EMPTY, _nothing()) if key in wanted else (key, one) for key, one in held])


def matches(keys: Collection[str]) -> dict[str, dict[str, float]]:
    """For each wording, all on the shelves that are sure enough to be one lesson with it, and how sure; not itself."""
    ones = _ones(keys)
    names = list(ones)
    found: dict[str, dict[str, float]] = {name: {} for name in names}
    if not names:
        return found
    asked = _joined(list(ones.values()))
    for row in Shelved.objects.order_by("pk").iterator(8):
        shelf, listed = _shelf(row), bytes(row.keys)
        alike = likenesses(asked.vectors, shelf.vectors)
        for at, name in enumerate(names):
            near = np.flatnonzero(alike[at] >= LEAST_LIKENESS)
            totals = shelf.totals(asked, at, near, alike[at][near])
            for place, total in zip(near, totals, strict=True):
                if total >= LEAST_TOTAL and (sure := share(float(total))) >= SURE_ENOUGH:
                    found[name][listed[place * _KEY : place * _KEY + _KEY].hex()] = sure
    for name in names:
        found[name].pop(name, None)
    return found


def _one_of(vector: bytes, text: str) -> Shelf:
    """A shelf of one row: a wording as it stands in the register."""
    return Shelf.of([(np.frombuffer(vector, np.int8), words_of(text))])


def _ones(keys: Collection[str]) -> dict[str, Shelf]:
    """Those of these wordings that have meanings, each as a shelf of one row."""
    return {
        key: _one_of(bytes(vector), text)
        for part in in_parts(keys)
        for key, vector, text in models.Wording.objects.filter(pk__in=part, vector__isnull=False).values_list(
            "key", "vector", "text"
        )
        if vector is not None
    }


def _keep(pk: int, held: Sequence[tuple[bytes, Shelf]]) -> None:
    _shelved([key for key, _ in held], _joined([one for _, one in held]), pk).save()


def _append(keys: list[bytes], shelf: Shelf) -> None:
    """A new shelf of these wordings, with free places behind them."""
    free = _ON_ONE - len(keys)
    _shelved(keys + [_EMPTY] * free, _joined([shelf, *[_nothing()] * free]), None).save(force_insert=True)


def _nothing() -> Shelf:
    return Shelf.of([(np.zeros(WIDTH, np.int8), words_of(""))])


def _shelved(keys: Sequence[bytes], shelf: Shelf, pk: int | None) -> Shelved:
    return Shelved(
        pk=pk,
        free=keys.count(_EMPTY),
        keys=b"".join(keys),
        vectors=shelf.vectors.tobytes(),
        stems=shelf.stems.astype("<u4").tobytes(),
        ends=shelf.ends.astype("<i4").tobytes(),
        traits=shelf.traits.astype("<u4").tobytes(),
        numbers=shelf.numbers.astype("<u4").tobytes(),
        themes=shelf.themes.tobytes(),
        made_by=fingerprint(),
    )


def _shelf(row: Shelved) -> Shelf:
    return Shelf(
        np.frombuffer(bytes(row.vectors), np.int8).reshape(-1, WIDTH),
        np.frombuffer(bytes(row.stems), "<u4"),
        np.frombuffer(bytes(row.ends), "<i4").astype(np.int64),
        np.frombuffer(bytes(row.traits), "<u4"),
        np.frombuffer(bytes(row.numbers), "<u4"),
        np.frombuffer(bytes(row.themes), np.uint8).reshape(-1, THEME_BYTES),
    )


def _split(row: Shelved) -> list[tuple[bytes, Shelf]]:
    shelf = _shelf(row)
    return [(key, shelf.take(np.array([place]))) for place, key in enumerate(_keys(bytes(row.keys)))]


def _keys(listed: bytes) -> list[bytes]:
    return [listed[at : at + _KEY] for at in range(0, len(listed), _KEY)]


def _joined(ones: Sequence[Shelf]) -> Shelf:
    """One shelf of several, in their order."""
    sizes = np.concatenate([np.diff(one.ends) for one in ones])
    return Shelf(
        np.concatenate([one.vectors for one in ones]),
        np.concatenate([one.stems for one in ones]),
        np.concatenate([[0], np.cumsum(sizes)]),
        np.concatenate([one.traits for one in ones]),
        np.concatenate([one.numbers for one in ones]),
        np.concatenate([one.themes for one in ones]),
    )

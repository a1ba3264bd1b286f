"""The index's columns as arrays: facets and meanings of all items, written out of the tables to be mapped.

The tables are the truth. A *base* is what stood in them up to one id, in a folder beside the register; what came
later is read from the tables as a second, small segment. A base that has fallen far behind is written anew.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex

import msgspec
import numpy as np
from django.conf import settings
from django.db import transaction
from django.db.models import Max, OuterRef, Subquery
from numpy.typing import NDArray

from lessonbook.domain.serialise import from_json
from lessonbook.meaning import MODEL, WIDTH
from lessonbook.register.models import Wording
from lessonbook.search.models import Gone, IndexedReview, Item

_MOST_BEHIND = 5_000
_SHARE_BEHIND = 0.1
_ARRAYS = ("ids", "owners", "item_from", "item_codes", "owner_ids", "owner_from", "owner_codes", "vectors")


class Segment:
    """Items in order of id. ``owners`` are row numbers in ``owner_ids``; codes are numbers in ``facets``.

    The codes of item ``n`` are ``item_codes[item_from[n]:item_from[n + 1]]``, those of owners alike. ``vectors`` has a
    row of ``WIDTH`` signed bytes an item: zeros where the meaning is not known.
    """

    def __init__(self, arrays: dict[str, NDArray[np.generic]], facets: list[str]) -> None:
        self.ids = arrays["ids"].astype(np.int64, copy=False)
        self.owners = arrays["owners"].astype(np.int32, copy=False)
        self.item_from, self.item_codes = arrays["item_from"], arrays["item_codes"]
        self.owner_ids = arrays["owner_ids"].astype(np.int64, copy=False)
        self.owner_from, self.owner_codes = arrays["owner_from"], arrays["owner_codes"]
        self.vectors = arrays["vectors"].astype(np.int8, copy=False)
        self.facets = facets

    def __len__(self) -> int:
        return len(self.ids)


class Index(msgspec.Struct):
    """All items: segments with rising ids, and the ids of items that are no longer there."""

    segments: list[Segment]
    gone: NDArray[np.int64]


def opened() -> Index:
    """The index as the tables are now."""
    base = _Base.current()
    behind = Item.objects.filter(pk__gt=base.upto if base else 0).count()
    gone = Gone.objects.count()
    if behind + gone > max(_MOST_BEHIND, _SHARE_BEHIND * (base.size if base else 0)):
        base, behind = _Base.written(), 0
    segments = [base.segment()] if base else []
    if behind:
        segments.append(_from_tables(base.upto if base else 0))
    taken = np.array(list(Gone.objects.values_list("item", flat=True)), np.int64)
    return Index(segments, np.sort(taken))


def forget(*_: object, **__: object) -> None:
    """Remove what was written out of the tables."""
    shutil.rmtree(_folder(), ignore_errors=True)


def complete(*_: object, **__: object) -> None:
    """Remove what was written out where meanings were missing then: they may be known now."""
    base = _Base.current()
    if base is not None and not base.whole:
        forget()


class _Base(msgspec.Struct):
    """What was written out, up to the item ``upto``. ``whole`` says that every wording had its meaning then."""

    folder: Path
    upto: int
    size: int
    model: str
    facets: list[str]
    whole: bool = False

    @classmethod
    def current(cls) -> "_Base | None":
        """The base that is in use, or nothing where there is none that can be used."""
        try:
            folder = _folder() / (_folder() / "current").read_text(encoding="ascii")
            told = json.loads((folder / "base.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return cls(folder, **told) if told.get("model") == MODEL else None

    @classmethod
    def written(cls) -> "_Base":
        """A new base of all that stands in the tables."""
        with transaction.atomic():
            gone = Gone.objects.aggregate(last=Max("pk"))["last"] or 0
            segment = _from_tables(0)
            whole = not Wording.objects.filter(vector__isnull=True).exists()
            upto = int(segment.ids[-1]) if len(segment) else 0
        folder = _folder() / token_hex(8)
        folder.mkdir(parents=True)
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(segment, name))
        told = {"upto": upto, "size": len(segment), "model": MODEL, "facets": segment.facets, "whole": whole}
        (folder / "base.json").write_text(json.dumps(told), encoding="utf-8")
        pointer = _folder() / f"{folder.name}.new"
        pointer.write_text(folder.name, encoding="ascii")
        pointer.replace(_folder() / "current")
        Gone.objects.filter(pk__lte=gone).delete()
        for other in _folder().iterdir():
            if other.is_dir() and other != folder:
                shutil.rmtree(other, ignore_errors=True)  # one that is still being read stays until the next time
        return cls(folder, upto, len(segment), MODEL, segment.facets, whole)

    def segment(self) -> Segment:
        """The arrays, mapped and not read."""
        return Segment({name: np.load(self.folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}, self.facets)


def _folder() -> Path:
    return Path(settings.LESSONBOOK_HOME) / "search"


def _from_tables(after: int) -> Segment:
    """The items with ids after this one."""
    codes = _Codes()
    meaning = Wording.objects.filter(pk=OuterRef("wording")).values("vector")
    rows = Item.objects.filter(pk__gt=after).order_by("pk").annotate(vector=Subquery(meaning))
    ids, owners, listed, vectors = [], [], [], bytearray()
    empty = bytes(WIDTH)
    for pk, owner, facets, vector in rows.values_list("pk", "owner", "facets", "vector").iterator(2_000):
        ids.append(pk)
        owners.append(owner)
        listed.append(codes.of(facets))
        vectors += bytes(vector) if vector else empty
    there = np.unique(np.array(owners, np.int64))
    first, last = (int(there[0]), int(there[-1])) if len(there) else (0, -1)
    owning = dict(IndexedReview.objects.filter(pk__gte=first, pk__lte=last).values_list("pk", "facets").iterator(2_000))
    item_from, item_codes = _flat(listed)
    owner_from, owner_codes = _flat(codes.of(owning.get(int(owner), "[]")) for owner in there)
    arrays: dict[str, NDArray[np.generic]] = {
        "ids": np.array(ids, np.int64),
        "owners": np.searchsorted(there, np.array(owners, np.int64)).astype(np.int32),
        "item_from": item_from,
        "item_codes": item_codes,
        "owner_ids": there,
        "owner_from": owner_from,
        "owner_codes": owner_codes,
        "vectors": np.frombuffer(bytes(vectors), np.int8).reshape(len(ids), WIDTH),
    }
    return Segment(arrays, codes.names)


def _flat(lists: Iterable[tuple[int, ...]]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    sizes, flat = [0], list[int]()
    for codes in lists:
        flat.extend(codes)
        sizes.append(len(codes))
    return np.cumsum(np.array(sizes, np.int64)), np.array(flat, np.int32)


class _Codes:
    """Numbers for facets as they are met."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._number: dict[str, int] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, facets: str) -> tuple[int, ...]:
        """The numbers of a JSON list of facets."""
        found = self._known.get(facets)
        if found is None:
            found = tuple(self._numbers(from_json(facets, list[str])))
            self._known[facets] = found
        return found

    def _numbers(self, facets: list[str]) -> Iterator[int]:
        for facet in facets:
            if facet not in self._number:
                self._number[facet] = len(self.names)
                self.names.append(facet)
            yield self._number[facet]

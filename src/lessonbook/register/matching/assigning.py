"""Which reviews the entries of a document belong to: ones the register has, or new ones."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from lessonbook.domain.serialise import from_json
from lessonbook.register import models
from lessonbook.register.matching.comparing import compare
from lessonbook.register.matching.facts import Facts, keys_of, leads_of
from lessonbook.register.parts import in_parts

_MOST_CANDIDATES = 5


class Newcomer(msgspec.Struct, frozen=True):
    """An entry that has no review yet, under its key, as it is compared."""

    key: str
    facts: Facts


class Candidate(msgspec.Struct, frozen=True):
    """A review that may be the same, and why."""

    review: str
    reason: str


class Assignment(msgspec.Struct, frozen=True):
    """The review an entry belongs to: a new one where ``review`` is the entry's own key."""

    review: str
    candidates: tuple[Candidate, ...] = ()


def assign(newcomers: Sequence[Newcomer], taken: Iterable[str] = ()) -> list[Assignment]:
    """The review of each newcomer, in order.

    A document lists a review once: reviews in ``taken``, and those of earlier newcomers, are never joined without a
    person. Two reviews that are both surely the same are a person's decision as well.
    """
    known = _Known(newcomers, taken)
    return [known.place(newcomer) for newcomer in newcomers]


class _Known:
    """The reviews that share a key with a newcomer, as they are compared."""

    def __init__(self, newcomers: Sequence[Newcomer], taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._facts: dict[str, Facts] = {}
        keys = {key for newcomer in newcomers for key in leads_of(newcomer.facts)}
        self._load(sorted(keys))

    def _load(self, keys: Collection[str]) -> None:
        for part in in_parts(keys):
            pairs = models.ReviewKey.objects.filter(key__in=part).order_by("id").values_list("key", "review_id")
            for key, review in pairs:
                self._by_key[key].append(review)
        ids = sorted({review for reviews in self._by_key.values() for review in reviews})
        for part in in_parts(ids):
            rows = models.Review.objects.filter(id__in=part, live=True).values_list("id", "facts")
            self._facts.update((review, from_json(facts, Facts)) for review, facts in rows)

    def place(self, newcomer: Newcomer) -> Assignment:
        """The review of one newcomer; from now on it is known itself."""
        same: list[str] = []
        perhaps: list[Candidate] = []
        for review in self._alike(newcomer.facts):
            verdict = compare(newcomer.facts, self._facts[review])
            if verdict.outcome == "same" and review not in self._taken:
                same.append(review)
            if verdict.outcome != "different":
                perhaps.append(Candidate(review, verdict.reason))
        if len(same) == 1:
            self._taken.add(same[0])
            return Assignment(same[0])
        self._add(newcomer)
        return Assignment(newcomer.key, tuple(perhaps[:_MOST_CANDIDATES]))

    def _alike(self, facts: Facts) -> list[str]:
        found = dict.fromkeys(review for key in leads_of(facts) for review in self._by_key.get(key, ()))
        return [review for review in found if review in self._facts]

    def _add(self, newcomer: Newcomer) -> None:
        self._taken.add(newcomer.key)
        self._facts[newcomer.key] = newcomer.facts
        for key in keys_of(newcomer.facts):
            self._by_key[key].append(newcomer.key)

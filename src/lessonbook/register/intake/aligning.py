"""Which entry of a new reading is which entry of the old one.

Positions move when an extractor finds a case more or less, so entries are told by what they say: by sentences first,
then by area, label and month together, then, where the text is the same as before, by their place in it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from lessonbook.domain import Area, Claim, Harm, StatementClaim
from lessonbook.register.identity import normalised

Claims = Sequence[Claim]
_LEAST_SHARE = 0.3


def align(old: Sequence[Claims], new: Sequence[Claims], *, same_text: bool) -> dict[int, int]:
    """For each new entry's index the index of the old one it is, where there is one; no old entry twice."""
    pairs: dict[int, int] = {}
    _pair(old, new, _sentences, _LEAST_SHARE, pairs)
    _pair(old, new, _heading, 1.0, pairs)
    if same_text:
        _pair(old, new, _places, 0.5, pairs)
    return pairs


def _pair(
    old: Sequence[Claims],
    new: Sequence[Claims],
    marks_of: Callable[[Claims], Iterator[Hashable]],
    least: float,
    pairs: dict[int, int],
) -> None:
    """Pair what is left by the share of marks that both have, the largest share first, the nearest among equals."""
    taken = set(pairs.values())
    sizes: dict[int, int] = {}
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for index, claims in enumerate(old):
        marks = set(marks_of(claims)) if index not in taken else set()
        sizes[index] = len(marks)
        for mark in marks:
            holders[mark].append(index)
    found: list[tuple[float, int, int, int]] = []
    for index, claims in enumerate(new):
        marks = set(marks_of(claims)) if index not in pairs else set()
        shared = Counter(holder for mark in marks for holder in holders.get(mark, ()))
        shares = ((count / max(len(marks), sizes[other]), other) for other, count in shared.items())
        found += [(-share, abs(index - other), index, other) for share, other in shares if share >= least]
    for _, _, index, other in sorted(found):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)


def _sentences(claims: Claims) -> Iterator[Hashable]:
    for claim in claims:
        if isinstance(claim.value, StatementClaim):
            yield claim.value.kind, normalised(claim.value.text)
        elif isinstance(claim.value, Harm):
            yield normalised(claim.value.as_written)
        elif claim.field == "title":
            yield normalised(str(claim.value))


def _heading(claims: Claims) -> Iterator[Hashable]:
    said = {claim.field: claim.value for claim in reversed(claims)}
    area, label, month = said.get("area"), said.get("label"), said.get("published")
    if area is not None and (label is not None or month is not None):
        written = area.as_written if isinstance(area, Area) else ""
        yield normalised(written), normalised(str(label or "")), str(month or "")


def _places(claims: Claims) -> Iterator[Hashable]:
    for claim in claims:
        yield from ((piece.start, piece.end) for piece in claim.evidence)

"""How sure the reading is of what a record shows, field by field.

An extractor says of a claim how sure it is and what that rests on. A field that has one value is as sure as the claim
that is shown. A field of several values, and the statements of a kind, are as sure as the least sure of them: an editor
who is told "93%" should not find a wrong one among twelve that are right, which a mean would hide. What an editor
decided is not a reading, so nothing is said of it.
"""

from collections.abc import Iterable, Mapping, Sequence

from lessonbook.domain import MANY, Claim, FieldConfidence
from lessonbook.register.resolution.choosing import Choice, last_edit
from lessonbook.register.resolution.voices import Edit, Source, strength

_LISTED = ("kinds", *sorted(MANY - {"statement"}))


def surest(field: str, sources: Sequence[Source]) -> list[Claim]:
    """The claims on a field that are as strong as the strongest and have a value, in order."""
    claims = [claim for source in sources for claim in source.said(field) if claim.value]
    most = max(map(strength, claims), default=None)
    return [claim for claim in claims if strength(claim) == most]


def confidences(
    chosen: Mapping[str, Choice],
    sources: Sequence[Source],
    edits: Sequence[Edit],
    statements: Iterable[Sequence[Claim]],
) -> tuple[FieldConfidence, ...]:
    """For each field whose claims say so, how sure they are. ``statements`` are the claims behind each statement."""
    found = [_least(field, [choice.claim]) for field, choice in chosen.items() if choice.claim]
    for field in _LISTED:
        if last_edit(field, edits) is None:
            said = [claim for source in sources for claim in source.said(field)]
            found.append(_least(field, surest(field, sources) if field == "kinds" else said))
    by_kind: dict[str, list[Claim]] = {}
    for claims in statements:
        # A statement that two documents have is as sure as the surer of the two readings.
        best = max(_saying(claims), key=_confidence, default=None)
        if best is not None:
            by_kind.setdefault(best.value.kind, []).append(best)  # type: ignore[union-attr]  # claims of statements
    found += [_least(f"statement:{kind}", claims) for kind, claims in by_kind.items()]
    return tuple(one for one in found if one)


def _least(field: str, claims: Sequence[Claim]) -> FieldConfidence | None:
    least = min(_saying(claims), key=_confidence, default=None)
    return FieldConfidence(field, _confidence(least), least.reasons) if least else None


def _saying(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.confidence is not None]


def _confidence(claim: Claim) -> float:
    return claim.confidence or 0.0

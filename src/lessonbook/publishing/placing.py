"""Where a review stands in our digest: local, regional, national Panel, or national for children or adults.

A digest of our own region says which reviews it counts as regional, and its editors' word is kept: a county next door
may be regional to us. A list or a digest from elsewhere has another region in mind, so there the region decides.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from lessonbook.domain import Area, Review
from lessonbook.vocabulary import areas

Place = Literal["local", "regional", "panel", "children", "adults"]


def home_regions(reviews: Iterable[Review]) -> dict[str, str]:
    """Each document's home: the commonest region of the reviews that it calls regional. Ties go by name."""
    counts: dict[str, Counter[str]] = {}
    for review in reviews:
        if review.scope == "regional":
            for document in _documents(review):
                counts.setdefault(document, Counter()).update(regions(review.area))
    return {
        document: min(counter, key=lambda region: (-counter[region], region))
        for document, counter in counts.items()
        if counter
    }


def place(review: Review, ours: Area, homes: dict[str, str]) -> Place:
    """The part of our digest that a review belongs to."""
    if review.scope == "national-panel":
        return "panel"
    if _codes(review.area) & _codes(ours):
        return "local"
    if _is_regional(review, ours, homes):
        return "regional"
    return "adults" if review.audience == "adults" else "children"


def regions(area: Area | None) -> frozenset[str]:
    """The regions of an area's authorities."""
    found = (areas.region_of(code) for code in _codes(area))
    return frozenset(region for region in found if region)


def _is_regional(review: Review, ours: Area, homes: dict[str, str]) -> bool:
    our_regions = regions(ours)
    from_home = any(homes.get(document) in our_regions for document in _documents(review))
    if from_home and review.scope in {"regional", "national"}:
        return review.scope == "regional"
    return bool(regions(review.area) & our_regions)


def _codes(area: Area | None) -> frozenset[str]:
    return frozenset(authority.gss for authority in area.authorities) if area else frozenset()


def _documents(review: Review) -> tuple[str, ...]:
    return review.documents or tuple(
        dict.fromkeys(piece.document for statement in review.statements for piece in statement.evidence)
    )

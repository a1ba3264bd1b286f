"""Claims to a review: the one place where it is decided what a record shows.

An editor's claim beats an external one, which beats a document's; the later beats the earlier. Among documents what is
stated beats what is inferred, and that what is unsure. Documents that disagree leave a conflict, with the evidence of
both, until an editor decides. Nothing is made up: each value shown is one that somebody claims.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from lessonbook.domain import Claim, Link, Method, Problem, Proceeding, RecommendationsMade, Review, Status
from lessonbook.register.identity import normalised
from lessonbook.register.resolution.choosing import Choice, choose, last_edit
from lessonbook.register.resolution.statements import statements
from lessonbook.register.resolution.subjects import subjects
from lessonbook.register.resolution.sureness import confidences, surest
from lessonbook.register.resolution.voices import Edit, Source

_ONCE = (
    "audience",
    "scope",
    "label",
    "area",
    "published",
    "incident",
    "section",
    "method",
    "title",
    "harm",
    "recommendations_made",
    "relevance",
    "commissioner",
    "period",
    "reviewer",
)
_DEFAULTS = {"method": Method(), "recommendations_made": RecommendationsMade()}


def resolve(
    review_id: str,
    sources: Sequence[Source],
    edits: Sequence[Edit] = (),
    *,
    status: Status = "extracted",
    problems: Sequence[Problem] = (),
) -> Review:
    """The review from the entries that speak of it, in order of intake, and editors' claims, in order of making.

    ``problems`` are those the register knows of itself, as an unsure match.
    """
    chosen = {field: choose(field, sources, edits) for field in _ONCE}
    people, about_people = subjects(sources, edits)
    said = statements(sources, edits)
    conflicts = [choice.conflict for choice in chosen.values() if choice.conflict]
    values: dict[str, Any] = {field: _shown(field, choice) for field, choice in chosen.items()}
    return Review(
        id=review_id,
        kinds=_kinds(sources, edits),
        subjects=people,
        statements=said.shown,
        links=_links(sources, edits),
        status=status,
        problems=_problems(sources, (*conflicts, *about_people, *said.problems, *problems)),
        section_inferred=chosen["section"].value is not None and chosen["section"].certainty != "stated",
        integrated=_integrated(sources, edits),
        documents=tuple(dict.fromkeys(source.document for source in sources)),
        proceedings=_proceedings(sources, edits),
        confidence=confidences(chosen, sources, edits, said.rests_on),
        **values,
    )


def _shown(field: str, choice: Choice) -> object:
    return _DEFAULTS.get(field) if choice.value is None else choice.value


def _kinds(sources: Sequence[Source], edits: Sequence[Edit]) -> tuple[str, ...]:
    """Every kind that the surest claims name: a review can be of several kinds at once."""
    edit = last_edit("kinds", edits)
    if edit is not None:
        return edit.value if isinstance(edit.value, tuple) else ()  # type: ignore[return-value]  # kinds are strings
    named = [kind for claim in surest("kinds", sources) for kind in _strings(claim)]
    return tuple(dict.fromkeys(named))


def _strings(claim: Claim) -> tuple[str, ...]:
    return tuple(str(item) for item in claim.value) if isinstance(claim.value, tuple) else ()


def _links(sources: Sequence[Source], edits: Sequence[Edit]) -> tuple[Link, ...]:
    """Every link once; one that lost its target is the one of the same label that has it."""
    edit = last_edit("link", edits)
    if edit is not None:
        value = edit.value if isinstance(edit.value, tuple) else ()
        return tuple(link for link in value if isinstance(link, Link))
    links: list[Link] = []
    for source in sources:
        before = tuple(links)
        for claim in source.claims:
            if isinstance(claim.value, Link):
                _add_link(claim.value, links, before)
    return tuple(links)


def _add_link(link: Link, links: list[Link], before: tuple[Link, ...]) -> None:
    """Add a link unless an earlier source has it. Within one source, two links that look the same are two."""
    same = [known for known in before if normalised(known.label) == normalised(link.label)]
    if any(known.url == link.url or link.url is None for known in same):
        return
    bare = next((known for known in same if known.url is None), None)
    if bare is None or bare not in links:
        links.append(link)
    else:
        links[links.index(bare)] = msgspec.structs.replace(bare, url=link.url)


def _proceedings(sources: Sequence[Source], edits: Sequence[Edit]) -> tuple[Proceeding, ...]:
    """Every mention once; two sources that word it alike mention the same."""
    edit = last_edit("proceeding", edits)
    if edit is not None:
        value = edit.value if isinstance(edit.value, tuple) else ()
        return tuple(one for one in value if isinstance(one, Proceeding))
    found: dict[tuple[str, str], Proceeding] = {}
    for claim in (claim for source in sources for claim in source.claims):
        if isinstance(claim.value, Proceeding):
            found.setdefault((claim.value.kind, normalised(claim.value.as_written)), claim.value)
    return tuple(found.values())


def _integrated(sources: Sequence[Source], edits: Sequence[Edit]) -> bool:
    """Whether learning and recommendations are one list in every source that has any of them."""
    edit = last_edit("integrated", edits)
    if edit is not None:
        return bool(edit.value)
    speaking = [source for source in sources if _teaches(source)]
    return bool(speaking) and all(
        any(claim.field == "integrated" and claim.value is True for claim in source.claims) for source in speaking
    )


def _teaches(source: Source) -> bool:
    return any(
        claim.field == "integrated"
        or (claim.field == "statement" and getattr(claim.value, "kind", "") in ("learning", "recommendation"))
        for claim in source.claims
    )


def _problems(sources: Sequence[Source], own: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys((*(problem for source in sources for problem in source.problems), *own)))

"""One review as a case of the digest: which words stand in which cell, and where each statement came from."""

import re
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from lessonbook.domain import Area, Evidence, Link, Review, Statement
from lessonbook.publishing.issue import Case, Group
from lessonbook.publishing.wording import ETHNICITY, INTEGRATED, LABELS, METHOD, case_heading, counted
from lessonbook.vocabulary.areas import resolve
from lessonbook.vocabulary.kinds import KINDS
from lessonbook.vocabulary.methods import METHODS


def case_of(
    review: Review, anchor: str, area: Area, names: Mapping[str, str], said_before: Mapping[str, str] | None = None
) -> Case:
    """The case for a review. ``names`` gives each document's SHA-256 the name that the sources print.

    Statements without evidence are left out: they cannot be published. So are those of other reviews that a source
    quotes: under “Recommendations” a reader takes each for this review's own.
    """
    statements = own_statements(review)
    issues = tuple(statement for statement in statements if statement.kind == "key-issue")
    key_issues = tuple(statement.text for statement in issues)
    groups = _groups(review, statements)
    printed = [*issues, *(statement for group in groups for statement in group.statements)]
    return Case(
        anchor=anchor,
        review=review.id,
        heading=case_heading(review),
        kinds=_kinds(review),
        relevance=_relevance(review, area),
        harm=review.harm.as_written if review.harm else None,
        key_issues=key_issues,
        ethnicity=_ethnicity(review, key_issues),
        links=tuple(Link(link.label, _safe(link.url)) for link in review.links),
        method=_method(review),
        groups=tuple(_printed(group, said_before or {}) for group in groups),
        closing=_closing(review, statements),
        sources=_sources(printed, names),
    )


def published_statements(review: Review) -> tuple[Statement, ...]:
    """The statements that say where they came from."""
    return tuple(statement for statement in review.statements if statement.evidence)


def own_statements(review: Review) -> tuple[Statement, ...]:
    """Those of the review itself, not of another that its source quotes or describes.

    Where a briefing is about one inquiry, the case bears the inquiry's name, and what it says is the case's own.
    """
    own = {"", _bare_name(review.title)}
    return tuple(one for one in published_statements(review) if _bare_name(one.attributed_to) in own)


def _bare_name(name: str | None) -> str:
    return " ".join((name or "").casefold().split()).removeprefix("the ")


def _safe(url: str | None) -> str | None:
    """A link to a web page. Anything else, such as a script, is no link that a digest may carry on."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _kinds(review: Review) -> str | None:
    names = {kind.id: kind.name for kind in KINDS}
    return "Kind: " + "; ".join(names.get(kind, kind) for kind in review.kinds) if review.kinds else None


def is_relevant(review: Review, area: Area) -> bool:
    """Whether the review is marked as relevant to this area: a mark that another partnership made is not ours."""
    mark = review.relevance
    if mark is None or not mark.relevant:
        return False
    if mark.area is None or mark.area.casefold() == area.as_written.casefold():
        return True
    return not {one.gss for one in resolve(mark.area).authorities}.isdisjoint(one.gss for one in area.authorities)


def _relevance(review: Review, area: Area) -> str | None:
    if not is_relevant(review, area):
        return None
    reason = review.relevance.reason if review.relevance else None
    return f"Relevant to {area.as_written}: {reason}" if reason else f"Relevant to {area.as_written}"


def _ethnicity(review: Review, key_issues: tuple[str, ...]) -> tuple[str, ...]:
    """The words about ethnicity, each once, where no key issue has them already; bare ones get a label."""
    words = (subject.ethnicity.as_written for subject in review.subjects if subject.ethnicity.status != "not-mentioned")
    shown = dict.fromkeys(text for text in words if text and not any(text in issue for issue in key_issues))
    return tuple(text if text.endswith(".") or "ethnic" in text.casefold() else f"{ETHNICITY} {text}" for text in shown)


def _method(review: Review) -> str | None:
    """The words on the method, under a label where they only name it (“Root cause analysis.”) and are no sentence."""
    words = review.method.as_written
    if words and _SAYS_HOW.match(words):
        return words
    names = {method.id: method.name for method in METHODS}
    words = words or names.get(review.method.name or "", review.method.name)
    return f"{METHOD} {words}" if words else None


class _Group(NamedTuple):
    label: str
    statements: tuple[Statement, ...]


def _printed(group: _Group, said_before: Mapping[str, str]) -> Group:
    """The texts of a group, each with the line under it; a line without a statement that has one is left out."""
    lines = tuple(said_before.get(item.id, "") for item in group.statements)
    return Group(group.label, tuple(item.text for item in group.statements), lines if any(lines) else ())


def _groups(review: Review, statements: tuple[Statement, ...]) -> list[_Group]:
    """Statements under their labels, in their order; what is learning and recommendation at once is printed once.

    Good practice stands after the learning, wherever a report speaks of it: readers look for it there.
    """
    rest = _good_practice_after_learning([statement for statement in statements if statement.kind != "key-issue"])
    groups: list[_Group] = []
    if review.integrated and (both := _integrated(rest)):
        groups = [_Group(INTEGRATED, both)]
        texts = {statement.text for statement in both}
        rest = [item for item in rest if item.text not in texts or item.kind not in {"learning", "recommendation"}]
    runs = groupby(rest, key=lambda statement: statement.kind)
    return groups + [_Group(LABELS[kind], tuple(run)) for kind, run in runs if kind != "key-issue"]


def _good_practice_after_learning(statements: list[Statement]) -> list[Statement]:
    good = [statement for statement in statements if statement.kind == "good-practice"]
    rest = [statement for statement in statements if statement.kind != "good-practice"]
    after = max((number for number, statement in enumerate(rest, 1) if statement.kind == "learning"), default=0)
    return [*rest[:after], *good, *rest[after:]]


def _integrated(statements: list[Statement]) -> tuple[Statement, ...]:
    recommended = {statement.text for statement in statements if statement.kind == "recommendation"}
    return tuple(item for item in statements if item.kind == "learning" and item.text in recommended)


def _closing(review: Review, statements: tuple[Statement, ...]) -> str | None:
    """What the review says of its recommendations where the list does not show it, as in “Makes no recommendations”."""
    made = review.recommendations_made
    listed = any(statement.kind == "recommendation" for statement in statements)
    return made.as_written if made.status == "none" or (made.status == "made" and not listed) else None


def _sources(statements: list[Statement], names: Mapping[str, str]) -> str:
    """``digest.docx: 1 (page 2, 120–180), 2 (page 2, 181–240 and page 3, 10–40)``: statements counted from 1."""
    if not statements:
        return "no statements."
    places: dict[str, list[str]] = {}
    for number, statement in enumerate(statements, 1):
        for document, pieces in groupby(statement.evidence, key=lambda piece: piece.document):
            where = " and ".join(_place(piece) for piece in pieces)
            places.setdefault(document, []).append(f"{number} ({'; '.join((where, *_beside(statement)))})")
    lines = "; ".join(f"{names.get(document, document[:12])}: {', '.join(found)}" for document, found in places.items())
    return f"{counted(len(statements), 'statement')}. {lines}."


def _place(piece: Evidence) -> str:
    characters = f"{piece.start}–{piece.end}{'' if piece.ocr_confidence is None else ', read from a picture'}"
    return characters if piece.page is None else f"page {piece.page}, {characters}"


def _beside(statement: Statement) -> tuple[str, ...]:
    """What is no part of the statement's words: to whom and by when, where the source says so."""
    told = (("addressed to", statement.addressed_to), ("timescale", statement.timescale))
    return tuple(f"{name} {words}" for name, words in told if words)


# How sentences on the method begin: "Uses the … model", "Blended approach based on …", "The review used …".
_SAYS_HOW = re.compile(r"(?:uses?|used|using|blended|based|follows|adopts|applies)\b", re.IGNORECASE)

"""The statements of a record on the screen: by kind, those of other reviews apart, each with its places."""

from collections.abc import Sequence

from rich.padding import Padding
from rich.text import Text

from lessonbook.cli.screen import OUT
from lessonbook.domain import Evidence, Review, Statement, StatementKind

# In the order in which they are shown.
_HEADINGS: dict[StatementKind, str] = {
    "key-issue": "Key issues",
    "learning": "Learning",
    "good-practice": "Good practice",
    "recommendation": "Recommendations",
    "consideration": "Considerations",
    "action": "Actions",
}


def show_statements(review: Review) -> None:
    """Under a heading a kind; what the document quotes of other reviews stands under whose it is."""
    groups: dict[str, list[Statement]] = {}
    for statement in sorted(review.statements, key=_order):
        groups.setdefault(_heading(statement), []).append(statement)
    for heading, statements in groups.items():
        OUT.print(Text(f"\n{heading}", style="bold"))
        for statement in statements:
            _show(statement)


def _order(statement: Statement) -> tuple[bool, int]:
    return statement.attributed_to is not None, list(_HEADINGS).index(statement.kind)


def _heading(statement: Statement) -> str:
    kind = _HEADINGS[statement.kind]
    return f"{kind} of {statement.attributed_to} that the document describes" if statement.attributed_to else kind


def _show(statement: Statement) -> None:
    sign = f"{statement.number}." if statement.number else "•"
    words, parts = _told_apart(statement)
    OUT.print(Padding(Text(f"{sign} {words}"), (0, 0, 0, 2)))
    for part in parts:
        OUT.print(Padding(Text(f"– {part}"), (0, 0, 0, 4)))
    beside = (("for", statement.addressed_to), ("when", statement.timescale))
    told = "; ".join(f"{name}: {said}" for name, said in beside if said)
    if told:
        OUT.print(Padding(Text(told), (0, 0, 0, 4)))
    OUT.print(Padding(Text(places(statement.evidence), style="dim"), (0, 0, 0, 4)))


def _told_apart(statement: Statement) -> tuple[str, Sequence[str]]:
    """The lead-in and the parts; the whole text where the parts do not end it."""
    ending = " ".join(statement.parts)
    if ending and statement.text.endswith(ending):
        return statement.text.removesuffix(ending).rstrip(), statement.parts
    return statement.text, ()


def places(evidence: Sequence[Evidence]) -> str:
    """Where the words stand: document, page, characters, and how sure a reading from a picture is."""
    return "; ".join(map(_place, evidence))


def _place(piece: Evidence) -> str:
    page = f"page {piece.page}, " if piece.page else ""
    picture = f", read from a picture, {piece.ocr_confidence:.0%} sure" if piece.ocr_confidence is not None else ""
    return f"{piece.document[:12]}, {page}characters {piece.start}–{piece.end}{picture}"

"""The statements of a review: each once, in order, with every place it stands in, and with editors' changes."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from lessonbook.domain import Claim, Evidence, Problem, Statement, StatementClaim
from lessonbook.register.identity import normalised, statement_id
from lessonbook.register.resolution.voices import Anchor, Edit, Source

_Key = tuple[str, str, int]
# Shares of words: below the first, two wordings at one place are two statements; above the second, two wordings are
# one statement wherever they stand.
_SAME_PLACE, _ANYWHERE = 0.5, 0.75


class _Line(msgspec.Struct):
    """A statement in the making. ``claims`` are the documents' that it rests on: none once an editor worded it."""

    ids: list[str]
    value: StatementClaim
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...] = ()


class Statements(msgspec.Struct, frozen=True):
    """The statements shown, problems with edits that lost their statement or have no evidence, and for each
    statement shown the documents' claims it rests on.
    """

    shown: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    rests_on: tuple[tuple[Claim, ...], ...]


def statements(sources: Sequence[Source], edits: Sequence[Edit]) -> Statements:
    """The statements of all sources and editors.

    Two sources that say the same words say one statement. A statement of another review that a source quotes is never
    the same as one of its own.
    """
    lines = _united(sources)
    problems: list[Problem] = []
    for edit in edits:
        if edit.field == "statement" and edit.target:
            problems.extend(_apply(edit, lines))
    shown = tuple(_statement(line) for line in lines)
    problems += [
        Problem("no-evidence", f"A statement has no evidence and cannot be published: “{one.text[:80]}”.")
        for one in shown
        if not one.evidence
    ]
    return Statements(shown, tuple(problems), tuple(line.claims for line in lines))


def _statement(line: _Line) -> Statement:
    return Statement(id=line.ids[0], evidence=line.evidence, **msgspec.structs.asdict(line.value))


def _united(sources: Sequence[Source]) -> list[_Line]:
    """The lines of all sources. What a later source adds goes after the line it follows there."""
    lines: list[_Line] = []
    place_of: dict[_Key, _Line] = {}
    for source in sources:
        own = list(_lines_of(source))
        cursor = _start(own, place_of, lines)
        for key, line in own:
            known = place_of.get(key)
            if known is None:
                cursor += 1
                lines.insert(cursor, line)
                place_of[key] = line
            else:
                _unite(known, line)
                cursor = max(cursor, _index(lines, known))
    return lines


def _lines_of(source: Source) -> Iterable[tuple[_Key, _Line]]:
    seen: Counter[tuple[str, str]] = Counter()
    for claim in source.claims:
        value = claim.value
        if claim.field != "statement" or not isinstance(value, StatementClaim):
            continue
        whose = normalised(value.attributed_to) if value.attributed_to else ""
        kind = f"{value.kind} of {whose}" if whose else value.kind
        words = (kind, normalised(value.text))
        own_id = statement_id(source.key, kind, value.text, seen[words])
        yield (*words, seen[words]), _Line([own_id], value, claim.evidence, (claim,))
        seen[words] += 1


def _start(own: Sequence[tuple[_Key, _Line]], place_of: dict[_Key, _Line], lines: list[_Line]) -> int:
    """The index after which a source's lines go: before the first it shares, or at the end where it shares none."""
    first = next((place_of[key] for key, _ in own if key in place_of), None)
    return (len(lines) if first is None else _index(lines, first)) - 1


def _index(lines: list[_Line], wanted: _Line) -> int:
    return next(index for index, line in enumerate(lines) if line is wanted)


def _unite(known: _Line, line: _Line) -> None:
    """One statement of two sources: the wording of the first, what either adds, every place."""
    mine, theirs = known.value, line.value
    known.ids.extend(line.ids)
    known.value = msgspec.structs.replace(
        mine,
        addressees=tuple(dict.fromkeys((*mine.addressees, *theirs.addressees))),
        parts=mine.parts or theirs.parts,
        number=mine.number or theirs.number,
        addressed_to=mine.addressed_to or theirs.addressed_to,
        timescale=mine.timescale or theirs.timescale,
    )
    known.evidence = tuple(dict.fromkeys((*known.evidence, *line.evidence)))
    known.claims = (*known.claims, *line.claims)


def _apply(edit: Edit, lines: list[_Line]) -> list[Problem]:
    line = _line_of(edit, lines)
    value = edit.value if isinstance(edit.value, StatementClaim) else None
    if value is None:
        if line is not None:
            lines.remove(line)
        return []
    if line is not None:
        line.value, line.claims = value, ()
        line.evidence = tuple(dict.fromkeys((*line.evidence, *edit.evidence)))
        return []
    evidence = edit.evidence or (edit.anchor.evidence if edit.anchor else ())
    new = _Line([edit.target], value, evidence)
    lines.insert(_after_kind(value.kind, lines), new)
    return [_lost(edit.anchor, value)] if edit.anchor else []


def _lost(anchor: Anchor, value: StatementClaim) -> Problem:
    return Problem(
        "edit-lost-its-statement",
        f"An editor corrected “{anchor.text[:80]}”, which the document is no longer read to say; "
        f"“{value.text[:80]}” is kept: check it.",
        anchor.evidence,
    )


def _after_kind(kind: str, lines: list[_Line]) -> int:
    return max((index + 1 for index, line in enumerate(lines) if line.value.kind == kind), default=len(lines))


def _line_of(edit: Edit, lines: list[_Line]) -> _Line | None:
    """The line an edit is about: by id, or the one that most resembles the statement as it was."""
    found = next((line for line in lines if edit.target in line.ids), None)
    if found is not None or edit.anchor is None:
        return found
    anchor = edit.anchor
    likeness, index = max(((_likeness(anchor, line), -index) for index, line in enumerate(lines)), default=(0.0, 0))
    return lines[-index] if likeness > 0 else None


def _likeness(anchor: Anchor, line: _Line) -> float:
    mine, theirs = set(normalised(anchor.text).split()), set(normalised(line.value.text).split())
    share = len(mine & theirs) / max(1, len(mine | theirs))
    if normalised(anchor.attributed_to or "") != normalised(line.value.attributed_to or ""):
        return 0.0  # what another review said is another statement, whatever its words
    if anchor.kind != line.value.kind:
        share /= 2  # learning and recommendations can have the same words
    enough = _SAME_PLACE if _overlap(anchor.evidence, line.evidence) else _ANYWHERE
    return share if share >= enough else 0.0


def _overlap(mine: Iterable[Evidence], theirs: Sequence[Evidence]) -> bool:
    return any(
        one.document == other.document and one.start < other.end and other.start < one.end
        for one in mine
        for other in theirs
    )

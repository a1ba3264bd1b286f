"""The statements of a review: each once, in order, with every place it stands in, and with editors' changes."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from lessonbook.domain import Evidence, Problem, Statement, StatementClaim, StatementKind
from lessonbook.register.identity import normalised, statement_id
from lessonbook.register.resolution.voices import Anchor, Edit, Source

_Key = tuple[str, str, int]
# Shares of words: below the first, two wordings at one place are two statements; above the second, two wordings are
# one statement wherever they stand.
_SAME_PLACE, _ANYWHERE = 0.5, 0.75


class _Line(msgspec.Struct):
    ids: list[str]
    kind: StatementKind
    text: str
    addressees: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def statements(sources: Sequence[Source], edits: Sequence[Edit]) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """The statements, and problems with edits that lost their statement or have no evidence."""
    lines = _united(sources)
    problems: list[Problem] = []
    for edit in edits:
        if edit.field == "statement" and edit.target:
            problems.extend(_apply(edit, lines))
    shown = tuple(Statement(line.ids[0], line.kind, line.text, (), line.addressees, line.evidence) for line in lines)
    problems += [
        Problem("no-evidence", f"A statement has no evidence and cannot be published: “{one.text[:80]}”.")
        for one in shown
        if not one.evidence
    ]
    return shown, tuple(problems)


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
        words = (value.kind, normalised(value.text))
        own_id = statement_id(source.key, value.kind, value.text, seen[words])
        yield (*words, seen[words]), _Line([own_id], value.kind, value.text, value.addressees, claim.evidence)
        seen[words] += 1


def _start(own: Sequence[tuple[_Key, _Line]], place_of: dict[_Key, _Line], lines: list[_Line]) -> int:
    """The index after which a source's lines go: before the first it shares, or at the end where it shares none."""
    first = next((place_of[key] for key, _ in own if key in place_of), None)
    return (len(lines) if first is None else _index(lines, first)) - 1


def _index(lines: list[_Line], wanted: _Line) -> int:
    return next(index for index, line in enumerate(lines) if line is wanted)


def _unite(known: _Line, line: _Line) -> None:
    known.ids.extend(line.ids)
    known.addressees = tuple(dict.fromkeys((*known.addressees, *line.addressees)))
    known.evidence = tuple(dict.fromkeys((*known.evidence, *line.evidence)))


def _apply(edit: Edit, lines: list[_Line]) -> list[Problem]:
    line = _line_of(edit, lines)
    value = edit.value if isinstance(edit.value, StatementClaim) else None
    if value is None:
        if line is not None:
            lines.remove(line)
        return []
    if line is not None:
        line.kind, line.text, line.addressees = value.kind, value.text, value.addressees
        line.evidence = tuple(dict.fromkeys((*line.evidence, *edit.evidence)))
        return []
    evidence = edit.evidence or (edit.anchor.evidence if edit.anchor else ())
    new = _Line([edit.target], value.kind, value.text, value.addressees, evidence)
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
    return max((index + 1 for index, line in enumerate(lines) if line.kind == kind), default=len(lines))


def _line_of(edit: Edit, lines: list[_Line]) -> _Line | None:
    """The line an edit is about: by id, or the one that most resembles the statement as it was."""
    found = next((line for line in lines if edit.target in line.ids), None)
    if found is not None or edit.anchor is None:
        return found
    anchor = edit.anchor
    likeness, index = max(((_likeness(anchor, line), -index) for index, line in enumerate(lines)), default=(0.0, 0))
    return lines[-index] if likeness > 0 else None


def _likeness(anchor: Anchor, line: _Line) -> float:
    mine, theirs = set(normalised(anchor.text).split()), set(normalised(line.text).split())
    share = len(mine & theirs) / max(1, len(mine | theirs))
    if anchor.kind != line.kind:
        share /= 2  # learning and recommendations can have the same words
    enough = _SAME_PLACE if _overlap(anchor.evidence, line.evidence) else _ANYWHERE
    return share if share >= enough else 0.0


def _overlap(mine: Iterable[Evidence], theirs: Sequence[Evidence]) -> bool:
    return any(
        one.document == other.document and one.start < other.end and other.start < one.end
        for one in mine
        for other in theirs
    )

"""The statements of a record against those of gold: which is which, and what is said about each.

A statement is right where its words are nearly those of gold (``wording.NEAR``): an editor who reads a recommendation
with a word lost at a line's end calls it found, and mends it; one who reads it with its explanation, or cut in half,
does not. That is the headline. How many have the very words stands beside it. A statement of another review that a
document quotes is a kind of its own, so that taking it for the review's own is an error on both sides.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from lessonbook.evaluation import wording
from lessonbook.evaluation.fields import Values, tally_of
from lessonbook.evaluation.gold import Record
from lessonbook.evaluation.tallies import Tally

_LOOKS_LIKE = 0.5
# Only these ask somebody to do something; who is named in a lesson is not told anything by it.
_ASKING = ("recommendation", "consideration", "action")
_QUOTED = " (of others)"


class Match(NamedTuple):
    """A found statement and gold's, and how like they are, from ``wording.NEAR`` to 1."""

    found: Record
    gold: Record
    likeness: float


class Matched(NamedTuple):
    """What is right, missed, and found without being in gold; by kind. Of a miss, the most like it that was found."""

    right: dict[str, list[Match]]
    missed: dict[str, list[tuple[Record, Record | None]]]
    false: dict[str, list[Record]]


def kind_of(statement: Record) -> str:
    """The kind, and whether it is another review's."""
    return f"{statement['kind']}{_QUOTED if statement.get('attributed_to') else ''}"


def match(found: Sequence[Record], gold: Sequence[Record]) -> Matched:
    """Pair statements of one kind, the most alike first; each stands in one pair at most."""
    matched = Matched({}, {}, {})
    mine, theirs = _by_kind(found), _by_kind(gold)
    for kind in dict.fromkeys((*theirs, *mine)):
        pairs, left, missed = _pairs(mine.get(kind, []), theirs.get(kind, []))
        matched.right[kind] = pairs
        matched.false[kind] = left
        everything = [one for one in found if one not in [pair.found for pair in pairs]]
        matched.missed[kind] = [(one, _most_like(one, everything)) for one in missed]
    return matched


def _by_kind(statements: Sequence[Record]) -> dict[str, list[Record]]:
    kinds: dict[str, list[Record]] = defaultdict(list)
    for statement in statements:
        kinds[kind_of(statement)].append(statement)
    return kinds


def _pairs(found: list[Record], gold: list[Record]) -> tuple[list[Match], list[Record], list[Record]]:
    """Those that are one, those of the record that are left, those of gold."""
    alike = [
        (value, first, second)
        for first, mine in enumerate(found)
        for second, theirs in enumerate(gold)
        if (value := wording.likeness(mine["text"], theirs["text"])) >= wording.NEAR
    ]
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for value, mine, theirs in sorted(alike, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1])):
        if theirs not in pairs and mine not in taken:
            pairs[theirs] = (mine, value)
            taken.add(mine)
    matches = [Match(found[mine], gold[theirs], value) for theirs, (mine, value) in sorted(pairs.items())]
    left = [one for index, one in enumerate(found) if index not in taken]
    return matches, left, [one for index, one in enumerate(gold) if index not in pairs]


def _most_like(statement: Record, others: Sequence[Record]) -> Record | None:
    value, best = max(
        ((wording.likeness(statement["text"], other["text"]), -index) for index, other in enumerate(others)),
        default=(0.0, 0),
    )
    return others[-best] if value >= _LOOKS_LIKE else None


def same(pair: Match) -> bool:
    """Whether the words are the very same."""
    return wording.plain(pair.found["text"]) == wording.plain(pair.gold["text"])


def tallies(matched: Matched) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """By kind: near matches, and the same wordings."""
    near: dict[str, Tally] = {}
    exact: dict[str, Tally] = {}
    for kind, pairs in matched.right.items():
        wrong, missed = len(matched.false[kind]), len(matched.missed[kind])
        alike = sum(map(same, pairs))
        near[kind] = Tally(len(pairs), wrong, missed, unsaid=missed if not pairs and not wrong else 0)
        exact[kind] = Tally(alike, wrong + len(pairs) - alike, missed + len(pairs) - alike)
    return near, exact


def details(pair: Match) -> dict[str, tuple[Tally, str, str]]:
    """What is said about a statement that was found: a tally for each key that gold judges, gold's words, ours."""
    judged: dict[str, tuple[Tally, str, str]] = {}
    for key, values in _DETAILS.items():
        if key in pair.gold and (key != "addressees" or pair.gold["kind"] in _ASKING):
            found, wanted = values(pair.found), values(pair.gold)
            judged[key] = tally_of(found, wanted), " | ".join(map(str, wanted)), " | ".join(map(str, found))
    return judged


def _number(statement: Record) -> Values:
    """What it is called, without the word before it: “Finding 2” and “2” name the same."""
    number = statement.get("number")
    return [str(number).split()[-1].strip(".():").casefold()] if number and str(number).split() else []


def _texts(key: str) -> Callable[[Record], Values]:
    def values(statement: Record) -> Values:
        value: str | Sequence[str] | None = statement.get(key)
        listed: Sequence[Hashable] = [value] if isinstance(value, str) else value or ()
        return [wording.name(str(one)) for one in listed]

    return values


_DETAILS: dict[str, Callable[[Record], Values]] = {
    "number": _number,
    "parts": _texts("parts"),
    "addressees": _texts("addressees"),
    "addressed_to": _texts("addressed_to"),
    "timescale": _texts("timescale"),
    "attributed_to": _texts("attributed_to"),
}

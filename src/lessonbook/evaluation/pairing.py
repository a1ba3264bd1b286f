"""Which review of a document is which gold record: by label or title, by area, by the statements that both have."""

from collections.abc import Sequence

from lessonbook.evaluation import wording
from lessonbook.evaluation.gold import Record

_LEAST = 1.0


def paired(found: Sequence[Record], gold: Sequence[Record]) -> list[tuple[int, int]]:
    """Indexes of records that are one review, in the order of gold; each stands in one pair at most.

    A document of one review that gave one record is a pair whatever it says: what is wrong with it is told of its
    fields.
    """
    if len(found) == len(gold) == 1:
        return [(0, 0)]
    alike = [
        (_likeness(mine, theirs), first, second)
        for first, mine in enumerate(found)
        for second, theirs in enumerate(gold)
    ]
    pairs: list[tuple[int, int]] = []
    taken: set[tuple[str, int]] = set()
    for value, mine, theirs in sorted(alike, key=lambda item: (-item[0], item[1], item[2])):
        if value >= _LEAST and ("found", mine) not in taken and ("gold", theirs) not in taken:
            taken |= {("found", mine), ("gold", theirs)}
            pairs.append((mine, theirs))
    return sorted(pairs, key=lambda pair: pair[1])


def _likeness(mine: Record, theirs: Record) -> float:
    same_name = _name(mine) is not None and _name(mine) == _name(theirs)
    areas = [(record.get("area") or {}).get("as_written") for record in (mine, theirs)]
    texts = [{statement["text"] for statement in record.get("statements") or ()} for record in (mine, theirs)]
    shared = len(texts[0] & texts[1]) / max(1, len(texts[1]))
    return same_name + (areas[0] == areas[1]) * 0.5 + shared


def _name(record: Record) -> str | None:
    name = record.get("label") or record.get("title")
    return wording.name(name) if name else None

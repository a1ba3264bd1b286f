"""Paragraphs written for the purpose, with places where words may change: long parts of invented reports.

A bank is a file of ``banks/``: paragraphs with an empty line between them, each an event, a thought of a panel, a part
of a chronology. ``[one|another]`` is a choice, ``{label}`` a word that the report fills in. The same seed gives
the same words.
"""

import random
import re
from functools import cache
from pathlib import Path

SHELVES = (Path(__file__).parent / "banks", Path(__file__).parent / "test" / "banks")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


def paragraphs(bank: str, count: int, seed: str, slots: dict[str, str]) -> list[str]:
    """So many paragraphs of a bank, in the bank's order, no paragraph twice while there are others.

    Raises ``KeyError`` where a paragraph asks for a word that ``slots`` does not hold.
    """
    chance = random.Random(seed)  # noqa: S311 - words of invented reports, no secret
    written = _written(bank)
    picked: list[int] = []
    while len(picked) < count:
        picked += sorted(chance.sample(range(len(written)), min(count - len(picked), len(written))))
    return [filled(written[index], chance, slots) for index in picked]


def dealt(bank: str, since: int, count: int, seed: str, slots: dict[str, str]) -> list[str]:
    """The next so many paragraphs of a bank, shuffled once a report: none stands twice while there are others."""
    chance = random.Random(seed)  # noqa: S311 - as above
    order = list(_written(bank))
    chance.shuffle(order)
    return [filled(order[at % len(order)], chance, slots) for at in range(since, since + count)]


def filled(text: str, chance: random.Random, slots: dict[str, str]) -> str:
    """A text with its choices made, innermost first, and its slots filled."""
    while match := _CHOICE.search(text):
        text = text[: match.start()] + chance.choice(match[1].split("|")) + text[match.end() :]
    text = _SLOT.sub(lambda slot: _slot(slot[1], slots), text)
    return re.sub(r"(^|[.!?] )([a-z])", lambda start: start[1] + start[2].upper(), text)


def _slot(name: str, slots: dict[str, str]) -> str:
    return slots[name]


@cache
def _written(bank: str) -> tuple[str, ...]:
    path = next(shelf / f"{bank}.txt" for shelf in SHELVES if (shelf / f"{bank}.txt").exists())
    text = path.read_text(encoding="utf-8")
    return tuple(" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip()))

"""How well themes are told: what was given against what is right, theme by theme."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec


class Measured(msgspec.Struct, frozen=True):
    """A theme: ``support`` texts have it, it was given to ``found``, of which ``right`` have it."""

    theme: str
    support: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """What share of those found is right; nothing where none was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """What share of those that have it was found; nothing where none has it."""
        return self.right / self.support if self.support else None


def measured(pairs: Sequence[tuple[Collection[str], Collection[str]]], themes: Iterable[str]) -> tuple[Measured, ...]:
    """The figures of each theme, from the themes given to each text and the themes that it has."""
    found = Counter(theme for given, _ in pairs for theme in given)
    support = Counter(theme for _, has in pairs for theme in has)
    right = Counter(theme for given, has in pairs for theme in set(given) & set(has))
    return tuple(Measured(theme, support[theme], found[theme], right[theme]) for theme in themes)


def whole(parts: Sequence[Measured]) -> Measured:
    """All themes together, each giving of a theme counted once."""
    counts = [sum(getattr(one, name) for one in parts) for name in ("support", "found", "right")]
    return Measured("all", *counts)

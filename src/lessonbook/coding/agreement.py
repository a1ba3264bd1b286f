"""How far two coders who coded the same texts agree, theme by theme."""

from collections.abc import Collection, Iterable, Mapping

import msgspec


class Agreement(msgspec.Struct, frozen=True):
    """What two coders made of a theme: texts that the first, the second and both gave it, and Cohen's kappa.

    Kappa is the agreement beyond chance (Cohen 1960): 1 is full, 0 no more than chance. It is nothing where both gave
    the theme to no text, or to every text: there is no chance to compare with.
    """

    theme: str
    first: int
    second: int
    both: int
    kappa: float | None


def agreements(
    first: Mapping[str, Collection[str]], second: Mapping[str, Collection[str]], themes: Iterable[str]
) -> tuple[Agreement, ...]:
    """The agreement on each theme, from each coder's themes by the text's id.

    Raises ``ValueError`` where the coders did not code the same texts.
    """
    if first.keys() != second.keys():
        raise ValueError("two codings are compared that are not of the same texts")
    return tuple(_agreement(theme, first, second) for theme in themes)


def kappa(both: int, first: int, second: int, of: int) -> float | None:
    """Cohen’s kappa of two yes-or-no judgements on ``of`` cases, from how many either and both affirmed."""
    expected = first * second + (of - first) * (of - second)
    if expected == of * of:
        return None
    agreed = of - first - second + 2 * both
    return (agreed * of - expected) / (of * of - expected)


def _agreement(theme: str, first: Mapping[str, Collection[str]], second: Mapping[str, Collection[str]]) -> Agreement:
    by_first = {text for text, themes in first.items() if theme in themes}
    by_second = {text for text, themes in second.items() if theme in themes}
    both = len(by_first & by_second)
    return Agreement(theme, len(by_first), len(by_second), both, kappa(both, len(by_first), len(by_second), len(first)))

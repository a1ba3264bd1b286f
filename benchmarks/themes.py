"""How well themes and sections are told: the agreement of two coders on the starter set, theme by theme."""

from lessonbook.coding import starter
from lessonbook.coding.agreement import agreements, kappa
from lessonbook.vocabulary.themes import THEMES


def main() -> None:
    agreement()


def agreement() -> None:
    """Kappa of the two codings: per theme, over all pairs of a statement and a theme, and how many themes reach 0.8."""
    first, second = starter.codings("first-coding"), starter.codings("second-coding")
    found = agreements(first, second, (theme.id for theme in THEMES))
    print(f"{'theme':32} {'first':>6} {'second':>6} {'both':>5} {'kappa':>6}")
    for one in found:
        print(f"{one.theme:32} {one.first:6} {one.second:6} {one.both:5} {_figure(one.kappa):>6}")
    pairs = len(first) * len(THEMES)
    given = [sum(getattr(one, name) for one in found) for name in ("both", "first", "second")]
    kappas = sorted(one.kappa for one in found if one.kappa is not None)
    print(f"\n{len(first)} statements; themes given: {given[1]} and {given[2]}, {given[0]} by both")
    print(f"kappa over all {_figure(kappa(*given, pairs))}; of themes: median {kappas[len(kappas) // 2]:.2f}")
    print(", ".join(f"{sum(one >= least for one in kappas)} of {len(kappas)} at least {least}" for least in (0.6, 0.8)))


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()

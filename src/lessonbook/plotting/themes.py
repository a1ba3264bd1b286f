"""Themes by year: in how many reviews of a year a statement has the theme."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from lessonbook.domain import Review
from lessonbook.plotting import style
from lessonbook.plotting.rendering import Row
from lessonbook.vocabulary import themes

_MOST_COLUMNS = 14
_NAMES, _ROW = 2.65, 0.27


class ThemesByYear(NamedTuple):
    """Counts of reviews by theme id and year; the themes of most reviews first. ``shown`` of them are drawn."""

    counts: dict[str, dict[int, int]]
    dated: int
    undated: int
    shown: int

    @property
    def title(self) -> str:
        """The heading."""
        return "What reviews are about, by year of publication"

    @property
    def description(self) -> str:
        """The numbers of the largest themes in words."""
        largest = [
            f"{_name(theme)} in {style.counted(sum(years.values()), 'review')}"
            for theme, years in list(self.counts.items())[:5]
        ]
        said = f"Most often: {'; '.join(largest)}." if largest else "No statement has a theme."
        return style.sentence(
            f"A table of themes by year with the number of reviews, of {self.dated:,}.", said, self._left_out
        )

    @property
    def _left_out(self) -> str:
        return f"{style.counted(self.undated, 'review')} without a date not shown." if self.undated else ""

    def rows(self) -> list[Row]:
        """A row for each theme and year."""
        found: list[Row] = [("theme", "name", "year", "reviews")]
        for theme, years in self.counts.items():
            found += [(theme, _name(theme), year, count) for year, count in sorted(years.items())]
        return found

    def draw(self) -> Figure:
        """A table whose fields are darker where there are more reviews, each with its number."""
        drawn = list(self.counts.items())[: self.shown]
        columns = _columns({year for _, years in drawn for year in years})
        more = len(self.counts) - len(drawn)
        note = style.sentence(
            "Reviews with a statement on the theme; a review has several themes.",
            self._left_out,
            f"{style.counted(more, 'theme')} with fewer reviews not shown." if more else "",
        )
        figure, axes = style.sheet(_ROW * (len(drawn) + 1) + 0.1, self.title, note)
        width = (style.WIDTH - _NAMES - 0.75) / max(len(columns), 1)
        fields = [[sum(years.get(year, 0) for year in column.years) for column in columns] for _, years in drawn]
        most = max((count for line in fields for count in line), default=0)
        for place, column in enumerate(columns):
            axes.text(_NAMES + width * (place + 0.5), 0.2, column.name, ha="center", size=7.5, color=style.QUIET)
        axes.text(style.WIDTH - 0.2, 0.2, "All", ha="right", size=7.5, color=style.QUIET)
        for number, ((theme, years), line) in enumerate(zip(drawn, fields, strict=True)):
            top = 0.27 + _ROW * number
            axes.text(_NAMES - 0.1, top + _ROW / 2, _short(_name(theme)), ha="right", va="center", color=style.INK)
            axes.text(
                style.WIDTH - 0.2, top + _ROW / 2, f"{sum(years.values()):,}", ha="right", va="center", weight="bold"
            )
            for place, count in enumerate(line):
                colour = style.shade(count, most)
                left = _NAMES + width * place
                axes.add_patch(
                    Rectangle((left + 0.015, top + 0.015), width - 0.03, _ROW - 0.03, color=colour.face, lw=0)
                )
                text = f"{count:,}" if count else "·"
                axes.text(left + width / 2, top + _ROW / 2, text, ha="center", va="center", size=8, color=colour.ink)
        return figure


def themes_by_year(reviews: Iterable[Review], *, shown: int = 20) -> ThemesByYear:
    """Count the themes of the statements of reviews by year of publication."""
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    dated = undated = 0
    for review in reviews:
        if review.published is None:
            undated += 1
            continue
        dated += 1
        for theme in {theme for statement in review.statements for theme in statement.themes}:
            counts[theme][review.published.earliest.year] += 1
    ordered = sorted(counts.items(), key=lambda one: (-sum(one[1].values()), one[0]))
    return ThemesByYear({theme: dict(years) for theme, years in ordered}, dated, undated, shown)


class _Column(NamedTuple):
    name: str
    years: tuple[int, ...]


def _columns(years: set[int]) -> list[_Column]:
    """A column a year from the first to the last; what does not fit is one column at the beginning."""
    if not years:
        return []
    every = list(range(min(years), max(years) + 1))
    early, late = (
        (every[: 1 - _MOST_COLUMNS], every[1 - _MOST_COLUMNS :]) if len(every) > _MOST_COLUMNS else ([], every)
    )
    grouped = [_Column(f"to {early[-1]}", tuple(early))] if early else []
    return grouped + [_Column(str(year), (year,)) for year in late]


def _name(theme: str) -> str:
    return next((one.name for one in themes.THEMES if one.id == theme), theme)


def _short(name: str) -> str:
    return name if len(name) <= 36 else f"{name[:35].rstrip()}…"

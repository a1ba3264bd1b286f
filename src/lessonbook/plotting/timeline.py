"""When and where one lesson was said: a lane for each area, a mark for each time."""

import textwrap
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lessonbook.domain import PartialDate
from lessonbook.plotting import style
from lessonbook.plotting.rendering import Row

_NAMES, _LANE, _MOST_LANES = 2.6, 0.24, 40
_MARKS = {"recommendation": "s", "learning": "o", "consideration": "D", "action": "^", "good-practice": "*"}
_OTHER = "X"
_DAYS_A_YEAR = 365.2425


class Saying(NamedTuple):
    """One statement of the lesson: where, in which review, as what kind of statement, published when."""

    review: str
    label: str | None
    area: str | None
    kind: str
    published: PartialDate | None


class Timeline(NamedTuple):
    """A lesson and everything that says it."""

    wording: str
    sayings: tuple[Saying, ...]

    @property
    def title(self) -> str:
        """The lesson's own words, shortened."""
        return textwrap.shorten(f"When this was said: {self.wording}", 210, placeholder=" …")

    @property
    def description(self) -> str:
        """How often, when, where first."""
        dated = self._dated()
        if not dated:
            return f"A timeline without marks. {self._left_out}"
        first, last = dated[0], dated[-1]
        return style.sentence(
            f"A timeline of {style.counted(len(dated), 'statement')} in {style.counted(len(self._lanes()), 'area')}:",
            f"the first from {_area(first)} ({_year(first)}), the last from {_area(last)} ({_year(last)}).",
            self._left_out,
        )

    @property
    def _left_out(self) -> str:
        undated = len(self.sayings) - len(self._dated())
        return f"{style.counted(undated, 'statement')} without a date not shown." if undated else ""

    def rows(self) -> list[Row]:
        """A row a statement, in order of date, undated ones last."""
        ordered = self._dated() + [one for one in self.sayings if one.published is None]
        names = ("published", "area", "review", "label", "kind")
        return [names, *((str(one.published or ""), one.area, one.review, one.label, one.kind) for one in ordered)]

    def draw(self) -> Figure:
        """Lanes in order of the first time; a date that is only a year or month is a line as long as that."""
        lanes = list(self._lanes().items())[:_MOST_LANES]
        more = len(self._lanes()) - len(lanes)
        kinds = sorted({one.kind for _, said in lanes for one in said})
        note = style.sentence(
            "A mark with a line: only the year or the month is known.",
            f"{style.counted(more, 'area')} more not shown." if more else "",
            self._left_out,
        )
        figure, axes = style.sheet(_LANE * len(lanes) + 0.75, self.title, note)
        bottom = 0.1 + _LANE * max(len(lanes), 1)
        years = [int(point) for _, said in lanes for one in said if one.published for point in _points(one.published)]
        first, last = (min(years), max(years) + 1) if years else (0, 1)
        scale = (style.WIDTH - _NAMES - 0.3) / (last - first)
        for year in range(first, last + 1):
            place = _NAMES + scale * (year - first)
            axes.plot([place, place], [0.05, bottom], color=style.LINE, lw=0.5, zorder=0)
            if years and year < last and (year - first) % max(1, round((last - first) / 12)) == 0:
                axes.text(place + scale / 2, bottom + 0.17, str(year), ha="center", size=7.5, color=style.QUIET)
        for number, (area, said) in enumerate(lanes):
            middle = 0.1 + _LANE * (number + 0.5)
            axes.text(
                _NAMES - 0.1, middle, textwrap.shorten(area, 38, placeholder=" …"), ha="right", va="center", size=8
            )
            for one in said:
                if one.published:
                    _mark(
                        axes, one, middle, tuple(_NAMES + scale * (point - first) for point in _points(one.published))
                    )
        _legend(axes, kinds, bottom + 0.45)
        return figure

    def _dated(self) -> list[Saying]:
        dated = [
            (one.published.earliest, one.review, number, one)
            for number, one in enumerate(self.sayings)
            if one.published
        ]
        return [one for *_, one in sorted(dated)]

    def _lanes(self) -> dict[str, list[Saying]]:
        lanes: dict[str, list[Saying]] = defaultdict(list)
        for one in self._dated():
            lanes[_area(one)].append(one)
        return lanes


def _mark(axes: Axes, one: Saying, middle: float, ends: tuple[float, ...]) -> None:
    axes.plot(ends, [middle] * len(ends), color=style.STRONG, lw=1.2, alpha=0.5, solid_capstyle="butt")
    axes.plot(
        [sum(ends) / len(ends)],
        [middle],
        marker=_MARKS.get(one.kind, _OTHER),
        ms=6,
        mfc=style.STRONG,
        mec="white",
        mew=0.6,
    )


def _legend(axes: Axes, kinds: list[str], top: float) -> None:
    left = 0.2
    for kind in kinds:
        name = kind.replace("-", " ").capitalize()
        axes.plot([left], [top], marker=_MARKS.get(kind, _OTHER), ms=6, color=style.STRONG, lw=0)
        axes.text(left + 0.12, top, name, va="center", size=8, color=style.INK)
        left += 0.35 + 0.075 * len(name)


def _points(published: PartialDate) -> tuple[float, float]:
    """The first and the last day that a date can mean, in years."""
    return _in_years(published.earliest), _in_years(published.latest)


def _in_years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS_A_YEAR


def _area(one: Saying) -> str:
    return one.area or "Area not named"


def _year(one: Saying) -> int:
    assert one.published
    return one.published.earliest.year

"""How many reviews each area has published, on a grid where councils stand about where they lie."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from lessonbook.domain import Review
from lessonbook.plotting import style
from lessonbook.plotting.rendering import Row
from lessonbook.vocabulary import area_grid as grid

_MARGIN = 0.2


class AreaGrid(NamedTuple):
    """Reviews by the code of the council on the grid; a joint review counts for each of its councils."""

    counts: dict[str, int]
    reviews: int
    elsewhere: int

    @property
    def title(self) -> str:
        """The heading."""
        return "Published reviews by area"

    @property
    def description(self) -> str:
        """The areas with most reviews."""
        largest = sorted(self.counts.items(), key=lambda one: (-one[1], one[0]))[:8]
        said = "; ".join(f"{grid.TILES[code].name} {count:,}" for code, count in largest)
        return style.sentence(
            f"A map-like grid of councils with the number of reviews of each, of {self.reviews:,}.",
            f"Most: {said}." if said else "",
            self._left_out,
        )

    @property
    def _left_out(self) -> str:
        return f"{style.counted(self.elsewhere, 'review')} without a named council not shown." if self.elsewhere else ""

    def rows(self) -> list[Row]:
        """A row a council, also those without a review."""
        names = ("gss", "council", "region", "code", "reviews")
        tiles = sorted(grid.TILES.values(), key=lambda tile: (tile.region, tile.name))
        return [names, *((one.gss, one.name, one.region, one.code, self.counts.get(one.code, 0)) for one in tiles)]

    def draw(self) -> Figure:
        """A square a council with a short code and the number; a line between regions."""
        side = (style.WIDTH - 2 * _MARGIN) / grid.COLUMNS
        note = style.sentence(
            "A square is a council with duties for social care, near to where it lies; the letters are its code in the",
            "table beside this picture. Lines are between regions. A joint review counts for each council.",
            self._left_out,
        )
        figure, axes = style.sheet(side * grid.ROWS + 0.1, self.title, note)
        most = max(self.counts.values(), default=0)
        for tile in grid.TILES.values():
            count = self.counts.get(tile.code, 0)
            colour = style.shade(count, most)
            left, top = _MARGIN + side * tile.column, 0.05 + side * tile.row
            axes.add_patch(Rectangle((left + 0.01, top + 0.01), side - 0.02, side - 0.02, color=colour.face, lw=0))
            low = top + side * (0.3 if count else 0.5)
            axes.text(left + side / 2, low, tile.code, ha="center", va="center", size=5.5, color=colour.ink)
            if count:
                axes.text(
                    left + side / 2,
                    top + side * 0.65,
                    f"{count:,}",
                    ha="center",
                    va="center",
                    size=8.5,
                    color=colour.ink,
                )
        _borders(axes, side)
        return figure


def area_grid(reviews: Iterable[Review]) -> AreaGrid:
    """Count reviews by council; a district's count for its county, those of a former council for what came after."""
    counts: Counter[str] = Counter()
    total = elsewhere = 0
    for review in reviews:
        total += 1
        codes = {tile.code for one in (review.area.authorities if review.area else ()) for tile in grid.tiles_of(one)}
        counts.update(codes)
        elsewhere += not codes
    return AreaGrid(dict(counts), total, elsewhere)


def _borders(axes: Axes, side: float) -> None:
    at = {(tile.column, tile.row): tile.region for tile in grid.TILES.values()}
    for (column, row), region in at.items():
        left, top = _MARGIN + side * column, 0.05 + side * row
        if (column + 1, row) in at and at[column + 1, row] != region:
            axes.plot([left + side] * 2, [top, top + side], color=style.INK, lw=1.1, solid_capstyle="projecting")
        if (column, row + 1) in at and at[column, row + 1] != region:
            axes.plot([left, left + side], [top + side] * 2, color=style.INK, lw=1.1, solid_capstyle="projecting")

"""Lay the councils that publish reviews out on a grid, near to where they are, for the map-like picture of areas.

    python scripts/make_area_grid.py UK-LOCAL-AUTHORITIES.csv

Reads mySociety's list of local authorities, which has coordinates, and writes area-grid.csv beside areas.csv. Needs
scipy. First each council gets the place that moves all of them least (linear sum assignment) on a map whose crowded
parts are stretched; then neighbours change places while that brings councils of a region together.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

DATA = Path(__file__).parents[1] / "src" / "lessonbook" / "vocabulary" / "data"
# Counties, unitary, metropolitan and London councils, Wales, Scotland and Northern Ireland: they have the duties.
TYPES = {"CTY", "UA", "MD", "LBO", "CC", "WPA", "SCO", "NID"}
COLUMNS, ROWS = 20, 24
STRETCH = 0.72  # share of the place in the order of all councils, the rest is the place on the ground
TOGETHER = 2.0  # what a neighbour of another region costs, in squared steps of the grid
ROUNDS = 60

Places = NDArray[np.float64]


def main(source: Path) -> None:
    """Write the grid."""
    with source.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["current-authority"] == "True"]
    councils = sorted(
        (row for row in rows if row["local-authority-type"] in TYPES), key=lambda row: row["local-authority-code"]
    )
    ground = np.array([_middle(row, rows) for row in councils])
    wanted = _stretched(ground)
    cells = np.array([(column, row) for row in range(ROWS) for column in range(COLUMNS)], float)
    cost = ((wanted[:, None, :] - cells[None, :, :]) ** 2).sum(axis=2)
    place = linear_sum_assignment(cost)[1]
    regions = [row["region"] if row["nation"] == "England" else row["nation"] for row in councils]
    place = _together(place, cost, regions)
    with (DATA / "area-grid.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["code", "column", "row"])
        for row, cell in zip(councils, place, strict=True):
            writer.writerow([row["local-authority-code"], int(cells[cell][0]), int(cells[cell][1])])


def _middle(council: dict[str, str], rows: list[dict[str, str]]) -> tuple[float, float]:
    """East and south of a council, in metres; of a county that of its districts: the list's own is elsewhere."""
    parts = [row for row in rows if row["county-la"] == council["local-authority-code"]] or [council]
    east = sum(float(row["x"]) for row in parts) / len(parts)
    north = sum(float(row["y"]) for row in parts) / len(parts)
    return east, -north


def _stretched(ground: Places) -> Places:
    """Where councils would like to be on the grid: each axis partly by order, so that crowded parts have room."""
    size = np.array([COLUMNS - 1, ROWS - 1], float)
    share = (ground - ground.min(axis=0)) / (ground.max(axis=0) - ground.min(axis=0))
    order = np.argsort(np.argsort(ground, axis=0), axis=0) / (len(ground) - 1)
    stretched: Places = (STRETCH * order + (1 - STRETCH) * share) * size
    return stretched


def _together(place: NDArray[np.intp], cost: Places, regions: list[str]) -> NDArray[np.intp]:
    """Let councils change places, or move to an empty one, while the whole becomes better."""
    who: dict[int, int] = {int(cell): index for index, cell in enumerate(place)}
    for _ in range(ROUNDS):
        changed = False
        for first in range(COLUMNS * ROWS):
            for second in _around(first, reach=2):
                if first < second and (first in who or second in who) and _better(first, second, who, cost, regions):
                    _swap(first, second, who)
                    changed = True
        if not changed:
            break
    found = np.zeros(len(place), np.intp)
    for cell, index in who.items():
        found[index] = cell
    return found


def _better(first: int, second: int, who: dict[int, int], cost: Places, regions: list[str]) -> bool:
    near = {first, second, *_around(first, reach=1), *_around(second, reach=1)}
    before = sum(_cost_of(cell, who, cost, regions) for cell in near)
    _swap(first, second, who)
    after = sum(_cost_of(cell, who, cost, regions) for cell in near)
    _swap(first, second, who)
    return after < before - 1e-9


def _cost_of(cell: int, who: dict[int, int], cost: Places, regions: list[str]) -> float:
    if cell not in who:
        return 0.0
    here = who[cell]
    strange = sum(next_to not in who or regions[who[next_to]] != regions[here] for next_to in _around(cell, reach=1))
    return float(cost[here, cell]) + TOGETHER * strange


def _swap(first: int, second: int, who: dict[int, int]) -> None:
    one, other = who.pop(first, None), who.pop(second, None)
    if one is not None:
        who[second] = one
    if other is not None:
        who[first] = other


def _around(cell: int, *, reach: int) -> Iterator[int]:
    row, column = divmod(cell, COLUMNS)
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            inside = 0 <= row + down < ROWS and 0 <= column + across < COLUMNS
            if inside and 0 < abs(down) + abs(across) <= reach:
                yield (row + down) * COLUMNS + column + across


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Where councils stand on a map-like grid: those with duties for social care, one square each.

The grid is made by scripts/make_area_grid.py.
"""

import msgspec

from lessonbook.domain import Authority
from lessonbook.vocabulary import areas
from lessonbook.vocabulary.area_names import councils
from lessonbook.vocabulary.tables import check_known, check_unique, rows_of


class Tile(msgspec.Struct, frozen=True):
    """A council's square: ``column`` from the west, ``row`` from the north, both from 0."""

    code: str
    name: str
    gss: str
    region: str
    column: int
    row: int


class _Place(msgspec.Struct, frozen=True):
    code: str
    column: int
    row: int


def _tiles() -> dict[str, Tile]:
    places = rows_of("area-grid.csv", _Place)
    known = councils()
    check_unique("area-grid.csv", (place.code for place in places))
    check_unique("area-grid.csv", (f"{place.column}/{place.row}" for place in places))
    check_known("area-grid.csv", (place.code for place in places), known)
    return {
        place.code: Tile(
            place.code, known[place.code].name, known[place.code].gss, known[place.code].region, place.column, place.row
        )
        for place in places
    }


TILES: dict[str, Tile] = _tiles()
COLUMNS = 1 + max(tile.column for tile in TILES.values())
ROWS = 1 + max(tile.row for tile in TILES.values())
_CODES = {council.gss: council.code for council in councils().values() if council.gss}


def tiles_of(authority: Authority) -> tuple[Tile, ...]:
    """The squares of an authority: a district's is its county's; one that is gone has those of what came after it."""
    found = {}
    for later in areas.today(authority):
        code = _CODES.get(later.gss, "")
        for tried in (code, councils()[code].county if code else ""):
            if tried in TILES:
                found[tried] = TILES[tried]
                break
    return tuple(found.values())

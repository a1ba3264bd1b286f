from lessonbook.vocabulary import area_grid, areas


def test_every_council_with_duties_has_a_square():
    assert len(area_grid.TILES) == 218
    regions = {tile.region for tile in area_grid.TILES.values()}
    assert regions == set(areas.regions())


def test_squares_lie_about_where_councils_lie():
    at = {tile.name: tile for tile in area_grid.TILES.values()}
    assert at["Cornwall"].column < at["Kent"].column
    assert at["Northumberland"].row < at["Darlington"].row < at["Leicester"].row < at["Brighton and Hove"].row
    assert at["Gwynedd"].column < at["Norfolk"].column


def test_a_district_has_the_square_of_its_county():
    (council,) = areas.resolve("Ashford Borough Council").authorities
    assert [tile.name for tile in area_grid.tiles_of(council)] == ["Kent"]


def test_counties_lie_in_their_own_region():
    assert areas.region_of("E10000007") == "East Midlands"
    assert areas.region_of("E10000019") == "East Midlands"

import pytest

from lessonbook.domain import ages_agree

FIVE_YEARS, SIX_YEARS = (1826, 2191), (2191, 2556)
FOUR_MONTHS, FIVE_MONTHS, SEVENTEEN_WEEKS = (120, 152), (150, 183), (119, 125)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (FIVE_YEARS, FIVE_YEARS, True),
        (FIVE_YEARS, SIX_YEARS, False),
        (FOUR_MONTHS, FIVE_MONTHS, False),
        (FOUR_MONTHS, SEVENTEEN_WEEKS, True),
        ((15, 15), (0, 30), True),
        ((15, 15), (15, 15), True),
        ((15, 15), (16, 16), False),
        ((0, 91), FOUR_MONTHS, False),
    ],
)
def test_neighbouring_ages_touch_and_do_not_agree(one, other, agree):
    assert ages_agree(one, other) is agree
    assert ages_agree(other, one) is agree

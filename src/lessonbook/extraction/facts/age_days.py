"""How many days an age can mean.

A person of n months has lived through n calendar months and not yet n + 1: the fewest days are the shortest run of n
months there is in a calendar, the most are one day less than the longest run of n + 1. Four months are 120 to 152
days. Years are runs of twelve months, weeks have seven days.
"""

from calendar import monthrange
from functools import cache
from typing import Literal

Unit = Literal["day", "week", "month", "year"]


def days_of(number: int, unit: Unit) -> tuple[int, int]:
    """The fewest and the most days of an age in whole units."""
    return fewest(number, unit), most(number, unit)


def fewest(number: int, unit: Unit) -> int:
    """The fewest days that so many units can last."""
    return _run(number, unit, shortest=True)


def most(number: int, unit: Unit) -> int:
    """The most days that a person of this age can have lived: one less than the longest run of one unit more."""
    return most_before(number + 1, unit)


def most_before(number: int, unit: Unit) -> int:
    """The most days of someone who is not yet so many units old."""
    return max(0, _run(number, unit, shortest=False) - 1)


@cache
def _run(number: int, unit: Unit, *, shortest: bool) -> int:
    if unit == "day":
        return number
    if unit == "week":
        return number * 7
    months = number * 12 if unit == "year" else number
    cycles, rest = divmod(
        months, 48
    )  # four years have the same length, since none in living memory skipped a leap year
    runs = [sum(_LENGTHS[(start + step) % 48] for step in range(rest)) for start in range(48)]
    return cycles * sum(_LENGTHS) + (min(runs) if shortest else max(runs))


_LENGTHS = [monthrange(year, month)[1] for year in range(2017, 2021) for month in range(1, 13)]

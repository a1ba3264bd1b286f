"""How sure a reading is, from named reasons and one table, ``sureness.toml``.

Reasons add up as log-odds, as independent evidence does: two good reasons make a reading surer than one, a doubt takes
away from it. What the numbers are worth is measured against gold records, never asserted.
"""

import math
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from lessonbook.domain import LessonbookError


def combine(reasons: Iterable[str]) -> float:
    """The sureness, from 0.02 to 0.99, of a reading that rests on these reasons, each counted once.

    Raises ``LessonbookError`` where a reason is not in the table.
    """
    total = _START
    for reason in dict.fromkeys(reasons):
        if reason not in _WEIGHTS:
            raise LessonbookError(
                "reason-unknown", f"The reason “{reason}” is not in sureness.toml; add it there with its weight."
            )
        total += _WEIGHTS[reason]
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-total)))), 2)


_TABLE = tomllib.loads((files(__package__) / "sureness.toml").read_text(encoding="utf-8"))
_START = float(_TABLE["start"])
_WEIGHTS: dict[str, float] = {reason: float(weight) for reason, weight in _TABLE["reasons"].items()}
_LEAST, _MOST = 0.02, 0.99

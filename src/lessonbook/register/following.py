"""What follows once records have changed, in its order: each step works on what is new, and stores parts.

Meanings come first: lessons rest on them.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from lessonbook.register import coding, meanings
from lessonbook.register.lessons import keeping


class Moved(Protocol):
    """Told how much is done and how much there is."""

    def __call__(self, done: int, total: int, /) -> None: ...


class Followed(NamedTuple):
    """How many meanings were computed, and how many wordings were coded and have another place among lessons."""

    meanings: int
    coded: int
    placed: int


def follow(progress: Callable[[str], AbstractContextManager[Moved]]) -> Followed:
    """Do all steps; ``progress`` shows a person each by its name."""
    with progress("Learning what statements mean") as moved:
        learned = meanings.learn(moved)
    with progress("Coding what statements are about") as moved:
        coded = coding.learn(moved)
    return Followed(learned, coded, keeping.update())

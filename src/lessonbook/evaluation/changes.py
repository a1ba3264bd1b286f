"""What got better and worse since another evaluation, beyond what the choice of documents explains.

Both evaluations are compared on the documents that both have, document by document: the 95% interval of the
difference of F1 comes from the same draws for both (a paired bootstrap), and a change is one where it excludes none.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import from_json
from lessonbook.evaluation.results import Difference, DocumentResult, Evaluation
from lessonbook.evaluation.tallies import Tally, draws, f1_of

Tallies = Callable[[DocumentResult], dict[str, Tally]]

_LOW, _HIGH = 25, 974  # of a thousand draws in order


class Change(msgspec.Struct, frozen=True):
    """F1 of one thing before and now, over the documents that both have, and the interval of the difference.

    ``beyond_noise`` says that the interval lies on one side of none.
    """

    name: str
    before: float
    now: float
    low: float
    high: float

    @property
    def beyond_noise(self) -> bool:
        """Whether the change is more than another choice of documents could make."""
        return self.low > 0 or self.high < 0


class Changes(msgspec.Struct, frozen=True):
    """``moved`` are figures that are not as before; ``mended`` and ``broken`` single differences from gold.

    ``only_before`` and ``only_now`` are documents that one of the two does not have.
    """

    documents: int
    moved: tuple[Change, ...]
    mended: tuple[Difference, ...]
    broken: tuple[Difference, ...]
    only_before: tuple[str, ...] = ()
    only_now: tuple[str, ...] = ()


def read(file: Path) -> Evaluation:
    """The evaluation that ``lessonbook eval --json`` wrote. Raises ``LessonbookError`` ``evaluation-unreadable``."""
    try:
        return from_json(file.read_bytes(), Evaluation)
    except (OSError, msgspec.MsgspecError) as error:
        raise LessonbookError(
            "evaluation-unreadable", f"{file} is no evaluation: give a file that `lessonbook eval --json` wrote."
        ) from error


def changes(now: Evaluation, before: Evaluation) -> Changes:
    """What differs between two evaluations of the same documents."""
    old = {result.document: result for result in before.documents}
    new = {result.document: result for result in now.documents}
    both = [name for name in new if name in old]
    pairs = [(old[name], new[name]) for name in both]
    moved = [
        change
        for what, tallies in _COUNTED.items()
        for change in _moved(what, [(tallies(one), tallies(other)) for one, other in pairs])
    ]
    was = {difference for result, _ in pairs for difference in result.differences}
    is_now = {difference for _, result in pairs for difference in result.differences}
    return Changes(
        len(both),
        tuple(moved),
        tuple(difference for result, _ in pairs for difference in result.differences if difference not in is_now),
        tuple(difference for _, result in pairs for difference in result.differences if difference not in was),
        tuple(name for name in old if name not in new),
        tuple(name for name in new if name not in old),
    )


def _moved(what: str, pairs: Sequence[tuple[dict[str, Tally], dict[str, Tally]]]) -> Iterator[Change]:
    names = dict.fromkeys(name for both in pairs for tallies in both for name in tallies)
    for name in names:
        each = [(before.get(name, Tally()), now.get(name, Tally())) for before, now in pairs]
        if all(before == now for before, now in each):
            continue
        olds, news = [before for before, _ in each], [now for _, now in each]
        found = sorted(_difference(each, draw) for draw in draws(len(each)))
        yield Change(f"{what} {name}".strip(), f1_of(olds), f1_of(news), found[_LOW], found[_HIGH])


def _difference(each: Sequence[tuple[Tally, Tally]], draw: Sequence[int]) -> float:
    return f1_of([each[index][1] for index in draw]) - f1_of([each[index][0] for index in draw])


_COUNTED: dict[str, Tallies] = {
    "": lambda result: {"cases": result.cases, "places": result.places},
    "field": lambda result: result.fields,
    "statements": lambda result: result.statements,
    "exact wording of": lambda result: result.exact,
    "detail": lambda result: result.details,
}

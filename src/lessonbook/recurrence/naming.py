"""Lessons keep their ids when their members change."""

from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import blake2b


def named(
    before: Mapping[str, str], leaders: Mapping[str, str], used: Callable[[str], bool] = lambda _: False
) -> dict[str, str]:
    """The id of each lesson, by the wording that begins it now.

    ``before`` has the id of the lesson in which each wording was, ``leaders`` the leader of each wording now. A lesson
    takes the id that it shares most wordings with; one without any gets the first id of its leader that was never used.
    ``used`` says of an id whether a lesson has it that is not in ``before``: lessons that share no wording with those
    that changed need not be given. Which of two goes first where they share as many is settled by their keys, so the
    same changes give the same ids.
    """
    shared = Counter((before[key], leader) for key, leader in leaders.items() if key in before)
    ids: dict[str, str] = {}
    taken = set(before.values())
    given: set[str] = set()
    for (name, leader), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if leader not in ids and name not in given:
            ids[leader] = name
            given.add(name)
    for leader in sorted(set(leaders.values()) - set(ids)):
        ids[leader] = _new(leader, lambda name: name in taken or name in given or used(name))
        given.add(ids[leader])
    return ids


def _new(leader: str, taken: Callable[[str], bool]) -> str:
    number = 0
    while taken(name := blake2b(f"lesson:{leader}:{number}".encode(), digest_size=5).hexdigest()):
        number += 1
    return name

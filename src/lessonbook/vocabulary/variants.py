"""Words that a person who searches means alike, as mum and mother, or CAMHS and what the letters stand for."""

from functools import cache

from lessonbook.vocabulary.tables import check_unique, content_of

_FILE = "variants.toml"


def variants_of(words: str) -> tuple[str, ...]:
    """The words and phrases that mean the same as these, without these; nothing where none are known."""
    wanted = " ".join(words.lower().split())
    return tuple(other for other in _groups().get(wanted, ()) if other != wanted)


def longest() -> int:
    """How many words the longest phrase has that has variants."""
    return max(len(words.split()) for words in _groups())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    groups = [tuple(group) for group in content_of(_FILE)["groups"]]
    for group in groups:
        check_unique(_FILE, group)
    return {words: group for group in groups for words in group}

"""The words by which a source says how sure it is: an allegation is no conviction."""

from functools import cache

from lessonbook.vocabulary.matching import Lexicon, Match
from lessonbook.vocabulary.tables import words_of


def hedges_in(text: str) -> tuple[Match, ...]:
    """The words of doubt in a text, in order."""
    return tuple(_lexicon().matches(text))


@cache
def _lexicon() -> Lexicon:
    return Lexicon({word: word for word in words_of("hedges.toml", "words")})

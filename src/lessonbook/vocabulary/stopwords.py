"""Words that say nothing about what a person looks for."""

from functools import cache

from lessonbook.vocabulary.tables import words_of


def is_stopword(word: str) -> bool:
    """Whether a word, in any case, is only grammar."""
    return word.lower() in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(words_of("stopwords.toml", "words"))

"""What is compared of a wording's words: the stems that carry its content, numbers, whether it denies, act, themes.

Formulas are taken off first: how a report begins its sentences makes no two of them alike.
"""

import re
from functools import cache

import msgspec
import snowballstemmer

from lessonbook.recurrence.formulas import without_formulas
from lessonbook.vocabulary.stopwords import is_stopword
from lessonbook.vocabulary.themes import terms_in
from lessonbook.vocabulary.variants import variants_of

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+")
_DENIES = frozenset({"no", "not", "never", "without", "cannot", "none", "nor"})
# What is to be done, by the stem of its verb; verbs in one tuple ask for one kind of act.
_ACTS = (
    ("train", "educ", "teach"),
    ("audit", "measur", "monitor"),
    ("review", "revis", "reconsid"),
    ("share", "notifi", "communic", "inform"),
    ("escal", "challeng"),
    ("engag", "involv", "includ"),
    ("assess", "identifi", "recognis"),
    ("record", "document", "flag"),
    ("fund", "commiss", "resourc"),
)


class Words(msgspec.Struct, frozen=True):
    """The comparable words of a wording. ``acts`` are the kinds of act it asks for, by number, ``themes`` ids."""

    stems: frozenset[str]
    numbers: frozenset[str]
    acts: frozenset[int]
    denies: bool
    themes: frozenset[str] = frozenset()

    @property
    def says_something(self) -> bool:
        """Whether anything is left without formulas; a wording that says nothing is no lesson."""
        return bool(self.stems or self.numbers)


def words_of(text: str) -> Words:
    """The words of a text, lower case and stemmed; words that mean alike (mum, mother) are one."""
    text = without_formulas(text)
    found = _WORD.findall(text)
    content = [word for word in found if not is_stopword(word) and not word.isdigit()]
    stems = frozenset(_stem(word) for word in content)
    return Words(
        stems=stems,
        numbers=frozenset(word for word in found if word.isdigit()),
        acts=frozenset(number for number, verbs in enumerate(_ACTS) if not stems.isdisjoint(verbs)),
        denies=any(word in _DENIES or word.endswith("n't") for word in found),
        themes=frozenset(match.id for match in terms_in(text)),
    )


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _stem(word: str) -> str:
    alike = [other for other in (word, *variants_of(word)) if " " not in other]
    stem: str = _stemmer().stemWord(min(alike))
    return stem

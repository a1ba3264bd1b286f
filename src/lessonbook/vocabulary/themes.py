"""The themes that statements are coded with: a starting vocabulary that an editor can extend."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from lessonbook.vocabulary.matching import any_of, key
from lessonbook.vocabulary.tables import check_known, check_unique, entries_of, words_of


class Theme(msgspec.Struct, frozen=True):
    """A theme in one of the ``GROUPS``. ``note`` warns an editor, as of contested wording.

    Coders go by ``definition``, an example to ``include`` and what to ``exclude``. ``broader`` is the theme that it is
    a part of, ``source`` who named it. ``terms`` are words that tell of it; ``*`` stands for the rest of a word.
    """

    id: str
    name: str
    group: str
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    source: str
    terms: tuple[str, ...]
    broader: str = ""
    note: str = ""


class TermMatch(NamedTuple):
    """Characters ``start`` to ``end`` of a text are a term of the theme ``id``."""

    id: str
    start: int
    end: int


GROUPS: tuple[str, ...] = words_of("themes.toml", "groups")
THEMES: tuple[Theme, ...] = entries_of("themes.toml", "theme", Theme)
check_unique("themes.toml", (theme.id for theme in THEMES))
check_known("themes.toml", (theme.group for theme in THEMES), GROUPS)
check_known("themes.toml", (theme.broader for theme in THEMES if theme.broader), {theme.id for theme in THEMES})


def terms_in(text: str) -> tuple[TermMatch, ...]:
    """Every term of a theme in a text, in order. Terms of two themes may overlap; of one theme the longest counts."""
    lowered = key(text)
    found = [
        TermMatch(theme, match.start(), match.end())
        for theme, hints, pattern in _patterns()
        if any(hint in lowered for hint in hints)
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda match: (match.start, match.end, match.id)))


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """For each theme the first word of each term, one of which a text must have, and the pattern of its terms."""
    return tuple(
        (
            theme.id,
            tuple(dict.fromkeys(key(term.replace("*", "")).split()[0] for term in theme.terms)),
            re.compile(rf"(?<!\w)(?:{any_of(theme.terms).replace(_STAR, _REST)})(?!\w)", re.IGNORECASE),
        )
        for theme in THEMES
    )


_STAR, _REST = re.escape("*"), r"[\w’']*"

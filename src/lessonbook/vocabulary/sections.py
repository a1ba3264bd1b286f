"""The sections that a digest puts its reviews in, for children and for adults."""

from functools import cache
from typing import Literal

import msgspec

from lessonbook.vocabulary.matching import Lexicon, Match
from lessonbook.vocabulary.tables import entries_of


class Section(msgspec.Struct, frozen=True):
    """A section. ``order`` is its place in a digest; ``audience`` is "both" where children and adults share it."""

    id: str
    name: str
    audience: Literal["children", "adults", "both"]
    order: int
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


SECTIONS: tuple[Section, ...] = tuple(
    sorted(entries_of("sections.toml", "section", Section), key=lambda section: section.order)
)


def section_of(heading: str) -> Section | None:
    """The section that a heading names, or none where it names no section."""
    found = _lexicon().id_of(heading.strip(_AROUND))
    return next((section for section in SECTIONS if section.id == found), None)


def sections_in(text: str) -> tuple[Match, ...]:
    """The sections whose headings a text uses as words, in order."""
    return tuple(_lexicon().matches(text))


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("sections.toml", SECTIONS)


_AROUND = " \t\n*_#:;.-–"

"""Which part and section of the digest a heading opens."""

import re
from functools import lru_cache

import msgspec

from lessonbook.domain import Audience, Certainty, Passage, Scope
from lessonbook.extraction.digest.model import Setting
from lessonbook.extraction.digest.words import AUDIENCES, SCOPES, key
from lessonbook.vocabulary import kinds, sections

_LONGEST_HEADING = 110
_SEPARATOR = re.compile(r"\s+[-–—:|]\s*|\s*[:–—|]\s+")
_ADDED = re.compile(r"\s+(?:concerns|issues|problems|cases|reviews)\s*$", re.IGNORECASE)


class Meaning(msgspec.Struct, frozen=True):
    """What a heading says of the cases below it. ``known`` is false where it names no part and no section."""

    scope: Scope | None = None
    audience: Audience | None = None
    section: str | None = None
    section_certainty: Certainty = "stated"

    @property
    def known(self) -> bool:
        """Whether the heading names a part or a section."""
        return any((self.scope, self.audience, self.section))


@lru_cache(maxsize=4096)
def meaning_of(heading: str) -> Meaning:
    """What a heading says; a section that it names among other words is inferred."""
    if len(heading) > _LONGEST_HEADING:
        return Meaning()
    pieces = [heading, *(piece for piece in _SEPARATOR.split(heading) if piece)]
    named = (spelling for piece in pieces for spelling in _spellings(piece))
    section = next((found for spelling in named if (found := sections.section_of(spelling))), None)
    certainty: Certainty = "stated"
    if section is None and (section := _section_within(heading)):
        certainty = "inferred"
    scope = next((scope for scope, pattern in SCOPES if pattern.search(heading)), None)
    audience = next((audience for audience, pattern in AUDIENCES if pattern.search(heading)), None)
    if scope == "national-panel":
        audience = "children"
    return Meaning(
        scope,
        audience or _audience_of_kind(heading) or _audience_of_section(section),
        section.id if section else None,
        certainty,
    )


def opened_by(heading: Passage, before: Setting, meaning: Meaning) -> Setting:
    """The setting below a heading: a new part drops the section before it, a new section keeps its part."""
    same_part = meaning.scope is None
    return Setting(
        scope=meaning.scope or before.scope,
        audience=meaning.audience or (before.audience if same_part else None),
        section=meaning.section,
        section_certainty=meaning.section_certainty,
        headings=(*(before.headings[:1] if same_part else ()), heading),
        list_number=before.list_number + 1,
    )


def _spellings(name: str) -> tuple[str, str]:
    """A section's name as it is, and without what digests add to it: "Behavioural/mental health concerns"."""
    return name, _ADDED.sub("", name).replace("/", " and ")


def _section_within(heading: str) -> sections.Section | None:
    text = f" {key(heading)} "
    found = {
        section.id: section
        for section in sections.SECTIONS
        for name in (section.name, *section.variants)
        if f" {key(name)} " in text
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _audience_of_kind(heading: str) -> Audience | None:
    named = set(kinds.kinds_in(heading))
    audiences = {kind.audience for kind in kinds.KINDS if kind.id in named}
    return audiences.pop() if len(audiences) == 1 else None


def _audience_of_section(section: sections.Section | None) -> Audience | None:
    return section.audience if section is not None and section.audience != "both" else None

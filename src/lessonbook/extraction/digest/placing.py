"""Scope, audience and section of a case: by the headings above it, else by what the case says of itself."""

import re
from typing import Generic, TypeVar

import msgspec

from lessonbook.domain import Audience, Certainty, Passage, Scope
from lessonbook.extraction.digest.casecell import CaseCell
from lessonbook.extraction.digest.model import Setting
from lessonbook.extraction.digest.wording import Wording
from lessonbook.vocabulary import kinds

T = TypeVar("T")

_PANEL = re.compile(r"\b(?:the )?(?:national )?panel\b|\bnational (?:\w+ ){0,4}review\b", re.IGNORECASE)
_OF_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?(?:['’]s)?|LSC[BP]|bab(?:y|ies)|infants?|boys?|girls?|teenagers?|toddler)\b", re.IGNORECASE
)
_OF_ADULTS = re.compile(r"\b(?:adults?(?:['’]s?)?|SAB|man|men|woman|women|Mr|Mrs|Ms)\b", re.IGNORECASE)


class Told(msgspec.Struct, Generic[T], frozen=True):
    """A value with the words that tell it."""

    value: T
    passages: tuple[Passage, ...]
    certainty: Certainty = "stated"


class Place(msgspec.Struct, frozen=True):
    """Where a case stands."""

    scope: Told[Scope] | None
    audience: Told[Audience] | None
    section: Told[str] | None


def placed(setting: Setting, cell: CaseCell, wording: Wording) -> Place:
    """The place of a case."""
    panel = _by_the_panel(cell, wording) if setting.scope != "national-panel" else None
    section = Told(setting.section, setting.headings[-1:], setting.section_certainty) if setting.section else None
    return Place(panel or _scope(setting), _audience(setting, cell, wording, panel=panel is not None), section)


def _by_the_panel(cell: CaseCell, wording: Wording) -> Told[Scope] | None:
    """A theme without area and month, of which the text says that the Panel or a national review looked at it."""
    if cell.heading.area is not None or cell.heading.published is not None:
        return None
    said = next((said.passage for said in wording.said if _PANEL.search(said.passage.text)), None)
    return Told("national-panel", (said,), "inferred") if said is not None else None


def _scope(setting: Setting) -> Told[Scope]:
    """A digest without parts tells of others' reviews."""
    if setting.scope is not None:
        return Told(setting.scope, setting.headings[:1])
    return Told("national", (), "inferred")


def _audience(setting: Setting, cell: CaseCell, wording: Wording, *, panel: bool) -> Told[Audience] | None:
    if panel:
        return Told("children", (), "inferred")
    if setting.audience is not None:
        return Told(setting.audience, setting.headings)
    passages = (*cell.kinds, *wording.kinds)
    named = {each for passage in passages for each in kinds.kinds_in(passage.text)}
    audiences = {kind.audience for kind in kinds.KINDS if kind.id in named} - {"both"}
    if len(audiences) == 1:
        return Told(audiences.pop(), passages, "inferred")
    return _audience_in_words(cell)


def _audience_in_words(cell: CaseCell) -> Told[Audience] | None:
    """The audience by the words of the area, the label, then the harm; none where they name both or neither."""
    area, label = cell.heading.area, cell.heading.label
    for passage in (area.passage if area else None, label.passage if label else None, cell.harm):
        if passage is None:
            continue
        children, adults = _OF_CHILDREN.search(passage.text), _OF_ADULTS.search(passage.text)
        if children and not adults:
            return Told("children", (passage,), "inferred")
        if adults and not children:
            return Told("adults", (passage,), "inferred")
    return None

"""The areas that publish reviews: a name as written, resolved to local authorities with GSS codes.

A name is looked up as it stands, then without the words around it ("London Borough of …", "… Safeguarding Children
Partnership"), then as several names joined by "and". A typing error is forgiven where one name alone is near and no
word of direction differs. What names no area ("Unnamed LA", "Borough A") is ``unnamed``; what is not known is
``unresolved``. Nothing is guessed.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from lessonbook.domain import Area, Authority, LessonbookError
from lessonbook.vocabulary import area_names
from lessonbook.vocabulary.area_lookup import look_up
from lessonbook.vocabulary.area_names import Council, normal
from lessonbook.vocabulary.tables import words_of


class AreaMatch(NamedTuple):
    """A text starts with the name of an area, which ends before character ``end``."""

    area: Area
    end: int


def resolve(as_written: str) -> Area:
    """The area that a name means; ``unnamed`` or ``unresolved`` where it means none. Never raises an error."""
    return _resolve(as_written)[0]


def is_certain(as_written: str) -> bool:
    """Whether the name is known as written: no typing error was forgiven, no unconfirmed partnership looked up."""
    return _resolve(as_written)[1]


def find(name: str) -> Area:
    """The area that a person asks for. Raises ``LessonbookError`` where the name is not known."""
    area = resolve(name)
    if area.status != "named":
        raise LessonbookError(
            "area-unknown", f"“{name}” is no area that we know; write a council's name, as in “Darlington”."
        )
    return area


def area_at(text: str) -> AreaMatch | None:
    """The area that a text starts with, as in "Kent County Council Child A": the longest name, with its body."""
    ends = [word.end() for word in list(_WORD.finditer(text))[:_MOST_WORDS] if _may_end(word[0])]
    found = _longest(text, ends, forgiving=False)
    if found == 0 or _JOINED.match(text, found):
        found = _longest(text, ends, forgiving=True) or found
    return AreaMatch(resolve(text[:found]), found) if found else None


def region_of(gss: str) -> str | None:
    """The region of a council by its GSS code, present or former; none where the code is not known."""
    council = _by_gss().get(gss)
    return council.region if council else None


def name_of(gss: str) -> str | None:
    """The official name of a council by its GSS code, present or former."""
    council = _by_gss().get(gss)
    return council.authority.name if council else None


@cache
def regions() -> tuple[str, ...]:
    """The regions in which there are councils, sorted."""
    return tuple(sorted({council.region for council in _by_gss().values() if council.region}))


def nation_of(gss: str) -> str | None:
    """The nation of a council by its GSS code, present or former."""
    council = _by_gss().get(gss)
    return council.nation if council else None


def today(authority: Authority) -> tuple[Authority, ...]:
    """The authorities of today for one that may be gone: two for Northamptonshire County Council."""
    council = _by_gss().get(authority.gss)
    return tuple(later.authority for later in area_names.successors(council)) if council else (authority,)


@lru_cache(maxsize=65_536)
def _resolve(as_written: str) -> tuple[Area, bool]:
    text = normal(as_written)
    if _says_unnamed().search(text) or _unnamed().fullmatch(text):
        return Area(as_written, "unnamed"), True
    found = look_up(text)
    if found is None:
        return Area(as_written, "unresolved"), True
    authorities = tuple(area_names.councils()[code].authority for code in found.codes)
    return Area(as_written, "named", authorities), found.certain


def _longest(text: str, ends: list[int], *, forgiving: bool) -> int:
    """Where the longest start of a text that is an area ends; 0 where there is none."""
    for end in reversed(ends):
        written = normal(text[:end])
        if _unnamed().fullmatch(written) or look_up(written, forgiving=forgiving) or written in _elsewhere():
            return end
    return 0


@cache
def _unnamed() -> re.Pattern[str]:
    """A whole text that names no area, in the normal form of names."""
    around = rf"(?:{'|'.join(area_names.around())})"
    stand_in = rf"(?:{'|'.join(words_of('area-words.toml', 'stand_ins'))}) (?:[a-z]|[a-z]?\d{{1,2}})"
    some = r"(?:an?|one|two|three|several|various|multiple|a number of|another)"
    return re.compile(
        rf"(?:{around} )*(?:{_unnamed_words()})(?: {around})*"
        rf"|(?:the )?{stand_in}(?: and (?:{stand_in}|[a-z]|\d{{1,2}}))*"
        rf"|{some}(?: {around})+"
    )


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(words_of("area-words.toml", "elsewhere"))


@cache
def _says_unnamed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_unnamed_words()})\b")


def _unnamed_words() -> str:
    return "|".join(words_of("area-words.toml", "unnamed"))


@cache
def _by_gss() -> dict[str, Council]:
    current = {council.gss: council for council in area_names.councils().values() if council.gss}
    return {**dict(area_names.former_codes()), **current}


def _may_end(word: str) -> bool:
    """Whether the name of an area may end with this word: not with "Child", "of", "and", but with "Council"."""
    plain = normal(word)
    return plain != "" and (plain in _bodies() or plain not in area_names.around())


@cache
def _bodies() -> frozenset[str]:
    return frozenset(words_of("area-words.toml", "bodies"))


_WORD = re.compile(r"[^\s,;/&+–—]+")
_JOINED = re.compile(r"\s*(?:[&/,+]|and\b)")
_MOST_WORDS = 16

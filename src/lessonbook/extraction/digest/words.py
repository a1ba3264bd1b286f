"""The words that a digest prints around its cases, from ``words.toml``."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, cast, get_args

from lessonbook.domain import Audience, Scope
from lessonbook.extraction.digest.model import Role

_DATA: dict[str, Any] = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


def _any_of(sources: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE)


def key(text: str) -> str:
    """Text for comparison: lower case, single spaces, no signs around it."""
    return " ".join(text.casefold().replace("&amp;", "&").split()).strip(" :;.*_#–-|")


_COLUMNS: dict[str, Role] = {
    word: cast(Role, role) for role, words in _DATA["columns"].items() for word in words if role in get_args(Role)
}
_COLUMN_START = re.compile(
    rf"\s*(?P<word>{'|'.join(re.escape(word) for word in sorted(_COLUMNS, key=len, reverse=True))})(?!\w)[:\s]*",
    re.IGNORECASE,
)
SCOPES: tuple[tuple[Scope, re.Pattern[str]], ...] = tuple(
    (cast(Scope, scope), _any_of(patterns)) for scope, patterns in _DATA["scope"].items()
)
AUDIENCES: tuple[tuple[Audience, re.Pattern[str]], ...] = tuple(
    (cast(Audience, audience), _any_of(patterns)) for audience, patterns in _DATA["audience"].items()
)
CONTENT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (content["section"], _any_of(content["patterns"])) for content in _DATA["content"]
)
EMPTY = _any_of(_DATA["empty"]["patterns"])
RELEVANCE = _any_of(_DATA["relevance"]["patterns"])


@cache
def column_role(text: str) -> Role | None:
    """What a column holds whose whole heading is this text."""
    return _COLUMNS.get(key(text))


_LOOSE: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (cast(Role, role), _any_of(patterns)) for role, patterns in _DATA["column_words"].items()
)
_JOINT = re.compile(r"\s*(?:[/&,]|\band\b)\s*")
_MOST_WORDS = 7


@cache
def loose_column_role(text: str) -> Role | None:
    """What a short heading says its column holds, also where it joins two ("Area and date") or adds words to one."""
    words = key(text)
    parts = {column_role(part) for part in _JOINT.split(words) if part}
    if column_role(words) or len(words.split()) > _MOST_WORDS or len(text) > _LONGEST_HEADING or words.endswith("."):
        return column_role(words)
    if parts <= {"date", "area", "name", "case", "kind"}:
        return "area"
    if len(parts) == 1 and None not in parts:
        return parts.pop()
    if parts == {"learning", "recommendation"}:
        return "learning"
    loose = [role for role, pattern in _LOOSE if pattern.search(words)]
    if {"area", "date"} <= set(loose):
        return "area"
    return loose[0] if loose else None


_LONGEST_HEADING = 60


def column_start(text: str) -> int:
    """Where a column's heading in capitals at the start of a text ends, or 0."""
    match = _COLUMN_START.match(text)
    return match.end() if match is not None and match["word"].isupper() else 0


def closes(text: str) -> bool:
    """Whether a heading says that no more cases follow."""
    return key(text) in _DATA["closing"]["headings"]


def says_empty(text: str) -> bool:
    """Whether a text only says that a part or section has no cases."""
    return len(text) < 160 and EMPTY.match(text.strip()) is not None

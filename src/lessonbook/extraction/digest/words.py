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

"""The word lists and patterns by which a report is read, from the TOML files beside this one, each read once."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def content(name: str) -> dict[str, Any]:
    """A TOML file of this folder as a dictionary."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


@cache
def any_of(name: str) -> str:
    """The source of a pattern that matches any entry of a list in ``statements.toml``."""
    return f"(?:{'|'.join(content('statements.toml')[name])})"


@cache
def whole(name: str) -> re.Pattern[str]:
    """A pattern, in any case, for a text that is as a whole an entry of a list; use with ``fullmatch``."""
    return re.compile(any_of(name), re.IGNORECASE)


@cache
def starting(name: str) -> re.Pattern[str]:
    """A pattern, in any case, for a text that starts with an entry of a list; use with ``match``."""
    return re.compile(rf"{any_of(name)}(?!\w)", re.IGNORECASE)


@cache
def within(name: str) -> re.Pattern[str]:
    """A pattern, in any case, for an entry of a list anywhere in a text; use with ``search``."""
    return re.compile(rf"(?<!\w){any_of(name)}(?!\w)", re.IGNORECASE)

"""The words by which a list page is taken apart, from ``words.toml``."""

import re
import tomllib
from importlib.resources import files

_DATA: dict[str, list[str]] = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


def any_of(name: str) -> str:
    """The source of a regular expression that matches any word of a list."""
    return f"(?:{'|'.join(_DATA[name])})"


def whole(name: str) -> re.Pattern[str]:
    """A pattern for a text that is, as a whole, one of a list."""
    return re.compile(any_of(name), re.IGNORECASE | re.DOTALL)


def starting(name: str) -> re.Pattern[str]:
    """A pattern for a text that starts with a word of a list."""
    return re.compile(rf"{any_of(name)}\b", re.IGNORECASE)


def within(name: str) -> re.Pattern[str]:
    """A pattern for a word of a list anywhere in a text."""
    return re.compile(rf"\b{any_of(name)}\b", re.IGNORECASE)

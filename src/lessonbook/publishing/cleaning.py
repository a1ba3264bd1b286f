"""Texts as every format can carry them: sources bring characters that XML refuses or that turn a page around."""

import re
from typing import Any

import msgspec

from lessonbook.domain.serialise import from_plain
from lessonbook.publishing.issue import Issue

# White space that is not a space is one; control characters, marks that reorder what follows, halves of characters and
# code points that are none go. Left-to-right and right-to-left marks stay: they only order their neighbours.
_SPACE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def cleaned(issue: Issue) -> Issue:
    """The issue with texts that every format can carry."""
    return from_plain(_clean(msgspec.to_builtins(issue)), Issue)


def _clean(value: Any) -> Any:  # noqa: ANN401 - whatever an issue is made of
    if isinstance(value, str):
        return _NO_TEXT.sub("", _SPACE.sub(" ", value))
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value

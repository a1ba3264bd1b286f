"""The content of an invented report: what is true of it and its words, read from one file; how it looks is a layout's.

A content file is TOML between two lines of ``+++``, then the body: headings, paragraphs and the places where statements
stand. ``README.md`` beside this file says how to write one.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from gold.body import Node, parse

_FRONT = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)


class ContentError(ValueError):
    """A content file says something that cannot be set, or says of itself what its words do not bear out."""


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement of the report in its fullest wording.

    ``words`` are other wordings by place ("summary", "plan", …): the same statement a little shortened or respelt.
    ``topic`` is a short heading that is no part of it, ``why`` the paragraphs that explain it, ``source`` the review
    whose statement it is. ``to`` and ``by`` stand in columns for agency and timescale; ``of`` is the recommendation
    that an action carries out. ``addressees`` are ids of the vocabulary; left out, they are not judged. ``number`` is
    given only where the layout must not choose it.
    """

    id: str
    kind: str
    text: str
    parts: list[str] = []
    words: dict[str, str] = {}
    topic: str | None = None
    why: list[str] = []
    to: str | None = None
    by: str | None = None
    outcome: str | None = None
    of: str | None = None
    source: str | None = None
    addressees: list[str] | None = None
    number: str | None = None

    @property
    def full(self) -> str:
        """The text with its parts, as the record has it."""
        return " ".join((self.text, *self.parts))


class Cover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the cover, line by line, the largest first; ``running`` stands at the head or foot of every page."""

    lines: list[str]
    running: str = ""
    imprint: list[str] = []


class Report(msgspec.Struct, frozen=True):
    """One invented report. ``record`` holds what a careful reader finds besides statements, in the export's form."""

    id: str
    cover: Cover
    record: dict[str, Any]
    statements: dict[str, Statement]
    body: tuple[Node, ...]
    slots: dict[str, str]
    key_issues: tuple[dict[str, Any], ...]
    notes: dict[str, str]

    def chosen(self, pattern: str) -> list[Statement]:
        """The statements of an id, or of ids that start with what stands before ``*``, in the file's order."""
        start = pattern.removesuffix("*")
        found = [
            one
            for one in self.statements.values()
            if one.id == pattern or ("*" in pattern and one.id.startswith(start))
        ]
        if not found:
            raise ContentError(f"{self.id}: no statement “{pattern}”")
        return found


def read(path: Path) -> Report:
    """The report of a content file. Raises ``ContentError`` where the file does not hold one."""
    return of_text(path.read_text(encoding="utf-8"), path.stem)


def of_text(text: str, name: str) -> Report:
    """The report of a content file's text; ``name`` is its id."""
    match = _FRONT.fullmatch(text)
    if match is None:
        raise ContentError(f"{name}: a content file is TOML between two lines of +++ and then the body")
    front = tomllib.loads(match[1])
    statements = [msgspec.convert(plain, Statement) for plain in front.get("statement", [])]
    body = parse(match[2], name, front.get("slots", {}))
    report = Report(
        id=name,
        cover=msgspec.convert(front["cover"], Cover),
        record=_with_nulls(front["record"]),
        statements={one.id: one for one in statements},
        body=body.nodes,
        slots=front.get("slots", {}),
        key_issues=body.key_issues,
        notes=body.notes,
    )
    if len(report.statements) != len(statements):
        raise ContentError(f"{name}: two statements have one id")
    return report


def _with_nulls(plain: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """TOML has no null: the word “null” stands for it."""
    if isinstance(plain, dict):
        return {name: _with_nulls(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [_with_nulls(value) for value in plain]
    return None if plain == "null" else plain

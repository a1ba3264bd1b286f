"""What a person types into the search, as words, phrases, operators and filters.

``fathers "safer sleep" area:Hull NOT police`` has a plain word, a phrase, a filter and an excluded word. Operators are
AND, OR, NOT in capitals, ``-word`` and brackets; ``word*`` stands for every word that begins so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from lessonbook.domain import LessonbookError


class Word(msgspec.Struct, frozen=True):
    """A word as typed, lower case; with ``prefix``, every word that begins so."""

    text: str
    prefix: bool = False


class Phrase(msgspec.Struct, frozen=True):
    """Words in this order, exactly."""

    text: str


class Every(msgspec.Struct, frozen=True):
    """All of these."""

    parts: "tuple[Node, ...]"


class Some(msgspec.Struct, frozen=True):
    """At least one of these."""

    parts: "tuple[Node, ...]"


class Without(msgspec.Struct, frozen=True):
    """None of what matches this."""

    part: "Node"


Node = Word | Phrase | Every | Some | Without


class Filter(msgspec.Struct, frozen=True):
    """A field that must have a value, or with ``negated`` must not."""

    field: str
    value: str
    negated: bool = False


class Query(msgspec.Struct, frozen=True):
    """A query as read. ``words`` are the plain words, where no operator binds them; ``tree`` is what must hold.

    ``meaning`` is the text whose meaning is looked for: the query without filters, operators and what is excluded.
    """

    words: tuple[Word, ...]
    tree: Node | None
    filters: tuple[Filter, ...]
    meaning: str


FIELDS = (
    "area",
    "region",
    "year",
    "kind",
    "audience",
    "outcome",
    "section",
    "theme",
    "to",
    "method",
    "statement",
    "status",
)


def read(text: str) -> Query:
    """The query that a person typed. Raises ``LessonbookError`` ``query-unreadable`` or ``filter-unknown``."""
    tokens = list(_tokens(text))
    filters = tuple(_filter(token.text) for token in tokens if token.kind == "filter")
    rest = [token for token in tokens if token.kind != "filter"]
    if any(token.kind in ("and", "or", "open") for token in rest):
        tree = _Parser(rest).whole()
        return Query((), tree, filters, " ".join(_meant(tree)))
    words, needed = list[Word](), list[Node]()
    negated = False
    for token in rest:
        if token.kind == "not":
            negated = True
            continue
        node = _node(token)
        if negated:
            needed.append(Without(node))
        elif isinstance(node, Word) and not node.prefix:
            words.append(node)
        else:
            needed.append(node)
        negated = False
    bound = Every(tuple(needed)) if needed else None
    meant = [token.text.rstrip("*").strip('"') for at, token in enumerate(rest) if _is_meant(rest, at)]
    return Query(tuple(words), bound, filters, " ".join(meant))


class _Token(NamedTuple):
    kind: str
    text: str


_TOKEN = re.compile(
    r"""(?P<filter>-?[A-Za-z]+:(?:"[^"]*"|[^\s"()]+))|(?P<phrase>"[^"]+")|(?P<open>\()|(?P<close>\))
    |(?P<and>\bAND\b)|(?P<or>\bOR\b)|(?P<not>\bNOT\b|(?<![^\s(])-(?=[\w"(]))|(?P<word>[\w][\w'’&.\-/]*\*?)""",
    re.VERBOSE,
)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "filter" and match.group().lstrip("-").split(":", 1)[0].lower() not in FIELDS:
            name = match.group().split(":", 1)[0].lstrip("-")
            raise LessonbookError(
                "filter-unknown", f"There is no filter “{name}:”: there are {', '.join(FIELDS[:-1])} and {FIELDS[-1]}."
            )
        yield _Token(kind, match.group())


def _filter(text: str) -> Filter:
    field, value = text.lstrip("-").split(":", 1)
    return Filter(field.lower(), value.strip('"').strip(), text.startswith("-"))


def _node(token: _Token) -> Word | Phrase:
    if token.kind == "phrase":
        return Phrase(token.text.strip('"').lower())
    if token.kind == "word":
        text = token.text.lower().rstrip(".'’-/")
        return Word(text.rstrip("*"), prefix=text.endswith("*"))
    raise _unreadable()


def _is_meant(tokens: list[_Token], at: int) -> bool:
    return tokens[at].kind in ("word", "phrase") and (at == 0 or tokens[at - 1].kind != "not")


def _meant(node: Node) -> Iterator[str]:
    if isinstance(node, Word | Phrase):
        yield node.text
    elif isinstance(node, Every | Some):
        for part in node.parts:
            yield from _meant(part)


class _Parser:
    """OR binds loosest, AND and mere neighbours closer, NOT closest."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def whole(self) -> Node:
        node = self._some()
        if self._at < len(self._tokens):
            raise _unreadable()
        return node

    def _next(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _some(self) -> Node:
        parts = [self._every()]
        while self._next() == "or":
            self._at += 1
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _every(self) -> Node:
        parts = [self._one()]
        while self._next() not in ("", "or", "close"):
            if self._next() == "and":
                self._at += 1
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self) -> Node:
        kind = self._next()
        if kind not in ("not", "open", "word", "phrase"):
            raise _unreadable()
        token = self._tokens[self._at]
        self._at += 1
        if kind == "not":
            return Without(self._one())
        if kind == "open":
            inner = self._some()
            if self._next() != "close":
                raise _unreadable()
            self._at += 1
            return inner
        return _node(token)


def _unreadable() -> LessonbookError:
    return LessonbookError(
        "query-unreadable",
        "The search cannot be read: every AND and OR needs words on both sides, and every bracket its partner.",
    )

"""Markup inside a line or a cell, taken apart: HTML tags, entities, Markdown emphasis, links, each with its place."""

import html
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

TokenKind = Literal["words", "white", "tag", "markup", "character", "delimiter", "link-open", "link-close", "url"]

INLINE_TAGS: dict[str, Literal["bold", "italic", "underline", "link"]] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "a": "link",
}
_BLOCK_NAMES = (
    "ul|ol|li|p|div|h1|h2|h3|h4|h5|h6|table|thead|tbody|tfoot|tr|td|th|blockquote|dl|dt|dd|section|article|hr"
)
BLOCK_TAGS = frozenset(_BLOCK_NAMES.split("|"))
_OTHER_TAGS = "br|span|sup|sub|small|s|del|mark|code|font|abbr|cite|q|wbr|img|col|colgroup|caption|center|strike|big|tt"
_NAMES = "|".join([_BLOCK_NAMES, *INLINE_TAGS, _OTHER_TAGS])

# A link's target in parentheses, which may hold one pair of parentheses itself, and its title.
_TARGET = r"[^\s()]{0,2000}(?:\([^\s()]{0,400}\)[^\s()]{0,400})?"
_TITLE = r"(?:\s\"[^\"\n]{0,200}\")?"

# Only known HTML names are tags: "<3 months" and "<name removed>" are wording. Every repetition that could look far
# ahead is bounded, so no text takes more than linear time.
_BEFORE_URLS = rf"""
    (?P<white>\s+)
  | (?P<tag></?(?:{_NAMES})(?=[\s/>])[^<>]{{0,4000}}>)
  | (?P<markup><!--(?:(?!-->).){{0,1000}}-->|!(?=\[[^\[\]\n]{{0,400}}\]\())
  | (?P<autolink><https?://[^\s<>]+>)
  | (?P<character>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});|\\[\\`*_{{}}\[\]()\#+.!|<>~-])
  | (?P<delimiter>\*{{1,3}}(?!\*)|_{{1,3}}(?!_))
  | (?P<open>\[(?=[^\[\]\n]{{1,2000}}\]\({_TARGET}{_TITLE}\)))
  | (?P<close>\]\((?P<target>{_TARGET}){_TITLE}\))
"""
_PLAIN = r"\s<&\\*_\[\]!"
_FLAGS = re.VERBOSE | re.IGNORECASE | re.DOTALL
_TOKEN = re.compile(rf"{_BEFORE_URLS} | (?P<words>[^{_PLAIN}]+(?:[ ][^{_PLAIN}]+)*|.)", _FLAGS)
# Only text with an address in it is looked at word by word, for where the address begins.
_TOKEN_OR_URL = re.compile(
    rf"""{_BEFORE_URLS}
  | (?P<url>https?://[^\s<>"\]]+(?<![.,;:!?)'’”]))
  | (?P<words>[^h{_PLAIN}]+|h[^h{_PLAIN}]*|.)""",
    _FLAGS,
)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)


class Token(msgspec.Struct):
    """A piece of the source at ``at`` to ``until``.

    ``text`` is what it prints, or a tag's name; ``closing`` is set for an end tag; ``href`` is a link's target.
    ``opens`` and ``closes`` are the emphasis that a delimiter turned out to mean: 1 italic, 2 bold.
    """

    kind: TokenKind
    at: int
    until: int
    text: str = ""
    closing: bool = False
    href: str | None = None
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def tokens(source: str, start: int, end: int) -> list[Token]:
    """The pieces of a part of the source, in order, with emphasis resolved within each block."""
    found = list(_scan(source, start, end))
    _resolve_emphasis(found, source, start, end)
    return found


def _scan(source: str, start: int, end: int) -> Iterator[Token]:
    linked = 0
    pattern = _TOKEN_OR_URL if source.find("://", start, end) >= 0 else _TOKEN
    for match in pattern.finditer(source, start, end):
        at, until, text = match.start(), match.end(), match[0]
        match match.lastgroup:
            case "tag":
                yield _tag(text, at, until)
            case "markup":
                yield Token("markup", at, until)
            case "autolink":
                yield from _autolink(text, at, until)
            case "character":
                yield Token("character", at, until, text[1:] if text[0] == "\\" else html.unescape(text))
            case "open":
                linked += 1
                yield Token("link-open", at, until)
            case "close" | "target" if linked:
                linked -= 1
                yield Token("link-close", at, until, href=match["target"] or None)
            case "url":
                yield Token("url", at, until, text, href=text)
            case "white" | "delimiter" as kind:
                yield Token("white" if kind == "white" else "delimiter", at, until, text)
            case _:
                yield Token("words", at, until, text)


def _tag(text: str, at: int, until: int) -> Token:
    name = _TAG_NAME.match(text)
    href = _HREF.search(text)
    target = next((html.unescape(group) for group in href.groups() if group), None) if href else None
    return Token("tag", at, until, name[1].lower() if name else "", closing=text.startswith("</"), href=target)


def _autolink(text: str, at: int, until: int) -> Iterator[Token]:
    yield Token("markup", at, at + 1)
    yield Token("url", at + 1, until - 1, text[1:-1], href=text[1:-1])
    yield Token("markup", until - 1, until)


def _resolve_emphasis(found: list[Token], source: str, start: int, end: int) -> None:
    """Pairs delimiters the way Markdown does: an opener stands before a word, its closer after one.

    What finds no partner stays wording: an asterisk for a footnote, an underscore in a name.
    """
    waiting: dict[str, list[list[int]]] = {"*": [], "_": []}
    for index, token in enumerate(found):
        if token.kind == "tag" and token.text in BLOCK_TAGS:
            waiting = {"*": [], "_": []}
        if token.kind != "delimiter":
            continue
        before = source[token.at - 1] if token.at > start else " "
        after = source[token.until] if token.until < end else " "
        sign, left = token.text[0], len(token.text)
        if _closes(sign, before, after):
            left = _close(found, waiting[sign], index, left)
        if left and _opens(sign, before, after):
            waiting[sign].append([index, left])


def _close(found: list[Token], openers: list[list[int]], index: int, left: int) -> int:
    while left and openers:
        opener = openers[-1]
        strength = min(2, left, opener[1])
        # A lone sign does not close half of a pair that a later pair can close.
        found[opener[0]].opens = (*found[opener[0]].opens, strength)
        found[index].closes = (*found[index].closes, strength)
        left -= strength
        opener[1] -= strength
        if not opener[1]:
            openers.pop()
    return left


def _opens(sign: str, before: str, after: str) -> bool:
    return not after.isspace() and (sign == "*" or not before.isalnum()) and (_wordy(after) or not _wordy(before))


def _closes(sign: str, before: str, after: str) -> bool:
    return not before.isspace() and (sign == "*" or not after.isalnum()) and (_wordy(before) or not _wordy(after))


def _wordy(character: str) -> bool:
    return character.isalnum()

"""The body of a content file as nodes: headings, paragraphs, lists, tables, boxes, and where statements stand."""

import re
from dataclasses import dataclass
from typing import Any

from gold import banks


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    """A paragraph. ``{=r1}`` in it stands for the words of a statement in running text."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list that holds no statement: agencies, terms of reference, distractors."""

    items: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True)
class Grid:
    """A table that holds no statement; its first row is its header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Panel:
    """A box that holds no statement."""

    title: str
    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Place:
    """Where statements stand: ``place`` is summary, body, section, appendix, plan, quoted or a word of a layout."""

    place: str
    patterns: tuple[str, ...]


Node = Heading | Prose | Points | Grid | Panel | Place


@dataclass(frozen=True)
class Body:
    nodes: tuple[Node, ...]
    key_issues: tuple[dict[str, Any], ...]
    notes: dict[str, str]


_HEADING = re.compile(r"(#{1,4}) (.+)")
_POINT = re.compile(r"(- |\d+\. )(.+)")
_NOTE = re.compile(r"\[\^(\w+)\]: (.+)", re.DOTALL)
_BANK = re.compile(r"@bank (\w[\w-]*) (\d+)(?: seed=(\d+))?")
_MORE = re.compile(r"@more (\w[\w-]*) (\d+)((?: \w+=\w+)*)")
_EVENTS = "events"
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_PANEL = re.compile(r"@panel ?(.*)")
_CANDIDATE = re.compile(r"<<(!?)(.+?)>>", re.DOTALL)


def parse(text: str, name: str, slots: dict[str, str]) -> Body:
    """The nodes of a body. Raises ``ValueError`` where a line that starts with @ is not known."""
    reader = _Reader(name, slots)
    nodes = reader.nodes(re.split(r"\n\s*\n", text.strip()))
    return Body(tuple(nodes), tuple(reader.key_issues), reader.notes)


class _Reader:
    def __init__(self, name: str, slots: dict[str, str]) -> None:
        self.name, self.slots = name, slots
        self.key_issues: list[dict[str, Any]] = []
        self.notes: dict[str, str] = {}
        self.dealt: dict[str, int] = {}

    def nodes(self, blocks: list[str]) -> list[Node]:
        found: list[Node] = []
        waiting = [block.strip() for block in blocks if block.strip()]
        while waiting:
            block = waiting.pop(0)
            if panel := _PANEL.fullmatch(block):
                inside: list[str] = []
                while waiting[0] != "@end":
                    inside.append(waiting.pop(0))
                waiting.pop(0)
                found.append(Panel(panel[1], tuple(self.nodes(inside))))
            else:
                found += self._block(block)
        return found

    def _block(self, block: str) -> list[Node]:  # noqa: PLR0911 - a block has many kinds
        lines = block.splitlines()
        if heading := _HEADING.fullmatch(block):
            return [Heading(len(heading[1]), heading[2])]
        if note := _NOTE.fullmatch(block):
            self.notes[note[1]] = _folded(note[2])
            return []
        if bank := _BANK.fullmatch(block):
            seed = f"{self.name} {bank[1]} {bank[3] or 0}"
            return [Prose(text) for text in banks.paragraphs(bank[1], int(bank[2]), seed, self.slots)]
        if more := _MORE.fullmatch(block):
            bank, count = more[1], int(more[2])
            since = self.dealt.get(bank, 0)
            self.dealt[bank] = since + count
            slots = self.slots | dict(pair.replace("_", " ").split("=") for pair in more[3].split())
            texts = banks.dealt(bank, since, count, f"{self.name} {bank}", slots)
            if _EVENTS in bank:  # each sentence of an event may be chosen as a key issue
                self.key_issues += [{"text": sentence} for text in texts for sentence in _SENTENCE_END.split(text)]
            return [Prose(text) for text in texts]
        if block.startswith("@"):
            return [self._place(line) for line in lines]
        if block.startswith("|"):
            return [Grid(tuple(self._row(line) for line in lines))]
        if _POINT.match(block):
            return [self._points(lines)]
        return [Prose(self._unmarked(_folded(block)))]

    def _row(self, line: str) -> tuple[str, ...]:
        return tuple(self._unmarked(cell.strip()) for cell in line.strip("| ").split("|"))

    def _place(self, line: str) -> Place:
        place, *patterns = line[1:].split()
        if not patterns:
            raise ValueError(f"{self.name}: “{line}” names no statement")
        return Place(place, tuple(patterns))

    def _points(self, lines: list[str]) -> Points:
        items: list[str] = []
        for line in lines:
            if match := _POINT.fullmatch(line.strip()):
                items.append(match[2])
            else:
                items[-1] += " " + line.strip()
        return Points(tuple(items), ordered=lines[0][0].isdigit())

    def _unmarked(self, text: str) -> str:
        """The text without the marks of sentences that may be chosen as key issues, which are kept."""
        for match in _CANDIDATE.finditer(text):
            self.key_issues.append({"text": re.sub(r"\[\^\w+\]", "", match[2])} | ({"must": True} if match[1] else {}))
        return _CANDIDATE.sub(r"\2", text)


def _folded(text: str) -> str:
    return " ".join(text.split())

"""From a content and a style to a flow: statements in their forms, headings and paragraphs with their numbers."""

import re
from collections.abc import Iterator

from gold import body, flow, forms
from gold.content import ContentError, Report, Statement
from gold.flow import Block, Flow, Printed
from gold.style import Style

_INLINE = re.compile(r"\{=([\w-]+)\}")


def composed(report: Report, style: Style) -> Flow:
    """The flow of a report in a style. Raises ``ContentError`` where the body names a statement that there is not."""
    return _Composer(report, style).flow


class _Composer:
    def __init__(self, report: Report, style: Style) -> None:
        self.report, self.style = report, style
        cover = report.cover
        self.flow = Flow(notes=report.notes, running=cover.running, title=" ".join(cover.lines[:2]))
        self.section = self.level = self.paragraph = 0
        self.counts: dict[int, int] = {}
        self.flow.numbers = _numbers(report, style)
        self._put(flow.Cover(tuple(cover.lines), tuple(cover.imprint)))
        self._put(flow.PageBreak())
        if style.contents:
            self._put(flow.Contents(style.contents, style.contents_depth))
            self._put(flow.PageBreak())
        for node in report.body:
            self._node(node)

    def _put(self, *blocks: Block) -> None:
        self.flow.blocks += blocks

    def _node(self, node: body.Node) -> None:
        match node:
            case body.Heading():
                self._heading(node)
            case body.Prose():
                self._put(self._prose(node, numbered=self.style.paragraph_numbers))
            case body.Points():
                self._put(_points(node))
            case body.Grid():
                self._put(_grid(node))
            case body.Panel():
                self._put(flow.Box(node.title or None, tuple(self._inside(node))))
            case body.Place():
                self._place(node)

    def _inside(self, panel: body.Panel) -> Iterator[Block]:
        for node in panel.nodes:
            match node:
                case body.Prose():
                    yield self._prose(node, numbered=False)
                case body.Points():
                    yield _points(node)
                case body.Heading():
                    yield flow.Paragraph(f"**{node.text}**")
                case _:
                    raise ContentError(f"{self.report.id}: a panel holds paragraphs and lists only")

    def _heading(self, node: body.Heading) -> None:
        style = self.style
        if node.level == 1:
            self.section += 1
            self.paragraph = 0
            if style.break_before_sections and self.section > 1:
                self._put(flow.PageBreak())
        self.level = node.level
        self.counts = {level: count for level, count in self.counts.items() if level <= node.level}
        self.counts[node.level] = self.counts.get(node.level, 0) + 1
        number = ".".join(str(self.counts.get(level, 1)) for level in range(1, node.level + 1))
        numbered = style.heading_number and node.level <= (1 if style.paragraph_numbers else 3)
        text = node.text.upper() if style.upper_headings and node.level == 1 else node.text
        self.put_heading(node.level, style.heading_number.format(n=number) + text if numbered else text)

    def put_heading(self, level: int, text: str, statement: str | None = None, words: str | None = None) -> None:
        """A heading of the flow; ``words`` are those of the statement in it where it is one."""
        self._put(flow.Heading(level, text))
        contents = self.style.contents is not None and level <= self.style.contents_depth
        self.flow.printed.append(Printed((words or flow.plain(text),), statement, in_contents=contents))

    def _prose(self, node: body.Prose, *, numbered: bool) -> flow.Paragraph:
        for match in _INLINE.finditer(node.text):
            one = self.report.chosen(match[1])[0]
            self.flow.printed.append(Printed((flow.plain(one.text), *one.parts), one.id))
        text = _INLINE.sub(lambda match: self.report.chosen(match[1])[0].full, node.text)
        self.paragraph += numbered
        return flow.Paragraph(text, number=f"{self.section}.{self.paragraph}" if numbered else None)

    def _place(self, node: body.Place) -> None:
        chosen = [one for pattern in node.patterns for one in self.report.chosen(pattern)]
        for kind in dict.fromkeys(one.kind for one in chosen):
            those = [_worded(one, node.place) for one in chosen if one.kind == kind]
            form = self.style.form(kind, node.place)
            forms.put(self.flow, form, those, self._actions(), level=self.level + 1, style=self.style)

    def _actions(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for one in self.report.statements.values():
            if one.of:
                found.setdefault(one.of, []).append(one)
        return found


def _worded(one: Statement, place: str) -> Statement:
    """The statement in the words that it has in a place: those of its own, or other ones without parts."""
    return replace_words(one, one.words[place]) if place in one.words else one


def replace_words(one: Statement, words: str) -> Statement:
    return Statement(**{name: getattr(one, name) for name in one.__struct_fields__} | {"text": words, "parts": []})


def _points(node: body.Points) -> flow.Items:
    marked = enumerate(node.items, 1)
    return flow.Items(tuple(flow.Item(text, f"{n}." if node.ordered else None) for n, text in marked))


def _grid(node: body.Grid) -> flow.Table:
    head, *rows = node.rows
    longest = [max(len(row[at]) for row in node.rows) for at in range(len(head))]
    return flow.Table(head, tuple(rows), tuple(min(6, max(2, length // 12)) for length in longest))


def _numbers(report: Report, style: Style) -> dict[str, str]:
    """The number of each statement, one and the same wherever it stands."""
    sections = dict(_sections(report))
    counts: dict[tuple[str, str], int] = {}
    numbers: dict[str, str] = {}
    for one in report.statements.values():
        way = style.numbers.get(one.kind, "plain")
        section = f"{sections.get(one.id, 0)}." if way == "section" else ""
        key = (one.kind + (one.source or "") + (one.of or ""), section)
        counts[key] = counts.get(key, 0) + 1
        count = chr(64 + counts[key]) if way == "letter" else str(counts[key])
        numbers[one.id] = one.number or f"{section}{count}"
    return numbers


def _sections(report: Report) -> Iterator[tuple[str, int]]:
    """The section where each statement stands in full: the last place but summary, appendix and plan."""
    section = 0
    for node in report.body:
        if isinstance(node, body.Heading) and node.level == 1:
            section += 1
        elif isinstance(node, body.Place) and node.place not in {"summary", "appendix", "plan"}:
            for pattern in node.patterns:
                for one in report.chosen(pattern):
                    yield one.id, section

"""The forms in which statements are printed: each puts blocks into the flow and says which words stand where."""

from collections.abc import Callable
from functools import partial

from gold import flow
from gold.content import Statement
from gold.flow import Flow, Printed, plain
from gold.style import Form, Style


def put(  # noqa: PLR0913 - what a form needs of its place, all named
    flowing: Flow, form: Form, those: list[Statement], actions: dict[str, list[Statement]], *, level: int, style: Style
) -> None:
    """Print statements of one kind in one place, in one form. ``level`` is that of a heading below the last one."""
    printer = _Printer(flowing, form, actions, level, style)
    printer.put(those)


class _Printer:
    def __init__(
        self, flowing: Flow, form: Form, actions: dict[str, list[Statement]], level: int, style: Style
    ) -> None:
        self.flow, self.form, self.actions, self.level, self.style = flowing, form, actions, level, style

    def put(self, those: list[Statement]) -> None:
        ways: dict[str, Callable[[list[Statement]], None]] = {
            "list": self._list,
            "bullets": self._list,
            "labelled": partial(self._labelled, bold=False),
            "bold": partial(self._labelled, bold=True),
            "boxes": self._boxes,
            "box": self._box,
            "headings": self._headings,
            "titled": self._titled,
            "table": self._table,
        }
        ways[self.form.kind](those)

    def _label(self, one: Statement) -> str:
        if "{n}" in self.form.label:
            self.flow.told.add((one.id, "number"))
        return self.form.label.format(n=self.flow.numbers[one.id])

    def _said(self, one: Statement) -> None:
        self.flow.printed.append(Printed((plain(one.text), *(plain(part) for part in one.parts)), one.id))

    def _parts(self, one: Statement) -> tuple[tuple[str | None, str], ...]:
        """The parts with their markers, parted by what parts them here; the last keeps its own full stop."""
        last = len(one.parts) - 1
        end = self.form.part_end
        ends = [end + " and" if end and at == last - 1 else end for at in range(len(one.parts))]
        return tuple(
            (_marker(self.form.parts, at), part if at == last else part + ends[at]) for at, part in enumerate(one.parts)
        )

    def _items(self, those: list[Statement]) -> flow.Items:
        items = []
        for one in those:
            self._said(one)
            items.append(flow.Item(one.text, self._marker_of(one), self._parts(one)))
        return flow.Items(tuple(items))

    def _marker_of(self, one: Statement) -> str | None:
        return None if self.form.kind == "bullets" or not self.form.label else self._label(one)

    def _list(self, those: list[Statement]) -> None:
        """One list, or one list an item where explanations stand between them."""
        if not self.form.explain and not self.form.after:
            self.flow.blocks.append(self._items(those))
            return
        for one in those:
            self.flow.blocks.append(self._items([one]))
            self._explain(one)

    def _labelled(self, those: list[Statement], *, bold: bool) -> None:
        for one in those:
            self._wording(one, self._label(one), bold=bold)
            self._explain(one)

    def _wording(self, one: Statement, label: str, *, bold: bool) -> None:
        self._said(one)
        lead = f"{label} " if label else ""
        text = f"**{lead}{one.text}**" if bold else (f"**{label}** {one.text}" if label else one.text)
        self.flow.blocks.append(flow.Paragraph(text))
        if one.parts:
            self.flow.blocks.append(self._part_items(one))

    def _part_items(self, one: Statement) -> flow.Items:
        return flow.Items(tuple(flow.Item(text, marker) for marker, text in self._parts(one)))

    def _explain(self, one: Statement) -> None:
        if self.form.after and (one.to or one.by):
            told = {"to": one.to or "", "by": one.by or ""}
            self.flow.told |= {(one.id, name) for name in told if f"{{{name}}}" in self.form.after}
            self.flow.blocks += [flow.Paragraph(line) for line in self.form.after.format(**told).split("\n")]
        if self.form.explain:
            lead = f"**{self.form.why_label}** " if self.form.why_label and one.why else ""
            texts = [lead + text if at == 0 else text for at, text in enumerate(one.why)]
            self.flow.blocks += [flow.Paragraph(text) for text in texts]

    def _boxes(self, those: list[Statement]) -> None:
        for one in those:
            self._said(one)
            inside: list[flow.Block] = [flow.Paragraph(one.text)]
            if one.parts:
                inside.append(self._part_items(one))
            self.flow.blocks.append(flow.Box(self._label(one) or None, tuple(inside)))
            self._explain(one)

    def _box(self, those: list[Statement]) -> None:
        self.flow.blocks.append(flow.Box(self.form.title, (self._items(those),)))
        for one in those:
            self._explain(one)

    def _headings(self, those: list[Statement]) -> None:
        for one in those:
            self._heading(f"{self._label(one)} {one.text}".strip(), one)
            if one.parts:
                self.flow.blocks.append(self._part_items(one))
            self._explain(one)

    def _heading(self, text: str, one: Statement | None = None) -> None:
        self.flow.blocks.append(flow.Heading(self.level, text))
        contents = self.style.contents is not None and self.level <= self.style.contents_depth
        pieces = (plain(one.text), *one.parts) if one else (plain(text),)
        self.flow.printed.append(Printed(pieces, one.id if one else None, in_contents=contents))

    def _titled(self, those: list[Statement]) -> None:
        for one in those:
            label = self._label(one)
            self._heading(f"{label}: {one.topic}" if label and one.topic else label or one.topic or "")
            self._wording(one, "", bold=False)
            self._explain(one)

    def _table(self, those: list[Statement]) -> None:
        rows: list[tuple[str, ...]] = []
        for one in those:
            mine = self.actions.get(one.id, []) if "action" in self.form.fields else []
            for at, action in enumerate(mine or [None]):
                rows.append(tuple(self._cell(name, one, action, first=at == 0) for name in self.form.fields))
        self.flow.blocks.append(flow.Table(self.form.columns, tuple(rows), self.form.widths))
        if self.form.explain:
            for one in those:
                self._explain(one)

    def _cell(self, name: str, one: Statement, action: Statement | None, *, first: bool) -> str:  # noqa: PLR0911 - a column a line
        if name in {"to", "by"}:
            return self._owner(name, one, action)
        if name == "action":
            if action is None:
                return ""
            self._said(action)
            return action.text
        if name == "outcome":
            return (action or one).outcome or ""
        if not first or name == "blank":
            return ""
        if name == "number":
            return self._label(one)
        if name == "topic":
            return one.topic or ""
        self._said(one)
        return "\n".join((one.text, *(f"{marker or '•'} {text}" for marker, text in self._parts(one))))

    def _owner(self, name: str, one: Statement, action: Statement | None) -> str:
        """The agency or the timescale of a row: the action's where it has its own, and then it is said of that."""
        own: str | None = getattr(action, name) if action else None
        if action is not None:
            self.flow.told.add((action.id, name))
        mine: str | None = getattr(one, name)
        if mine is not None:
            self.flow.told.add((one.id, name))
        return own or mine or ""


def _marker(way: str, at: int) -> str | None:
    if way in {"•", "-"}:
        return None
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return way.replace("a", chr(97 + at)) if "a" in way else way.replace("i", roman[at])

"""A digest that went through a PDF and came out as text: markdown headings, tab-separated rows, HTML in cells.

The clean rows are made first; then each kind of damage that such a text shows is done to the cases that the plan names:

``cut-in-a-bullet``        the page ended inside a bullet: its second half is a bullet of the next row
``continued-in-two-cells`` the row goes on in a row of two cells
``stray-rule``             the same, with a blank line and a line of dashes between
``line-by-line``           each printed line is a row
``tail-in-next-row``       the last bullet stands first in the next case's cell
``read-twice``             the first line of the new page is read twice, once badly
``label-lost``             the first label of the cell is missing
``fused-with-header``      the case stands in the header row
"""

import re
import textwrap
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from sample.content import Case, cases
from sample.telling import KIND_NAMES, Labels, groups_of, heading_of, issues_of

LABELS = Labels()
_BREAK = "\n\n"


@dataclass
class Row:
    """A case's row: what the first cell says, then the lines of the other two; ``•`` marks the bullets of a list."""

    first: str
    issues: list[str]
    lessons: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def make(plan: dict[str, Any], known: dict[str, Case] | None = None) -> bytes:
    """The text of a damaged digest. ``known`` are the cases that the plan names, where they are not the sample's."""
    parts = [f"\n\n## **{plan['title']}**\n", f"{plan['issue']}\n", _WELCOME.format(publisher=plan["publisher"])]
    for part in plan["part"]:
        parts.append(f"## **{part['heading']}**\n")
        if "empty" in part:
            parts.append(f"CASE\tLEARNING\n{plan['publisher']}\t{part['empty']}\n")
        for section in part.get("section", ()):
            told = [(known or cases())[case] for case in section["cases"]]
            parts.append(_section(part, section, told, plan["damage"]))
    return "\n".join(parts).encode()


_WELCOME = """Welcome to the third issue of the {publisher} digest. It shares messages from reviews published this year.

Cases highlighted in *italics* may be relevant to our own practice;
"""


def _section(part: dict[str, Any], section: dict[str, Any], told: list[Case], damage: dict[str, list[str]]) -> str:
    columns = part["columns"]
    if len(columns) == 2:
        narrative = _panel if part["scope"] == "national-panel" else _report
        return "\n".join(["\t".join(columns), *(narrative(case) for case in told)]) + "\n"
    lines = [] if section.get("lost") else [f"{section['heading']}\t\t"]
    rows = [_row(case) for case in told]
    header = "\t".join(columns)
    for at, (case, row) in enumerate(zip(told, rows, strict=True)):
        done = damage.get(case.id, [])
        if "label-lost" in done:
            row.lessons.pop(0)
        if "tail-in-next-row" in done:
            rows[at + 1].lessons.insert(0, row.lessons.pop())
        if "fused-with-header" in done:
            header = ""
            _fuse(row, columns)
    lines += [header] if header else []
    lines += [_printed(row, damage.get(case.id, [])) for case, row in zip(told, rows, strict=True)]
    return "\n".join(lines) + "\n"


def _row(case: Case) -> Row:
    first = " ".join(part for part in (heading_of(case), *_kinds(case), case.harm) if part)
    lessons = [case.method.text] if case.method else []
    for group in groups_of(case, LABELS, separator=";" if case.recommendations or case.integrated else ""):
        lessons += [group.label] if group.label else []
        lessons += [group.items[0]] if group.kind == "words" else [f"• {item}" for item in group.items]
    return Row(first, list(issues_of(case)), lessons, [link.label for link in case.links])


def _kinds(case: Case) -> list[str]:
    return [f"({KIND_NAMES[kind]})" for kind in case.kinds if KIND_NAMES[kind].lower() not in (case.harm or "").lower()]


def _report(case: Case) -> str:
    """A regional case: month over area and label on the left, the kind over the story on the right."""
    month, _, rest = heading_of(case, "long").partition(" – ")
    kind = {"lcspr": "Practice Review;", "sar": "Safeguarding Adult Review (SAR);"}[case.kinds[0]]
    links = "\n".join(f"\t{link.label}\t" for link in case.links)
    return f"{month}\t{kind}\t\n{rest}\t{' '.join(case.issues)}\t\n{links}"


def _panel(case: Case) -> str:
    return f"{date_of_panel(case)}\t{' '.join(case.issues)}\n\t{case.links[0].label}"


def date_of_panel(case: Case) -> str:
    """A theme of the Panel stands under its month."""
    return heading_of(case, "long")


def _fuse(row: Row, columns: list[str]) -> None:
    row.first = f"{columns[0]} {row.first}"
    row.issues[0] = f"{columns[1]} {row.issues[0]}"
    row.lessons.insert(0, columns[2])


def _printed(row: Row, damage: list[str]) -> str:
    if "line-by-line" in damage:
        return _line_by_line(row)
    if "cut-in-a-bullet" in damage:
        return _cut(row, _BREAK, inside=True)
    if "stray-rule" in damage:
        return _cut(row, "\n---\t--\t---\n\n")
    if "continued-in-two-cells" in damage:
        return _cut(row, _BREAK, cells=2)
    if "read-twice" in damage:
        return _twice(row)
    return "\t".join((row.first, _issues(row.issues, row.links), _list(row.lessons)))


def _cut(row: Row, between: str, *, inside: bool = False, cells: int = 3) -> str:
    """The row on two pages: half of the issues and half of the lessons on each, a bullet cut in two if ``inside``."""
    issue, lesson = len(row.issues) // 2, len(row.lessons) // 2
    above, below = row.lessons[:lesson], row.lessons[lesson:]
    if inside:
        words = above[-1].split(" ")
        above[-1], half = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
        below.insert(0, f"• {half}")
    first = "\t".join((row.first, _issues(row.issues[:issue], []), _list(above)))
    second = [_issues(row.issues[issue:], row.links), _list(below)]
    return first + between + "\t".join(["", *second] if cells == 3 else second)


def _twice(row: Row) -> str:
    """The page ends inside the first cell; the next page's first line comes twice, the first time badly."""
    words = row.first.split(" ")
    middle = len(words) - 6
    ends = " ".join(words[middle:])
    issue, lesson = 1, 2
    first = "\t".join((" ".join(words[:middle]), _issues(row.issues[:issue], []), _list(row.lessons[:lesson])))
    badly = "\t".join((_misread(ends), _misread(" ".join(row.issues[issue].split(" ")[:8])), ""))
    again = "\t".join((ends, _issues(row.issues[issue:], row.links), _list(row.lessons[lesson:])))
    return first + _BREAK + badly + _BREAK + again


def _misread(text: str) -> str:
    """Letters that are taken for others: rn for m, and c for e."""
    return re.sub(r"(?<=[a-z])m", "rn", re.sub(r"(?<=[a-z]{3})e(?=[a-z])", "c", text))


def _line_by_line(row: Row) -> str:
    """Each printed line of the three cells is a row of its own."""
    columns = (
        textwrap.wrap(row.first, 44),
        [line for text in (*row.issues, *row.links) for line in textwrap.wrap(text, 46)],
        [line for text in row.lessons for line in textwrap.wrap(text, 46)],
    )
    return "\n".join("\t".join(line) for line in zip_longest(*columns, fillvalue=""))


def _issues(issues: list[str], links: list[str]) -> str:
    """Three sentences and fewer run on; more are a list."""
    underlined = [f"<u>{link}</u>" for link in links]
    if len(issues) > 3:
        return _list([f"• {text}" for text in (*issues, *underlined)])
    return " ".join((*issues, *underlined))


def _list(lines: list[str]) -> str:
    """Labels and bullets alike come out as items of one list, as such texts have them."""
    items = "".join(f" <li>{_bold(line).removeprefix('• ')}</li>" for line in lines)
    return f"<ul>{items} </ul>" if items else ""


def _bold(line: str) -> str:
    return f"<b>{line}</b>" if line == LABELS.recommendations else line

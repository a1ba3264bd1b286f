"""How a layout presents what a content says: forms of statements by kind and place, numbers, contents page."""

from dataclasses import dataclass, field
from typing import Literal

FormKind = Literal["list", "bullets", "labelled", "boxes", "box", "headings", "titled", "table", "bold"]
"""
list       a numbered list, the label as its marker
bullets    a list with bullets
labelled   paragraphs that start with their label: "Recommendation 4: The …", the label in bold
bold       the same, all of the wording in bold
boxes      each in a box of its own, its label as the box's heading
box        all in one box, as a list; ``title`` is the box's heading
headings   the statement is the heading, after its label: "Finding 3: The …"
titled     a heading of label and topic, the statement below
table      a ruled table, ``fields`` its columns
"""


@dataclass(frozen=True)
class Form:
    """One way to present statements.

    ``label`` may hold ``{n}``, the statement's number; a label without it prints none. ``fields`` of a table are
    number, text, topic, action, to, by, outcome, blank; ``columns`` the words above them and ``widths`` their shares.
    ``explain`` prints the paragraphs of ``why`` after the statement, the first led by ``why_label``. ``after`` is a
    line that may hold ``{to}`` and ``{by}``. ``parts`` is how lettered parts are marked: "a)", "(a)", "i.", "•", "-".
    """

    kind: FormKind
    label: str = "{n}."
    title: str | None = None
    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    explain: bool = False
    why_label: str = ""
    after: str = ""
    parts: str = "a)"
    part_end: str = ";"


@dataclass(frozen=True)
class Style:
    """The presentation of a whole report.

    ``forms`` are looked up as "recommendation/summary", then "recommendation", then "/summary", then "". ``numbers``
    says by kind how statements are counted: "plain" (1, 2, …), "section" (4.1, by the section where they stand in full)
    or "letter" (A, B, …). ``heading_number`` is "" or a pattern as "{n} ", "{n}. " or "Section {n}: "; with
    ``paragraph_numbers`` every paragraph of the body is numbered 3.14 and only sections of the first level are.
    """

    forms: dict[str, Form]
    numbers: dict[str, str] = field(default_factory=dict)
    heading_number: str = ""
    paragraph_numbers: bool = False
    contents: str | None = None
    contents_depth: int = 2
    upper_headings: bool = False
    break_before_sections: bool = False

    def form(self, kind: str, place: str) -> Form:
        """The form of a kind in a place. Raises ``KeyError`` where the style has none."""
        for key in (f"{kind}/{place}", kind, f"/{place}", ""):
            if key in self.forms:
                return self.forms[key]
        raise KeyError(f"no form for {kind}/{place}")

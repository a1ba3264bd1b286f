"""Headings of a Word file that no style marks: short lines that look unlike the running text, or carry numbers.

And headings by style that are none: whole paragraphs in a heading's style, which some authors use for its numbers.
"""

import re
from collections import Counter
from itertools import pairwise

from lessonbook.reading.docx.drafts import Draft, Step

_LARGER = 1.15  # so many times the size of the running text is meant to be seen as larger
_LONGEST_LARGE = 200
_LONGEST = 120
_LONGEST_PLAIN = 80
_LONGEST_STYLED = 400
_LONGEST_OF_SENTENCES = 160
_SENTENCES = re.compile(r"[.!?][”’\"')]?\s+[A-Z]")
_TYPED_NUMBER = re.compile(r"(?:\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.):]?|[A-Z][.)]|[IVX]{1,5}[.)])\s+(?=\S)")
_BULLET = re.compile(r"[•●▪▫◦‣⁃■□➢✓✔\uf0b7\uf0a7·*–-]\s")
# "Author: a name", "Date: March": a label and its value, which is a fact and no heading; "Finding 3: …" is one.
_LABELLED = re.compile(r"(?!.*\d\s*:)[^:]{1,40}:\s+\S")
_MOST_IN_A_ROW = 2
_MOST_LEVELS = 6
_FEWEST_NUMBERED = 3
_RUNNING_TEXT = 100


def settle(drafts: list[Draft | Step]) -> None:
    """Gives each draft the level of its heading, or takes it away."""
    flow = [draft for draft in drafts if isinstance(draft, Draft) and draft.flowing and not draft.in_contents]
    for draft in flow:
        if draft.heading is not None and _is_running_text(draft.passage.text):
            draft.heading = None
    body = _Running(flow)
    styled = sum(1 for draft in flow if draft.heading is not None and draft.passage)
    found = _alone(drafts, [draft for draft in flow if draft.heading is None and body.stands_out(draft)])
    if styled < _FEWEST_NUMBERED:
        found.update((id(draft), draft) for draft in _numbered(drafts, body) if draft.heading is None)
    _give_levels(flow, found, styled=styled)


class _Running:
    """The running text: the size most of it has, and whether most of it is bold or in capitals."""

    def __init__(self, flow: list[Draft]) -> None:
        sizes: Counter[float] = Counter()
        letters = bold = capitals = 0
        for draft in flow:
            if draft.heading is None:
                length = len(draft.passage)
                sizes[draft.looks.size] += length
                letters += length
                bold += length * draft.looks.bold
                capitals += length * _in_capitals(draft)
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        self._bold = bold > 0.5 * letters
        self._capitals = capitals > 0.5 * letters

    def stands_out(self, draft: Draft) -> bool:
        """Whether a paragraph looks like a heading beside the running text."""
        text, looks = draft.passage.text, draft.looks
        if not _can_be_heading(draft):
            return False
        if draft.called_heading or (self.size and looks.size >= _LARGER * self.size and len(text) <= _LONGEST_LARGE):
            return True
        if len(text) > _LONGEST or text.endswith(":") or _LABELLED.match(text) or looks.size < 0.9 * self.size:
            return False
        bold = looks.bold and not self._bold
        capitals = _in_capitals(draft) and not self._capitals and sum(1 for c in text if c.isalpha()) > 3
        return bold or capitals or (looks.underline and len(text) <= _LONGEST_PLAIN)


def _can_be_heading(draft: Draft) -> bool:
    text = draft.passage.text
    unordered = (draft.marker is not None and not draft.marker.ordered) or _BULLET.match(text)
    wordy = any(c.isalpha() for c in text) and len(text) <= _LONGEST_LARGE
    return wordy and not unordered and not text.endswith((".", ";", ",")) and text.count("\n") < 3


def _in_capitals(draft: Draft) -> bool:
    return draft.looks.capitals or draft.passage.text.isupper()


def _is_running_text(text: str) -> bool:
    """Whether what has a heading's style is a paragraph: too long for any heading, or two long sentences."""
    if len(text) > _LONGEST_STYLED:
        return True
    return len(text) > _LONGEST_OF_SENTENCES and text.endswith(".") and _SENTENCES.search(text) is not None


def _alone(drafts: list[Draft | Step], likely: list[Draft]) -> dict[int, Draft]:
    """Those that have text under them: a row of lines that look alike is a list, a cover or an emphasised passage.

    Lines that are larger than the running text count as they are; a cover is made of them.
    """
    ids = {id(draft) for draft in likely}
    found: dict[int, Draft] = {}
    row: list[Draft] = []
    for draft in [*drafts, None]:
        if isinstance(draft, Step) and draft.name not in {"begin_table", "begin_box", "end_box"}:
            continue
        if isinstance(draft, Draft) and id(draft) in ids and (not row or row[-1].looks == draft.looks):
            row.append(draft)
            continue
        same = len(row) > _MOST_IN_A_ROW or (len(row) > 1 and all(one.marker for one in row))
        if row and draft is not None and not (same and not row[0].called_heading):
            found.update((id(one), one) for one in row)
        row = [draft] if isinstance(draft, Draft) and id(draft) in ids else []
    return found


def _numbered(drafts: list[Draft | Step], body: _Running) -> list[Draft]:
    """Short plain lines with a number and running text below: the headings of a report without any emphasis."""
    found = []
    flow = [draft for draft in drafts if not isinstance(draft, Step) or draft.name == "begin_table"]
    for draft, below in pairwise(flow):
        if not isinstance(draft, Draft) or not isinstance(below, Draft) or not draft.flowing or draft.in_contents:
            continue
        deep = _depth(draft)
        short = len(draft.passage) <= _LONGEST_PLAIN and not draft.passage.text.endswith(":")
        over_text = len(below.passage) >= _RUNNING_TEXT and not (below.marker and _depth(below) == deep)
        if deep and short and _can_be_heading(draft) and (over_text or _depth(below) == deep + 1):
            found.append(draft)
    return found if len(found) >= _FEWEST_NUMBERED and body.size else []


def _depth(draft: Draft) -> int:
    """How many numbers stand in a paragraph's number, or nothing where it has none: "5.2" is two deep."""
    if draft.marker is not None:
        number = (draft.marker.text or "") if draft.marker.ordered else ""
        return max(1, len(re.findall(r"\d+", number))) if number else 0
    match = _TYPED_NUMBER.match(draft.passage.text)
    return 0 if match is None else 1 + (match["number"] or "").count(".")


def _give_levels(flow: list[Draft], found: dict[int, Draft], *, styled: int) -> None:
    """Levels from looks, the largest first, and from numbers; below a heading by style, its next level."""
    ranks = sorted({_rank(draft) for draft in found.values()}, reverse=True)
    above = 0
    for draft in flow:
        if draft.heading is not None:
            above = draft.heading
        elif id(draft) in found:
            level = ranks.index(_rank(draft)) + 1
            if styled >= _FEWEST_NUMBERED:
                level = above + 1
            elif _depth(draft) > 1:
                level = max(level, _depth(draft))
            draft.heading = min(level, _MOST_LEVELS)


def _rank(draft: Draft) -> tuple[float, bool, bool, bool, bool]:
    looks = draft.looks
    return (round(looks.size * 2) / 2, _in_capitals(draft), looks.bold, looks.underline, not looks.italic)

"""Lists whose heading was lost: where a new list begins, and its section, told by order and content together."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise

import msgspec

from lessonbook.extraction.digest.model import Note, RawCase, Setting
from lessonbook.extraction.digest.words import CONTENT
from lessonbook.vocabulary import sections

_CLEAR = 0.5
_KEY_ISSUES_READ = 4


class Listed(msgspec.Struct):
    """A case of a list: its month where it has one, its harm and its key issues."""

    case: RawCase
    published: date | None
    harm: str
    key_issues: Sequence[str]

    def content(self) -> str | None:
        """The section that the words of the case fit."""
        for text in (self.harm, " ".join(self.key_issues[:_KEY_ISSUES_READ]), " ".join(self.key_issues)):
            found = next((section for section, pattern in CONTENT if pattern.search(text)), None)
            if found is not None:
                return found
        return None


def find_lost_headings(listed: Sequence[Listed]) -> None:
    """Gives every case of a list without a heading its section, as inferred, and the case a note that says so."""
    sectioned = any(each.case.setting.section for each in listed)
    for _, group in groupby(listed, key=lambda each: each.case.setting.list_number):
        cases = list(group)
        setting = cases[0].case.setting
        if setting.scope in ("local", "regional", "national-panel") or setting.unknown_heading is not None:
            continue
        parts = _lists(cases, setting.section)
        for number, part in enumerate(parts):
            if number > 0 or (setting.section is None and sectioned):
                _infer(part)


def _lists(cases: Sequence[Listed], section: str | None) -> list[list[Listed]]:
    """The lists in what looks like one: a list sorted by month that starts again, with other content, is a new list.

    A single case out of order was added at the end of its list and stays in it.
    """
    runs = _runs(cases)
    lists = [runs[0]]
    of_list = section or _majority(runs[0])
    for run in runs[1:]:
        content = _majority(run)
        if len(run) > 1 and content is not None and content != of_list:
            lists.append(run)
            of_list = content
        else:
            lists[-1] = [*lists[-1], *run]
    return lists


def _runs(cases: Sequence[Listed]) -> list[list[Listed]]:
    """The stretches in which the months go one way."""
    steps = [step for above, below in pairwise(cases) if (step := _step(above, below))]
    way = -1 if steps.count(-1) > steps.count(1) else 1
    runs = [[cases[0]]]
    for above, below in pairwise(cases):
        if _step(above, below) == -way or below.case.header_above:
            runs.append([])
        runs[-1].append(below)
    return runs


def _step(above: Listed, below: Listed) -> int:
    if above.published is None or below.published is None or above.published == below.published:
        return 0
    return 1 if above.published < below.published else -1


def _majority(cases: Sequence[Listed]) -> str | None:
    """The section that most of the cases fit, if that is clear."""
    counts = Counter(content for case in cases if (content := case.content()))
    if not counts:
        return None
    section, count = counts.most_common(1)[0]
    return section if count / len(cases) > _CLEAR else None


def _infer(cases: Sequence[Listed]) -> None:
    setting = cases[0].case.setting
    section = _majority(cases)
    known = next((each for each in sections.SECTIONS if each.id == section), None)
    if known is not None and setting.audience == "adults" and known.audience == "children":
        known = None
    said = f"its cases read as “{known.name}”" if known else "what its cases have in common is not clear"
    note = Note("heading-lost", f"The heading of this list is missing; {said}.")
    for each in cases:
        old = each.case.setting
        each.case.setting = Setting(
            old.scope, old.audience, known.id if known else None, "inferred", old.headings[:1], None, old.list_number
        )
        each.case.notes.append(note)

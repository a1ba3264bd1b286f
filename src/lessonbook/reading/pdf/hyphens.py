"""Words cut at the end of a line: whether their hyphen was there before.

A PDF shows the same sign for both. The document's other words tell: “thor-ough” is one word where “thorough” stands
elsewhere. Where a document never cuts words, every hyphen is its author's.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable, Line

SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010’'][^\W\d_]+)*")
# First parts of English compounds, which keep their hyphen in a document that cuts words.
_KEEP = frozenset(
    (
        *("all", "anti", "child", "co", "cross", "down", "ex", "face", "family", "follow", "full", "half", "high"),
        *("hospital", "inter", "intra", "long", "low", "mental", "mid", "multi", "non", "off", "on", "one", "over"),
        *("part", "peer", "person", "post", "pre", "school", "self", "semi", "short", "single", "step", "sub"),
        *("three", "trauma", "two", "under", "up", "well", "work", "year"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    )
)
# Endings that are no words: what is cut before them was never a compound.
_ENDINGS = frozenset(("hood", "hoods", "ren", "ness", "ment", "ments", "tion", "tions", "ing", "ings", "ity", "ed"))


def resolve(blocks: list[DraftBlock]) -> None:
    """Makes the hyphen at a line's end a soft one, which is not written down, where the word was cut there."""
    lines = [list(group) for group in line_groups(blocks)]
    cuts = [pair for group in lines for pair in pairwise(group) if _is_cut(*pair)]
    if not cuts:
        return
    known = _vocabulary(lines)
    parts = [_parts(above, line) for above, line in cuts]
    whole = sum(known[first + second] > 0 and not known[f"{first}-{second}"] for first, second in parts)
    kept = sum(known[f"{first}-{second}"] > 0 for first, second in parts)
    for (above, _), (first, second) in zip(cuts, parts, strict=True):
        word = above.words[-1]
        if word.text.endswith(SOFT_HYPHEN):
            continue
        joined, compound = known[first + second], known[f"{first}-{second}"]
        if joined > compound or (whole > kept and not compound and _is_no_compound(first, second)):
            word.text, above.known_text = word.text[:-1] + SOFT_HYPHEN, None


def _is_no_compound(first: str, second: str) -> bool:
    return first.isalpha() and (first not in _KEEP or second in _ENDINGS)


def line_groups(blocks: list[DraftBlock]) -> Iterator[list[Line]]:
    """The lines of each block, with those of its rest on the next page."""
    for block in blocks:
        if isinstance(block, DraftTable):
            for draft in (draft for row in block.rows for cell in row.cells for draft in cell.blocks):
                yield draft.lines
        elif isinstance(block, Draft):
            yield block.lines if block.rest is None else _all_lines(block)


def _all_lines(draft: Draft) -> list[Line]:
    return draft.lines + (_all_lines(draft.rest) if draft.rest is not None else [])


def _is_cut(above: Line, line: Line) -> bool:
    text = above.words[-1].text
    return text.endswith(_HYPHENS) and line.words[0].text[:1].islower() and above.text[-2:-1].isalpha()


def _parts(above: Line, line: Line) -> tuple[str, str]:
    first = above.text.split()[-1].rstrip("".join(_HYPHENS)).lstrip("(‘“\"'").casefold()
    match = _WORD.match(line.text)
    return first, (match[0] if match else "").casefold()


def _vocabulary(groups: list[list[Line]]) -> Counter[str]:
    """The words that stand inside lines; those at their ends may be cut."""
    known: Counter[str] = Counter()
    for group in groups:
        for at, line in enumerate(group):
            words = [word.casefold().replace("\u2010", "-") for word in _WORD.findall(line.text)]
            cut_before = at > 0 and _is_cut(group[at - 1], line)
            cut_after = at + 1 < len(group) and _is_cut(line, group[at + 1])
            known.update(words[int(cut_before) : len(words) - int(cut_after)])
    return known
